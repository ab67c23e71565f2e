import type { Confidence, Encoding } from "../../../domain/candidate.ts";
import type { AnchorResult } from "../anchor.ts";
import { type DecodedText, type MayStartAt, readMarker } from "../decoded.ts";
import { readShown } from "./read-shown.ts";

/** `mayStart`: as `readMarker` has it. `mayJoin`: as a needle's match has it; without it, fewer readings are tried. */
type DecodedOptions = { mayStart?: MayStartAt; mayJoin?: () => boolean };

/**
 * The key around the marker of a decoded range, as it stands there or as it is shown: what was encoded may be a page, a
 * log or a string that has formatting of its own. Null where there is no marker.
 */
export function readDecoded(
  decoded: DecodedText,
  encoding: Encoding,
  { mayStart, mayJoin = () => false }: DecodedOptions = {},
): AnchorResult | null {
  const plain = readMarker(decoded, encoding, mayStart);
  if (plain?.key?.confidence === "certain") return plain;
  const shown = readShown(decoded.bytes, decoded.origin, { mayJoin });
  const placed = shown && locateResult(shown, decoded, encoding);
  return plain ? chooseSurer(plain, placed) : placed;
}

/** What was read in the bytes of a decoded range, as it stands in the text. */
export function locateResult(
  { key, marker }: AnchorResult,
  { rangeOf }: DecodedText,
  encoding: Encoding,
): AnchorResult {
  return {
    key: key && { ...key, encoding, ...rangeOf(key.start, key.end) },
    marker: marker.map(({ start, end }) => rangeOf(start, end)),
  };
}

/** The first where it is as sure as the second. */
export function chooseSurer(one: AnchorResult, other: AnchorResult | null): AnchorResult {
  if (!other?.key || (one.key && RANK[one.key.confidence] >= RANK[other.key.confidence])) return one;
  return { ...other, marker: [...one.marker, ...other.marker] };
}

const RANK = { certain: 3, likely: 2, suspected: 1 } as const satisfies Record<Confidence, number>;
