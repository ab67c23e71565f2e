import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { anyReport } from "../../report/arbitrary.ts";
import { AUDITS, auditContext, createLargeAudit } from "../../report/audit/audit-stories.ts";
import { renderAuditHtml } from "../../report/audit/render-audit.ts";
import { EVERY_STATE } from "../../report/every-state.ts";
import { renderHtml } from "../../report/render.ts";
import { context, dead, finding, missing, NOW, report, revoked } from "../../report/stories.ts";
import { recordOf, sighting } from "../../support/facts.ts";

const CHROME = [process.env["CHROME_PATH"] ?? "", "/usr/bin/chromium"].find((file) => file !== "" && existsSync(file));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A report with something in every part of the page, and names that are longer than anything. */
function fullest() {
  const long = "x".repeat(4000);
  const record = recordOf(createFakeKey("project", "a"), {
    name: long,
    home: { kind: "project", id: long, name: `\u05de\u05e4\u05ea\u05d7 ${long}` },
    owner: { kind: "user", id: "user-1", name: "\u0639\u0627\u0626\u0634\u0629" },
    createdAt: new Date("2026-01-10T09:12:00Z"),
  });
  const impact: Finding["impact"] = {
    since: new Date("2026-11-20T10:00:00Z"),
    asOf: NOW,
    requests: 3,
    inputTokens: 1_000_000_000,
    outputTokens: 5,
    models: [{ model: long, requests: 3, inputTokens: 1_000_000_000, outputTokens: 5 }],
    buckets: Array.from({ length: 48 }, (_, hour) => ({
      start: new Date(Date.UTC(2026, 10, 20, hour)),
      end: new Date(Date.UTC(2026, 10, 20, hour + 1)),
      requests: hour * 1_000_000,
    })),
    cost: { value: 12_345_678.9, currency: "usd" },
    changes: [{ what: long, at: NOW, id: long, name: long }],
    createdBy: null,
    untold: [],
  };
  const sightings = Array.from({ length: 20 }, (_, index) => sighting({ path: `${long}/${index}.ts`, author: long }));
  const identity = { kind: "ours", chance: 0, record } as const;
  const findings = [
    finding({ identity, impact, sightings }),
    finding({ family: "admin", identity, impact, sightings }),
    revoked({ identity, impact }),
    finding({ seed: "d", validity: dead, sightings: [sighting({ preexisting: true })] }),
    finding({ seed: "i", ignored: { kind: "ignored", reason: long, until: null } }),
  ];
  const unfinished = [{ fingerprint: "0123456789abcdef", id: long, act: "revoke", at: NOW }] as const;
  return report(findings, { gaps: [missing, { kind: "unreadable", detail: long }], unfinished });
}

/** States of one key, with all that there is to tell of them. */
const ONE_KEY = ["live", "waiting", "quarantined", "expiring", "revoked", "resolved", "ignored-yet-live"] as const;

