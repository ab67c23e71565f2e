import { readInPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { createAlphabet, readRunAround } from "./character-run.ts";
import {
  composeDecoding,
  type DecodedText,
  findNearestNeedle,
  MARKER_BYTES,
  MOST_AFTER,
  MOST_BEFORE,
  mayHoldMarker,
} from "./decoded.ts";
import { readDecoded } from "./formatting/read-decoded.ts";
import { decodeWideAround, encodeWide, UTF16_NEEDLE } from "./wide-characters.ts";

/**
 * Characters that the base64 of any text with certain bytes has; `group`: which of four characters the first one is.
 */
export type Base64Needle = { bytes: Buffer; group: number };

/** Both alphabets, RFC 4648 sections 4 and 5. A marker is letters and digits in both. */
export const BASE64_ALPHABET = createAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

/** How bytes look in base64, wherever in a text they stand: one form for each place in a group of three bytes. */
export function encodeAtEachPhase(bytes: Buffer): readonly Base64Needle[] {
  return [0, 1, 2].map((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString("base64url");
    const [first, end] = [Math.ceil((8 * lead) / 6), Math.floor((8 * (lead + bytes.length)) / 6)];
    return { bytes: Buffer.from(encoded.slice(first, end), "latin1"), group: first };
  });
}

/** Both halves, since a line or a piece may end within the needle. */
function cutInHalves({ bytes, group }: Base64Needle): readonly Base64Needle[] {
  const half = bytes.length >> 1;
  return [
    { bytes: bytes.subarray(0, half), group },
    { bytes: bytes.subarray(half), group: (group + half) % 4 },
  ];
}

const ONCE = encodeAtEachPhase(MARKER_BYTES).flatMap(cutInHalves);
const TWICE = ONCE.flatMap(({ bytes }) => encodeAtEachPhase(bytes));
/** The first characters are enough: PowerShell writes it on one line. */
const WIDE = encodeAtEachPhase(encodeWide(MARKER_BYTES, 2)).map(({ bytes, group }) => ({
  bytes: bytes.subarray(0, 7),
  group,
}));

const bytesOf = (all: readonly Base64Needle[]) => all.map(({ bytes }) => bytes);
const [ONCE_NEEDLES, TWICE_NEEDLES, WIDE_NEEDLES] = [ONCE, TWICE, WIDE].map(bytesOf) as [Buffer[], Buffer[], Buffer[]];

/** Decodes the base64 around a character whose place in a group of four is known. */
export function decodeBase64Around(
  text: Buffer,
  at: number,
  group: number,
  before = MOST_BEFORE,
  after = MOST_AFTER,
): DecodedText {
  const { characters, index, placeOf } = readRunAround(
    text,
    at,
    BASE64_ALPHABET,
    countCharacters(before),
    countCharacters(after),
  );
  // What stands before the first whole group belongs to something else, or was cut.
  const lead = (((index - group) % 4) + 4) % 4;
  return {
    bytes: Buffer.from(characters.toString("latin1", lead), "base64"),
    origin: Math.floor(((index - lead) * 3) / 4),
    rangeOf: (start, end) => ({
      start: placeOf(lead + Math.floor((start * 4) / 3)),
      end: placeOf(lead + Math.ceil((end * 4) / 3) - 1) + 1,
    }),
  };
}

function countCharacters(bytes: number): number {
  return Math.ceil((bytes * 4) / 3) + 4;
}

/** A text that was encoded by itself begins a group, whatever stands before it. */
const mayStart = (index: number) => index % 3 === 0;

function readOnce(place: NeedleMatch, needle: number): AnchorResult | null {
  const { bytes, group } = ONCE[needle] ?? { bytes: MARKER_BYTES, group: 0 };
  return readInPieces(place, bytes, (text, at) => {
    if (!mayHoldMarker(decodeBase64Around(text, at, group, MARKER_BYTES.length, 2 * MARKER_BYTES.length))) return null;
    return readDecoded(decodeBase64Around(text, at, group), "base64", { mayStart, mayJoin: place.mayJoin });
  });
}

/** Base64 within base64 takes four bytes for three, and some for the ends of lines. */
const [BEFORE_INNER, BEHIND_INNER] = [MOST_BEFORE, MOST_AFTER].map((bytes) => Math.ceil(bytes * 1.5)) as [
  number,
  number,
];

function readTwice({ text, at, mayJoin }: NeedleMatch, needle: number): AnchorResult | null {
  const outer = decodeBase64Around(text, at, TWICE[needle]?.group ?? 0, BEFORE_INNER, BEHIND_INNER);
  const near = findNearestNeedle(ONCE_NEEDLES, outer.bytes, outer.origin - 1);
  if (!near) return null;
  const inner = decodeBase64Around(outer.bytes, near.at, ONCE[near.needle]?.group ?? 0);
  return readDecoded(composeDecoding(outer, inner), "base64", { mayStart, mayJoin });
}

/** Base64 of UTF-16, which PowerShell takes for `-EncodedCommand`. */
function readWide({ text, at }: NeedleMatch, needle: number): AnchorResult | null {
  const outer = decodeBase64Around(text, at, WIDE[needle]?.group ?? 0, 2 * MOST_BEFORE, 2 * MOST_AFTER);
  const near = findNearestNeedle([UTF16_NEEDLE], outer.bytes, outer.origin - 1);
  return near && readDecoded(composeDecoding(outer, decodeWideAround(outer.bytes, near.at, 0, 2)), "base64");
}

/** Base64, base64 of base64, and base64 of UTF-16. */
export const BASE64_ANCHORS: readonly Anchor[] = [
  { needles: ONCE_NEEDLES, read: readOnce },
  { needles: TWICE_NEEDLES, read: readTwice },
  { needles: WIDE_NEEDLES, read: readWide },
];
