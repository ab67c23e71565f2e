import { clipText } from "../escape.ts";
import type { Line } from "../line.ts";
import { type Markup, markup, renderName } from "./markup.ts";

/** Names longer than this are cut in sentences; the JSON report has them whole. */
const LONGEST = 120;

/** A sentence in HTML: our words as text, data set apart. */
export function renderLine(line: Line): Markup {
  return markup`${line.map((piece) =>
    "words" in piece ? piece.words : markup`<code>${renderName(clipText(piece.data, LONGEST))}</code>`,
  )}`;
}

/** The same words with a capital at their beginning. */
export function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
