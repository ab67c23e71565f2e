import type { Sighting } from "../domain/candidate.ts";
import { type Conclusion, conclude, type Report } from "../domain/report.ts";
import { describeCoverage } from "./numbers.ts";
import { describeTitle } from "./wording/title.ts";

export type Style = "bold" | "red" | "yellow" | "green" | "dim" | "cyan";

/** Puts a style on text. A terminal without colours gives the text back as it is. */
export type Paint = (style: Style, text: string) => string;

/** What the terminal can do, and how much its reader wants to see. */
export type Look = {
  paint: Paint;
  /** In columns. */
  width: number;
  /** Whether it shows more than ASCII. */
  unicode: boolean;
  /** Makes a text a link (OSC 8), where the terminal has such. The address is of printable ASCII alone. */
  link?: (text: string, url: string) => string;
  /** Where a place can be opened, as a web address or `file:`; null where it cannot. */
  opens?: (sighting: Sighting) => string | null;
  /** All places of a key, and not only the first few. */
  verbose?: boolean;
};

const VERDICTS = {
  clean: { style: "green", mark: "✓" },
  leaked: { style: "red", mark: "✗" },
  incomplete: { style: "yellow", mark: "?" },
} as const satisfies Record<Conclusion, { style: Style; mark: string }>;

const ASCII: Readonly<Record<string, string>> = { "✓": "ok", "✗": "x", "…": "...", "›": ">" };

/** Whether one line says all there is to say. */
export function isBrief({ findings, gaps, unfinished }: Report): boolean {
  return findings.length + gaps.length + unfinished.length === 0;
}

/** A report in one line: all there is to say of one without findings and gaps. */
export function brief(report: Report, look: Look): string {
  return spelt(
    `${verdict(report, look)} ${look.paint("dim", "·")} ${look.paint("dim", describeCoverage(report))}`,
    look,
  );
}

/** The first line: what the report comes to, with its mark; `broken` breaks it where it is too long. */
export function verdict(
  report: Report,
  { paint }: Look,
  broken = (text: string) => [text] as readonly string[],
): string {
  const { style, mark } = VERDICTS[conclude(report)];
  return broken(`${mark} ${describeTitle(report)}`)
    .map((text) => paint(style, paint("bold", text)))
    .join("\n");
}

/** Text in the signs that the terminal has: ours have others in ASCII, and all else is told by its number. */
export function spelt(text: string, { unicode }: Look): string {
  if (unicode) return text;
  return text
    .replaceAll(/[✓✗…·›]/g, (sign) => ASCII[sign] ?? "-")
    .replaceAll(/[\u{80}-\u{10ffff}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
