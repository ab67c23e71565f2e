/**
 * A literal: where its opening quote begins, where its content stands, and where its closing quote ends.
 * `backslashes`: how many stand before its quotes, as in a string within a string.
 */
export type Literal = { open: number; start: number; end: number; close: number; backslashes: number };

/** As many as a string has within three others. */
export const MOST_BACKSLASHES = 7;

/** How many backslashes stand before a place. */
export function countBackslashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < MOST_BACKSLASHES && text[at - 1 - count] === "\\") count += 1;
  return count;
}

/** Whether a literal may begin and end with this character. */
export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === "`";
}

/** No literal is longer than this. */
const LONGEST = 1100;

/** The literal whose opening quote stands at a place, if it closes on the same line. */
export function readLiteralAt(text: string, at: number, backslashes: number): Literal | null {
  const top = Math.min(text.length, at + LONGEST);
  for (let place = at + 1; place < top && text[place] !== "\n"; place += 1) {
    if (text[place] !== text[at] || countBackslashesBefore(text, place) !== backslashes) continue;
    return { open: at - backslashes, start: at + 1, end: place - backslashes, close: place + 1, backslashes };
  }
  return null;
}

/** The literal whose closing quote stands at a place, if it opens on the same line. */
export function readLiteralBack(text: string, at: number, backslashes: number): Literal | null {
  const bottom = Math.max(0, at - LONGEST);
  for (let place = at - 1; place >= bottom && text[place] !== "\n"; place -= 1) {
    if (text[place] !== text[at] || countBackslashesBefore(text, place) !== backslashes) continue;
    return { open: place - backslashes, start: place + 1, end: at - backslashes, close: at + 1, backslashes };
  }
  return null;
}
