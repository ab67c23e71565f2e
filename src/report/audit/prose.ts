import { clipText, escapeMarkdown, escapePlain, formatCode } from "../escape.ts";
import { TIED } from "../terminal/wrap.ts";

/** The longest text of a rule, an exception or a gap that is shown whole. */
const LONGEST_PROSE = 400;

/** A part of a sentence: code stood between two backticks. */
type ProsePart = { text: string; isCode: boolean };

/** Takes apart a sentence of a rule, which may quote what others wrote. */
export function splitProse(prose: string): readonly ProsePart[] {
  return clipText(prose, LONGEST_PROSE)
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** A sentence in a terminal, where code is on one line. */
export function formatProse(prose: string): string {
  const parts = splitProse(prose).map(({ text, isCode }) => (isCode ? text.replaceAll(" ", TIED) : text));
  return escapePlain(parts.join(""));
}

/** A sentence in Markdown, in running text or in a table's cell. */
export function formatMarkdownProse(prose: string, place: "text" | "cell" = "text"): string {
  return splitProse(prose)
    .map(({ text, isCode }) => (isCode ? formatCode(text, place) : escapePart(text)))
    .join("");
}

/** Escapes a part of a text; of what is blank at its ends a space is left. */
function escapePart(part: string): string {
  const [before, after] = [/^\s/.test(part) ? " " : "", /\S\s+$/.test(part) ? " " : ""];
  return `${before}${escapeMarkdown(part)}${after}`;
}
