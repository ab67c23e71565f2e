import type { Encoding } from "../../../domain/candidate.ts";
import type { AnchorResult, DecodedKey } from "../anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE, readMarker } from "../decoded.ts";
import { WRITINGS } from "../escape-syntax.ts";
import type { MappedText } from "./mapped-text.ts";
import { PLACEHOLDERS } from "./mapped-text.ts";
import { listReadings } from "./readings.ts";
import { readCharacters, showBlockAround } from "./shown-block.ts";

/** What a reading around a place may do: `isDecimal` as `parseEscapeAt` has it, `mayJoin` as a needle's match. */
type ShowOptions = { isDecimal?: boolean; mayJoin: () => boolean };

/**
 * Reads around a place within a marker in the text as it is shown: with its escapes undone, without colours, tags and
 * what nobody sees, and with dashes for hyphens. Where that leaves open what a sign stands for, a reading of an exact
 * length counts. Null where nothing near is formatted, or no marker is shown.
 */
export function readShown(text: Buffer, at: number, { isDecimal = false, mayJoin }: ShowOptions): AnchorResult | null {
  const block = showBlockAround(text, at, isDecimal);
  if (!block) return null;
  const { shown, bytes, indexOf } = block;
  const own = findFirst(shown.ends, (end) => end > at);
  const origin = findFirst(indexOf, (index) => index >= own);
  const [from, to] = [Math.max(0, origin - MOST_BEFORE), Math.min(bytes.length, origin + MOST_AFTER)];
  const usual = readBytes(shown, bytes.subarray(from, to), indexOf.subarray(from, to), origin - from);
  if (usual?.key?.confidence === "certain") return usual;
  // A key has one marker: what it is written with ends before the next one, and begins behind the one before.
  const before = bytes.subarray(from, Math.max(from, origin - MARKER_BYTES.length)).lastIndexOf(MARKER_BYTES);
  const next = bytes.subarray(origin + MARKER_BYTES.length, to).indexOf(MARKER_BYTES);
  const first = indexOf[before < 0 ? from : from + before + MARKER_BYTES.length] ?? 0;
  const last = (indexOf[next < 0 ? to - 1 : origin + MARKER_BYTES.length + next] ?? 0) + 1;
  return readOtherwise(shown, { first, last, own }, mayJoin) ?? usual;
}

/** The first index that is true of its element, where all behind it are; the length where none is. */
function findFirst(sorted: Int32Array, isTrue: (element: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A range of characters, and the one that was looked at. */
type ShownRange = { first: number; last: number; own: number };

/** The first of the other readings that are certain, with the rest as its alternatives; null where none is. */
function readOtherwise(
  shown: MappedText,
  { first, last, own }: ShownRange,
  mayJoin: () => boolean,
): AnchorResult | null {
  const text = shown.text.slice(first, last);
  const possible = text.lastIndexOf("s", own - first) < 0 ? [] : listReadings(text, own - first);
  if (possible.length === 0 || !mayJoin()) return null;
  const found: AnchorResult[] = [];
  for (const reading of possible) {
    const { bytes, indexOf } = readCharacters(text, 0, reading);
    const absolute = indexOf.map((index) => index + first);
    const read = readBytes(
      shown,
      bytes,
      absolute,
      findFirst(indexOf, (index) => index >= own - first),
    );
    if (read?.key?.confidence === "certain") found.push(read);
  }
  const [best, ...others] = found;
  if (!best?.key) return null;
  const readings = others.flatMap(({ key }) => (key ? [key] : []));
  return { ...best, key: { ...best.key, others: [...best.key.others, ...readings].slice(0, MOST_OTHERS) } };
}

/** Each is one more text that may be tried. */
const MOST_OTHERS = 3;

function readBytes(shown: MappedText, bytes: Buffer, indexOf: Int32Array, origin: number): AnchorResult | null {
  const { text, starts, ends } = shown;
  const startOf = (index: number) => starts[indexOf[index] ?? 0] ?? 0;
  const endOf = (index: number) => ends[indexOf[index] ?? 0] ?? 0;
  const decoded: DecodedText = {
    bytes,
    origin,
    rangeOf: (start, end) => ({ start: startOf(start), end: end > start ? endOf(end - 1) : startOf(start) }),
  };
  // Where something that is not shown ends, a text may begin.
  const mayStart = (index: number) => index === 0 || startOf(index) > endOf(index - 1);
  const encodingOf = (start: number, end: number) => describeWriting(shown, indexOf.subarray(start, end));
  const read = readMarker(decoded, encodingOf, mayStart);
  if (!read?.key) return read;
  const range = findRange(starts, read.key);
  const isGuessed = GUESSED.test(text.slice(range.first, range.last));
  if (!isGuessed || read.key.confidence === "certain") return read;
  const others = read.key.others.map((other) => ({ ...other, ...SUSPECTED }));
  return { ...read, key: { ...read.key, ...SUSPECTED, others } };
}

function findRange(starts: Int32Array, { start, end }: DecodedKey): { first: number; last: number } {
  return { first: findFirst(starts, (place) => place >= start), last: findFirst(starts, (place) => place >= end) };
}

const SUSPECTED = { kind: "suspected", confidence: "suspected" } as const;
const GUESSED = new RegExp(`[${PLACEHOLDERS.dash}${PLACEHOLDERS.likeHyphen}]`);

const [PERCENT, HEX] = [WRITINGS.indexOf("percent") + 1, WRITINGS.indexOf("hex") + 1];

/**
 * Hexadecimal if all characters are, percent-encoding if there are no other escapes; any other mixture counts as codes,
 * and what is only interrupted is in pieces.
 */
function describeWriting({ starts, ends, writings }: MappedText, indices: Int32Array): Encoding {
  const met = new Set(Array.from(indices, (index) => writings[index] ?? 0));
  if (met.size === 1 && met.has(HEX)) return "hex";
  met.delete(0);
  if (met.size > 0) return met.size === 1 && met.has(PERCENT) ? "percent" : "char-codes";
  const isCut = indices.some((index, at) => at > 0 && (starts[index] ?? 0) > (ends[indices[at - 1] ?? 0] ?? 0));
  return isCut ? "split" : "plain";
}

/** Whether a marker is shown at a place of a text. */
export function isMarkerShownAt(text: Buffer, at: number, isDecimal = false): boolean {
  const block = showBlockAround(text, at, isDecimal);
  if (!block) return false;
  const { shown } = block;
  let index = findFirst(shown.ends, (end) => end > at);
  for (const byte of MARKER_BYTES) {
    while (MAY_BE_NOTHING.includes(shown.text[index] ?? " ")) index += 1;
    if (shown.text.charCodeAt(index) !== byte) return false;
    index += 1;
  }
  return true;
}

const MAY_BE_NOTHING = PLACEHOLDERS.softHyphen + PLACEHOLDERS.escapedHyphen;
