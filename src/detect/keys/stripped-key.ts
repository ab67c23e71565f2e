import { MARKER } from "../../domain/key-grammar.ts";
import { FAMILIES, SHORT_BODY } from "./families.ts";
import type { KeySpan } from "./key-reading.ts";

/** The known lengths of bodies, and what stands before each. */
const BODIES = FAMILIES.flatMap(({ prefix, lengths }) => lengths.map(([before, after]) => ({ prefix, before, after })));

/**
 * The key whose beginning was cut off, of key characters from `left` to `right` with a marker at `at`; null where there
 * is none. Three such keys were seen in leaks, all without `sk-`. Every picture and source map that says "OpenAI" holds
 * the marker, so that about the right lengths are not enough: both bodies must be exactly of a known length, with
 * nothing around them that base64 has. After a hyphen or an underscore something else may follow.
 */
export function findStrippedKey(
  text: Buffer,
  { left, at, right }: { left: number; at: number; right: number },
): KeySpan | null {
  const markerEnd = at + MARKER.length;
  if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS) return null;
  const body = BODIES.find(({ prefix, before, after }) => {
    const [lost, end] = [prefix.length - (at - left - before), markerEnd + after];
    if (lost <= 0 || lost > prefix.length) return false;
    if (end !== right && !(end < right && isJoint(text[end]))) return false;
    const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
    if (remnant !== prefix.slice(lost)) return false;
    return before !== SHORT_BODY || isRandom(head, text.toString("latin1", markerEnd, end));
  });
  return body ? { ...SUSPECTED, start: left, end: markerEnd + body.after } : null;
}

const SUSPECTED = { kind: "suspected", confidence: "suspected", alternatives: [] } as const;

const [PLUS, HYPHEN, SLASH, EQUALS, UNDERSCORE] = [0x2b, 0x2d, 0x2f, 0x3d, 0x5f];

function isJoint(byte: number | undefined): boolean {
  return byte === HYPHEN || byte === UNDERSCORE;
}

/** What base64 has and keys have not. A `=` ends base64; before a key it is an assignment. */
function isBase64(byte: number | undefined): boolean {
  return byte === PLUS || byte === SLASH;
}

/**
 * Whether these are the short bodies of a key: only letters and digits, and not the base64 of a sentence. Of the known
 * lengths only this one can be, since base64 of "OpenAI" begins at a multiple of four.
 */
function isRandom(head: string, tail: string): boolean {
  if (/[-_]/.test(head + tail)) return false;
  return /[^\t\n\r\x20-\x7e]/.test(Buffer.from(head, "base64").toString("latin1"));
}
