import type { ByteRange } from "../../keys/key-reading.ts";

/** How to go from a value to the one beside it; null where there is none near. */
export type ValueFrame = {
  next: (value: ByteRange) => ByteRange | null;
  previous: (value: ByteRange) => ByteRange | null;
};

/** The next value of a stream stands within this many bytes: an event has one, and some hundred bytes around it. */
const MOST_APART = 2048;

/** The strings of a list stand no further apart than this. */
const LIST_GAP = 64;

/** No value with a part of a marker is longer: more of it would be a text that was not streamed. */
const LONGEST_VALUE = 96;

/** At most this many values of the same name that stand deeper are looked past. */
const MOST_NESTED = 24;

/** The short string around a place; null where there is none. */
export function findValueAround(text: Buffer, at: number): ByteRange | null {
  const bottom = Math.max(0, at - LONGEST_VALUE);
  for (let quote = at - 1; quote >= bottom; quote -= 1) if (isQuote(text[quote])) return readValueAt(text, quote);
  return null;
}

/** The string that opens with the quote at a place, as far as it is short; null where none does. */
function readValueAt(text: Buffer, quote: number): ByteRange | null {
  const sign = text[quote];
  if (!isQuote(sign)) return null;
  const top = Math.min(text.length, quote + 2 + LONGEST_VALUE);
  for (let close = quote + 1; close < top; close += 1) {
    if (text[close] !== sign) continue;
    let end = close;
    // Of a string within a string the quote itself is escaped.
    if (text[quote - 1] === BACKSLASH) while (end > quote + 1 && text[end - 1] === BACKSLASH) end -= 1;
    return { start: quote + 1, end };
  }
  return null;
}

/**
 * The ways from a value to the others, the likeliest first: those of the same name and depth, as events and lists of
 * tokens have them, then all of the same name; without a name, the strings of a list, and those behind the same string,
 as recordings of a terminal have them: `[0.07, "o", "s"]`.
 */
export function* listFrames(text: Buffer, value: ByteRange): Generator<ValueFrame> {
  const label = text.subarray(findLabel(text, value.start), value.start);
  if (label.length <= 1) {
    yield createListFrame(text);
    const start = findStringBefore(text, value.start - 1);
    if (start !== null) yield createNamedFrame(text, text.subarray(start, value.start), true);
    return;
  }
  const [deep, flat] = [createNamedFrame(text, label, true), createNamedFrame(text, label, false)];
  yield deep;
  // Mostly there is nothing deeper.
  if (deep.next(value)?.start !== flat.next(value)?.start) yield flat;
}

/** No name is longer than this, and no more blanks stand around its sign. */
const [LONGEST_NAME, MOST_BLANKS] = [40, 8];

/**
 * Where the name begins that stands before the value at a place: `"content": "`, `content='`, `\"delta\":\"`. Where it
 * has none, or a number, the place before the value.
 */
function findLabel(text: Buffer, start: number): number {
  const sign = skipBlanksBack(text, skipBack(text, start - 1, BACKSLASH));
  const isArrow = text[sign - 1] === GREATER && text[sign - 2] === EQUALS;
  if (!isArrow && text[sign - 1] !== COLON && text[sign - 1] !== EQUALS) return start - 1;
  const close = skipBlanksBack(text, sign - (isArrow ? 2 : 1));
  const isQuoted = isQuote(text[close - 1]);
  const end = isQuoted ? skipBack(text, close - 1, BACKSLASH) : close;
  let [at, isWord] = [end, false];
  for (; end - at < LONGEST_NAME && isNameByte(text[at - 1]); at -= 1) isWord ||= !isDigit(text[at - 1]);
  if (!isWord) return start - 1;
  return isQuoted && isQuote(text[at - 1]) ? skipBack(text, at - 1, BACKSLASH) : at;
}

function skipBack(text: Buffer, at: number, byte: number): number {
  let place = at;
  while (at - place < MOST_BLANKS && text[place - 1] === byte) place -= 1;
  return place;
}

function skipBlanksBack(text: Buffer, at: number): number {
  let place = at;
  while (at - place < MOST_BLANKS && (text[place - 1] === 0x20 || text[place - 1] === 0x09)) place -= 1;
  return place;
}

