import type { Encoding } from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { LONGEST_SIDE } from "../keys/families.ts";
import type { Span, Stretch } from "../keys/key-reading.ts";
import { spanAround } from "../keys/key-span.ts";
import type { Key, Read } from "./anchor.ts";

/** A stretch of a text, decoded: what there is to see of it as if it had been written plainly. */
export type Decoded = {
  bytes: Buffer;
  /** Which of the bytes, or the one before or behind it, stands where the text was looked at: within a marker. */
  own: number;
  /** Where in the text stands what `bytes` say from `start` to `end`. */
  stretchOf: (start: number, end: number) => Stretch;
};

/** The middle of every key. */
export const marker = Buffer.from(MARKER, "latin1");

/** So many decoded bytes before a marker are enough: the longest side of a key, and what says that it begins there. */
export const BEFORE = LONGEST_SIDE + 48;

/** So many decoded bytes from a marker on are enough: the longest side, and another key that is glued to it. */
export const BEHIND = 2 * LONGEST_SIDE + 64;

/** Where the marker begins that a needle said is at hand. Null where there is none: one stood there by chance. */
export function markerIn({ bytes, own }: Decoded): number | null {
  const at = bytes.indexOf(marker, Math.max(0, own - marker.length));
  return at >= 0 && at <= own + 1 ? at : null;
}

/** What a decoded stretch holds around its own marker; null where there is none. */
export function readDecoded(decoded: Decoded, encoding: Encoding | EncodingOf, mayStart?: MayStart): Read | null {
  const at = markerIn(decoded);
  if (at === null) return null;
  const { bytes, stretchOf } = decoded;
  const behind = stretchOf(at, at + marker.length).end;
  const span = surestAround(bytes, at, floorBefore(bytes, at), mayStart);
  // Without its prefix, what was decoded is too little of a key: it may be the name in a text that was encoded twice.
  if (!span || !isPrefix(bytes, span.start)) return { key: null, end: behind };
  const written = typeof encoding === "string" ? encoding : encoding(span.start, span.end);
  const stretch = stretchOf(span.start, span.end);
  return { key: { ...keyOf(bytes, span, written), ...stretch }, end: Math.max(behind, stretch.end) };
}

/** How what is decoded from `start` to `end` was written. */
export type EncodingOf = (start: number, end: number) => Encoding;

/** Whether something of its own may begin at an index of decoded bytes, whatever stands before it. */
export type MayStart = (index: number) => boolean;

/** The key of a span, with the span for its stretch. */
export function keyOf(bytes: Buffer, span: Span, encoding: Encoding): Key {
  const { start, end, kind, confidence } = span;
  const text = bytes.toString("latin1", start, end);
  return { text, others: othersOf(bytes, span), kind, confidence, encoding, start, end };
}

function othersOf(bytes: Buffer, span: Span): readonly string[] {
  return span.alternatives.map(({ start, end }) => bytes.toString("latin1", start, end));
}

/** Where the key ends that stands before a marker, and may be glued to this one's. */
function floorBefore(bytes: Buffer, at: number): number {
  const before = at === 0 ? -1 : bytes.lastIndexOf(marker, at - 1);
  return before < 0 ? -1 : (spanAround(bytes, before, -1)?.end ?? -1);
}

function surestAround(bytes: Buffer, at: number, floor: number, mayStart: MayStart | undefined): Span | null {
  const span = spanAround(bytes, at, floor);
  if (!mayStart || span?.confidence === "certain") return span;
  for (let start = at - 1; start > Math.max(floor, at - LONGEST_SIDE - 1); start -= 1) {
    if (!isPrefix(bytes, start) || !mayStart(start)) continue;
    const other = spanAround(bytes, at, start);
    if (other?.confidence === "certain") return other;
  }
  return span;
}

/** Whether some bytes stand there in full. */
export function stands(bytes: Buffer, text: Buffer, at: number): boolean {
  return (
    at >= 0 && at + bytes.length <= text.length && text.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0
  );
}

/** Whether `sk-` stands there. */
export function isPrefix(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x73 && bytes[at + 1] === 0x6b && bytes[at + 2] === 0x2d;
}

/** What `inner` decodes of the bytes of `outer`, as decoded of the text of `outer`. */
export function composed(outer: Decoded, { bytes, own, stretchOf }: Decoded): Decoded {
  return {
    bytes,
    own,
    stretchOf: (start, end) => {
      const written = stretchOf(start, end);
      return outer.stretchOf(written.start, written.end);
    },
  };
}

/** Which of some needles stands nearest behind a place of a text, and no further than a marker is long when encoded. */
export function needleNear(
  needles: readonly Buffer[],
  text: Buffer,
  from: number,
): { at: number; needle: number } | null {
  let nearest: { at: number; needle: number } | null = null;
  const stretch = text.subarray(Math.max(0, from), from + 4 * marker.length);
  for (const [needle, bytes] of needles.entries()) {
    const at = stretch.indexOf(bytes);
    if (at >= 0 && (!nearest || Math.max(0, from) + at < nearest.at)) nearest = { at: Math.max(0, from) + at, needle };
  }
  return nearest;
}
