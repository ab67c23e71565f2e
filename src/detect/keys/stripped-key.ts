import { MARKER } from "../../domain/key-grammar.ts";
import { FAMILIES, SHORT_BODY } from "./families.ts";
import type { KeySpan } from "./key-reading.ts";

/** The known lengths of bodies, and what stands before each. */
const BODIES = FAMILIES.flatMap(({ prefix, lengths }) => lengths.map(([before, after]) => ({ prefix, before, after })));

/**
 * The key whose beginning was cut off, of key characters from `left` to `right` with a marker at `at`; null where there
 * is none. Three such were seen in leaks, all without `sk-`. Every picture and source map that says "OpenAI" holds the
 * marker, so that this asks for more than lengths that are about right: both sides exactly as known, and nothing around
 * them that base64 text is made of. Behind a hyphen or an underscore something may be glued to it.
 */
export function findStrippedKey(
  text: Buffer,
  { left, at, right }: { left: number; at: number; right: number },
): KeySpan | null {
  const behind = at + MARKER.length;
  if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS) return null;
  const body = BODIES.find(({ prefix, before, after }) => {
    const [lost, end] = [prefix.length - (at - left - before), behind + after];
    if (lost <= 0 || lost > prefix.length) return false;
    if (end !== right && !(end < right && isJoint(text[end]))) return false;
    const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
    if (remnant !== prefix.slice(lost)) return false;
    return before !== SHORT_BODY || isRandom(head, text.toString("latin1", behind, end));
  });
  return body ? { ...SUSPECTED, start: left, end: behind + body.after } : null;
}

const SUSPECTED = { kind: "suspected", confidence: "suspected", alternatives: [] } as const;

const [PLUS, HYPHEN, SLASH, EQUALS, UNDERSCORE] = [0x2b, 0x2d, 0x2f, 0x3d, 0x5f];

function isJoint(byte: number | undefined): boolean {
  return byte === HYPHEN || byte === UNDERSCORE;
}

/** What base64 has and keys have not. A `=` is its end, and in front of a key no more than an assignment. */
function isBase64(byte: number | undefined): boolean {
  return byte === PLUS || byte === SLASH;
}

/**
 * Whether these are the short bodies of a key: letters and digits alone, and not the base64 of a sentence. Of the known
 * lengths only this one can be that, since base64 says "OpenAI" like this at multiples of four.
 */
function isRandom(head: string, tail: string): boolean {
  if (/[-_]/.test(head + tail)) return false;
  return /[^\t\n\r\x20-\x7e]/.test(Buffer.from(head, "base64").toString("latin1"));
}
