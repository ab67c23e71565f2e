import { isKeyByte, isWordByte } from "../keys/boundary.ts";
import { LONGEST_BODY } from "../keys/families.ts";
import { findKeyAround } from "../keys/key-span.ts";
import { readPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { hasBytesAt, MARKER_BYTES, readDecoded, toDecodedKey } from "./decoded.ts";
import { isEscapeStart, isFollowedByEscaped, isPrecededByEscaped } from "./escape-syntax.ts";
import { readEscapes } from "./escapes.ts";

/**
 * The halves of the marker: one of them is whole even where a character is escaped, or where the marker is cut in two.
 */
const HALF = MARKER_BYTES.length / 2;
const [FIRST, SECOND] = [MARKER_BYTES.subarray(0, HALF), MARKER_BYTES.subarray(HALF)];
const HALVES = [FIRST, SECOND];

function read(place: NeedleMatch, needle: number): AnchorResult | null {
  const at = needle === 0 ? place.at : place.at - HALF;
  return hasBytesAt(MARKER_BYTES, place.text, at) ? readWhole({ ...place, at }) : readHalf(place, needle === 0);
}

/** Reads around a marker: the text as it is, else unescaped, else joined with the pieces around it. */
function readWhole(place: NeedleMatch): AnchorResult {
  const { text, at, floor } = place;
  const markerEnd = at + MARKER_BYTES.length;
  const span = findKeyAround(text, at, floor);
  const plain: AnchorResult = {
    key: span && toDecodedKey(text, span, "plain"),
    marker: [{ start: at, end: markerEnd }],
  };
  if (span?.confidence === "certain") return plain;
  const [left, right] = [findRunStart(text, at), findRunEnd(text, markerEnd)];
  // In a picture or a source map that says "OpenAI" the run is endless, and there is nothing to join.
  if (at - left > LONGEST_BODY || right - markerEnd > LONGEST_BODY) return plain;

  const escaped = isEscaped(text, left, right) ? readEscapes(text, at) : null;
  if (escaped?.key?.confidence === "certain") return escaped;
  return readPieces(place, FIRST, plain, readJoined) ?? (plain.key ? plain : (escaped ?? plain));
}

/** Reads around a half of a marker: the text unescaped, or joined with the pieces around it. */
function readHalf(place: NeedleMatch, isFirst: boolean): AnchorResult | null {
  const { text, at } = place;
  if (isFirst ? isFollowedByEscaped(SECOND, text, at + HALF) : isPrecededByEscaped(FIRST, text, at))
    return readEscapes(text, at);
  if (isFirst ? !isCutAfter(text, at + HALF) : !isCutBefore(text, at)) return null;
  return readPieces(place, isFirst ? FIRST : SECOND, null, readJoined);
}

/** Whether the marker is cut after this place, by something other than base64, and its rest is near. */
function isCutAfter(text: Buffer, at: number): boolean {
  let count = 0;
  while (text[at + count] === SECOND[count]) count += 1;
  return !isWordByte(text[at + count]) && isNear(text, at, SECOND.subarray(count));
}

/** Whether the marker is cut before this place, perhaps by an escaped line end, and its rest is near. */
function isCutBefore(text: Buffer, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === FIRST[HALF - 1 - count]) count += 1;
  const before = at - 1 - count;
  const isEscape = text[before - 1] === 0x5c && (text[before] === 0x6e || text[before] === 0x72);
  return (isEscape || !isWordByte(text[before])) && isNear(text, at, FIRST.subarray(0, HALF - count));
}

/** Pieces of one key stand no further apart than this. */
const MOST_APART = 1024;

function isNear(text: Buffer, at: number, rest: Buffer): boolean {
  return text.subarray(Math.max(0, at - MOST_APART), at + MOST_APART).includes(rest);
}

function readJoined(joined: Buffer, at: number): AnchorResult | null {
  return readDecoded({ bytes: joined, origin: at, rangeOf: (start, end) => ({ start, end }) }, "split");
}

/** Whether there is an escape at an end of a run of key characters. */
function isEscaped(text: Buffer, left: number, right: number): boolean {
  return (
    isEscapeStart(text[right]) || isEscapeStart(text[left - 1]) || text[left - 1] === 0x3b || text[left - 1] === 0x7d
  );
}

/** Where the key characters before a place begin, as far back as a key can reach. */
function findRunStart(text: Buffer, at: number): number {
  let start = at;
  while (at - start <= LONGEST_BODY && isKeyByte(text[start - 1])) start -= 1;
  return start;
}

function findRunEnd(text: Buffer, at: number): number {
  let end = at;
  while (end - at <= LONGEST_BODY && isKeyByte(text[end])) end += 1;
  return end;
}

/** Keys as they are, with single characters escaped, or in pieces. */
export const PLAIN_ANCHORS: readonly Anchor[] = [{ needles: HALVES, read }];
