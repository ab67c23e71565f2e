/** Letters, digits, hyphen and underscore: what keys are made of. */
export function isKeyByte(byte: number | undefined): boolean {
  return isWordByte(byte) || byte === 0x2d || byte === 0x5f;
}

/** Letters and digits: right after one of these `sk-` is the end of something else, as in `task-`. */
export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Escapes that end in a letter or digit, and who writes them. Others end in a boundary anyway. */
const ESCAPES = [
  String.raw`\\[abefnrtvNLPZ]`, // a newline or other control character: C, JSON, Python, YAML, MySQL
  String.raw`\\[0-7]{1,3}`, // octal: C, shells
  String.raw`\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}`, // by number: C, JSON, Python
  String.raw`\\'[0-9A-Fa-f]{2}`, // by number: RTF
  "`[0abefnrtv]", // a newline or other control character: PowerShell
  "%(?:25)*[0-9A-Fa-f]{2}|%u[0-9A-Fa-f]{4}", // in addresses, however often encoded; JavaScript's `escape`
  "=(?:0[9AD]|2[0-9A-F]|3[A-F]|60)", // quoted-printable, RFC 2045 section 6.7: blanks and punctuation
  "&(?:quot|apos|amp|lt|gt|nbsp|#[0-9]{1,3}|#[Xx][0-9A-Fa-f]{2})", // HTML without its semicolon, which browsers accept
  String.raw`\[[0-9;]{0,16}m|\[[0-2]?K`, // colours of a terminal, ECMA-48; `grep --color` adds "erase the line"
];
const ESCAPE = new RegExp(`(?:${ESCAPES.join("|")})$`);

/** Escapes are looked for in this many characters before a key: the longest is a colour, `[38;2;255;255;255m`. */
const LONGEST_ESCAPE = 18;

/** Whether a key may begin at this place of the text: at its start, after a stop, or after an escape. */
export function isBoundary(text: Buffer, at: number): boolean {
  if (!isWordByte(text[at - 1])) return true;
  return ESCAPE.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE), at));
}
