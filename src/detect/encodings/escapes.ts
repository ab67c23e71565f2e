import type { Encoding } from "../../domain/candidate.ts";
import { isKeyByte } from "../keys/boundary.ts";
import { type Anchor, type AnchorResult, type NeedleMatch } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE, readDecoded } from "./decoded.ts";
import { type EscapeKind, isEscapeStart, isFollowedByEscaped, parseEscapeAt } from "./escape-syntax.ts";

/** What key characters and escapes around a place say, with how they were written from one byte to another. */
type UnescapedText = DecodedText & { encodingOf: (start: number, end: number) => Encoding };

/** Stands for what is no character of ASCII. */
const OTHER = 0x80;

/** What the key characters and escapes around a place say. `isDecimal`: numbers behind a backslash are decimal. */
function unescapeAround(text: Buffer, at: number, isDecimal: boolean): UnescapedText {
  const near = unescapeFrom(text, at, findRunStart(text, at, MOST_BEFORE), isDecimal);
  // Where there are many escapes, that was not far enough.
  return near.origin >= MOST_BEFORE / 2
    ? near
    : unescapeFrom(text, at, findRunStart(text, at, MOST_BEFORE * LONGEST), isDecimal);
}

function unescapeFrom(text: Buffer, at: number, start: number, isDecimal: boolean): UnescapedText {
  const slice = text.toString("latin1", start, Math.min(text.length, at + MOST_AFTER * LONGEST));
  const most = Math.min(slice.length, at - start + MOST_AFTER);
  const bytes = Buffer.alloc(most);
  const starts = new Uint32Array(most + 1);
  const kinds: EscapeKind[] = [];
  let [origin, count, place] = [0, 0, 0];
  while (place < slice.length && count < Math.min(most, origin + MOST_AFTER)) {
    if (start + place <= at) origin = count;
    const escape = parseEscapeAt(slice, place, isDecimal);
    if (escape) kinds[count] = escape.kind;
    const byte = escape ? escape.code : slice.charCodeAt(place);
    bytes[count] = byte < OTHER ? byte : OTHER;
    starts[count] = start + place;
    count += 1;
    place += escape?.length ?? 1;
    if (!escape && !isKeyByte(byte) && start + place > at) break;
  }
  starts[count] = start + place;
  return {
    bytes: bytes.subarray(0, count),
    origin,
    rangeOf: (first, behind) => ({ start: starts[first] ?? at, end: starts[behind] ?? at }),
    encodingOf: (first, behind) =>
      encodingOf(Array.from({ length: behind - first }, (_, index) => kinds[first + index])),
  };
}

/** Percent-encoding if there is no other escape, hexadecimal if all is; any other mixture counts as codes. */
function encodingOf(kinds: readonly (EscapeKind | undefined)[]): Encoding {
  if (kinds.every((kind) => kind === "hex")) return "hex";
  const met = new Set(kinds);
  met.delete(undefined);
  if (met.size === 0) return "plain";
  return met.size === 1 && met.has("percent") ? "percent" : "char-codes";
}

/** Where the key characters and characters of escapes begin that end before a place, with what stands before them. */
function findRunStart(text: Buffer, at: number, most: number): number {
  const bottom = Math.max(0, at - most);
  let start = at;
  while (start > bottom && isEscapeByte(text[start - 1])) start -= 1;
  return Math.max(0, start - CONTEXT);
}

/** What stands before the run may be what says that a key can begin there: the end of a colour's code, as in `[32m`. */
const CONTEXT = 18;

/** The longest escape that is met for every character of a key: `&#x0054;`. */
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
  // What of the escape stands before the needle belongs to it.
  let start = at;
  while (at - start < 4 && isEscapeStart(text[start - 1])) start -= 1;
  const isDecimal = needle >= NEEDLES.length;
  return isFollowedByEscaped(MARKER_BYTES, text, start, isDecimal) ? readEscapes(text, start, isDecimal) : null;
}

/** Keys of which all characters are escaped, or the first of the marker is; `plain.ts` sees to the others. */
export const ESCAPE_ANCHORS: readonly Anchor[] = [
  { needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((one) => Buffer.from(one, "latin1")), read },
];
