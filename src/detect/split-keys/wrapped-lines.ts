import { findPieceEnd, findPieceStart, isLikelyKeyPart, isPrefixPart, mayContinue } from "./key-part.ts";
import { MOST_PIECES, type Piece } from "./piece-order.ts";

/** What a line may have before its text: in a comment, a quoted mail, a patch, a box. */
const DECORATION = String.raw`[ \t]*(?:(?:[>|*#+;%]|\/\/|-- |" |')[ \t]*)?`;

/** Line ends, as they are and escaped. */
const END = String.raw`[ \t]*(?:\r?\n|\r|(?:\\{1,3}r)?\\{1,3}n)`;

const BEHIND = new RegExp(`([\\\\=\`^]?)${END}${DECORATION}`, "y");
const BEFORE = new RegExp(`([\\\\=\`^]?)${END}${DECORATION}$`);

/** No line end with its decoration is longer than this. */
const LONGEST_END = 96;

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
  if (one.length < SHORTEST || !(mayContinue(one, two) || isWideLine(text, start, end))) return false;
  return isLikelyKeyPart(two) || (isLineEnd(text, next.end) && !WORD.test(two));
}

/** Texts are wrapped at this width or more; keys and sentences about them are shorter. */
const NARROWEST = 60;

function isWideLine(text: string, start: number, end: number): boolean {
  return end - text.lastIndexOf("\n", start) - 1 >= NARROWEST;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || /^(?:["'`]|\s*[\r\n\\])/.test(text.slice(at, at + 8));
}

const WORD = /^(?:[A-Z]?[a-z]+|[A-Z_]+|[0-9]+|[^A-Za-z]*)$/;

function isKeyStart(text: string, at: number): boolean {
  return text.startsWith("sk-", at);
}
