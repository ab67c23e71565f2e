import type { Encoding } from "../../domain/candidate.ts";
import { isKeyByte } from "../keys/boundary.ts";
import { type Anchor, type Place, type Read } from "./anchor.ts";
import { BEFORE, BEHIND, type Decoded, marker, readDecoded } from "./decoded.ts";
import { beginsEscape, escapeAt, followsEscaped, type Sort } from "./escape-syntax.ts";

/** What key characters and escapes around a place say, with how they were written from one byte to another. */
type Unescaped = Decoded & { encodingOf: (start: number, end: number) => Encoding };

/** Stands for what is no character of ASCII. */
const OTHER = 0x80;

/** What the key characters and escapes around a place say. `isDecimal`: numbers behind a backslash are decimal. */
function unescapedAround(text: Buffer, at: number, isDecimal: boolean): Unescaped {
  const near = unescapedFrom(text, at, startOfRun(text, at, BEFORE), isDecimal);
  // Where there are many escapes, that was not far enough.
  return near.own >= BEFORE / 2 ? near : unescapedFrom(text, at, startOfRun(text, at, BEFORE * LONGEST), isDecimal);
}

function unescapedFrom(text: Buffer, at: number, start: number, isDecimal: boolean): Unescaped {
  const slice = text.toString("latin1", start, Math.min(text.length, at + BEHIND * LONGEST));
  const most = Math.min(slice.length, at - start + BEHIND);
  const bytes = Buffer.alloc(most);
  const starts = new Uint32Array(most + 1);
  const sorts: Sort[] = [];
  let [own, count, place] = [0, 0, 0];
  while (place < slice.length && count < Math.min(most, own + BEHIND)) {
    if (start + place <= at) own = count;
    const escape = escapeAt(slice, place, isDecimal);
    if (escape) sorts[count] = escape.sort;
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
    own,
    stretchOf: (first, behind) => ({ start: starts[first] ?? at, end: starts[behind] ?? at }),
    encodingOf: (first, behind) =>
      encodingOf(Array.from({ length: behind - first }, (_, index) => sorts[first + index])),
  };
}

/** Percent-encoding if there is no other escape, hexadecimal if all is; any other mixture counts as codes. */
function encodingOf(sorts: readonly (Sort | undefined)[]): Encoding {
  if (sorts.every((sort) => sort === "hex")) return "hex";
  const met = new Set(sorts);
  met.delete(undefined);
  if (met.size === 0) return "plain";
  return met.size === 1 && met.has("percent") ? "percent" : "char-codes";
}

/** Where the key characters and characters of escapes begin that end before a place, with what stands before them. */
function startOfRun(text: Buffer, at: number, most: number): number {
  const bottom = Math.max(0, at - most);
  let start = at;
  while (start > bottom && isOfEscape(text[start - 1])) start -= 1;
  return Math.max(0, start - CONTEXT);
}

/** What stands before the run may be what says that a key can begin there: the end of a colour's code, as in `[32m`. */
const CONTEXT = 18;

/** The longest escape that is met for every character of a key: `&#x0054;`. */
const LONGEST = 8;

function isOfEscape(byte: number | undefined): boolean {
  return isKeyByte(byte) || beginsEscape(byte) || (byte !== undefined && OF_ESCAPE.includes(byte));
}

const OF_ESCAPE = Buffer.from("#;{}");

/** Reads the key characters and escapes around a place that is within a marker. */
export function readEscapes(text: Buffer, at: number, isDecimal = false): Read | null {
  const unescaped = unescapedAround(text, at, isDecimal);
  return readDecoded(unescaped, unescaped.encodingOf);
}

const code = marker[0] ?? 0;
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

function read({ text, at }: Place, needle: number): Read | null {
  // What of the escape stands before the needle belongs to it.
  let start = at;
  while (at - start < 4 && beginsEscape(text[start - 1])) start -= 1;
  const isDecimal = needle >= NEEDLES.length;
  return followsEscaped(marker, text, start, isDecimal) ? readEscapes(text, start, isDecimal) : null;
}

/** Keys of which all characters are escaped, or the first of the marker is; `plain.ts` sees to the others. */
export const ESCAPE_ANCHORS: readonly Anchor[] = [
  { needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((one) => Buffer.from(one, "latin1")), read },
];