function createNamedFrame(text: Buffer, label: Buffer, isSameDepth: boolean): ValueFrame {
  const last = label.length - 1;
  return {
    next: ({ end }) => {
      for (let [from, depth, tries] = [end, 0, 0]; tries < MOST_NESTED; tries += 1) {
        const found = findNext(text, label, from, end + MOST_APART);
        if (found === null) return null;
        depth += isSameDepth ? measureDepth(text, from, found + last) : 0;
        if (depth === 0) return readValueAt(text, found + last);
        from = found + last;
      }
      return null;
    },
    previous: ({ start }) => {
      for (let [until, depth, tries] = [start - 1, 0, 0]; tries < MOST_NESTED; tries += 1) {
        const found = findPrevious(text, label, until - last, start - MOST_APART);
        if (found === null) return null;
        depth += isSameDepth ? measureDepth(text, found + last, until) : 0;
        if (depth === 0) return readValueAt(text, found + last);
        until = found + last;
      }
      return null;
    },
  };
}

/** Mostly the same name stands as near as this. */
const NEAR = 256;

function findNext(text: Buffer, label: Buffer, from: number, limit: number): number | null {
  const near = text.subarray(from, Math.min(limit, from + NEAR)).indexOf(label);
  const found = near < 0 ? text.subarray(from, limit).indexOf(label) : near;
  return found < 0 ? null : from + found;
}

function findPrevious(text: Buffer, label: Buffer, until: number, limit: number): number | null {
  for (const bottom of [Math.max(0, limit, until - NEAR), Math.max(0, limit)]) {
    const found = text.subarray(bottom, Math.max(bottom, until)).lastIndexOf(label);
    if (found >= 0) return bottom + found;
  }
  return null;
}

/** How much deeper a text is at its end than at its start. */
function measureDepth(text: Buffer, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) depth += DEPTHS[text[at] ?? 0] ?? 0;
  return depth;
}

const DEPTHS = new Int8Array(256);
for (const sign of "([{") DEPTHS[sign.charCodeAt(0)] = 1;
for (const sign of ")]}") DEPTHS[sign.charCodeAt(0)] = -1;

/** Where the string opens that stands before the quote at a place; null where none is near. */
function findStringBefore(text: Buffer, quote: number): number | null {
  const close = skipTo(text, quote - 1, -1, MOST_BLANKS);
  return close === null ? null : skipTo(text, close - 1, -1, LONGEST_NAME);
}

function createListFrame(text: Buffer): ValueFrame {
  return { next: (value) => findNextString(text, value), previous: (value) => findPreviousString(text, value) };
}

/** The next string that is not the name of another: `{"0":"a","1":"b"}` is a list as well. */
function findNextString(text: Buffer, { end }: ByteRange): ByteRange | null {
  const own = skipTo(text, end, 1, LONGEST_VALUE);
  for (let [close, tries] = [own, 0]; close !== null && tries < 2; tries += 1) {
    const open = skipTo(text, close + 1, 1, LIST_GAP);
    const value = open === null ? null : readValueAt(text, open);
    if (!value) return null;
    close = skipTo(text, value.end, 1, LONGEST_VALUE);
    if (close !== null && !isName(text, close)) return value;
  }
  return null;
}

function findPreviousString(text: Buffer, { start }: ByteRange): ByteRange | null {
  for (let [open, tries] = [start - 1, 0]; tries < 2; tries += 1) {
    const close = skipTo(text, open - 1, -1, LIST_GAP);
    const quote = close === null ? null : skipTo(text, close - 1, -1, LONGEST_VALUE);
    if (close === null || quote === null) return null;
    if (!isName(text, close)) return readValueAt(text, quote);
    open = quote;
  }
  return null;
}

/** The quote that is nearest to a place, in one direction; null where there is none near. */
function skipTo(text: Buffer, from: number, step: 1 | -1, most: number): number | null {
  for (let at = from; Math.abs(at - from) <= most; at += step) if (isQuote(text[at])) return at;
  return null;
}

/** Whether a string that is closed at a place is followed by its value. */
function isName(text: Buffer, close: number): boolean {
  let at = close + 1;
  while (at - close <= MOST_BLANKS && text[at] === 0x20) at += 1;
  return text[at] === COLON || (text[at] === EQUALS && text[at + 1] === GREATER);
}

const [BACKSLASH, COLON, EQUALS, GREATER] = [0x5c, 0x3a, 0x3d, 0x3e];

function isQuote(byte: number | undefined): boolean {
  return byte === 0x22 || byte === 0x27;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Letters, digits, and what else stands in the names of fields and variables. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(byte) || [0x24, 0x2d, 0x2e, 0x5f].includes(byte);
}
