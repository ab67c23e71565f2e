import { endOfPiece, startOfPiece } from "./pieces-likeness.ts";

/**
 * A literal, or what there is to see of it: where its opening quote begins, its content and where its closing quote ends.
 * `slashes`: so many backslashes stand before its quotes, as in a text within a text.
 */
export type Literal = { open: number; start: number; end: number; close: number; slashes: number };

/** Nothing but this much may stand between two literals that belong together, other literals included. */
export const LONGEST_GAP = 240;

/** No literal is longer than this. */
const LONGEST = 1100;

const MOST_SLASHES = 7;

/**
 * The part of a literal in which a place stands, as far as characters of keys reach. Where it does not reach to a quote,
 * `open` or `close` is null: the literal goes on, with something else.
 */
export function literalAround(
  text: string,
  at: number,
): (Omit<Literal, "open" | "close"> & { open: number | null; close: number | null }) | null {
  const [start, end] = [startOfPiece(text, at), endOfPiece(text, at)];
  const [before, behind] = [quoteBefore(text, start), quoteBehind(text, end + placeholderBehind(text, end))];
  if (!before && !behind) return null;
  if (before && behind && before.quote !== behind.quote) return null;
  const slashes = (behind ?? before)?.slashes ?? 0;
  return { open: before ? before.start : null, start, end, close: behind ? behind.end : null, slashes };
}

/** What a template has in place of what is put in: `sk-${rest}`, `sk-{}`, `sk-%s`. */
export function placeholder(before: string, after: string): RegExp {
  return new RegExp(`${before}(?:[$#]?\\{[^{}"'\`]{0,40}\\}|%[sv])${after}`);
}

/** No placeholder is longer than this. */
export const LONGEST_PLACEHOLDER = 48;

const PLACEHOLDER = placeholder("^", "");

function placeholderBehind(text: string, at: number): number {
  return PLACEHOLDER.exec(text.slice(at, at + LONGEST_PLACEHOLDER))?.[0].length ?? 0;
}

type Quote = { quote: string; slashes: number; start: number; end: number };

function quoteBehind(text: string, at: number): Quote | null {
  let place = at;
  while (place - at < MOST_SLASHES && text[place] === "\\") place += 1;
  const quote = text.slice(at, place + 1);
  return isQuote(text[place]) ? { quote, slashes: place - at, start: at, end: place + 1 } : null;
}

function quoteBefore(text: string, at: number): Quote | null {
  if (!isQuote(text[at - 1])) return null;
  const start = at - 1 - slashesBefore(text, at - 1);
  return { quote: text.slice(start, at), slashes: at - 1 - start, start, end: at };
}

function slashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < MOST_SLASHES && text[at - 1 - count] === "\\") count += 1;
  return count;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === "`";
}

/** The next literal that opens at a place or behind it, comments aside; null where none does before `limit`. */
export function literalBehind(text: string, from: number, limit: number, slashes: number): Literal | null {
  for (let place = from; place < Math.min(limit, text.length); place += 1) {
    const comment = commentAt(text, place);
    if (comment !== null) {
      place = comment - 1;
      continue;
    }
    if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
    const literal = closedBehind(text, place, slashes);
    if (literal) return literal;
  }
  return null;
}

/** The literal that closes at a place or before it, comments aside; null where none does behind `limit`. */
export function literalBefore(text: string, from: number, limit: number, slashes: number): Literal | null {
  for (let place = from - 1; place >= Math.max(0, limit); place -= 1) {
    const comment = commentBefore(text, place, slashes);
    if (comment !== null) {
      place = comment;
      continue;
    }
    if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
    const literal = openedBefore(text, place, slashes);
    if (literal) return literal;
  }
  return null;
}

function closedBehind(text: string, at: number, slashes: number): Literal | null {
  const top = Math.min(text.length, at + LONGEST);
  for (let place = at + 1; place < top && text[place] !== "\n"; place += 1) {
    if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
    return { open: at - slashes, start: at + 1, end: place - slashes, close: place + 1, slashes };
  }
  return null;
}

function openedBefore(text: string, at: number, slashes: number): Literal | null {
  const bottom = Math.max(0, at - LONGEST);
  for (let place = at - 1; place >= bottom && text[place] !== "\n"; place -= 1) {
    if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
    return { open: place - slashes, start: place + 1, end: at - slashes, close: at + 1, slashes };
  }
  return null;
}

/** No comment is longer than this. */
const LONGEST_COMMENT = 160;

/** Where a comment ends that begins at a place of code; null where none begins. */
function commentAt(text: string, at: number): number | null {
  if (text.startsWith("/*", at)) {
    const end = text.slice(at, at + LONGEST_COMMENT).indexOf("*/");
    return end < 0 ? null : at + end + 2;
  }
  if (!isLineComment(text, at)) return null;
  const end = text.slice(at, at + LONGEST_COMMENT).search(/\n|\\n/);
  return end < 0 ? null : at + end;
}

/**
 * Whether a comment begins there that code stands before: a line that is all comment may be code that is not in use. The
 * two slashes of a URL are none, nor is the sign in `&#34;`.
 */
function isLineComment(text: string, at: number): boolean {
  const isSign = text.startsWith("//", at) ? text[at - 1] !== ":" : text[at] === "#" || text.startsWith("-- ", at);
  if (!isSign) return false;
  let before = at;
  while (at - before < LONGEST_INDENT && (text[before - 1] === " " || text[before - 1] === "\t")) before -= 1;
  const isApart = before < at || text[at] === "/" || text[at - 1] === "," || text[at - 1] === ";";
  return isApart && before > 0 && text[before - 1] !== "\n";
}

const LONGEST_INDENT = 80;

/** Where a comment begins that ends at a place: at a `*` and `/`, or at a line end; null where none does. */
function commentBefore(text: string, at: number, slashes: number): number | null {
  const bottom = Math.max(0, at - LONGEST_COMMENT);
  if (text[at] === "/" && text[at - 1] === "*") {
    const start = text.slice(bottom, at - 1).lastIndexOf("/*");
    return start < 0 ? null : bottom + start;
  }
  if (text[at] !== "\n") return null;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return at - start > LONGEST_LINE ? null : lineCommentIn(text, start, at, slashes);
}

/** A line that is longer has no comment at its end. */
const LONGEST_LINE = 400;

/** Where the comment of a line begins, which is the first that stands in no literal. */
function lineCommentIn(text: string, start: number, end: number, slashes: number): number | null {
  for (let place = start; place < end; place += 1) {
    if (isLineComment(text, place)) return place;
    if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
    place = (closedBehind(text, place, slashes)?.close ?? place + 1) - 1;
  }
  return null;
}
