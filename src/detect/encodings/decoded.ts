import type { Encoding } from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { LONGEST_BODY } from "../keys/families.ts";
import type { ByteRange, KeySpan, SpanReading } from "../keys/key-reading.ts";
import { findKeyAround } from "../keys/key-span.ts";
import type { AnchorResult, DecodedKey, DecodedReading } from "./anchor.ts";

/** A range of a text, decoded. */
export type DecodedText = {
  bytes: Buffer;
  /** The index in `bytes`, give or take one, of the place where the text was looked at, which is within a marker. */
  origin: number;
  /** Where in the text the bytes from `start` to `end` are written. */
  rangeOf: (start: number, end: number) => ByteRange;
};

/** The marker of every key, as bytes. */
export const MARKER_BYTES = Buffer.from(MARKER, "latin1");

/** This many decoded bytes before a marker are enough: the longest body, and the boundary before it. */
export const MOST_BEFORE = LONGEST_BODY + 48;

/** This many decoded bytes from a marker on are enough: the longest body, and another key that is glued to it. */
export const MOST_AFTER = 2 * LONGEST_BODY + 64;

/** Where the marker begins that a needle stands for; null where the needle stood there by chance. */
function findMarker({ bytes, origin }: DecodedText): number | null {
  const at = bytes.indexOf(MARKER_BYTES, Math.max(0, origin - MARKER_BYTES.length));
  return at >= 0 && at <= origin + 1 ? at : null;
}

/** A marker with something else within it. */
const BROKEN_MARKER = new RegExp(
  Array.from({ length: MARKER.length - 1 }, (_, index) => [MARKER.slice(0, index + 1), MARKER.slice(index + 1)])
    .map(([head, tail]) => (tail === undefined || tail.length < 4 ? `${head}[^A-Za-z0-9]` : `[^A-Za-z0-9]${tail}`))
    .join("|"),
);

/** Whether there is a marker at the origin of a decoded range, or one that is broken. */
export function mayHoldMarker(decoded: DecodedText): boolean {
  return findMarker(decoded) !== null || BROKEN_MARKER.test(decoded.bytes.toString("latin1"));
}

/** The key around the marker of a decoded range as it stands there; null where there is no marker. */
export function readMarker(
  decoded: DecodedText,
  encoding: Encoding | EncodingOf,
  mayStart?: MayStartAt,
): AnchorResult | null {
  const at = findMarker(decoded);
  if (at === null) return null;
  const { bytes, rangeOf } = decoded;
  const marker = [rangeOf(at, at + MARKER_BYTES.length)];
  const span = findSurestKey(bytes, at, findPreviousEnd(bytes, at), mayStart);
  // Without a prefix it is not enough of a key: it may be the name "OpenAI" in a text that was encoded twice.
  if (!span || !isPrefixAt(bytes, span.start)) return { key: null, marker };
  const written = typeof encoding === "string" ? encoding : encoding(span.start, span.end);
  const range = rangeOf(span.start, span.end);
  return { key: { ...toDecodedKey(bytes, span, written), ...range }, marker };
}

/** The encoding of the bytes from `start` to `end`. */
export type EncodingOf = (start: number, end: number) => Encoding;

/** Whether a key may begin at an index of decoded bytes, whatever stands before it. */
export type MayStartAt = (index: number) => boolean;

/** The text of a span, with its other readings. */
export function toDecodedKey(bytes: Buffer, span: KeySpan, encoding: Encoding): DecodedKey {
  const read = ({ start, end, kind, confidence }: SpanReading): DecodedReading => ({
    text: bytes.toString("latin1", start, end),
    kind,
    confidence,
  });
  const { start, end, alternatives } = span;
  return { ...read(span), others: alternatives.map(read), encoding, start, end };
}

/** Where the key before a marker ends, which may be glued to this one. */
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

/** Whether these bytes stand there in full. Most that do not differ in the last one, and a call of `compare` is slow. */
export function hasBytesAt(bytes: Buffer, text: Buffer, at: number): boolean {
  const end = at + bytes.length;
  if (at < 0 || end > text.length || text[end - 1] !== bytes[bytes.length - 1]) return false;
  return text.compare(bytes, 0, bytes.length, at, end) === 0;
}

/** Whether `sk-` stands there. */
export function isPrefixAt(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x73 && bytes[at + 1] === 0x6b && bytes[at + 2] === 0x2d;
}

/** What `inner` decodes of the bytes of `outer`, with its ranges in the text of `outer`. */
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

/** The needle nearest after a place of a text, at most as far as an encoded marker is long. */
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
