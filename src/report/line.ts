import { clipText, escapeHref, escapePlain, formatCode } from "./escape.ts";

/** A piece of a sentence: our own words, a link of ours, or data (names, settings, code) that each medium escapes and sets apart. */
type Piece = { words: string } | { link: string; url: string } | { data: string };

/** One sentence, as no medium has yet laid it out. */
export type Line = readonly Piece[];

/** Names longer than this are cut in sentences; the JSON report has them whole. */
export const LONGEST_NAME = 120;

/** Makes a line: what stands between the values is ours and goes out as it is; text values are data. */
export function line(ours: TemplateStringsArray, ...values: readonly (string | number | Line)[]): Line {
  return ours.flatMap((text, index) => {
    const value = values[index];
    const own = words(text);
    if (value === undefined) return own;
    if (typeof value === "number") return [...own, { words: String(value) }];
    return [...own, ...(typeof value === "string" ? [{ data: value }] : value)];
  });
}

/** Our own words, computed: they need neither quotes nor escaping. Never for what others wrote. */
export function words(text: string): Line {
  return text === "" ? [] : [{ words: text }];
}

/** Our own words as a link, where the medium has links and there is an address. */
export function linkWords(text: string, url: string | null): Line {
  return url === null ? words(text) : [{ link: text, url }];
}

/** Lines, one after the other, with words of ours between them. */
export function joinLines(lines: readonly Line[], between: string): Line {
  return lines.flatMap((one, index) => (index === 0 ? one : [{ words: between }, ...one]));
}

/**
 * The line in a terminal or a log. Data with blanks in it gets quotes, so that its end is seen; `blank` stands for each
 * blank in data, for whoever breaks lines.
 */
export function formatPlain(one: Line, blank = " "): string {
  const texts = one.map((piece) => {
    if ("words" in piece) return piece.words;
    return "link" in piece ? piece.link : quote(clipText(piece.data, LONGEST_NAME)).replaceAll(" ", blank);
  });
  // Escaped as a whole: a colon of ours after one of theirs is two.
  return escapePlain(texts.join(""));
}

/** The line in Markdown, in running text or in a table's cell. */
export function formatMarkdown(one: Line, place: "text" | "cell" = "text"): string {
  return one
    .map((piece) => {
      if ("words" in piece) return piece.words;
      return "link" in piece
        ? `[${piece.link}](${escapeHref(piece.url)})`
        : formatCode(clipText(piece.data, LONGEST_NAME), place);
    })
    .join("");
}

function quote(text: string): string {
  return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
