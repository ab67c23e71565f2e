import { countBackslashesBefore, isQuote, readLiteralAt } from "./quotes.ts";

/** No comment is longer than this. */
const LONGEST_COMMENT = 160;

/** The end of the comment that begins at a place of code; null where none begins. */
export function findCommentEnd(text: string, at: number): number | null {
  if (text.startsWith("/*", at)) {
    const end = text.slice(at, at + LONGEST_COMMENT).indexOf("*/");
    return end < 0 ? null : at + end + 2;
  }
  if (!isLineComment(text, at)) return null;
  const end = text.slice(at, at + LONGEST_COMMENT).search(/\n|\\n/);
  return end < 0 ? null : at + end;
}

/**
 * Whether a comment begins there after code: a line that is all comment may be code that was commented out.
 * The two slashes of a URL begin none, nor does the sign in `&#34;`.
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

/** The start of the comment that ends at a place, with `*` and `/` or at a line end; null where none does. */
export function findCommentStart(text: string, at: number, backslashes: number): number | null {
  const bottom = Math.max(0, at - LONGEST_COMMENT);
  if (text[at] === "/" && text[at - 1] === "*") {
    const start = text.slice(bottom, at - 1).lastIndexOf("/*");
    return start < 0 ? null : bottom + start;
  }
  if (text[at] !== "\n") return null;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return at - start > LONGEST_LINE ? null : findLineComment(text, start, at, backslashes);
}

/** In longer lines no comment is looked for. */
const LONGEST_LINE = 400;

/** Where the comment of a line begins, outside of literals. */
function findLineComment(text: string, start: number, end: number, backslashes: number): number | null {
  for (let place = start; place < end; place += 1) {
    if (isLineComment(text, place)) return place;
    if (!isQuote(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
    place = (readLiteralAt(text, place, backslashes)?.close ?? place + 1) - 1;
  }
  return null;
}
