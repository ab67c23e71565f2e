import type { Identity } from "./identity.ts";
import type { Validity } from "./validity.ts";

/** What the base branch says of a key that is to be passed over. */
export type IgnoreEntry = {
  fingerprint: string;
  reason: string;
  /** The last day, in UTC, on which it holds; null when it has no end. */
  until: Date | null;
};

/** What became of an entry: `expired` and `overruled` ones no longer excuse the key. */
export type Ignored = {
  kind:
    | "ignored"
    /** Its last day is over. */
    | "expired"
    /** The key is a working one of this organisation, which no entry excuses. */
    | "overruled";
  reason: string;
  until: Date | null;
};

const A_DAY = 24 * 60 * 60 * 1000;

/** Whether an entry excuses a key of which this is known; null when there is no entry for it. The first one counts. */
export function matchIgnoreEntry(
  entries: readonly IgnoreEntry[],
  { fingerprint, identity, validity }: { fingerprint: string; identity: Identity; validity: Validity },
  now: Date,
): Ignored | null {
  const entry = entries.find((one) => one.fingerprint === fingerprint);
  if (!entry) return null;
  const { reason, until } = entry;
  const isOver = until !== null && now.getTime() >= until.getTime() + A_DAY;
  const isOurs = identity.kind === "ours" && validity.kind !== "inactive";
  return { kind: isOver ? "expired" : isOurs ? "overruled" : "ignored", reason, until };
}
