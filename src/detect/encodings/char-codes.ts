import { isKeyByte } from "../keys/boundary.ts";
import { countSteps } from "../steps/steps.ts";
import { type Anchor, type AnchorResult, CONTEXT_LENGTH, type NeedleMatch } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "./decoded.ts";
import { readDecoded } from "./formatting/read-decoded.ts";
import { readNumberDump } from "./listings/dump.ts";

/** How numbers are written: in which base, and with at most how many digits; or each as the character itself. */
export type NumberFormat = { base: 10 | 16 | "character"; most: number };

/** What stands between two numbers, without blanks and line ends. */
type Separator = Buffer;

/** Between two numbers stand at most this many characters, and this many blanks and line ends. */
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS = 64;

/** A number with its separator takes at most this many characters, unless it is full of blanks. */
const LONGEST_NUMBER = 128;

/**
 * Reads the list of numbers around `at`, where the numbers `first` and `second` begin a marker: one number for each
 * character, with the same separator between all: `84, 51`, `0x54,0x33`, `54 33`, `chr(84)+chr(51)`. Null where no
 * marker follows.
 */
export function readNumberList(
  text: Buffer,
  at: number,
  format: NumberFormat,
  [first, second]: readonly [string, string],
): DecodedText | null {
  const separator = separatorAfter(text, at + first.length, second);
  if (!separator) return null;
  const after = numbersAfter(text, at, format, separator);
  if (!after) return null;
  const numbers = [...numbersBefore(text, at, format, separator), ...after];
  return {
    bytes: Buffer.from(numbers.map(({ code }) => code)),
    origin: numbers.length - after.length,
    rangeOf: (start, end) => ({ start: numbers[start]?.start ?? at, end: numbers[end - 1]?.end ?? at }),
  };
}

/** A number of a list, and where it stands. */
type ListedNumber = { code: number; start: number; end: number };

/** Null where the list does not begin with a marker, or the next follows sooner than in any key. */
function numbersAfter(
  text: Buffer,
  at: number,
  format: NumberFormat,
  separator: Separator,
): readonly ListedNumber[] | null {
  const numbers: ListedNumber[] = [];
  let markers = 0;
  for (let start = at; numbers.length < MOST_AFTER && start < at + CONTEXT_LENGTH - LONGEST_NUMBER; ) {
    const number = parseNumberAt(text, start, format);
    if (!number || (numbers.length < MARKER_BYTES.length && number.code !== MARKER_BYTES[numbers.length])) break;
    numbers.push({ ...number, start });
    if (endsMarker(numbers, MARKER_BYTES)) markers += 1;
    if (markers > 1 && numbers.length < LEAST_BETWEEN) {
      countSteps(STEPS_A_NUMBER * numbers.length);
      return null;
    }
    if (markers > MOST_MARKERS) break;
    const next = skipSeparator(text, number.end, separator);
    if (next === null) break;
    start = next;
  }
  countSteps(STEPS_A_NUMBER * numbers.length);
  return numbers.length < MARKER_BYTES.length ? null : numbers;
}

function numbersBefore(text: Buffer, at: number, format: NumberFormat, separator: Separator): readonly ListedNumber[] {
  const numbers: ListedNumber[] = [];
  let markers = 0;
  for (let start = at; numbers.length < MOST_BEFORE && start > at - CONTEXT_LENGTH + LONGEST_NUMBER; ) {
    const end = skipSeparatorBack(text, start, separator);
    const number = end === null ? null : parseNumberBefore(text, end, format);
    if (!number || end === null) break;
    // A number in another base belongs to another list: `0x41, 84, 51`.
    if (isX(text[number.start - 1]) && !isX(separator.at(-1))) break;
    numbers.push({ ...number, end });
    if (endsMarker(numbers, BACKWARDS)) markers += 1;
    if (markers >= MOST_MARKERS) break;
    start = number.start;
  }
  countSteps(STEPS_A_NUMBER * numbers.length);
  return numbers.toReversed();
}

/**
 * A key has one marker, and another key may be glued to either of its ends: beyond two more markers nothing counts. So
 * a list that is full of markers is read only a few times.
 */
const MOST_MARKERS = 2;

/** From the beginning of a marker to the end of the next: the shortest body of a key is twenty characters, or cut a few less. */
const LEAST_BETWEEN = 2 * MARKER_BYTES.length + 12;
const STEPS_A_NUMBER = 8;
const STEPS_A_SEPARATOR = 60;
const BACKWARDS = Buffer.from(MARKER_BYTES.toReversed());

/** Whether the last of these numbers spell a marker. */
function endsMarker(numbers: readonly ListedNumber[], marker: Buffer): boolean {
  const first = numbers.length - marker.length;
  if (first < 0 || numbers.at(-1)?.code !== marker.at(-1)) return false;
  return marker.every((byte, index) => numbers[first + index]?.code === byte);
}

