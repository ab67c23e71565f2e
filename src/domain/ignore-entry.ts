import type { Identity } from "./identity.ts";
import type { Validity } from "./validity.ts";

/** An entry of the base's ignore file: a key that is to be ignored. */
export type IgnoreEntry = {
  fingerprint: string;
  reason: string;
  /** The last day, in UTC, on which it applies; null when it never ends. */
  until: Date | null;
};

/** In milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/** What the base's ignore file says of a scan: which keys to ignore, and which paths were left out. */
export type IgnoreRules = { ignore: readonly IgnoreEntry[]; exclude: readonly string[] };

/** Whether the last day of an entry is over. */
export function isPast({ until }: Pick<IgnoreEntry, "until">, now: Date): boolean {
  return until !== null && now.getTime() >= until.getTime() + A_DAY;
}

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

/** Finds how the entries apply to a key; null when there is none for it. The first one counts. */
export function matchIgnoreEntry(
  entries: readonly IgnoreEntry[],
  { fingerprint, identity, validity }: { fingerprint: string; identity: Identity; validity: Validity },
  now: Date,
): Ignored | null {
  const entry = entries.find((candidate) => candidate.fingerprint === fingerprint);
  if (!entry) return null;
  const { reason, until } = entry;
  const isOurs = identity.kind === "ours" && validity.kind !== "inactive";
  return { kind: isPast(entry, now) ? "expired" : isOurs ? "overruled" : "ignored", reason, until };
}