describe.skipIf(CHROME === undefined)("the page in a browser (skipped where no Chromium is: set CHROME_PATH)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "key-guard-page-"));
  const file = path.join(folder, "report.html");
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, renderHtml(fullest(), context));
    browser = await chromium.launch({ executablePath: CHROME ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(options: Parameters<Browser["newPage"]>[0]): Promise<{ page: Page; noise: readonly string[] }> {
    const page = await browser.newPage(options);
    const noise: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("request", (request) => noise.push(...(request.url().startsWith("file:") ? [] : [request.url()])));
    await page.goto(`file://${file}`);
    return { page, noise };
  }

  test.each([
    ["light", 1100],
    ["dark", 390],
  ] as const)("anyone can read it (%s, %i pixels wide), and nothing sticks out", async (colorScheme, width) => {
    const { page, noise } = await opened({ colorScheme, viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    // The policy lets its own style in, and nothing else wanted in.
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).toBe("896px");
    expect(noise).toEqual([]);
    for (const folded of await page.locator("summary").all()) await folded.click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const found = (await page.evaluate(`(() => { ${axe}; return axe.run(); })()`)) as {
      violations: readonly { id: string; nodes: readonly { html: string }[] }[];
      passes: readonly unknown[];
    };
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(found.passes.length).toBeGreaterThan(20);
    await page.close();
  });

  test("is printed dark on white, with what is folded", async () => {
    const { page } = await opened({ colorScheme: "dark", viewport: { width: 700, height: 800 } });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(29, 29, 27)");
    const height = "document.querySelector('details .places').getBoundingClientRect().height";
    expect(await page.evaluate(height)).toBeGreaterThan(100);
    await page.close();
  });

  test.each(["A4", "Letter"])("a page of one key is printed on one sheet (%s)", async (format) => {
    const page = await browser.newPage();
    const sheets: Record<string, number | undefined> = {};
    for (const state of ONE_KEY) {
      await page.setContent(renderHtml(EVERY_STATE[state], context));
      sheets[state] = (await page.pdf({ format })).toString("latin1").match(/\/Type \/Page\b/g)?.length;
    }
    expect(sheets).toEqual(Object.fromEntries(ONE_KEY.map((state) => [state, 1])));
    await page.close();
  });

  test("the keys of the table are cards on a phone, and stay a table to those who listen", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.setContent(renderHtml(EVERY_STATE.mixed, context));
    expect(await page.evaluate("getComputedStyle(document.querySelector('.keys tbody tr')).display")).toBe("grid");
    expect(await page.getByRole("table").getByRole("row").count()).toBe(4);
    expect(await page.getByRole("columnheader").count()).toBe(3);
    await page.close();
  });

  test.each([
    "light",
    "dark",
  ] as const)("anyone can read an audit's page and its picture (%s), on a phone too", async (theme) => {
    const page = await browser.newPage({ colorScheme: theme, viewport: { width: 390, height: 800 } });
    for (const one of [AUDITS["every-rule"], createLargeAudit(5000)]) {
      await page.setContent(renderAuditHtml(one, auditContext));
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      // Of thousands of keys axe takes a minute, and finds the same.
      if (one !== AUDITS["every-rule"]) continue;
      const found = (await page.evaluate(`(() => { ${axe}; return axe.run(); })()`)) as {
        violations: readonly { id: string; nodes: readonly { html: string }[] }[];
      };
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    expect(await page.getByRole("img", { name: "Keys by age and last use" }).count()).toBe(1);
    await page.close();
  });

  test("becomes no other page by anything that others have written", async () => {
    const page = await browser.newPage();
    const pages = fc.sample(anyReport, { numRuns: 200, seed: 7 }).map((one) => renderHtml(one, context));
    const strays = await page.evaluate(`(${straysIn})(${JSON.stringify(pages)})`);
    expect(strays).toEqual([]);
    expect(await page.evaluate(`(${straysIn})(${JSON.stringify(["<h1>x</h1><style></style><img src=x>"])})`)).toEqual([
      "img",
      "src",
    ]);
    await page.close();
  });
});

/** Runs in the browser: elements, attributes and links of the pages that none of ours is. */
const straysIn = `(pages) => {
  const ours = new Set(("html head meta title style body header main footer section article h1 h2 h3 p pre span strong em code " +
    "bdi a time dl dt dd div ol ul li details summary figure figcaption svg desc line circle rect text table caption thead " +
    "tbody tr th td").split(" "));
  return pages.flatMap((text) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const all = [...parsed.querySelectorAll("*")];
    const links = [...parsed.querySelectorAll("a")].map((one) => one.getAttribute("href") ?? "");
    const count = (name) => parsed.querySelectorAll(name).length;
    return [
      ...all.map(({ localName }) => localName).filter((name) => !ours.has(name)),
      ...all.flatMap((one) => one.getAttributeNames()).filter((name) => /^(?:on|style|src)/.test(name)),
      ...links.filter((to) => !/^(?:#key-\\d+$|https:\\/\\/(?:github\\.com\\/(?:acme\\/web|openai-key-guard)|(?:platform|developers)\\.openai\\.com|chatgpt\\.com)\\/)/.test(to)),
      ...(count("h1") === 1 && count("style") === 1 ? [] : ["broken"]),
    ];
  });
}`;
