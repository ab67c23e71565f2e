import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE, readDecoded } from "./decoded.ts";

/** ASCII in UTF-16LE without the zero at its end, so that the bytes are the same in UTF-16BE. */
export function encodeUtf16(text: Buffer): Buffer {
  return Buffer.from(text.toString("latin1"), "utf16le").subarray(0, -1);
}

/** Half a marker, which is enough to look closer. */
export const UTF16_NEEDLE = encodeUtf16(MARKER_BYTES.subarray(0, MARKER_BYTES.length / 2));

/** Decodes the UTF-16 around a character of ASCII; `offset` is where the text begins in the blob. */
export function decodeUtf16Around(text: Buffer, at: number, offset: number): DecodedText {
  let [start, end] = [at, at];
  const [bottom, top] = [Math.max(0, at - 2 * MOST_BEFORE), Math.min(text.length, at + 2 * MOST_AFTER)];
  while (start - 2 >= bottom && text[start - 1] === 0) start -= 2;
  while (end + 2 < top && text[end + 1] === 0) end += 2;
  const bytes = Buffer.alloc((end - start) / 2 + 1);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = text[start + 2 * index] ?? 0;
  return {
    bytes,
    origin: (at - start) / 2,
    rangeOf: (from, to) => {
      const [first, end] = [start + 2 * from, start + 2 * to];
      const big = isBigEndian(text, first, end, offset) ? 1 : 0;
      return { start: first - big, end: Math.min(text.length, end - big) };
    },
  };
}

/**
 * ASCII characters have zeros on both sides in either byte order; an end of the text, or an even offset, tells which.
 */
function isBigEndian(text: Buffer, first: number, end: number, offset: number): boolean {
  if (text[first - 1] !== 0) return false;
  if (text[end - 1] !== 0) return true;
  return (offset + first) % 2 === 1;
}

function read({ text, at, offset }: NeedleMatch): AnchorResult | null {
  return readDecoded(decodeUtf16Around(text, at, offset), "utf-16");
}

/** UTF-16 in either byte order, with or without a mark, at even and at odd offsets. */
export const UTF16_ANCHORS: readonly Anchor[] = [{ needles: [UTF16_NEEDLE], read }];
