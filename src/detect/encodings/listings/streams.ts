import { MARKER } from "../../../domain/key-grammar.ts";
import { isKeyByte } from "../../keys/boundary.ts";
import type { ByteRange } from "../../keys/key-reading.ts";
import { countSteps } from "../../steps/steps.ts";
import type { Anchor, AnchorResult, NeedleMatch } from "../anchor.ts";
import { hasBytesAt, MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "../decoded.ts";
import { readDecoded } from "../formatting/read-decoded.ts";
import { findValueAround, listFrames, type ValueFrame } from "./value-frames.ts";

/**
 * So far to either side of its marker a streamed key is read: half of the longest, a character an event, with some
 * three hundred bytes around each.
 */
export const STREAM_REACH = 24 * 1024;

/** How a marker shows where it is cut. `index`: of the first of its characters in `bytes`, which stands `lead` bytes in. */
type Cut = { bytes: Buffer; lead: number; index: number };

const QUOTES = ['"', "'"];

/** What follows a closing quote. A prefilter lets less through by four bytes than by three. */
const CLOSED = Array.from(",}]) ;+|/><.\\\n\r");

const cut = (text: string, lead: number, index: number): Cut => ({ bytes: Buffer.from(text, "latin1"), lead, index });

/** A text with each way to close the value that it ends, within a string, too. */
const close = (text: string): readonly string[] =>
  QUOTES.flatMap((quote) => [...CLOSED.map((sign) => text + quote + sign), `${text}\\${quote}`]).concat(`${text}\\\\`);

const HEADS = Array.from({ length: MARKER.length - 1 }, (_, count) => MARKER.slice(0, count + 1));

/** A value that ends behind two characters of a marker, and behind more. */
const ENDS = HEADS.slice(1).flatMap((head) =>
  (head.length === 2 ? close(head) : [...QUOTES, "\\"].map((end) => head + end)).map((text) => cut(text, 0, 0)),
);

/**
 * A value that begins with a marker's second character or its third: tokenizers take digits by themselves, and the
 * first may stand at the end of what could be anything.
 */
const STARTS = QUOTES.flatMap((quote) => [
  ...[...QUOTES, "\\", MARKER.slice(3, 4)].map((end) => cut(quote + MARKER.slice(1, 3) + end, 1, 1)),
  ...[...QUOTES, "\\", MARKER.slice(4, 5)].map((end) => cut(quote + MARKER.slice(2, 4) + end, 1, 2)),
]);

/** A value that is the first character alone. */
const ALONE = QUOTES.flatMap((quote) => close(quote + MARKER.slice(0, 1)).map((text) => cut(text, 1, 0)));

/** The second half of a marker, as other searches have it. */
const HALF = MARKER.length / 2;
const CUTS: readonly Cut[] = [...ENDS, ...STARTS, ...ALONE, cut(MARKER.slice(HALF), 0, HALF)];

/** The key whose parts stand in values of one name, or in a list of strings. Only what is certain counts. */
function read(place: NeedleMatch, needle: number): AnchorResult | null {
  const { text, at, mayJoin } = place;
  const { lead, index } = CUTS[needle] ?? { lead: 0, index: 0 };
  const from = at + lead;
  const value = findValueAround(text, from);
  // A marker in one part was not streamed: its key is cut, or in the hands of another search.
  if (!value || value.end <= from || text.subarray(value.start, value.end).includes(MARKER_BYTES)) return null;
  const [own, rest] = [
    { start: value.start, end: from },
    { start: from, end: value.end },
  ];
  for (const frame of listFrames(text, value)) {
    const isSpelled =
      isSpelledBefore(text, own, frame, MARKER.slice(0, index)) &&
      isSpelledFrom(text, rest, frame, MARKER.slice(index));
    if (!isSpelled) continue;
    if (!mayJoin()) return null;
    const read = readValues(place, collectValues(text, at, value, frame), from, index);
    if (read?.key?.confidence === "certain") return read;
  }
  return null;
}

/** Whether a value and those that follow begin with this. */
function isSpelledFrom(text: Buffer, first: ByteRange, { next }: ValueFrame, rest: string): boolean {
  let [value, left]: [ByteRange | null, string] = [first, rest];
  for (let tries = 0; value && tries <= MOST_VALUES; tries += 1) {
    countSteps(STEPS_A_VALUE);
    const part = text.toString("latin1", value.start, value.end);
    if (part.startsWith(left)) return true;
    if (!left.startsWith(part)) return false;
    left = left.slice(part.length);
    value = next(value);
  }
  return false;
}

/** Whether a value and those before it end with this. */
function isSpelledBefore(text: Buffer, last: ByteRange, { previous }: ValueFrame, head: string): boolean {
  let [value, left]: [ByteRange | null, string] = [last, head];
  for (let tries = 0; value && tries <= MOST_VALUES; tries += 1) {
    countSteps(STEPS_A_VALUE);
    const part = text.toString("latin1", value.start, value.end);
    if (part.endsWith(left)) return true;
    if (!left.endsWith(part)) return false;
    left = left.slice(0, left.length - part.length);
    value = previous(value);
  }
  return false;
}

/** So many values may a marker be cut into, with empty ones between. */
const MOST_VALUES = 2 * MARKER.length;

const STEPS_A_VALUE = 100;

/** A value that is longer is a word of its own, and no part of a key that was streamed. */
const LONGEST_PART = 24;

/** The values around one that may hold a part of its key: up to one that has more than a key in it. */
function collectValues(text: Buffer, at: number, own: ByteRange, frame: ValueFrame): readonly ByteRange[] {
  const [before, after]: [ByteRange[], ByteRange[]] = [[], []];
  const isPart = ({ start, end }: ByteRange) =>
    end - start <= LONGEST_PART && text.subarray(start, end).every(isKeyByte);
  for (let [value, count]: [ByteRange, number] = [own, 0]; count < MOST_BEFORE && (value === own || isPart(value)); ) {
    const previous = frame.previous(value);
    if (!previous || previous.start < at - STREAM_REACH) break;
    before.push(previous);
    count += previous.end - previous.start;
    value = previous;
  }
  for (let [value, count]: [ByteRange, number] = [own, 0]; count < MOST_AFTER && isPart(value); ) {
    const next = frame.next(value);
    if (!next || next.end > at + STREAM_REACH) break;
    after.push(next);
    count += next.end - next.start;
    value = next;
  }
  countSteps(STEPS_A_VALUE * (before.length + after.length));
  return [...before.toReversed(), own, ...after];
}

/** The key in some values when they are joined, around the marker that begins `lead` characters before a place. */
function readValues(place: NeedleMatch, values: readonly ByteRange[], from: number, lead: number): AnchorResult | null {
  const { text, mayJoin } = place;
  const places = values.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
  const bytes = Buffer.from(places.map((at) => text[at] ?? 0));
  const origin = places.indexOf(from) - lead;
  const rangeOf = (start: number, end: number) => ({
    start: places[start] ?? from,
    end: (places[end - 1] ?? from) + 1,
  });
  const read = hasBytesAt(MARKER_BYTES, bytes, origin)
    ? readDecoded({ bytes, origin, rangeOf }, "split", { mayJoin })
    : null;
  const marker = places.slice(origin, origin + MARKER.length).map((at) => ({ start: at, end: at + 1 }));
  return read && { ...read, marker };
}

/** Keys that were streamed: a few characters in each event, or in each string of a list. */
export const STREAM_ANCHORS: readonly Anchor[] = [{ needles: CUTS.map(({ bytes }) => bytes), read }];
