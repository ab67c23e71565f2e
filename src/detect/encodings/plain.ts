import { isKeyByte, isWordByte } from "../keys/boundary.ts";
import { LONGEST_BODY } from "../keys/families.ts";
import { findKeyAround } from "../keys/key-span.ts";
import { readPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { hasBytesAt, MARKER_BYTES, toDecodedKey } from "./decoded.ts";
import { BROKEN_NEEDLES, isContinuedAfter } from "./formatting/broken-needles.ts";
import { chooseSurer, readDecoded } from "./formatting/read-decoded.ts";
import { isMarkerShownAt, readShown } from "./formatting/read-shown.ts";
import { readDump } from "./listings/dump.ts";

/**
 * The halves of the marker: one of them is whole even where a character is escaped, or where the marker is cut in two.
 */
const HALF = MARKER_BYTES.length / 2;
const [FIRST, SECOND] = [MARKER_BYTES.subarray(0, HALF), MARKER_BYTES.subarray(HALF)];
const HALVES = [FIRST, SECOND];

function read(place: NeedleMatch, needle: number): AnchorResult | null {
  if (needle >= HALVES.length) return readBroken(place, needle - HALVES.length);
  const at = needle === 0 ? place.at : place.at - HALF;
  return hasBytesAt(MARKER_BYTES, place.text, at) ? readWhole({ ...place, at }) : readHalf(place, needle === 0);
}

/** Reads around a marker with something in its first half. */
function readBroken(place: NeedleMatch, needle: number): AnchorResult | null {
  const { text, at } = place;
  return isContinuedAfter(needle, text, at) && isMarkerShownAt(text, at) ? readShown(text, at, place) : null;
}

/** Reads around a marker: the text as it is, else as it is shown, else joined with the pieces around it. */
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

  const shown = readShown(text, at, place);
  if (shown?.key?.confidence === "certain") return shown;
  return readDump(text, at) ?? readPieces(place, FIRST, plain, readJoined) ?? chooseSurer(plain, shown);
}

/** Reads around a half of a marker: the text as it is shown, or joined with the pieces around it. */
function readHalf(place: NeedleMatch, isFirst: boolean): AnchorResult | null {
  const { text, at } = place;
  const shown =
    isFirst && isWordByte(text[at + HALF + countOfSecond(text, at + HALF)]) ? null : readShown(text, at, place);
  if (shown?.key?.confidence === "certain") return shown;
  const dump = readDump(text, at);
  if (dump) return dump;
  const isCut = isFirst ? isCutAfter(text, at + HALF) : isCutBefore(text, at);
  return (isCut ? readPieces(place, isFirst ? FIRST : SECOND, shown, readJoined) : null) ?? shown;
}

function countOfSecond(text: Buffer, at: number): number {
  let count = 0;
  while (text[at + count] === SECOND[count]) count += 1;
  return count;
}

/** Whether the marker is cut after this place, by something other than base64, and its rest is near. */
function isCutAfter(text: Buffer, at: number): boolean {
  const count = countOfSecond(text, at);
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

/** Keys as they are, as a document or a terminal writes them, or in pieces. */
export const PLAIN_ANCHORS: readonly Anchor[] = [{ needles: [...HALVES, ...BROKEN_NEEDLES], read }];
