import { isBoundary } from "../keys/boundary.ts";
import type { Anchor, Place, Read } from "./anchor.ts";
import { BEFORE, BEHIND, marker, readDecoded } from "./decoded.ts";

/** A letter of ASCII, thirteen further on; anything else as it is. */
export function rotated(byte: number): number {
  const letter = byte | 0x20;
  if (letter < 0x61 || letter > 0x7a) return byte;
  return letter < 0x6e ? byte + 13 : byte - 13;
}

function readRotated({ text, at }: Place): Read | null {
  const start = Math.max(0, at - BEFORE);
  const bytes = Buffer.from(text.subarray(start, at + BEHIND).map(rotated));
  const stretchOf = (from: number, to: number) => ({ start: start + from, end: start + to });
  // The letter of an escape is turned as well: whether a key may begin there shows in the text as it is.
  return readDecoded({ bytes, own: at - start, stretchOf }, "rot13", (index) => isBoundary(text, start + index));
}

function readReversed({ text, at }: Place): Read | null {
  // What a key has behind its marker stands before it here, and the other way round.
  const [start, end] = [Math.max(0, at - BEHIND), Math.min(text.length, at + marker.length + BEFORE)];
  const bytes = Buffer.from(text.subarray(start, end).toReversed());
  const stretchOf = (from: number, to: number) => ({ start: end - to, end: end - from });
  return readDecoded({ bytes, own: end - at - marker.length, stretchOf }, "reversed");
}

/** Written backwards, and with letters thirteen further on: both said to be for hiding keys from scanners. */
export const MIRRORED_ANCHORS: readonly Anchor[] = [
  { needles: [Buffer.from(marker.toReversed())], read: readReversed },
  { needles: [Buffer.from(marker.map(rotated))], read: readRotated },
];
