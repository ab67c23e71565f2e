import { type AnchorResult, CONTEXT_LENGTH, type DecodedKey, type NeedleMatch } from "../encodings/anchor.ts";
import { isPrefixAt, MARKER_BYTES } from "../encodings/decoded.ts";
import { joinPiecesAround } from "./join-pieces.ts";

/** Reads around a needle that stands at `at`. */
type ReadAt = (text: Buffer, at: number) => AnchorResult | null;

/** Reads around a needle in the text as it is, and where nothing is certain, with the pieces around it joined. */
export function readInPieces(place: NeedleMatch, needle: Buffer, read: ReadAt): AnchorResult | null {
  const asItIs = read(place.text, place.at);
  return asItIs?.key?.confidence === "certain" ? asItIs : (readPieces(place, needle, asItIs, read) ?? asItIs);
}

/**
 * Reads around a needle in the text that the pieces around it give when they are joined. Only what is certain counts,
 * since any two texts can be joined. `before` is what was read in the text as it is.
 */
export function readPieces(
  place: NeedleMatch,
  needle: Buffer,
  before: AnchorResult | null,
  read: ReadAt,
): AnchorResult | null {
  if (!place.mayJoin()) return null;
  const bottom = Math.max(0, place.at - CONTEXT_LENGTH);
  const at = place.at - bottom;
  for (const { bytes, placeOf } of joinPiecesAround(place.text.subarray(bottom, place.at + CONTEXT_LENGTH), at)) {
    const own = findNeedle(bytes, needle, (index) => placeOf(index) === at);
    const key = own === null ? null : read(bytes, own)?.key;
    if (key?.confidence !== "certain") continue;
    const places = Array.from({ length: key.end - key.start }, (_, index) => placeOf(key.start + index));
    if (
      hasPieceOfOtherKey(
        place,
        bytes,
        key,
        places.map((place) => bottom + place),
      )
    )
      continue;
    const [start, end] = [bottom + Math.min(...places), bottom + Math.max(...places) + 1];
    const others = before?.key && before.key.text !== key.text ? [...key.others, before.key.text] : key.others;
    return { key: { ...key, others, start, end }, end: Math.max(end, before?.end ?? 0) };
  }
  return null;
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
