import { type AnchorResult, CONTEXT_LENGTH, type DecodedKey, type NeedleMatch } from "../encodings/anchor.ts";
import { isPrefixAt, MARKER_BYTES } from "../encodings/decoded.ts";
import { isKeyByte } from "../keys/boundary.ts";
import type { ByteRange } from "../keys/key-reading.ts";
import { classifyKey } from "../placeholders/placeholders.ts";
import { listJoinAttempts } from "./join-pieces.ts";

/** Reads around a needle that stands at `at`. */
type ReadAt = (text: Buffer, at: number) => AnchorResult | null;

/** Reads around a needle in the text as it is, and where nothing is certain, with the pieces around it joined. */
export function readInPieces(place: NeedleMatch, needle: Buffer, read: ReadAt): AnchorResult | null {
  const asItIs = read(place.text, place.at);
  return asItIs?.key?.confidence === "certain" ? asItIs : (readPieces(place, needle, asItIs, read) ?? asItIs);
}

/**
 * Reads around a needle in the text that the pieces around it give when they are joined. Only what is certain counts,
 * since any two texts can be joined. Pieces that can be joined to more than one such key have more than one reading: a
 * planted piece must not hide the key. `before` is what was read in the text as it is.
 */
export function readPieces(
  place: NeedleMatch,
  needle: Buffer,
  before: AnchorResult | null,
  read: ReadAt,
): AnchorResult | null {
  const bottom = Math.max(0, place.at - CONTEXT_LENGTH);
  const at = place.at - bottom;
  const found: AnchorResult[] = [];
  let isMadeUp = false;
  for (const attempt of listJoinAttempts(place.text.subarray(bottom, place.at + CONTEXT_LENGTH), at)) {
    if ((attempt.isFramed && isMadeUp) || !place.mayJoin()) break;
    const whole: AnchorResult[] = [];
    for (const text of attempt.join()) {
      const own = findNeedle(text.bytes, needle, (index) => text.placeOf(index) === at);
      const result = own === null ? null : read(text.bytes, own);
      if (result?.key?.confidence !== "certain") continue;
      const located = locateJoined(place, text.bytes, result, (index) => bottom + text.placeOf(index));
      const isComplete = !isKeyByte(text.bytes[result.key.end]);
      const isKey = classifyKey(result.key.text, result.key.confidence).kind === "key";
      isMadeUp ||= located !== null && isComplete && !isKey;
      // Where a key ends within a piece, others are looked for: the number of a line moves all that follows it.
      if (located) (isComplete && isKey ? whole : found).push(located);
    }
    found.unshift(...whole);
    if (whole.length > 0) break;
  }
  return combineReadings(found, before);
}

/** The first of several results, with the readings of the others; null where there is none. */
function combineReadings(results: readonly AnchorResult[], before: AnchorResult | null): AnchorResult | null {
  const [first] = results;
  if (!first?.key) return null;
  const others = [...results.map(({ key }) => key), before?.key ?? null].flatMap((key) =>
    key ? [{ text: key.text, kind: key.kind, confidence: key.confidence }, ...key.others] : [],
  );
  return { ...first, key: { ...first.key, others: others.slice(1) } };
}

/** What was read in a joined text, with its places in the original; null where it takes a piece of another key. */
function locateJoined(
  place: NeedleMatch,
  joined: Buffer,
  { key, marker }: AnchorResult,
  placeOf: (index: number) => number,
): AnchorResult | null {
  if (!key) return null;
  const places = listPlaces(key, placeOf);
  if (hasPieceOfOtherKey(place, joined, key, places)) return null;
  const [start, end] = [Math.min(...places), Math.max(...places) + 1];
  const parts = marker.flatMap((range) => listPlaces(range, placeOf)).map((at) => ({ start: at, end: at + 1 }));
  return { key: { ...key, start, end }, marker: parts };
}

function listPlaces({ start, end }: ByteRange, placeOf: (index: number) => number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => placeOf(start + index));
}

/** Whether a piece belongs to another key: the missing end of one key is not to be taken from the next. */
function hasPieceOfOtherKey(
  { text, at }: NeedleMatch,
  joined: Buffer,
  { start }: DecodedKey,
  places: readonly number[],
): boolean {
  return places.some((place, index) => {
    if (index === 0 || place === (places[index - 1] ?? place) + 1) return false;
    const near = Math.max(0, place - MARKER_BYTES.length);
    const other = text.subarray(near, place + MARKER_BYTES.length).indexOf(MARKER_BYTES);
    return isPrefixAt(joined, start + index) || (other >= 0 && Math.abs(near + other - at) > MARKER_BYTES.length);
  });
}

function findNeedle(bytes: Buffer, needle: Buffer, isIt: (index: number) => boolean): number | null {
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) if (isIt(at)) return at;
  return null;
}
