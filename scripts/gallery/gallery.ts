import { copyFile, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { AUDIT_CASES } from "./audit-cases.ts";
import { findViolations, launchBrowser } from "./browser.ts";
import { CASES, type Case, COUNTED } from "./cases.ts";
import type { Theme } from "./github-page.ts";
import { SWEEP_CASES } from "./sweep-cases.ts";

// Draws what people see, as they see it: every state in every medium, light, dark and on a phone; checks it with axe.
//   npm run gallery              all pictures into a temporary folder, the committed ones into docs/gallery
//   npm run gallery -- live …    these states alone
//   npm run gallery -- --heights how high comments are, in pixels, on a phone and beside a sidebar

const COMMITTED = path.join(import.meta.dirname, "..", "..", "docs", "gallery");

/** A screen: its name in file names, its theme, its width in pixels, and the columns of a terminal of that width. */
type Screen = { name: string; theme: Theme; width: number; columns: number };

const SCREENS: readonly Screen[] = [
  { name: "light", theme: "light", width: 940, columns: 100 },
  { name: "dark", theme: "dark", width: 940, columns: 100 },
  { name: "phone", theme: "light", width: 390, columns: 43 },
];

/** Pictures that README shows: what each is of, and its name there. */
const KEPT: Readonly<Record<string, string>> = {
  "live-comment-light": "comment-live",
  "live-comment-phone": "comment-live-phone",
  "mixed-comment-light": "comment-mixed",
  "revoked-comment-dark": "comment-revoked-dark",
  "resolved-comment-light": "comment-resolved",
  "quarantined-page-light": "page",
  "live-terminal-dark": "terminal",
};

const EXTENSIONS = {
  comment: "md",
  summary: "md",
  page: "html",
  terminal: "txt",
  hook: "txt",
} as const satisfies Record<Case["medium"], string>;

/** A picture as it was taken; `height` is that of the comment or text alone, in pixels. */
type Picture = { file: string; one: Case; screen: Screen; height: number };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { heights: { type: "boolean" } } });
const browser = await launchBrowser();

/** One page for each screen: opening a new one takes longer than drawing it. */
const pages = new Map<string, Page>();

try {
  process.exitCode = values.heights ? await printHeights() : await drawAll();
} finally {
  await browser.close();
}

/** How high each comment is, folded as it is posted. */
async function printHeights(): Promise<number> {
  const comments = [...COUNTED, ...CASES.filter(({ medium }) => medium === "comment")];
  process.stdout.write(`${"pixels high, of".padEnd(28)}${"390 wide".padStart(9)}${"940 wide".padStart(9)}     bytes\n`);
  for (const one of comments) {
    const [phone, wide] = [await measureHeight(one, 390), await measureHeight(one, 940)];
    const cells = [phone, wide].map((height) => String(height).padStart(9)).join("");
    process.stdout.write(`${one.state.padEnd(28)}${cells}${String(Buffer.byteLength(one.text)).padStart(10)}\n`);
  }
  return 0;
}

async function measureHeight(one: Case, width: number): Promise<number> {
  return await measureBox(await openPage(one, { name: String(width), theme: "light", width, columns: 100 }));
}

/** Draws all pictures; 1 where axe found a violation. */
async function drawAll(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "gallery-"));
  const wanted = [...CASES, ...AUDIT_CASES, ...SWEEP_CASES].filter(
    ({ state }) => positionals.length === 0 || positionals.includes(state),
  );
  const violations: string[] = [];
  const pictures: Picture[] = [];
  for (const one of wanted) {
    await writeFile(path.join(folder, `${one.state}-${one.medium}.${EXTENSIONS[one.medium]}`), one.text);
    for (const screen of SCREENS) {
      const name = `${one.state}-${one.medium}-${screen.name}`;
      const { height, broken } = await draw(one, screen, path.join(folder, `${name}.png`));
      pictures.push({ file: `${name}.png`, one, screen, height });
      violations.push(...broken.map((line) => `${name}: ${line}`));
    }
  }
  await writeFile(path.join(folder, "index.html"), renderContactSheet(pictures));
  await keepCommitted(folder, pictures);
  process.stdout.write(`${pictures.length} pictures in ${folder}/index.html\n`);
  process.stdout.write(violations.length === 0 ? "axe found no violation\n" : `axe found:\n${violations.join("\n")}\n`);
  return violations.length === 0 ? 0 : 1;
}

async function draw(one: Case, screen: Screen, file: string): Promise<{ height: number; broken: readonly string[] }> {
  const page = await openPage(one, screen);
  const height = await measureBox(page);
  const width = (await page.evaluate("document.documentElement.scrollWidth")) as number;
  const wide = width > screen.width ? [`is ${width} pixels wide on a screen of ${screen.width}`] : [];
  await page.screenshot({ path: file, fullPage: true });
  const isText = one.medium === "terminal" || one.medium === "hook";
  const violations = isText ? [] : await findViolations(page);
  return { height, broken: [...wide, ...violations.map(({ id, element }) => `${id} in ${element}`)] };
}

/** What is drawn, in pixels, without the page around it. */
async function measureBox(page: Page): Promise<number> {
  return (await page.evaluate(
    "Math.round((document.querySelector('.markdown-body, .box') ?? document.body).getBoundingClientRect().height)",
  )) as number;
}

async function openPage(one: Case, { name, theme, width, columns }: Screen): Promise<Page> {
  const page = pages.get(name) ?? (await browser.newPage({ viewport: { width, height: 300 }, colorScheme: theme }));
  pages.set(name, page);
  // Setting a page's content leaves it what it had of styles and widths.
  await page.goto("about:blank");
  await page.setContent(one.toPage(theme, columns));
  return page;
}

async function keepCommitted(folder: string, pictures: readonly Picture[]): Promise<void> {
  await mkdir(COMMITTED, { recursive: true });
  for (const { file } of pictures) {
    const kept = KEPT[path.basename(file, ".png")];
    if (kept === undefined) continue;
    await copyFile(path.join(folder, file), path.join(COMMITTED, `${kept}.png`));
    const size = (await readFile(path.join(folder, file))).length;
    process.stdout.write(`docs/gallery/${kept}.png  ${Math.round(size / 1024)} kB\n`);
  }
}

/** One page with all pictures, a row for each state and medium. */
function renderContactSheet(pictures: readonly Picture[]): string {
  const rows = Map.groupBy(pictures, ({ one }) => one);
  const list = [...rows].map(([{ state, medium }, each]) => {
    const cells = each.map(
      ({ file, screen, height }) =>
        `<figure><a href="${file}"><img src="${file}" width="${screen.width / 2}" alt="${state}, ${medium}, ${screen.name}" loading="lazy"></a><figcaption>${screen.name}, ${height} px</figcaption></figure>`,
    );
    return `<h2>${state}: ${medium}</h2><div>${cells.join("")}</div>`;
  });
  const style =
    "body{font:14px sans-serif;background:#888;margin:16px}div{display:flex;gap:12px;align-items:start;overflow:auto}figure{margin:0}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${list.join("\n")}</html>`;
}