function separatorAfter(text: Buffer, at: number, second: string): Separator | null {
  countSteps(STEPS_A_SEPARATOR);
  const ahead = text.toString("latin1", at, at + LONGEST_SEPARATOR + MOST_BLANKS + second.length);
  const end = ahead.indexOf(second, 1);
  if (end < 0 || /^[0-9A-Fa-f]/.test(ahead)) return null;
  const separator = ahead.slice(0, end).replaceAll(/\s+/g, "");
  return !/[0-9]/.test(separator.replace(/0x$/i, "")) && separator.length <= LONGEST_SEPARATOR
    ? Buffer.from(separator, "latin1")
    : null;
}

function skipSeparator(text: Buffer, at: number, separator: Separator): number | null {
  let place = skipBlanks(text, at);
  for (const byte of separator) {
    if (text[place] !== byte) return null;
    place = skipBlanks(text, place + 1);
  }
  return place > at ? place : null;
}

function skipSeparatorBack(text: Buffer, at: number, separator: Separator): number | null {
  let place = skipBlanksBack(text, at);
  for (let index = separator.length - 1; index >= 0; index -= 1) {
    if (text[place - 1] !== separator[index]) return null;
    place = skipBlanksBack(text, place - 1);
  }
  return place < at ? place : null;
}

function skipBlanks(text: Buffer, at: number): number {
  let place = at;
  while (place - at < MOST_BLANKS && isBlank(text[place])) place += 1;
  return place;
}

function skipBlanksBack(text: Buffer, at: number): number {
  let place = at;
  while (at - place < MOST_BLANKS && isBlank(text[place - 1])) place -= 1;
  return place;
}

/** What stands before hexadecimal. */
function isX(byte: number | undefined): boolean {
  return byte === 0x78 || byte === 0x58;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

function parseNumberAt(
  text: Buffer,
  start: number,
  { base, most }: NumberFormat,
): { code: number; end: number } | null {
  if (base === "character") return isKeyByte(text[start]) ? { code: text[start] ?? 0, end: start + 1 } : null;
  let [end, code] = [start, 0];
  for (; end - start <= most; end += 1) {
    const digit = parseDigit(text[end], base);
    if (digit === null) break;
    code = code * base + digit;
  }
  return end > start && end - start <= most && code < 256 ? { code, end } : null;
}

function parseNumberBefore(text: Buffer, end: number, format: NumberFormat): { code: number; start: number } | null {
  let start = end;
  const { base, most } = format;
  if (base === "character") start -= 1;
  else while (end - start <= most && parseDigit(text[start - 1], base) !== null) start -= 1;
  const number = parseNumberAt(text, start, format);
  return number?.end === end ? { code: number.code, start } : null;
}

function parseDigit(byte: number | undefined, base: number): number | null {
  if (byte === undefined) return null;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return base === 16 && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null;
}

const [FIRST, SECOND] = [`${MARKER_BYTES[0]}`, `${MARKER_BYTES[1]}`];
/** The first two characters of a marker, and two of its second half. */
const PAIRS = [0, 5].map((index) => [...MARKER_BYTES.subarray(index, index + 2)]);
const DECIMAL: NumberFormat = { base: 10, most: 4 };

/**
 * How the marker's first code is written in lists of numbers and in calls: `84,51`, `84, 51`, `84 51`, one on a line,
 * `chr(84)`, `[char]84`. With each, where the number begins.
 */
const FORMS = [
  [`${FIRST},${SECOND}`, 0],
  [`${FIRST}, ${SECOND}`, 0],
  [`${FIRST} ${SECOND}`, 0],
  [`${FIRST},\n`, 0],
  [`${FIRST},\r`, 0],
  [`(${FIRST})`, 1],
  [`]${FIRST}`, 1],
] as const;

function read({ text, at, mayJoin }: NeedleMatch, needle: number): AnchorResult | null {
  const decoded = readNumberList(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST, SECOND]);
  return decoded && readDecoded(decoded, "char-codes", { mayJoin });
}

/** Two pairs of a marker as `od -b`, `xxd -b`, `od -t u1` and `od -t d1` write them: a line ends within one at most. */
const COLUMNS = PAIRS.flatMap((pair) => [
  pair.map((code) => code.toString(8).padStart(3, "0")).join(" "),
  pair.map((code) => code.toString(2).padStart(8, "0")).join(" "),
  pair.join("  "),
  pair.join("   "),
]);

/** Characters as a list of decimal numbers, and in the columns of a dump. */
export const CODE_ANCHORS: readonly Anchor[] = [
  { needles: FORMS.map(([form]) => Buffer.from(form, "latin1")), read },
  {
    needles: COLUMNS.map((column) => Buffer.from(column, "latin1")),
    read: ({ text, at }) => readNumberDump(text, at + 1),
  },
];
