import type { Sighting } from "../../domain/candidate.ts";
import type { Tone } from "../view/key.ts";

type Style = "bold" | "red" | "yellow" | "green" | "dim" | "cyan";

/** Puts a style on text. A terminal without colours gives the text back as it is. */
export type Paint = (style: Style, text: string) => string;

/** What the terminal can do, and how much its reader wants to see. */
export type Look = {
  paint: Paint;
  /** In columns. */
  width: number;
  /** In lines; a file or a log has none. */
  height?: number;
  /** Whether it shows more than ASCII. */
  unicode: boolean;
  /** Makes a text a link (OSC 8), where the terminal has such. The address is of printable ASCII alone. */
  link?: (text: string, url: string) => string;
  /** Where a place can be opened, as a web address or `file:`; null where it cannot. */
  opens?: (sighting: Sighting) => string | null;
  /** All places of a key, and not only the first few. */
  verbose?: boolean;
};

/** The style of each tone. */
export const STYLES = { bad: "red", warn: "yellow", good: "green", quiet: "dim" } as const satisfies Record<
  Tone,
  Style
>;

const ASCII: Readonly<Record<string, string>> = { "✓": "ok", "✗": "x", "…": "...", "›": ">" };

/** A verdict in the colour of its tone. */
export function paintTitle(text: string, tone: Tone, { paint }: Look): string {
  return paint(STYLES[tone], paint("bold", text));
}

/** Text in the characters that the terminal has: in ASCII our marks have substitutes, and all else becomes its number. */
export function toShownSigns(text: string, { unicode }: Look): string {
  if (unicode) return text;
  return text
    .replaceAll(/[✓✗…·›]/g, (sign) => ASCII[sign] ?? "-")
    .replaceAll(/[\u{80}-\u{10ffff}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
