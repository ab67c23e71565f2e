import { FAMILIES, MARKER, SHORT_SIDE } from "./shapes.ts";

/** The known lengths of bodies, and what stands before each. */
const BODIES = FAMILIES.flatMap(({ prefix, sides }) => sides.map(([before, after]) => ({ prefix, before, after })));

/**
 * Whether key characters from `left` to `right`, with a marker at `at`, are a key whose beginning was cut off. Every
 * picture and source map that says "OpenAI" holds the marker, so that this asks for more than lengths that are about
 * right: both sides exactly as known, and nothing around them that base64 text is made of.
 */
export function isStripped(text: Buffer, { left, at, right }: { left: number; at: number; right: number }): boolean {
  const behind = at + MARKER.length;
  if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS) return false;
  return BODIES.some(({ prefix, before, after }) => {
    const lost = prefix.length - (at - left - before);
    if (after !== right - behind || lost <= 0 || lost > prefix.length) return false;
    const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
    if (remnant !== prefix.slice(lost)) return false;
    return before !== SHORT_SIDE || isRandom(head, text.toString("latin1", behind, right));
  });
}

const [PLUS, SLASH, EQUALS] = [0x2b, 0x2f, 0x3d];

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
