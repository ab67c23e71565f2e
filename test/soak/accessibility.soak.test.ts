import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROME, findViolations, launchBrowser } from "../../scripts/gallery/browser.ts";
import { CASES } from "../../scripts/gallery/cases.ts";
import { SWEEP_CASES } from "../../scripts/gallery/sweep-cases.ts";

/** A job summary is laid out as a comment is. */
const MEDIA = {
  comment: CASES.filter(({ medium }) => medium === "comment"),
  summary: CASES.filter(({ medium, state }) => medium === "summary" && ["live", "mixed", "incomplete"].includes(state)),
  page: CASES.filter(({ medium }) => medium === "page"),
  // Of 500 keys axe would look at a page of 100,000 pixels.
  sweep: SWEEP_CASES.filter(({ medium, state }) => medium === "page" && !/-of-/.test(state)),
} as const;

const SCREENS = [
  ["light", 940],
  ["dark", 390],
] as const;

/**
 * Each medium on each screen; they are many, and a busy machine takes a second for one. Of many each is shown on one of
 * the screens.
 */
const ROUNDS = Object.entries(MEDIA).flatMap(([medium, cases]) =>
  SCREENS.map(([theme, width], turn) => {
    const shown = cases.length < 7 ? cases : cases.filter((_, index) => index % 2 === turn);
    return [medium, theme, width, shown] as const;
  }),
);

describe.skipIf(CHROME === null)("everyone can read (skipped where no Chromium is: set CHROME_PATH)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => await browser?.close());

  test.each(ROUNDS)("every %s (%s, %i pixels wide)", async (medium, theme, width, cases) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme });
    const found: string[] = [];
    for (const { state, toPage } of cases) {
      await page.goto("about:blank");
      await page.setContent(toPage(theme, 100));
      const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
      const all = await findViolations(page);
      // A box of code in a comment is GitHub's own, and whether it can be reached by keys.
      const broken = all.filter(
        ({ id }) => medium === "page" || medium === "sweep" || id !== "scrollable-region-focusable",
      );
      found.push(...broken.map(({ id, element }) => `${state}: ${id} in ${element}`));
      if (wide > width) found.push(`${state}: ${wide} pixels wide`);
    }
    expect(found).toEqual([]);
    expect(cases.length).toBeGreaterThan(2);
    await page.close();
  });
});
