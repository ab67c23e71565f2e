import { findPieceEnd, findPieceStart, isLikelyKeyPart, isPrefixPart, mayContinue, mayEnd } from "./key-part.ts";
import { MOST_PIECES, type Piece } from "./piece-order.ts";

/**
 * Signs that a line goes on, at its end or before its next part, in the bytes of UTF-8: an ellipsis, the arrows and line
 * ends of terminals and editors, a guillemet, a not sign.
 */
const CONTINUES = String.raw`(?:\xe2\x80\xa6|\.{3}|\xe2\x86[\xa9\xaa\xb3\xb5]|\xe2\x8f\x8e|\xe2\xa4[\xb6\xb7]|\xc2[\xac\xbb])`;

/** The place in the code that some loggers write at the end of a record's first line, as in `app.py:9`. */
const SOURCE = String.raw`(?:[ \t]{2,}[\w./-]{1,40}:\d{1,6})?`;

/** What a line may have before its text: in a comment, a quoted mail, a patch, a box. */
const DECORATION = String.raw`[ \t]*(?:(?:\+{3} |[>|*#+;%]|\/\/|-- |" |'|${CONTINUES})[ \t]*)?`;

/** Line ends, as they are and escaped. */
const END = String.raw`[ \t]*(?:\r?\n|\r|(?:\\{1,3}r)?\\{1,3}n)`;

const SIGN = String.raw`(?:[ \t]?([\\=^&\x60]|${CONTINUES}))?`;
const BEHIND = new RegExp(`${SIGN}${SOURCE}${END}${DECORATION}`, "y");
const BEFORE = new RegExp(`${SIGN}${SOURCE}${END}${DECORATION}$`);

/** No line end with what may stand around it is longer than this. */
const LONGEST_END = 160;

/** A line that was wrapped without a sign for it is at least this long. */
const SHORTEST = 8;

/** The lines of a wrapped text: those that continue the line around `at`, and those that it continues. */
export function findWrappedLines(text: string, at: number): readonly Piece[] {
  const own: Piece = { start: findPieceStart(text, at), end: trimPadding(text, findPieceEnd(text, at)), name: null };
  if (own.end <= at) return [];
  return [...linesBefore(text, own).toReversed(), own, ...linesAfter(text, own)];
}

/** The `=` of quoted-printable and base64 is no part of the text. */
function trimPadding(text: string, end: number): number {
  let trimmed = end;
  while (text[trimmed - 1] === "=") trimmed -= 1;
  return trimmed;
}

function linesAfter(text: string, own: Piece): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let { start, end } = own; pieces.length < MOST_PIECES; ) {
    BEHIND.lastIndex = end;
    const [whole, sign] = BEHIND.exec(text) ?? [];
    if (whole === undefined || whole.length > LONGEST_END) break;
    const next = end + whole.length;
    const piece: Piece = { start: next, end: trimPadding(text, findPieceEnd(text, next)), name: null };
    if (!isContinued(text, sign, { start, end }, piece)) break;
    pieces.push(piece);
    ({ start, end } = piece);
  }
  return pieces;
}

function linesBefore(text: string, own: Piece): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let { start, end } = own; pieces.length < MOST_PIECES && !isKeyStart(text, start); ) {
    const [whole, sign] = BEFORE.exec(text.slice(Math.max(0, start - LONGEST_END), start)) ?? [];
    if (whole === undefined) break;
    const before = start - whole.length;
    const piece: Piece = { start: findPieceStart(text, before), end: before, name: null };
    if (!isContinued(text, sign, piece, { start, end })) break;
    pieces.push(piece);
    ({ start, end } = piece);
  }
  return pieces;
}

type LineRange = { start: number; end: number };

/** Whether a text continues on the next line: there is a sign for it, or both look like parts of a key. */
function isContinued(text: string, sign: string | undefined, { start, end }: LineRange, next: LineRange): boolean {
  if (next.end <= next.start || end <= start || isKeyStart(text, next.start)) return false;
  if (sign) return true;
  const [one, two] = [text.slice(start, end), text.slice(next.start, next.end)];
  // What is assigned a value on the next line is no part of this one.
  if (two.includes("=") || /^\s*(?:[:(]|=(?!=?(?:\s|$)))/.test(text.slice(next.end, next.end + 8))) return false;
  if (isPrefixPart(one)) return true;
  const [isWide, isFull] = [isWideLine(text, start, end), isAsWideAsBefore(text, start, end)];
  if (one.length < SHORTEST || !(mayContinue(one, two) || isWide || isFull)) return false;
  if (isLikelyKeyPart(two)) return true;
  if (!isLineEnd(text, next.end)) return false;
  return !WORD.test(two) || ((isFull || (isWide && two.length < SHORTEST_WORD)) && mayEnd(one, two));
}

/** Texts are wrapped at this width or more; keys and sentences about them are shorter. */
const NARROWEST = 60;

function isWideLine(text: string, start: number, end: number): boolean {
  return end - text.lastIndexOf("\n", start) - 1 >= NARROWEST;
}

/** Of a text that was wrapped at one width, all lines but the last are as long. */
function isAsWideAsBefore(text: string, start: number, end: number): boolean {
  const line = text.lastIndexOf("\n", start) + 1;
  const before = text.lastIndexOf("\n", line - 2) + 1;
  return line > 0 && line - 1 - before === end - line;
}

/** The end of a key may be so short that it looks like a word. */
const SHORTEST_WORD = 4;

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || /^(?:["'`]|\s*[\r\n\\])/.test(text.slice(at, at + 8));
}

const WORD = /^(?:[A-Z]?[a-z]+|[A-Z_]+|[0-9]+|[^A-Za-z]*)$/;

function isKeyStart(text: string, at: number): boolean {
  return text.startsWith("sk-", at);
}
