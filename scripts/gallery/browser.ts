import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Chromium is: as `CHROME_PATH` says, or where Debian puts it. Null where there is none. */
export const CHROME: string | null =
  [process.env["CHROME_PATH"] ?? "", "/usr/bin/chromium"].find((file) => file !== "" && existsSync(file)) ?? null;

/** Starts Chromium. */
export function launchBrowser(): Promise<Browser> {
  if (CHROME === null) throw new Error("No Chromium was found: install it, or set CHROME_PATH.");
  return chromium.launch({ executablePath: CHROME, args: ["--no-sandbox", "--disable-lcd-text"] });
}

/** A rule of axe that a page breaks, and the first element that does. */
export type Violation = { id: string; element: string };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** GitHub's own colour of a link on its own grey of every second row has less contrast than axe asks for. */
const COLOURED_BY_GITHUB = ".markdown-body tr:nth-child(2n) a > code";

/** Checks with axe-core what keeps people from reading a page. Folded parts are opened before. */
export async function findViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  await page.evaluate(axe);
  const context = JSON.stringify({ exclude: [COLOURED_BY_GITHUB] });
  // To tell of all that is well, too, would take a third of the time.
  const found = (await page.evaluate(`axe.run(${context}, { resultTypes: ["violations"] })`)) as {
    violations: readonly { id: string; nodes: readonly { html: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, element: html.slice(0, 300) })));
}
