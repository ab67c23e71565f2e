import { PLACEHOLDERS } from "./mapped-text.ts";

const { softHyphen, dash, likeHyphen } = PLACEHOLDERS;

/** What nobody sees: Unicode's ignorable characters, format controls, marks over a letter, and the thinnest blanks. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\u2005-\u200a\u202f\u205f\u2800]$/u;

/** Dashes that typesetters make of two or three hyphens, and of one. */
const DASHES = /^[\u2013-\u2015\u2e3a\u2e3b\ufe31\ufe32\ufe58]$/u;

/** Dashes, and what is taken for a hyphen: minus signs, a bullet, a box's line, a long vowel. */
const LIKE_HYPHEN = /^[\p{Pd}\u02d7\u2043\u2053\u207b\u208b\u2212\u2500\u2796\u30fc]$/u;

/** What is taken for an underscore. */
const LIKE_UNDERSCORE = /^[\u02cd\u2017\u203f\ufe33\ufe34\ufe4d-\ufe4f\uff3f]$/u;

/** What a code point outside of ASCII says in a key; null where it is none of a key's. */
export function showCodePoint(code: number): string | null {
  const known = SHOWN.get(code);
  if (known !== undefined) return known;
  const shown = classifyCodePoint(String.fromCodePoint(code));
  // As many as a text of one script has; a text of all of Unicode is no reason to keep all of it.
  if (SHOWN.size < MOST_KEPT) SHOWN.set(code, shown);
  return shown;
}

const SHOWN = new Map<number, string | null>();
const MOST_KEPT = 4096;

function classifyCodePoint(character: string): string | null {
  if (character === "\u00ad") return softHyphen;
  if (INVISIBLE.test(character)) return "";
  if (DASHES.test(character)) return dash;
  if (LIKE_HYPHEN.test(character)) return likeHyphen;
  if (LIKE_UNDERSCORE.test(character)) return "_";
  // Full width, mathematical and circled letters and digits (UAX #15).
  const plain = character.normalize("NFKC");
  return /^[A-Za-z0-9_-]$/.test(plain) ? plain : null;
}

/** What a byte outside of ASCII says that is no UTF-8: in Windows-1252 and ISO 8859-1. */
export function showLegacyByte(byte: number): string | null {
  if (byte === 0xad) return softHyphen;
  return byte === 0x96 || byte === 0x97 ? dash : null;
}

/** A code point in UTF-8, a byte a character. */
export function writeUtf8(code: number): string {
  return code < 0x80 ? String.fromCharCode(code) : Buffer.from(String.fromCodePoint(code)).toString("latin1");
}

/** A character of UTF-8 whose bytes are the characters of a text from `at` on; null where there is none. */
export function readUtf8At(text: string, at: number): { code: number; length: number } | null {
  const first = text.charCodeAt(at);
  const length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf8) return null;
  let code = first & (0x7f >> length);
  for (let index = 1; index < length; index += 1) {
    const next = text.charCodeAt(at + index);
    if ((next & 0xffc0) !== 0x80) return null;
    code = (code << 6) | (next & 0x3f);
  }
  return code > 0x10ffff ? null : { code, length };
}

/** A character whose UTF-8 was taken for Windows-1252 and encoded once more; null where there is none. */
export function readUtf8TwiceAt(text: string, at: number): { code: number; length: number } | null {
  let [bytes, place] = ["", at];
  while (bytes.length < 4) {
    const next = readUtf8At(text, place);
    const byte = next && toWindowsByte(next.code);
    if (!next || byte === null) return null;
    bytes += String.fromCharCode(byte);
    place += next.length;
    const inner = readUtf8At(bytes, 0);
    if (inner?.length === bytes.length) return { code: inner.code, length: place - at };
  }
  return null;
}

/** Windows-1252 from 0x80 to 0x9f; Node's decoder takes it for ISO 8859-1 in some versions. */
const WINDOWS =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** The byte of a code point outside of ASCII in Windows-1252; null where it has none. */
function toWindowsByte(code: number): number | null {
  if (code >= 0xa0 && code <= 0xff) return code;
  const index = code < 0x80 ? -1 : WINDOWS.indexOf(String.fromCodePoint(code));
  return index < 0 ? null : 0x80 + index;
}
