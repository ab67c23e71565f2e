import { readPrefix } from "./key-grammar.ts";
import type { Secret } from "./secret.ts";

/** What is shown of a key. `length` is that of the whole key, or null where the form does not keep it. */
export type RedactedParts = { head: string; tail: string; length: number | null };

/**
 * Parses a redacted value. OpenAI uses two forms: dotted (`sk-...abc`), and eight characters, a star for each hidden one,
 * four characters. Null where an end is missing: such a value says nothing.
 */
export function parseRedacted(redacted: string): RedactedParts | null {
  const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
  if (!parts) return null;
  const [whole, head = "", hidden = "", tail = ""] = parts;
  return { head, tail, length: hidden.startsWith("*") ? whole.length : null };
}

/** Whether a key could be the one behind a redacted value. */
export function mayBeRedactedAs(secret: Secret, redacted: string): boolean {
  const ends = parseRedacted(redacted);
  return ends !== null && mayBeShownAs(secret, ends) && secret.reveal().length > ends.head.length + ends.tail.length;
}

/** The last characters of a key, of which a redacted value shows no fewer. */
export function readTail(secret: Secret, length: number): string {
  return secret.reveal().slice(-length);
}

/** Whether a key could be the one of which these parts are shown. An end that is not shown is empty. */
export function mayBeShownAs(secret: Secret, { head, tail, length }: RedactedParts): boolean {
  const text = secret.reveal();
  if (length !== null && length !== text.length) return false;
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

/** Bits per character of short keys, whose bodies are letters and digits. Long keys have two more characters, for 6 bits. */
const ALPHANUMERIC = Math.log2(62);

/**
 * The last two characters of a long key are `A` after one of sixteen: its body ends in a zero byte (seen in 54 of 55
 * keys that were looked at). They reveal four bits, not twelve.
 */
const PADDED = /[AEIMQUYcgkosw048]A$/;

/** Keys up to this length have short bodies, without that ending: two of twenty, the marker, and a prefix. */
const SHORT = 72;

/**
 * Counts the bits of a key that its redacted value reveals, beyond what all keys of its kind have in common: another key
 * matches it by chance once in two to this power.
 */
export function countRevealedBits(secret: Secret, redacted: string): number {
  const ends = parseRedacted(redacted);
  if (!ends) return 0;
  const text = secret.reveal();
  const body = Math.max(0, ends.head.length - readPrefix(text).length);
  if (text.length <= SHORT) return (body + ends.tail.length) * ALPHANUMERIC;
  const tail = PADDED.test(text) ? 4 + 6 * Math.max(0, ends.tail.length - 2) : 6 * ends.tail.length;
  return 6 * body + tail;
}
