import { CONTEXT_LENGTH } from "./anchor.ts";
import { type DecodedText, MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "./decoded.ts";

/** How numbers are written: their digits, by base, and how many there may be. */
export type NumberFormat = { base: 10 | 16; most: number };

/** What stands between two numbers, blanks and line ends note. */
type Separator = Buffer;

/** Between two numbers there is no more than this, and of blanks and line ends no more than that. */
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS = 64;

/** A number with what stands before or behind it, where blanks are not spread all over. */
const LONGEST_NUMBER = 128;

/**
 * What a chain of numbers says that begins with the codes of `first` and `second`, which are written like that, at `at`:
 * one number for each character, all parted by the same: `84, 51`, `0x54,0x33`, `54 33`, `chr(84)+chr(51)`. Null where
 * it does not go on with a marker.
 */
export function readNumberList(
  text: Buffer,
  at: number,
  numerals: NumberFormat,
  [first, second]: readonly [string, string],
): DecodedText | null {
  const separator = separatorAfter(text, at + first.length, second);
  if (!separator) return null;
  const behind = numbersAfter(text, at, numerals, separator);
  if (!behind) return null;
  const links = [...numbersBefore(text, at, numerals, separator), ...behind];
  return {
    bytes: Buffer.from(links.map(({ code }) => code)),
    origin: links.length - behind.length,
    rangeOf: (start, end) => ({ start: links[start]?.start ?? at, end: links[end - 1]?.end ?? at }),
  };
}

/** A number of a chain, and where it stands. */
type ListedNumber = { code: number; start: number; end: number };

/** Null where the chain does not begin with a marker. */
function numbersAfter(
  text: Buffer,
  at: number,
  numerals: NumberFormat,
  separator: Separator,
): readonly ListedNumber[] | null {
  const links: ListedNumber[] = [];
  for (let start = at; links.length < MOST_AFTER && start < at + CONTEXT_LENGTH - LONGEST_NUMBER; ) {
    const number = parseNumberAt(text, start, numerals);
    if (!number || (links.length < MARKER_BYTES.length && number.code !== MARKER_BYTES[links.length])) break;
    links.push({ ...number, start });
    const next = skipSeparator(text, number.end, separator);
    if (next === null) break;
    start = next;
  }
  return links.length < MARKER_BYTES.length ? null : links;
}

function numbersBefore(
  text: Buffer,
  at: number,
  numerals: NumberFormat,
  separator: Separator,
): readonly ListedNumber[] {
  const links: ListedNumber[] = [];
  for (let start = at; links.length < MOST_BEFORE && start > at - CONTEXT_LENGTH + LONGEST_NUMBER; ) {
    const end = skipSeparatorBack(text, start, separator);
    const number = end === null ? null : parseNumberBefore(text, end, numerals);
    if (!number || end === null) break;
    // A number in another base is of another list: `0x41, 84, 51`.
    if (isX(text[number.start - 1]) && !isX(separator.at(-1))) break;
    links.push({ ...number, end });
    start = number.start;
  }
  return links.toReversed();
}

function separatorAfter(text: Buffer, at: number, second: string): Separator | null {
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
  let [end, code] = [start, 0];
  for (; end - start <= most; end += 1) {
    const digit = parseDigit(text[end], base);
    if (digit === null) break;
    code = code * base + digit;
  }
  return end > start && end - start <= most && code < 256 ? { code, end } : null;
}

function parseNumberBefore(text: Buffer, end: number, numerals: NumberFormat): { code: number; start: number } | null {
  let start = end;
  while (end - start <= numerals.most && parseDigit(text[start - 1], numerals.base) !== null) start -= 1;
  const number = parseNumberAt(text, start, numerals);
  return number?.end === end ? { code: number.code, start } : null;
}

function parseDigit(byte: number | undefined, base: number): number | null {
  if (byte === undefined) return null;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return base === 16 && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null;
}
