import type { Containment } from "../../domain/decision.ts";

/** A key that is about to be acted on: what may be shown of it, the act, and what an audit found. Names are escaped. */
export type PromptedKey = { mask: string | null; name: string; act: Containment; why?: string };

/** What is asked before keys are acted on, on a terminal. */
export function describeContainmentPrompt(keys: readonly PromptedKey[]): readonly string[] {
  const what = keys.length === 1 ? "this key" : `these ${keys.length} keys`;
  return [
    `openai-key-guard is about to act on ${what}:`,
    ...keys.map(
      ({ mask, name, act, why }) =>
        `  ${describeAct(act)}  ${[mask, name].filter((word) => word !== null).join("  ")}${why === undefined ? "" : `: ${why}`}`,
    ),
    ...(keys.some(({ act }) => act.kind === "revoke")
      ? ["A revoked key stops at once and cannot be restored. Whatever uses it fails until it has a new key."]
      : []),
  ];
}

/** The question itself. Anything but yes is no. */
export const CONTAINMENT_QUESTION = "Go on? [y/N] ";

/** Said after a no. */
export const DECLINED = "Nothing was done to any key.";

/** `checkout-bot in Web shop`; both names are escaped. */
export function describeKeyPlace(key: string, project: string | null): string {
  return project === null ? key : `${key} in ${project}`;
}

function describeAct(act: Containment): string {
  switch (act.kind) {
    case "revoke":
      return "revoke";
    case "quarantine":
      return "take all permissions from";
    case "expire":
      return `let expire in ${describeGrace(act.grace)}`;
    default:
      return act satisfies never;
  }
}

/** Seconds, in the largest unit that fits: "1h", "90m". */
function describeGrace(seconds: number): string {
  const units = [
    [86_400, "d"],
    [3600, "h"],
    [60, "m"],
  ] as const;
  const [size, unit] = units.find(([one]) => seconds % one === 0) ?? [1, "s"];
  return `${seconds / size}${unit}`;
}
