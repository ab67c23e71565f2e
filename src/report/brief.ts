import { type Conclusion, conclude, type Report } from "../domain/report.ts";
import { covered } from "./figures.ts";
import { headline } from "./headline.ts";

export type Style = "bold" | "red" | "yellow" | "green" | "dim" | "cyan";

/** Puts a style on text. A terminal without colours gives the text back as it is. */
export type Paint = (style: Style, text: string) => string;

/** What the terminal can do: its colours, its width in columns, and whether it shows more than ASCII. */
export type Look = { paint: Paint; width: number; unicode: boolean };

const VERDICTS = {
  clean: { style: "green", mark: "✓" },
  leaked: { style: "red", mark: "✗" },
  incomplete: { style: "yellow", mark: "?" },
} as const satisfies Record<Conclusion, { style: Style; mark: string }>;

const ASCII: Readonly<Record<string, string>> = { "✓": "ok", "✗": "x", "…": "...", "›": ">" };

/** A report in one line: all there is to say of one without findings and gaps. */
export function brief(report: Report, look: Look): string {
  return spelt(`${verdict(report, look)} ${look.paint("dim", "·")} ${look.paint("dim", covered(report))}`, look);
}

/** The first line: what the report comes to, with its mark. */
export function verdict(report: Report, { paint }: Look): string {
  const { style, mark } = VERDICTS[conclude(report)];
  return paint(style, paint("bold", `${mark} ${headline(report)}`));
}

/** Text in the signs that the terminal has. */
export function spelt(text: string, { unicode }: Look): string {
  return unicode ? text : text.replaceAll(/[✓✗…·›]/g, (sign) => ASCII[sign] ?? "-");
}
