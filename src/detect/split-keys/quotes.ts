/**
 * A literal: where its opening quote begins, where its content stands, and where its closing quote ends.
 * `slashes`: so many backslashes stand before its quotes, as in a text within a text.
 */
export type Literal = { open: number; start: number; end: number; close: number; slashes: number };

/** As many as a text has that stands in a text in a text in a text. */
export const MOST_SLASHES = 7;

/** How many backslashes stand before a place. */
export function slashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < MOST_SLASHES && text[at - 1 - count] === "\\") count += 1;
  return count;
}

/** Whether a literal may begin and end with this character. */
export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === "`";
}

/** No literal is longer than this. */
const LONGEST = 1100;

/** The literal whose opening quote stands at a place, if it closes on the same line. */
export function closedBehind(text: string, at: number, slashes: number): Literal | null {
  const top = Math.min(text.length, at + LONGEST);
  for (let place = at + 1; place < top && text[place] !== "\n"; place += 1) {
    if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
    return { open: at - slashes, start: at + 1, end: place - slashes, close: place + 1, slashes };
  }
  return null;
}

/** The literal whose closing quote stands at a place, if it opens on the same line. */
export function openedBefore(text: string, at: number, slashes: number): Literal | null {
  const bottom = Math.max(0, at - LONGEST);
  for (let place = at - 1; place >= bottom && text[place] !== "\n"; place -= 1) {
    if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
    return { open: place - slashes, start: place + 1, end: at - slashes, close: at + 1, slashes };
  }
  return null;
}
