import { clipText, escapeHref, escapeMarkdown, escapePlain, escapeSummary, formatCode } from "./escape.ts";

/**
 * A piece of a sentence: our own words, plain, stressed or as a link; or what others chose, which each medium escapes: data
 * (paths, settings, code), set apart as code; names, in bold; and text that is not set apart.
 */
type Piece =
  | { words: string }
  | { stress: Line }
  | { link: string; url: string }
  | { data: string; url?: string }
  | { name: string }
  | { text: string };

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

/** A sentence, or a part of it, in bold: it begins and ends with words of ours. */
export function stressLine(one: Line): Line {
  return one.length === 0 ? one : [{ stress: one }];
}

/** Our own words in bold. */
export function stressWords(text: string): Line {
  return stressLine(words(text));
}

/** A name that others chose. */
export function markName(name: string): Line {
  return [{ name }];
}

/** A name that others chose, not set apart. */
export function showName(text: string): Line {
  return [{ text }];
}

/** A place, a setting or code, which leads somewhere where there is an address and the medium has links. */
export function linkData(data: string, url: string | null): Line {
  return url === null ? [{ data }] : [{ data, url }];
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
  // Escaped as a whole: a colon of ours after one of theirs is two.
  return escapePlain(joinPlain(one, blank));
}

function joinPlain(one: Line, blank: string): string {
  const texts = one.map((piece) => {
    if ("words" in piece) return piece.words;
    if ("stress" in piece) return joinPlain(piece.stress, blank);
    if ("link" in piece) return nameAddress(piece.link, piece.url);
    const text = "name" in piece ? piece.name : "text" in piece ? piece.text : piece.data;
    return ("text" in piece ? clipText(text, LONGEST_NAME) : quote(clipText(text, LONGEST_NAME))).replaceAll(
      " ",
      blank,
    );
  });
  return texts.join("");
}

/** The line in Markdown, in running text or in a table's cell. */
export function formatMarkdown(one: Line, place: "text" | "cell" = "text"): string {
  return one.map((piece) => formatPiece(piece, place)).join("");
}

/** The line in the summary of folded details, where GitHub reads HTML and no Markdown. Links are left out. */
export function formatSummary(one: Line): string {
  return one
    .map((piece) => {
      if ("words" in piece) return piece.words;
      if ("stress" in piece) return `<b>${formatSummary(piece.stress.map(unbold))}</b>`;
      if ("link" in piece) return piece.link;
      const text = "name" in piece ? piece.name : "text" in piece ? piece.text : piece.data;
      const escaped = escapeSummary(clipText(text, LONGEST_NAME)) || "(empty)";
      if ("text" in piece) return escaped;
      return "name" in piece ? `<b>${escaped}</b>` : `<code>${escaped}</code>`;
    })
    .join("");
}

function formatPiece(piece: Piece, place: "text" | "cell"): string {
  if ("words" in piece) return piece.words;
  if ("stress" in piece) return `**${piece.stress.map((part) => formatPiece(unbold(part), place)).join("")}**`;
  if ("link" in piece) return `[${piece.link}](${escapeHref(piece.url)})`;
  if ("text" in piece) return escapeMarkdown(clipText(piece.text, LONGEST_NAME));
  if ("name" in piece) return formatBold(clipText(piece.name, LONGEST_NAME));
  const code = formatCode(clipText(piece.data, LONGEST_NAME), place);
  return piece.url === undefined ? code : `[${code}](${escapeHref(piece.url)})`;
}

/** Within bold a name is set apart as code. */
function unbold(piece: Piece): Piece {
  return "name" in piece ? { data: piece.name } : piece;
}

/** A name in bold. Markdown's own signs for that need a letter or a digit beside them. */
function formatBold(name: string): string {
  const escaped = escapeMarkdown(name) || "(empty)";
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(escaped) ? `**${escaped}**` : `<b>${escaped}</b>`;
}

/** A page of OpenAI's is named by its address, since a log has no links; the run itself is where the reader is. */
function nameAddress(text: string, url: string): string {
  const [, page] =
    /^https:\/\/((?:(?:platform\.openai|chatgpt)\.com\/|github\.com\/openai-key-guard\/)[^#]+)$/.exec(url) ?? [];
  return page === undefined ? text : `${text} (${page})`;
}

function quote(text: string): string {
  return /\s/.test(text) && !/[{"=:]|^--/.test(text) ? `"${text}"` : text;
}
