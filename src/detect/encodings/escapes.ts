import type { Encoding } from "../../domain/candidate.ts";
import { isKeyByte } from "../keys/boundary.ts";
import { type Anchor, type AnchorResult, type NeedleMatch } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE, readDecoded } from "./decoded.ts";
import { type EscapeKind, isEscapeStart, isFollowedByEscaped, parseEscapeAt } from "./escape-syntax.ts";

/** The key characters and escapes around a place, unescaped; `encodingOf` says how a range of them was written. */
type UnescapedText = DecodedText & { encodingOf: (start: number, end: number) => Encoding };

/** Stands for any character outside of ASCII. */
const OTHER = 0x80;

/** Unescapes the key characters and escapes around a place. `isDecimal`: numbers after a backslash are decimal. */
function unescapeAround(text: Buffer, at: number, isDecimal: boolean): UnescapedText {
  const near = unescapeFrom(text, at, findRunStart(text, at, MOST_BEFORE), isDecimal);
  // With many escapes, that was not far enough back.
  return near.origin >= MOST_BEFORE / 2
    ? near
    : unescapeFrom(text, at, findRunStart(text, at, MOST_BEFORE * LONGEST), isDecimal);
}

/** A character, and where and how it is written; `kind` is null for one that is not escaped. */
type Character = { byte: number; start: number; kind: EscapeKind | null };

function unescapeFrom(text: Buffer, at: number, start: number, isDecimal: boolean): UnescapedText {
  const slice = text.toString("latin1", start, Math.min(text.length, at + MOST_AFTER * LONGEST));
  const characters: Character[] = [];
  let [origin, place] = [0, 0];
  while (place < slice.length && characters.length < origin + MOST_AFTER) {
    if (start + place <= at) origin = characters.length;
    const escape = parseEscapeAt(slice, place, isDecimal);
    const byte = escape ? escape.code : slice.charCodeAt(place);
    characters.push({ byte: byte < OTHER ? byte : OTHER, start: start + place, kind: escape?.kind ?? null });
    place += escape?.length ?? 1;
    if (!escape && !isKeyByte(byte) && start + place > at) break;
  }
  const last = start + place;
  return {
    bytes: Buffer.from(characters.map(({ byte }) => byte)),
    origin,
    rangeOf: (first, end) => ({ start: characters[first]?.start ?? at, end: characters[end]?.start ?? last }),
    encodingOf: (first, end) => encodingOf(characters.slice(first, end).map(({ kind }) => kind)),
  };
}

/**
 * Percent-encoding if there are no other escapes, hexadecimal if all characters are; any other mixture counts as codes.
 */
function encodingOf(kinds: readonly (EscapeKind | null)[]): Encoding {
  if (kinds.every((kind) => kind === "hex")) return "hex";
  const met = new Set(kinds);
  met.delete(null);
  if (met.size === 0) return "plain";
  return met.size === 1 && met.has("percent") ? "percent" : "char-codes";
}

/** Where the key and escape characters before a place begin, and the context before them. */
function findRunStart(text: Buffer, at: number, most: number): number {
  const bottom = Math.max(0, at - most);
  let start = at;
  while (start > bottom && isEscapeByte(text[start - 1])) start -= 1;
  return Math.max(0, start - CONTEXT);
}

/**
 * Whether a key may begin somewhere depends on what stands before it: a terminal's colour ends in a letter, as in
 * `[32m`.
 */
const CONTEXT = 18;

/** The longest escape that is used for every character of a key: `&#x0054;`. */
const LONGEST = 8;

function isEscapeByte(byte: number | undefined): boolean {
  return isKeyByte(byte) || isEscapeStart(byte) || (byte !== undefined && OF_ESCAPE.includes(byte));
}

const OF_ESCAPE = Buffer.from("#;{}");

/** Reads the key characters and escapes around a place that is within a marker. */
export function readEscapes(text: Buffer, at: number, isDecimal = false): AnchorResult | null {
  const unescaped = unescapeAround(text, at, isDecimal);
  return readDecoded(unescaped, unescaped.encodingOf);
}

const code = MARKER_BYTES[0] ?? 0;
const hex = code.toString(16);
const OCTAL = [`\\${code.toString(8)}`];
const NEEDLES = [
  `\\x${hex}`,
  `x{${hex}`,
  `u00${hex}`,
  `u{${hex}`,
  `%${hex}`,
  `%25${hex}`,
  `#x${hex}`,
  `#${code};`,
  ...OCTAL,
];
const DECIMAL_NEEDLES = [`\\${code}`, `\\0${code}`];

function read({ text, at }: NeedleMatch, needle: number): AnchorResult | null {
  // The escape may begin before the needle.
  let start = at;
  while (at - start < 4 && isEscapeStart(text[start - 1])) start -= 1;
  const isDecimal = needle >= NEEDLES.length;
  return isFollowedByEscaped(MARKER_BYTES, text, start, isDecimal) ? readEscapes(text, start, isDecimal) : null;
}

/** Keys with all characters escaped, or the marker's first one; `plain.ts` reads the others. */
export const ESCAPE_ANCHORS: readonly Anchor[] = [
  { needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((needle) => Buffer.from(needle, "latin1")), read },
];
