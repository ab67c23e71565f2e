import { countSteps } from "../steps/steps.ts";
import { CONTEXT_LENGTH } from "./anchor.ts";

/**
 * Consecutive characters of one alphabet, without the line ends between them. `index`: the character that was looked
 * for.
 */
export type CharacterRun = {
  characters: Buffer;
  index: number;
  /** Where a character stands in the text. */
  placeOf: (index: number) => number;
};

/** For each byte, 1 if it is in the alphabet. */
export type Alphabet = Uint8Array;

/** The alphabet of these characters. */
export function createAlphabet(characters: string): Alphabet {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
  return table;
}

const STEPS_A_SEGMENT = 20;

type Segment = { start: number; end: number };

/** The run around a character of the alphabet at `at`, with at most this many characters before and after it. */
export function readRunAround(
  text: Buffer,
  at: number,
  alphabet: Alphabet,
  before: number,
  after: number,
): CharacterRun {
  const left = segmentsBefore(text, at, alphabet, before);
  const segments = [...left, ...segmentsAfter(text, at, alphabet, after)];
  const [only] = segments;
  const characters =
    segments.length === 1 && only
      ? text.subarray(only.start, only.end)
      : Buffer.concat(segments.map(({ start, end }) => text.subarray(start, end)));
  countSteps(STEPS_A_SEGMENT * segments.length + characters.length);
  return {
    characters,
    index: left.reduce((count, { start, end }) => count + end - start, 0),
    placeOf: (index) => {
      let rest = index;
      for (const { start, end } of segments) {
        if (rest < end - start) return start + rest;
        rest -= end - start;
      }
      return (segments.at(-1)?.end ?? at) + rest;
    },
  };
}

function segmentsAfter(text: Buffer, at: number, alphabet: Alphabet, most: number): readonly Segment[] {
  const segments: Segment[] = [];
  const top = Math.min(text.length, at + CONTEXT_LENGTH);
  for (let start = at, left = most; left > 0; ) {
    const limit = Math.min(top, start + left);
    let end = start;
    while (end < limit && alphabet[text[end] ?? 0]) end += 1;
    if (end === start) break;
    segments.push({ start, end });
    left -= end - start;
    start = skipLineBreak(text, end);
    if (start === end) break;
  }
  return segments;
}

function segmentsBefore(text: Buffer, at: number, alphabet: Alphabet, most: number): readonly Segment[] {
  const segments: Segment[] = [];
  const bottom = Math.max(0, at - CONTEXT_LENGTH);
  for (let end = at, left = most; left > 0; ) {
    const limit = Math.max(bottom, end - left);
    let start = end;
    while (start > limit && alphabet[text[start - 1] ?? 0]) start -= 1;
    // The letter of an escaped line end is not a character of the run.
    if (start < end && text[start - 1] === BACKSLASH && isLineLetter(text[start])) start += 1;
    if (start < end) segments.push({ start, end });
    else if (end !== at) break;
    left -= end - start;
    end = skipLineBreakBack(text, start);
    if (end === start || end <= bottom) break;
  }
  return segments.toReversed();
}

/** No line end with its indentation is longer than this. */
const LONGEST_BREAK = 96;

/**
 * Where a run that has reached this place continues: after a line end and its indentation, as in texts or,
 * escaped, in JSON and in code; after the backslash that JSON may have before `/`; or right here.
 */
export function skipLineBreak(text: Buffer, at: number): number {
  let end = at;
  for (let isEnd = false; end - at < LONGEST_BREAK; ) {
    const start = end;
    while (end - at < LONGEST_BREAK && isBlank(text[end])) end += 1;
    const length = measureLineEnd(text, end);
    if (length === 0) return isEnd ? end : skipBackslashes(text, start, at);
    isEnd = true;
    end += length;
  }
  return at;
}

function skipBackslashes(text: Buffer, start: number, at: number): number {
  const count = countBackslashes(text, start);
  return start === at && count > 0 && text[at + count] === SLASH ? at + count : at;
}

/** Where a run that continues at this place ended before, or right here. */
function skipLineBreakBack(text: Buffer, at: number): number {
  let start = at;
  for (let isEnd = false; at - start < LONGEST_BREAK; ) {
    const end = start;
    while (at - start < LONGEST_BREAK && isBlank(text[start - 1])) start -= 1;
    const length = measureLineEndBack(text, start);
    if (length === 0) {
      if (isEnd) return start;
      return end === at && text[at] === SLASH ? at - countBackslashesBack(text, at) : at;
    }
    isEnd = true;
    start -= length;
  }
  return at;
}

/**
 * The length of the line end at a place, with a backslash that continues the line, or of an escape for one; 0 where
 * there is none.
 */
function measureLineEnd(text: Buffer, at: number): number {
  const count = countBackslashes(text, at);
  const byte = text[at + count];
  if (byte === LF) return count + 1;
  if (byte === CR) return count + (text[at + count + 1] === LF ? 2 : 1);
  return count > 0 && isLineLetter(byte) ? count + 1 : 0;
}

function measureLineEndBack(text: Buffer, at: number): number {
  const byte = text[at - 1];
  const length = byte === LF && text[at - 2] === CR ? 2 : 1;
  const count = countBackslashesBack(text, at - length);
  if (byte === LF || byte === CR) return length + count;
  return count > 0 && isLineLetter(byte) ? 1 + count : 0;
}

/** As many as a string within a string within a string has. */
const MOST_BACKSLASHES = 4;

function countBackslashes(text: Buffer, at: number): number {
  let count = 0;
  while (count < MOST_BACKSLASHES && text[at + count] === BACKSLASH) count += 1;
  return count;
}

function countBackslashesBack(text: Buffer, at: number): number {
  let count = 0;
  while (count < MOST_BACKSLASHES && text[at - 1 - count] === BACKSLASH) count += 1;
  return count;
}

const [LF, CR, SLASH, BACKSLASH] = [0x0a, 0x0d, 0x2f, 0x5c];

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** The letters of `\n` and `\r`. */
function isLineLetter(byte: number | undefined): boolean {
  return byte === 0x6e || byte === 0x72;
}
