import type { Encoding } from "../../domain/candidate.ts";
import { countSteps } from "../steps/steps.ts";
import type { Anchor, AnchorResult, CharacterWidth, NeedleMatch } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "./decoded.ts";
import { readDecoded } from "./formatting/read-decoded.ts";
import { isWideMarkerAt, listWideNeedles, readWideShown } from "./formatting/wide-text.ts";

/** ASCII in wide characters, without the zeros at either end, so that the bytes are the same in both byte orders. */
export function encodeWide(text: Buffer, width: CharacterWidth): Buffer {
  const bytes = Buffer.alloc(width * (text.length - 1) + 1);
  for (const [index, byte] of text.entries()) bytes[width * index] = byte;
  return bytes;
}

/** Half a marker is enough to look closer, and the other half stays where the first is broken. */
const HALVES = [MARKER_BYTES.subarray(0, MARKER_BYTES.length / 2), MARKER_BYTES.subarray(MARKER_BYTES.length / 2)];
const [HALF] = HALVES as [Buffer, Buffer];

/** What every key in UTF-16 has. */
export const UTF16_NEEDLE = encodeWide(HALF, 2);

/** Decodes the wide characters around one of ASCII; `offset` is where the text begins in the blob. */
export function decodeWideAround(text: Buffer, at: number, offset: number, width: CharacterWidth): DecodedText {
  let [start, end] = [at, at];
  const [bottom, top] = [Math.max(0, at - width * MOST_BEFORE), Math.min(text.length, at + width * MOST_AFTER)];
  while (start - width >= bottom && isZeroBetween(text, start - width, start)) start -= width;
  while (end + width < top && isZeroBetween(text, end, end + width)) end += width;
  const bytes = Buffer.alloc((end - start) / width + 1);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = text[start + width * index] ?? 0;
  countSteps(3 * bytes.length);
  return {
    bytes,
    origin: (at - start) / width,
    rangeOf: (from, to) => {
      const [first, end] = [start + width * from, start + width * to];
      const lead = isBigEndian(text, first, end, offset, width) ? width - 1 : 0;
      return { start: first - lead, end: Math.min(text.length, end - lead) };
    },
  };
}

/** Whether only zeros stand between two places. */
function isZeroBetween(text: Buffer, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (text[at] !== 0) return false;
  return true;
}

/**
 * ASCII characters have zeros on both sides in either byte order; an end of the text, or an offset that is a multiple
 * of the width, tells which.
 */
function isBigEndian(text: Buffer, first: number, end: number, offset: number, width: CharacterWidth): boolean {
  if (first < width - 1 || !isZeroBetween(text, first - width, first)) return false;
  if (text[end - 1] !== 0) return true;
  return (offset + first) % width === width - 1;
}

function createWideAnchor(width: CharacterWidth, encoding: Encoding): Anchor {
  const broken = listWideNeedles(width);
  return {
    needles: [...HALVES.map((half) => encodeWide(half, width)), ...broken],
    read: (place: NeedleMatch, needle): AnchorResult | null => {
      const { text, at, offset, mayJoin } = place;
      if (needle >= HALVES.length && !isWideMarkerAt(text, at, width)) return null;
      const plain = needle === 0 ? readDecoded(decodeWideAround(text, at, offset, width), encoding, { mayJoin }) : null;
      return plain?.key?.confidence === "certain" ? plain : (readWideShown(place, width, encoding) ?? plain);
    },
  };
}

/** UTF-16 and UTF-32 in either byte order, with or without a mark, at any offset. */
export const WIDE_ANCHORS: readonly Anchor[] = [createWideAnchor(2, "utf-16"), createWideAnchor(4, "utf-32")];
