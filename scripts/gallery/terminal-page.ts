import { styleText } from "node:util";
import type { Look } from "../../src/report/terminal/look.ts";
import type { Theme } from "./github-page.ts";

/** The colours of a terminal: of its ground and text, and by the number of an escape sequence. */
const COLOURS = {
  dark: { back: "#0d1117", ink: "#e6edf3", 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 36: "#79c0ff" },
  light: { back: "#ffffff", ink: "#1f2328", 31: "#b3181f", 32: "#116329", 33: "#7d4e00", 36: "#0550ae" },
} as const satisfies Record<Theme, Record<string, string>>;

const [ESC, BELL] = [27, 7].map((code) => String.fromCharCode(code)) as [string, string];
const LINK = new RegExp(`${ESC}\\]8;;([^${BELL}]*)${BELL}`, "g");
const STYLE = new RegExp(`${ESC}\\[(\\d+)m`, "g");

/** What a good terminal of this many columns can do. */
export function createTerminalLook(columns: number): Look {
  return {
    paint: (style, text) => styleText(style, text, { validateStream: false }),
    width: columns,
    unicode: true,
    link: (text, url) => `${ESC}]8;;${url}${BELL}${text}${ESC}]8;;${BELL}`,
    opens: () => "file:///home/ada/shop",
  };
}

/** Turns the few escape sequences that styles and links make into HTML. */
function renderSequences(ansi: string, theme: Theme): string {
  const colours: Readonly<Record<string, string>> = COLOURS[theme];
  const html = ansi.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return html
    .replaceAll(LINK, (_, url: string) => (url ? '<u title="link">' : "</u>"))
    .replaceAll(STYLE, (_, code: string) => {
      if (code === "1") return '<span style="font-weight:600">';
      if (code === "2") return '<span style="opacity:.7">';
      return code in colours ? `<span style="color:${colours[code]}">` : "</span>";
    });
}

/** A page that looks like a terminal with this text. */
export function renderTerminalPage(text: string, theme: Theme): string {
  const { back, ink } = COLOURS[theme];
  const font = "font:14px/1.45 'DejaVu Sans Mono',monospace;margin:0;white-space:pre-wrap;overflow-wrap:anywhere";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>terminal</title><body style="background:${back};color:${ink};margin:0;padding:12px"><main><pre class="box" style="${font}">${renderSequences(text, theme)}</pre></main></body></html>`;
}
