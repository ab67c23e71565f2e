import { SIGHT } from "./anchor.ts";
import { BEFORE, BEHIND, type Decoded, marker } from "./decoded.ts";

/** How numbers are written: their digits, by base, and how many there may be. */
export type Numerals = { base: 10 | 16; most: number };

/** What stands between two numbers, blanks and line ends aside. */
type Separator = Buffer;

/** Between two numbers there is no more than this, and of blanks and line ends no more than that. */
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS = 64;

/** A number with what stands before or behind it, where blanks are not spread all over. */
const LONGEST_LINK = 128;

/**
 * What a chain of numbers says that begins with the codes of `first` and `second`, which are written like that, at `at`:
 * one number for each character, all parted by the same: `84, 51`, `0x54,0x33`, `54 33`, `chr(84)+chr(51)`. Null where
 * it does not go on with a marker.
 */
export function chainAround(
  text: Buffer,
  at: number,
  numerals: Numerals,
  [first, second]: readonly [string, string],
): Decoded | null {
  const separator = separatorBehind(text, at + first.length, second);
  if (!separator) return null;
  const behind = linksBehind(text, at, numerals, separator);
  if (!behind) return null;
  const links = [...linksBefore(text, at, numerals, separator), ...behind];
  return {
    bytes: Buffer.from(links.map(({ code }) => code)),
    own: links.length - behind.length,
    stretchOf: (start, end) => ({ start: links[start]?.start ?? at, end: links[end - 1]?.end ?? at }),
  };
}

/** A number of a chain, and where it stands. */
type Link = { code: number; start: number; end: number };

/** Null where the chain does not begin with a marker. */
function linksBehind(text: Buffer, at: number, numerals: Numerals, separator: Separator): readonly Link[] | null {
  const links: Link[] = [];
  for (let start = at; links.length < BEHIND && start < at + SIGHT - LONGEST_LINK; ) {
    const number = numberBehind(text, start, numerals);
    if (!number || (links.length < marker.length && number.code !== marker[links.length])) break;
    links.push({ ...number, start });
    const next = behindSeparator(text, number.end, separator);
    if (next === null) break;
    start = next;
  }
  return links.length < marker.length ? null : links;
}

function linksBefore(text: Buffer, at: number, numerals: Numerals, separator: Separator): readonly Link[] {
  const links: Link[] = [];
  for (let start = at; links.length < BEFORE && start > at - SIGHT + LONGEST_LINK; ) {
    const end = beforeSeparator(text, start, separator);
    const number = end === null ? null : numberBefore(text, end, numerals);
    if (!number || end === null) break;
    // A number in another base is of another list: `0x41, 84, 51`.
    if (isX(text[number.start - 1]) && !isX(separator.at(-1))) break;
    links.push({ ...number, end });
    start = number.start;
  }
  return links.toReversed();
}

function separatorBehind(text: Buffer, at: number, second: string): Separator | null {
  const ahead = text.toString("latin1", at, at + LONGEST_SEPARATOR + MOST_BLANKS + second.length);
  const end = ahead.indexOf(second, 1);
  if (end < 0 || /^[0-9A-Fa-f]/.test(ahead)) return null;
  const separator = ahead.slice(0, end).replaceAll(/\s+/g, "");
  return !/[0-9]/.test(separator.replace(/0x$/i, "")) && separator.length <= LONGEST_SEPARATOR
    ? Buffer.from(separator, "latin1")
    : null;
}

function behindSeparator(text: Buffer, at: number, separator: Separator): number | null {
  let place = behindBlanks(text, at);
  for (const byte of separator) {
    if (text[place] !== byte) return null;
    place = behindBlanks(text, place + 1);
  }
  return place > at ? place : null;
}

function beforeSeparator(text: Buffer, at: number, separator: Separator): number | null {
  let place = beforeBlanks(text, at);
  for (let index = separator.length - 1; index >= 0; index -= 1) {
    if (text[place - 1] !== separator[index]) return null;
    place = beforeBlanks(text, place - 1);
  }
  return place < at ? place : null;
}

function behindBlanks(text: Buffer, at: number): number {
  let place = at;
  while (place - at < MOST_BLANKS && isBlank(text[place])) place += 1;
  return place;
}

function beforeBlanks(text: Buffer, at: number): number {
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

function numberBehind(text: Buffer, start: number, { base, most }: Numerals): { code: number; end: number } | null {
  let [end, code] = [start, 0];
  for (; end - start <= most; end += 1) {
    const digit = digitOf(text[end], base);
    if (digit === null) break;
    code = code * base + digit;
  }
  return end > start && end - start <= most && code < 256 ? { code, end } : null;
}

function numberBefore(text: Buffer, end: number, numerals: Numerals): { code: number; start: number } | null {
  let start = end;
  while (end - start <= numerals.most && digitOf(text[start - 1], numerals.base) !== null) start -= 1;
  const number = numberBehind(text, start, numerals);
  return number?.end === end ? { code: number.code, start } : null;
}

function digitOf(byte: number | undefined, base: number): number | null {
  if (byte === undefined) return null;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return base === 16 && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null;
}
