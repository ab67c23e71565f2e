import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { buildPlot } from "../../../src/report/audit/plot-marks.ts";
import { AUDIT_STYLE, AUDIT_STYLE_HASH } from "../../../src/report/audit/style.ts";
import { RUNS } from "../arbitrary.ts";
import { anyAudit } from "./arbitrary-audit.ts";
import { AUDITS, auditContext, auditReport, createLargeAudit, daysAgo, keyRecord, person } from "./audit-stories.ts";
import { renderAuditHtml } from "./render-audit.ts";

const read = (page: string) => page.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("the page of an audit", () => {
  const page = renderAuditHtml(AUDITS["every-rule"], auditContext);

  test("says the verdict, what to do now, shows the picture, and then all that was found", () => {
    const words = read(page);
    const parts = [
      /5 errors and 11 warnings over 7 keys in 2 projects/,
      /Start here: nightly in project Web shop : last used 143 days ago/,
      /Keys by age and last use/,
      /Findings Level Key Found Error nightly/,
      /By rule/,
      /By project/,
      /1 finding has an exception/,
      /All keys/,
    ];
    const places = parts.map((part) => words.search(part));
    expect(places).not.toContain(-1);
    expect(places.slice(1)).toEqual(places.slice(1).toSorted((a, b) => a - b));
  });

  test("runs nothing and loads nothing: its one style is the one that it names", () => {
    expect(page).toContain(`default-src 'none'; style-src '${AUDIT_STYLE_HASH}'`);
    const hash = `sha256-${createHash("sha256").update(AUDIT_STYLE).digest("base64")}`;
    expect(AUDIT_STYLE_HASH, "the style has changed: write this hash into style.ts").toBe(hash);
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(/);
  });

  test("has the same in a table as in the picture, and says a date that is not known apart from never", () => {
    const keys = [keyRecord("a", { lastUsedAt: null, expiresAt: null, absent: ["expiresAt"] })];
    expect(read(renderAuditHtml(auditReport([], { keys }), auditContext))).toContain("29 Oct 2026 never not known");
  });

  test("never calls clean what was not judged", () => {
    const words = read(renderAuditHtml(AUDITS["not-judged"], auditContext));
    expect(words).toContain("? Not a clean result");
    expect(words).toContain("unused (42), spike (42) : the Admin API key may not read usage , such as key_a, key_b");
  });

  test("of 5,000 keys stays small, and says what it leaves out", () => {
    const large = renderAuditHtml(createLargeAudit(5000), auditContext);
    expect(large.length).toBeLessThan(500_000);
    expect(large.match(/<use/g)?.length).toBeLessThanOrEqual(500);
    expect(read(large)).toContain("885 more keys are not shown here".replace("885", "500"));
    expect(read(large)).toContain("Keys of one kind that are close to each other share a mark");
  });

  test("names nobody under minimal", () => {
    const words = renderAuditHtml(restrictAuditReport(AUDITS["every-rule"], "minimal"), auditContext);
    expect(words).not.toMatch(/(?<!key_)nightly|Lovelace|Web shop|Data science|checkout-bot|secret-plan/);
  });

  test("lets no name become an element", () => {
    fc.assert(
      fc.property(anyAudit, (one) => {
        const html = renderAuditHtml(one, auditContext);
        const names = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
        for (const name of names) expect(ELEMENTS).toContain(name);
        expect(html).not.toMatch(/[\p{Cc}\p{Cf}](?<!\n)/u);
      }),
      { numRuns: RUNS },
    );
  });
});

/** All that the page is made of. */
const ELEMENTS =
  "html head meta title style body header main footer section p span h1 h2 strong bdi code a table thead tbody tr th td ul li details summary pre div figure figcaption svg desc defs path line rect text use".split(
    " ",
  );

describe("the picture of keys", () => {
  test("has a mark a key: by age and last use, of a shape by owner, of the worst level", () => {
    const { marks, drawn, neverUsed } = buildPlot(AUDITS["every-rule"]);
    expect([marks.length, drawn, neverUsed]).toEqual([7, 7, 1]);
    const [nightly, ada, admin] = ["nightly", "ada-laptop", "terraform"].map((id) =>
      marks.find(({ key }) => key.name === id),
    );
    expect(nightly).toMatchObject({ band: "used", shape: "account", level: "error" });
    expect(ada).toMatchObject({ band: "never", shape: "person", level: "error", x: 1 });
    expect(admin).toMatchObject({ band: "used", shape: "admin", level: "error" });
    expect(admin?.y).toBeGreaterThan(nightly?.y ?? 1);
  });

  test("hides no key behind another of the same age and use: their marks stand side by side", () => {
    const [createdAt, lastUsedAt] = [new Date("2026-05-01T00:00:00Z"), new Date("2026-11-01T00:00:00Z")];
    const keys = ["a", "b", "c"].map((name) => keyRecord(name, { createdAt, lastUsedAt }));
    expect(buildPlot(auditReport([], { keys })).marks.map(({ shift }) => shift)).toEqual([0, 1, 2]);
  });

  test("draws errors above all else", () => {
    const levels = buildPlot(AUDITS["every-rule"]).marks.map(({ level }) => level);
    expect(levels.at(0)).toBe("none");
    expect(levels.at(-1)).toBe("error");
  });

  test("leaves out what has no date and says so, and never takes an unknown use for none", () => {
    const keys = [
      keyRecord("a", { createdAt: null, owner: person("Ada") }),
      keyRecord("b", { lastUsedAt: null, absent: ["lastUsedAt"] }),
    ];
    const plot = buildPlot(auditReport([], { keys }));
    expect(plot).toMatchObject({ drawn: 1, undated: 1, neverUsed: 0, hasUnknownUse: true });
    const page = read(renderAuditHtml(auditReport([], { keys }), auditContext));
    expect(page).toContain("1 key is not in the picture: OpenAI did not say when it was created.");
    expect(page).toContain("Last use not known");
  });

  test("groups thousands of keys without losing one", () => {
    const { marks, drawn, isGrouped } = buildPlot(createLargeAudit(5000));
    expect(marks.length).toBeLessThanOrEqual(500);
    expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect([drawn, isGrouped]).toEqual([5000, true]);
  });

  test("names ages that do not write over each other", () => {
    for (const days of [5, 80, 400, 1100, 4000]) {
      const { ticks } = buildPlot(auditReport([], { keys: [keyRecord("a", { createdAt: daysAgo(days) })] }));
      expect(ticks.length).toBeGreaterThan(0);
      const places = [0, ...ticks.map(({ at }) => at)];
      expect(Math.min(...places.slice(2).map((at, index) => at - (places[index + 1] ?? 0)), 1)).toBeGreaterThan(0.14);
    }
  });
});
