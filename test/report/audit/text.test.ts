import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { plainLook } from "../stories.ts";
import { AUDITS, auditFinding, auditReport, createLargeAudit, keyRecord } from "./audit-stories.ts";
import { renderAuditText } from "./render-audit.ts";

const look = { ...plainLook, width: 80 };
const read = (text: string) => text.replaceAll(/\s+/g, " ");

describe("an audit in a terminal", () => {
  const text = renderAuditText(AUDITS["every-rule"], look);

  test("says the verdict first, then what to do now, then the worst key, then sums, exceptions and notes", () => {
    const parts = [
      /^✗ 5 errors and 11 warnings over 7 keys in 2 projects\n\nStart here: nightly in project "Web shop": last used 143/,
      /\n {2}error {4}nightly, project "Web shop", service account checkout-bot, created\s+24 Oct 2025\n/,
      /\n {2}warning {2}search/,
      /\nBy rule\n {2}spike: 1 error/,
      /\nBy project\n {2}project "Data science": 3 errors and 6 warnings/,
      /\n1 finding has an exception\n {2}etl, old: exception until 31 Jan 2027: replaced in January/,
      /\nNotes\n {2}- OpenAI counts use some minutes late/,
      /7 keys in 2 projects · 93 requests to OpenAI · checked against acme-inc$/,
    ];
    const places = parts.map((part) => text.search(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("tells of a key once, with all rules that found it, and of an exception that has expired", () => {
    expect(text.match(/^ {2}\w+ +nightly/gm)).toHaveLength(1);
    expect(read(text)).toContain(
      "unused: last used 143 days ago, on 8 Jul 2026 old (warning): created 400 days ago, on 24 Oct 2025; its exception expired on 31 Oct 2026: migrates in Q3 no-expiry (warning)",
    );
  });

  test("names every rule that found something", () => {
    for (const { rule } of AUDITS["every-rule"].findings) expect(text).toContain(`${rule}`);
  });

  test("is one line where nothing was found", () => {
    expect(renderAuditText(AUDITS.clean, look)).toBe(
      "✓ No findings over 1 key in 2 projects · 93 requests to OpenAI · checked against acme-inc",
    );
  });

  test("never calls clean what was not judged, and says how much and why", () => {
    const told = renderAuditText(AUDITS["not-judged"], look);
    expect(told).toMatch(/^\? Not a clean result/);
    expect(read(told)).toContain("unused (42), spike (42) the Admin API key may not read usage, such as key_a, key_b");
    expect(read(told)).toContain("old (some) OpenAI's list of them could not be read to its end");
    expect(told).toContain('the keys of project "Web shop" could not be listed');
    expect(told).not.toMatch(/[✓]|No findings/);
  });

  test("says in the verdict of an audit with findings that something was not judged", () => {
    const one = auditReport([auditFinding("old", keyRecord("a"))], {
      conclusion: "incomplete",
      notJudged: AUDITS["not-judged"].notJudged,
    });
    expect(renderAuditText(one, look)).toMatch(/^! 1 warning over 2 keys in 2 projects, and not everything could be/);
  });

  test("says what --fix came to, of all keys and of each, and goes on with the first that is left", () => {
    const told = renderAuditText(AUDITS.fixed, look);
    expect(told).toContain("1 key revoked, 2 keys not changed, 1 key would be revoked (dry run).");
    expect(told).toContain("revoked at 03:00 UTC");
    expect(told).toContain("changing it failed: OpenAI could not be reached");
    expect(told).toContain("not changed: it is on the protect list");
    expect(told).toContain("Start here: ada-laptop");
  });

  test("counts in the verdict what --fix has left, and says how much it has mended", () => {
    expect(renderAuditText(AUDITS.fixed, look)).toMatch(/^✗ 3 errors left over .*, 1 finding mended\n/);
    const mended = { ...AUDITS.fixed, findings: AUDITS.fixed.findings.slice(0, 1) };
    expect(renderAuditText(mended, look)).toMatch(/^✓ No findings left over .*, 1 finding mended\n/);
  });

  test.each([40, 60, 80, 120])("keeps to %i columns, but for what people copy", (width) => {
    const lines = renderAuditText(AUDITS["every-rule"], { ...look, width }).split("\n");
    expect(lines.filter((one) => one.length > width && !/openai-key-guard|ft:gpt/.test(one))).toEqual([]);
  });

  test("has an ASCII form, and loses no word without colours", () => {
    const ascii = renderAuditText(AUDITS["every-rule"], { ...look, unicode: false });
    expect(ascii).toMatch(/^[\x20-\x7e\n]*$/);
    const marked = renderAuditText(AUDITS["every-rule"], { ...look, paint: (_style, words) => `<${words}>` });
    expect(marked.replaceAll(/[<>]/g, "")).toBe(text.replaceAll(/[<>]/g, ""));
  });

  test("shows the worst of thousands, how many more there are, and the verdict again at the end", () => {
    const told = renderAuditText(createLargeAudit(5000), { ...look, height: 50 });
    expect(told.split("\n").length).toBeLessThan(250);
    expect(told).toContain("and 885 more: --verbose shows all, and so does --format csv");
    expect(told.split("\n").at(-1)).toMatch(/^✗ 334 errors and 1,000 warnings over 5,000 keys in 60 projects$/);
    expect(renderAuditText(createLargeAudit(5000), { ...look, verbose: true })).not.toMatch(/and \d+ more/);
  });

  test("names no key, owner, project or model under minimal, and keeps the ids", () => {
    const told = renderAuditText(restrictAuditReport(AUDITS["every-rule"], "minimal"), look);
    expect(told).not.toMatch(/(?<!key_)nightly|Lovelace|Web shop|Data science|checkout-bot|acme|secret-plan|root-bot/);
    expect(told).toContain("key_nightly");
    expect(told).toContain("1 new model on 27 Nov 2026");
    expect(renderAuditText(restrictAuditReport(AUDITS["not-judged"], "minimal"), look)).not.toContain("Web shop");
  });
});
