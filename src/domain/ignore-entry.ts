import type { Identity } from "./identity.ts";
import type { Validity } from "./validity.ts";

/** An entry of the base's ignore file: a key that is to be ignored. */
export type IgnoreEntry = {
  fingerprint: string;
  reason: string;
  /** The last day, in UTC, on which it applies; null when it never ends. */
  until: Date | null;
};

/** How an entry applies to a key: `expired` and `overruled` ones no longer do. */
export type Ignored = {
  kind:
    | "ignored"
    /** Its last day is over. */
    | "expired"
    /** The key works and is this organisation's, which no entry may ignore. */
    | "overruled";
  reason: string;
  until: Date | null;
};

const A_DAY = 24 * 60 * 60 * 1000;

/** Finds how the entries apply to a key; null when there is none for it. The first one counts. */
export function matchIgnoreEntry(
  entries: readonly IgnoreEntry[],
  { fingerprint, identity, validity }: { fingerprint: string; identity: Identity; validity: Validity },
  now: Date,
): Ignored | null {
  const entry = entries.find((candidate) => candidate.fingerprint === fingerprint);
  if (!entry) return null;
  const { reason, until } = entry;
  const isOver = until !== null && now.getTime() >= until.getTime() + A_DAY;
  const isOurs = identity.kind === "ours" && validity.kind !== "inactive";
  return { kind: isOver ? "expired" : isOurs ? "overruled" : "ignored", reason, until };
}
