import { clipText, escapePlain, formatCode } from "./escape.ts";

/** A piece of a sentence: our own words, or data (names, settings, code) that each medium escapes and sets apart. */
type Piece = { words: string } | { data: string };

/** One sentence, as no medium has yet shaped it. */
export type Line = readonly Piece[];

/** Names longer than this are cut in sentences; the JSON report has them whole. */
const LONGEST = 120;

/** Makes a line: what stands between the values is ours and goes out as it is; text values are data. */
export function line(words: TemplateStringsArray, ...values: readonly (string | number | Line)[]): Line {
  return words.flatMap((text, index) => {
    const value = values[index];
    const own: Line = text === "" ? [] : [{ words: text }];
    if (value === undefined) return own;
    if (typeof value === "number") return [...own, { words: String(value) }];
    return [...own, ...(typeof value === "string" ? [{ data: value }] : value)];
  });
}

/** Our own words, computed: they need neither quotes nor escaping. Never for what others wrote. */
export function words(text: string): Line {
  return text === "" ? [] : [{ words: text }];
}

/** Lines, one after the other, with words of ours between them. */
export function joinLines(lines: readonly Line[], between: string): Line {
  return lines.flatMap((one, index) => (index === 0 ? one : [{ words: between }, ...one]));
}

/**
 * The line in a terminal or a log. Data with blanks in it gets quotes, so that it is seen where it ends; `blank` stands
 * for each blank in data, for whoever breaks lines.
 */
export function formatPlain(one: Line, blank = " "): string {
  const shown = (data: string) => quoted(clipText(data, LONGEST)).replaceAll(" ", blank);
  // As a whole: a colon of ours after one of theirs is two.
  return escapePlain(one.map((piece) => ("words" in piece ? piece.words : shown(piece.data))).join(""));
}

/** The line in Markdown, in running text or in a table's cell. */
export function formatMarkdown(one: Line, place: "text" | "cell" = "text"): string {
  return one
    .map((piece) => ("words" in piece ? piece.words : formatCode(clipText(piece.data, LONGEST), place)))
    .join("");
}

function quoted(text: string): string {
  return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
