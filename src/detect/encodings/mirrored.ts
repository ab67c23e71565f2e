import { isBoundary } from "../keys/boundary.ts";
import { countSteps } from "../steps/steps.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "./decoded.ts";
import { readDecoded } from "./formatting/read-decoded.ts";

/** A letter of ASCII, rotated by thirteen; any other byte as it is. */
function rotate13(byte: number): number {
  const letter = byte | 0x20;
  if (letter < 0x61 || letter > 0x7a) return byte;
  return letter < 0x6e ? byte + 13 : byte - 13;
}

function readRotated({ text, at, mayJoin }: NeedleMatch): AnchorResult | null {
  const start = Math.max(0, at - MOST_BEFORE);
  const bytes = Buffer.from(text.subarray(start, at + MOST_AFTER).map(rotate13));
  countSteps(2 * bytes.length);
  const rangeOf = (from: number, to: number) => ({ start: start + from, end: start + to });
  // The letter of an escape is rotated as well: whether a key may begin there shows in the text itself.
  return readDecoded({ bytes, origin: at - start, rangeOf }, "rot13", {
    mayStart: (index) => isBoundary(text, start + index),
    mayJoin,
  });
}

function readReversed({ text, at, mayJoin }: NeedleMatch): AnchorResult | null {
  // What follows a key's marker stands before it here, and the other way round.
  const [start, end] = [Math.max(0, at - MOST_AFTER), Math.min(text.length, at + MARKER_BYTES.length + MOST_BEFORE)];
  const bytes = Buffer.from(text.subarray(start, end).toReversed());
  countSteps(bytes.length);
  const rangeOf = (from: number, to: number) => ({ start: end - to, end: end - from });
  return readDecoded({ bytes, origin: end - at - MARKER_BYTES.length, rangeOf }, "reversed", { mayJoin });
}

/** Written backwards, and in ROT13: both are used to hide keys from scanners. */
export const MIRRORED_ANCHORS: readonly Anchor[] = [
  { needles: [Buffer.from(MARKER_BYTES.toReversed())], read: readReversed },
  { needles: [Buffer.from(MARKER_BYTES.map(rotate13))], read: readRotated },
];
