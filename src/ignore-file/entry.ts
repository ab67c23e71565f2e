import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { hasMarker } from "../domain/key-grammar.ts";

const LONGEST_REASON = 300;

/** An entry as it was written. What was left out is null. */
export type Written = { fingerprint: string | null; reason: string | null; until: string | null };

/** Something that is wrong with an entry: which word of it, and a sentence that does not repeat what was written. */
export type Fault = { kind: "fault"; word: keyof Written; why: string };

/** Reads an entry, from a file or from the command line. What was written may be a key, so that no fault repeats it. */
export function entryOf({ fingerprint, reason, until }: Written): (IgnoreEntry & { kind: "entry" }) | Fault {
  const why = faultIn(fingerprint);
  if (fingerprint === null || why !== null) return { kind: "fault", word: "fingerprint", why: why ?? "" };
  const said = (reason ?? "").replaceAll(/\s+/g, " ").trim();
  if (said === "") return { kind: "fault", word: "reason", why: "is missing; say why this key may be passed over" };
  if ([...said].length > LONGEST_REASON) {
    return { kind: "fault", word: "reason", why: `is longer than ${LONGEST_REASON} characters; make it a sentence` };
  }
  if (hasMarker(said)) return { kind: "fault", word: "reason", why: "holds a key; take it out, and revoke it" };
  const day = until === null ? null : dayIn(until);
  if (until !== null && day === null) {
    return { kind: "fault", word: "until", why: "is not a day; write it as 2027-01-31, or leave it out" };
  }
  return { kind: "entry", fingerprint, reason: said, until: day };
}

/** The day as the file has it. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function faultIn(fingerprint: string | null): string | null {
  if (fingerprint === null || fingerprint === "") return "is missing; it is the 16 hex digits that the report shows";
  if (/^[0-9a-f]{16}$/.test(fingerprint)) return null;
  if (hasMarker(fingerprint) || fingerprint.startsWith("sk-")) {
    return "is a key itself, which has leaked now; write its fingerprint, the 16 hex digits that the report shows";
  }
  return "must be the 16 hex digits, in lower case, that the report shows";
}

/** The start of a day in UTC; null for what is no day of the calendar. */
function dayIn(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text ? date : null;
}
