import { readInPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { type NumberFormat, readNumberList } from "./char-codes.ts";
import { createAlphabet, readRunAround } from "./character-run.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE, mayHoldMarker } from "./decoded.ts";
import { readDecoded } from "./formatting/read-decoded.ts";
import { readDump } from "./listings/dump.ts";

const DIGITS = createAlphabet("0123456789abcdefABCDEF");

const text = (value: string) => Buffer.from(value, "latin1");
const lower = MARKER_BYTES.toString("hex");
const upper = lower.toUpperCase();

/**
 * Three of the marker's first bytes, whose digits are the same in both cases; and three of its last, in case a line
 * ends before.
 */
const BARE = [text(lower.slice(0, 6)), text(lower.slice(8, 14)), text(upper.slice(8, 14))];

/** Decodes the hex digits around one that is the first of a byte. */
function decodeHexAround(text: Buffer, at: number, before = MOST_BEFORE, after = MOST_AFTER): DecodedText {
  const { characters, index, placeOf } = readRunAround(text, at, DIGITS, 2 * before, 2 * after);
  const lead = index % 2;
  return {
    bytes: Buffer.from(characters.toString("latin1", lead), "hex"),
    origin: (index - lead) / 2,
    rangeOf: (start, end) => ({ start: placeOf(lead + 2 * start), end: placeOf(lead + 2 * end - 1) + 1 }),
  };
}

function readBare(place: NeedleMatch, needle: number): AnchorResult | null {
  const read = readBareInPieces(place, needle);
  return read?.key?.confidence === "certain" ? read : (readDump(place.text, place.at) ?? read);
}

function readBareInPieces(place: NeedleMatch, needle: number): AnchorResult | null {
  return readInPieces(place, BARE[needle] ?? MARKER_BYTES, (text, at) => {
    if (!mayHoldMarker(decodeHexAround(text, at, MARKER_BYTES.length, MARKER_BYTES.length))) return null;
    return readDecoded(decodeHexAround(text, at), "hex", place);
  });
}

const [FIRST, SECOND] = [lower.slice(0, 2), lower.slice(2, 4)] as const;
const BYTES: NumberFormat = { base: 16, most: 2 };

/** Bytes with separators between them, or with `0x` before each. */
const PARTED = [" ", ":", "-", ",", ", "].map((separator) => text(`${FIRST}${separator}${SECOND}`));
const PREFIXED = text(`0x${FIRST}`);

function readParted({ text, at, mayJoin }: NeedleMatch, needle: number): AnchorResult | null {
  const decoded = readNumberList(text, needle < PARTED.length ? at : at + 2, BYTES, [FIRST, SECOND]);
  const read = decoded && readDecoded(decoded, "hex", { mayJoin });
  return read?.key?.confidence === "certain" ? read : (readDump(text, at) ?? read);
}

/** A marker in the groups of dumps that show no text, wherever a line or a group ends; and in words, swapped. */
const GROUPED = [
  "33 42",
  "5433 42",
  "54 3342",
  "3342 6c",
  "426c 62",
  "3354 6c",
  "6c42 6b",
  "4233 62",
  "626c 46",
].concat(["6c423354", "423354", "6b626c42", "626c4233"]);
const DUMPED = [...new Set([...GROUPED, ...GROUPED.map((needle) => needle.toUpperCase())])].map(text);

/** Hexadecimal in either case: bare, and with separators between the bytes. For `\x54` see `escapes.ts`. */
export const HEX_ANCHORS: readonly Anchor[] = [
  { needles: BARE, read: readBare },
  { needles: [...PARTED, PREFIXED], read: readParted },
  { needles: DUMPED, read: ({ text, at }) => readDump(text, at) },
];
