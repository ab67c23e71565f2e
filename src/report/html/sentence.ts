import { clipText } from "../escape.ts";
import type { Line } from "../line.ts";
import { type Markup, markup, named } from "./markup.ts";

/** Names longer than this are cut in sentences; the JSON report has them whole. */
const LONGEST = 120;

/** A sentence in HTML: our words as text, data set apart. */
export function sentence(line: Line): Markup {
  return markup`${line.map((piece) =>
    "words" in piece ? piece.words : markup`<code>${named(clipText(piece.data, LONGEST))}</code>`,
  )}`;
}

/** The same words with a capital at their beginning. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
