import type { Encoding } from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { LONGEST_BODY } from "../keys/families.ts";
import type { ByteRange, KeySpan } from "../keys/key-reading.ts";
import { findKeyAround } from "../keys/key-span.ts";
import type { AnchorResult, DecodedKey } from "./anchor.ts";

/** A range of a text, decoded: what there is to see of it as if it had been written plainly. */
export type DecodedText = {
  bytes: Buffer;
  /** Which of the bytes, or the one before or behind it, stands where the text was looked at: within a marker. */
  origin: number;
  /** Where in the text stands what `bytes` say from `start` to `end`. */
  rangeOf: (start: number, end: number) => ByteRange;
};

/** The middle of every key. */
export const MARKER_BYTES = Buffer.from(MARKER, "latin1");

/** So many decoded bytes before a marker are enough: the longest side of a key, and what says that it begins there. */
export const MOST_BEFORE = LONGEST_BODY + 48;

/** So many decoded bytes from a marker on are enough: the longest side, and another key that is glued to it. */
export const MOST_AFTER = 2 * LONGEST_BODY + 64;

/** Where the marker begins that a needle said is at hand. Null where there is none: one stood there by chance. */
export function findMarker({ bytes, origin }: DecodedText): number | null {
  const at = bytes.indexOf(MARKER_BYTES, Math.max(0, origin - MARKER_BYTES.length));
  return at >= 0 && at <= origin + 1 ? at : null;
}

/** What a decoded range holds around its own marker; null where there is none. */
export function readDecoded(
  decoded: DecodedText,
  encoding: Encoding | EncodingOf,
  mayStart?: MayStartAt,
): AnchorResult | null {
  const at = findMarker(decoded);
  if (at === null) return null;
  const { bytes, rangeOf } = decoded;
  const behind = rangeOf(at, at + MARKER_BYTES.length).end;
  const span = findSurestKey(bytes, at, findPreviousEnd(bytes, at), mayStart);
  // Without its prefix, what was decoded is too little of a key: it may be the name in a text that was encoded twice.
  if (!span || !isPrefixAt(bytes, span.start)) return { key: null, end: behind };
  const written = typeof encoding === "string" ? encoding : encoding(span.start, span.end);
  const range = rangeOf(span.start, span.end);
  return { key: { ...toDecodedKey(bytes, span, written), ...range }, end: Math.max(behind, range.end) };
}

/** How what is decoded from `start` to `end` was written. */
export type EncodingOf = (start: number, end: number) => Encoding;

/** Whether something of its own may begin at an index of decoded bytes, whatever stands before it. */
export type MayStartAt = (index: number) => boolean;

/** The key of a span, with the span for its range. */
export function toDecodedKey(bytes: Buffer, span: KeySpan, encoding: Encoding): DecodedKey {
  const { start, end, kind, confidence } = span;
  const text = bytes.toString("latin1", start, end);
  return { text, others: readAlternatives(bytes, span), kind, confidence, encoding, start, end };
}

function readAlternatives(bytes: Buffer, span: KeySpan): readonly string[] {
  return span.alternatives.map(({ start, end }) => bytes.toString("latin1", start, end));
}

/** Where the key ends that stands before a marker, and may be glued to this one's. */
function findPreviousEnd(bytes: Buffer, at: number): number {
  const before = at === 0 ? -1 : bytes.lastIndexOf(MARKER_BYTES, at - 1);
  return before < 0 ? -1 : (findKeyAround(bytes, before, -1)?.end ?? -1);
}

function findSurestKey(bytes: Buffer, at: number, floor: number, mayStart: MayStartAt | undefined): KeySpan | null {
  const span = findKeyAround(bytes, at, floor);
  if (!mayStart || span?.confidence === "certain") return span;
  for (let start = at - 1; start > Math.max(floor, at - LONGEST_BODY - 1); start -= 1) {
    if (!isPrefixAt(bytes, start) || !mayStart(start)) continue;
    const other = findKeyAround(bytes, at, start);
    if (other?.confidence === "certain") return other;
  }
  return span;
}

/** Whether some bytes stand there in full. */
export function hasBytesAt(bytes: Buffer, text: Buffer, at: number): boolean {
  return (
    at >= 0 && at + bytes.length <= text.length && text.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0
  );
}

/** Whether `sk-` stands there. */
export function isPrefixAt(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x73 && bytes[at + 1] === 0x6b && bytes[at + 2] === 0x2d;
}

/** What `inner` decodes of the bytes of `outer`, as decoded of the text of `outer`. */
export function composeDecoding(outer: DecodedText, { bytes, origin, rangeOf }: DecodedText): DecodedText {
  return {
    bytes,
    origin,
    rangeOf: (start, end) => {
      const written = rangeOf(start, end);
      return outer.rangeOf(written.start, written.end);
    },
  };
}

/** Which of some needles stands nearest behind a place of a text, and no further than a marker is long when encoded. */
export function findNearestNeedle(
  needles: readonly Buffer[],
  text: Buffer,
  from: number,
): { at: number; needle: number } | null {
  let nearest: { at: number; needle: number } | null = null;
  const range = text.subarray(Math.max(0, from), from + 4 * MARKER_BYTES.length);
  for (const [needle, bytes] of needles.entries()) {
    const at = range.indexOf(bytes);
    if (at >= 0 && (!nearest || Math.max(0, from) + at < nearest.at)) nearest = { at: Math.max(0, from) + at, needle };
  }
  return nearest;
}
