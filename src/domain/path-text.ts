/**
 * Paths as text. On most systems a name is bytes of any encoding, and a report is text: bytes that are not UTF-8 stand as
 * `\xe9`. A backslash that would read as the beginning of such an escape stands as `\x5c`, so that no two names share a
 * text, and a text leads back to its name.
 */

/** An escape in the text of a path. */
const ESCAPE = /\\x([0-9a-f]{2})/g;

/** Characters of UTF-8 (RFC 3629, section 4), in latin1; in the group, a byte that is part of none. */
const SEQUENCE = new RegExp(
  [
    "[\\xc2-\\xdf][\\x80-\\xbf]",
    "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
    "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
    "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
    "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
    "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
    "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
    "([\\x80-\\xff])",
  ].join("|"),
  "g",
);

/** The text of a path, from its bytes. */
export function decodePath(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  // The replacement character stands for what is no UTF-8, and seldom for itself.
  if (!text.includes("\ufffd") && !text.includes("\\x")) return text;
  const escaped = bytes
    .toString("latin1")
    .replaceAll(/\\(?=x[0-9a-f]{2})/g, String.raw`\x5c`)
    .replaceAll(SEQUENCE, (sequence, stray?: string) => (stray === undefined ? sequence : escapeByte(stray)));
  return Buffer.from(escaped, "latin1").toString("utf8");
}

/** The bytes of a path, from its text. */
export function encodePath(text: string): Buffer {
  if (!text.includes("\\x")) return Buffer.from(text);
  const parts = text.split(ESCAPE); // Every second part is what the group matched.
  return Buffer.concat(parts.map((part, at) => Buffer.from(part, at % 2 === 1 ? "hex" : "utf8")));
}

/** A path as part of an address (RFC 3986): its bytes, percent-encoded. A lone surrogate, which has none, is replaced. */
export function encodePathForUrl(text: string): string {
  const encoded = text.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return encoded.replaceAll(/%5Cx([0-9a-f]{2})/g, (_, hex: string) => `%${hex.toUpperCase()}`);
}

function escapeByte(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16)}`;
}
