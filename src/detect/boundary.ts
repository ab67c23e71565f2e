/** Letters, digits, hyphen and underscore: what keys are made of. */
export function isKeyByte(byte: number | undefined): boolean {
  return isWordByte(byte) || byte === 0x2d || byte === 0x5f;
}

/** Letters and digits: one of these right before `sk-` says that it is the end of something else, as in `task-`. */
export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/**
 * Escapes that end in a letter or digit: `\n`, `\u0022`, `\x22`, `%20` and its double `%2520`, and `[32m`, which colours
 * a terminal. Those that end otherwise, such as `&quot;`, need no help.
 */
const ESCAPE = /(?:\\[abefnrtv0]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|%(?:25)?[0-9A-Fa-f]{2}|\[[0-9;]{0,16}m)$/;

/** So many characters before a key are looked at for an escape: the longest is a colour, `[38;2;255;255;255m`. */
const LONGEST_ESCAPE = 18;

/** Whether a key may begin at this place of the text: at its start, after a stop, or after an escape. */
export function isBoundary(text: Buffer, at: number): boolean {
  if (!isWordByte(text[at - 1])) return true;
  return ESCAPE.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE), at));
}
