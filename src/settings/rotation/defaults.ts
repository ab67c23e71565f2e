/** How long the old key and the run wait where nothing is said: of flags of `rotate` and inputs of the sub-action alike. */
export const ROTATION_DEFAULTS = { overlap: "24h", wait: "30m" } as const;
