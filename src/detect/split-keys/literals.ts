import { commentAt, commentBefore } from "./code-comments.ts";
import { endOfPiece, startOfPiece } from "./key-part.ts";
import { closedBehind, isQuote, type Literal, MOST_SLASHES, openedBefore, slashesBefore } from "./quotes.ts";

/** Nothing but this much may stand between two literals that belong together, other literals included. */
export const LONGEST_GAP = 240;

/** A part of a literal. Where it does not reach to a quote, `open` or `close` is null: something else goes on. */
export type LiteralPart = Omit<Literal, "open" | "close"> & { open: number | null; close: number | null };

/** The part of a literal in which a place stands, as far as characters of keys reach; null where no quote is there. */
export function literalAround(text: string, at: number): LiteralPart | null {
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
