import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { styleText } from "node:util";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type Browser, chromium } from "playwright-core";
import { renderText } from "../test/report/render.ts";
import { CASES, type Case } from "./gallery-cases.ts";

// Draws what people see, as they see it: comments and summaries as GitHub shows them, the terminal, the page.
//   npm run gallery            writes the committed pictures to docs/gallery, and all of them to a temporary folder

const COMMITTED = path.join(import.meta.dirname, "..", "docs", "gallery");
const load = createRequire(import.meta.url).resolve;

const ALERTS = /<blockquote>\s*<p>\[!(CAUTION|WARNING|NOTE)\]\s*/g;

/** GitHub's Markdown, as near as it comes without GitHub: alerts are drawn, and what would be hidden is left out. */
function asGitHub(text: string): string {
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }).replaceAll(
    ALERTS,
    (_, kind: string) => `<blockquote class="alert"><p><b>${kind.charAt(0)}${kind.slice(1).toLowerCase()}</b></p><p>`,
  );
}

const COLOURS: Readonly<Record<string, string>> = {
  1: "font-weight:600",
  2: "opacity:.6",
  31: "color:#ff7b72",
  32: "color:#7ee787",
  33: "color:#e3b341",
  36: "color:#79c0ff",
};

const [ESC, BELL] = [27, 7].map((code) => String.fromCharCode(code)) as [string, string];
const LINK = new RegExp(`${ESC}\\]8;;([^${BELL}]*)${BELL}`, "g");
const STYLE = new RegExp(`${ESC}\\[(\\d+)m`, "g");

/** Turns the few escape sequences that `styleText` and links make into HTML. */
function asHtml(ansi: string): string {
  const html = ansi.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return html
    .replaceAll(LINK, (_, url: string) => (url ? '<u title="link">' : "</u>"))
    .replaceAll(STYLE, (_, code: string) => {
      const style = COLOURS[code];
      return style ? `<span style="${style}">` : "</span>";
    });
}

const link = (text: string, url: string) => `${ESC}]8;;${url}${BELL}${text}${ESC}]8;;${BELL}`;

async function pageOf({ kind, render, report }: Case, theme: "light" | "dark"): Promise<string> {
  if (kind === "page") return render();
  if (kind === "terminal") {
    const look = {
      paint: (style: Parameters<typeof styleText>[0], text: string) =>
        styleText(style, text, { validateStream: false }),
      width: 100,
      unicode: true,
      link,
      opens: () => "file:///home/ada/shop",
    };
    const text = asHtml(report ? renderText(report, look) : render());
    return `<!doctype html><body style="background:#0d1117;color:#e6edf3;margin:0;padding:20px"><pre style="font:14px/1.45 'DejaVu Sans Mono',monospace;margin:0">${text}</pre>`;
  }
  const css = await readFile(load(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
  const [line, back] = theme === "dark" ? ["#3d444d", "#0d1117"] : ["#d1d9e0", "#ffffff"];
  return `<!doctype html><style>${css} body{background:${back};margin:0;padding:20px} .box{border:1px solid ${line};border-radius:6px;padding:16px} .alert{border-color:#cf222e;color:inherit} .alert b{color:#cf222e}</style><div class="box markdown-body">${asGitHub(render())}</div>`;
}

async function draw(browser: Browser, one: Case, theme: "light" | "dark", file: string): Promise<number> {
  const page = await browser.newPage({
    viewport: { width: one.kind === "terminal" ? 900 : 940, height: one.kind === "page" ? 760 : 200 },
  });
  await page.setContent(await pageOf(one, theme));
  if (one.unfolded)
    for (const each of await page.locator("details").all())
      await each.evaluate((element) => element.toggleAttribute("open"));
  const picture = await page.screenshot({ path: file, fullPage: one.kind !== "page" });
  await page.close();
  return picture.length;
}

const folder = await mkdtemp(path.join(tmpdir(), "gallery-"));
await mkdir(COMMITTED, { recursive: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-lcd-text"],
});
try {
  for (const one of CASES) {
    if (one.kind === "markdown") await writeFile(path.join(folder, `${one.name}.md`), one.render());
    for (const theme of one.kind === "markdown" ? (["light", "dark"] as const) : (["light"] as const)) {
      const name = `${one.name}${theme === "dark" ? "-dark" : ""}.png`;
      const isCommitted = one.committed === theme;
      const size = await draw(browser, one, theme, path.join(isCommitted ? COMMITTED : folder, name));
      process.stdout.write(`${isCommitted ? "docs/gallery" : folder}/${name}  ${Math.round(size / 1024)} kB\n`);
    }
  }
} finally {
  await browser.close();
}
