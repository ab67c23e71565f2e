import { readInPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, Place, Read } from "./anchor.ts";
import { chainAround, type Numerals } from "./char-codes.ts";
import { alphabetOf, runAround } from "./character-run.ts";
import { BEFORE, BEHIND, type Decoded, marker, markerIn, readDecoded } from "./decoded.ts";

const DIGITS = alphabetOf("0123456789abcdefABCDEF");

const text = (value: string) => Buffer.from(value, "latin1");
const lower = marker.toString("hex");
const upper = lower.toUpperCase();

/** The first three bytes need no letters; in case a line ends there, three of the last ones, which do. */
const BARE = [text(lower.slice(0, 6)), text(lower.slice(8, 14)), text(upper.slice(8, 14))];

/** What the bare hex around a digit says, which is the first of a byte. */
function hexAround(text: Buffer, at: number, before = BEFORE, behind = BEHIND): Decoded {
  const { characters, index, placeOf } = runAround(text, at, DIGITS, 2 * before, 2 * behind);
  const lead = index % 2;
  return {
    bytes: Buffer.from(characters.toString("latin1", lead), "hex"),
    own: (index - lead) / 2,
    stretchOf: (start, end) => ({ start: placeOf(lead + 2 * start), end: placeOf(lead + 2 * end - 1) + 1 }),
  };
}

function readBare(place: Place, needle: number): Read | null {
  return readInPieces(place, BARE[needle] ?? marker, (text, at) => {
    if (markerIn(hexAround(text, at, marker.length, marker.length)) === null) return null;
    return readDecoded(hexAround(text, at), "hex");
  });
}

const [FIRST, SECOND] = [lower.slice(0, 2), lower.slice(2, 4)] as const;
const BYTES: Numerals = { base: 16, most: 2 };

/** Bytes that are parted by something, or have `0x` before them. */
const PARTED = [" ", ":", "-", ",", ", "].map((separator) => text(`${FIRST}${separator}${SECOND}`));
const PREFIXED = text(`0x${FIRST}`);

function readParted({ text, at }: Place, needle: number): Read | null {
  const decoded = chainAround(text, needle < PARTED.length ? at : at + 2, BYTES, [FIRST, SECOND]);
  return decoded && readDecoded(decoded, "hex");
}

/** Hexadecimal in either case: bare, and with something between the bytes. `\x54` is an escape, and stands there. */
export const HEX_ANCHORS: readonly Anchor[] = [
  { needles: BARE, read: readBare },
  { needles: [...PARTED, PREFIXED], read: readParted },
];
