import { findCommentEnd, findCommentStart } from "./code-comments.ts";
import { findPieceEnd, findPieceStart } from "./key-part.ts";
import {
  countBackslashesBefore,
  isQuote,
  type Literal,
  MOST_BACKSLASHES,
  readLiteralAt,
  readLiteralBack,
} from "./quotes.ts";

/** At most this many characters stand between two literals that belong together, other literals included. */
export const LONGEST_GAP = 240;

/** A part of a literal. Where it does not reach to a quote, `open` or `close` is null. */
export type LiteralPart = Omit<Literal, "open" | "close"> & { open: number | null; close: number | null };

/** The part of a literal around a place, as far as key characters reach; null where no quote is next to it. */
export function findLiteralAround(text: string, at: number): LiteralPart | null {
  const [start, end] = [findPieceStart(text, at), findPieceEnd(text, at)];
  const before = readQuoteBefore(text, start - measureSlotBefore(text, start));
  const after = readQuoteAfter(text, end + measureSlotAfter(text, end));
  if (!before && !after) return null;
  if (before && after && before.quote !== after.quote) return null;
  const backslashes = (after ?? before)?.backslashes ?? 0;
  return { open: before ? before.start : null, start, end, close: after ? after.end : null, backslashes };
}

/**
 * A slot in a template, or what a text is continued from: `sk-${rest}`, `sk-{}`, `sk-%s`; `$(KEY)…` in make and
 * PowerShell, `%KEY%…` and `!KEY!…` in batch files.
 */
export const SLOT_PATTERN: string = String.raw`(?:[$#]?\{[^{}"'\x60]{0,40}\}|\$\([\w$]{1,40}\)|%\w{1,40}%|!\w{1,40}!|%[sv])`;

/** How much before a place is a slot. */
export function measureSlotBefore(text: string, at: number): number {
  return SLOT_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_SLOT), at))?.[0].length ?? 0;
}

/** No slot is longer than this. */
const LONGEST_SLOT = 48;

const [SLOT, SLOT_BEFORE] = [new RegExp(`^${SLOT_PATTERN}`), new RegExp(`${SLOT_PATTERN}$`)];

/** How much behind a place is a slot. */
export function measureSlotAfter(text: string, at: number): number {
  return SLOT.exec(text.slice(at, at + LONGEST_SLOT))?.[0].length ?? 0;
}

type Quote = { quote: string; backslashes: number; start: number; end: number };

function readQuoteAfter(text: string, at: number): Quote | null {
  let place = at;
  while (place - at < MOST_BACKSLASHES && text[place] === "\\") place += 1;
  const quote = text.slice(at, place + 1);
  return isQuote(text[place]) ? { quote, backslashes: place - at, start: at, end: place + 1 } : null;
}

function readQuoteBefore(text: string, at: number): Quote | null {
  if (!isQuote(text[at - 1])) return null;
  const start = at - 1 - countBackslashesBefore(text, at - 1);
  return { quote: text.slice(start, at), backslashes: at - 1 - start, start, end: at };
}

/** The next literal that opens at a place or after it, outside of comments; null where none does before `limit`. */
export function findLiteralAfter(text: string, from: number, limit: number, backslashes: number): Literal | null {
  for (let place = from; place < Math.min(limit, text.length); place += 1) {
    const comment = findCommentEnd(text, place);
    if (comment !== null) {
      place = comment - 1;
      continue;
    }
    if (!isQuote(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
    const literal = readLiteralAt(text, place, backslashes);
    if (literal) return literal;
  }
  return null;
}

/** The literal that closes at a place or before it, outside of comments; null where none does after `limit`. */
export function findLiteralBefore(text: string, from: number, limit: number, backslashes: number): Literal | null {
  for (let place = from - 1; place >= Math.max(0, limit); place -= 1) {
    const comment = findCommentStart(text, place, backslashes);
    if (comment !== null) {
      place = comment;
      continue;
    }
    if (!isQuote(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
    const literal = readLiteralBack(text, place, backslashes);
    if (literal) return literal;
  }
  return null;
}
