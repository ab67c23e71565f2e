import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { AUDITS, auditFinding, auditReport, createLargeAudit, keyRecord } from "./audit-stories.ts";
import { renderAuditCsv } from "./render-audit.ts";

const linesOf = (text: string) => text.slice(1).trimEnd().split("\r\n");

describe("an audit in a spreadsheet", () => {
  const text = renderAuditCsv(AUDITS["every-rule"]);

  test("begins with the mark of UTF-8 and the names of its columns, and has a row a finding", () => {
    expect(text.startsWith("\uFEFFlevel,rule,kind,id,name,project,")).toBe(true);
    expect(linesOf(text)).toHaveLength(1 + AUDITS["every-rule"].findings.length);
    expect(linesOf(text)[1]).toBe(
      'error,unused,key,key_nightly,nightly,Web shop,proj_web,service-account,checkout-bot,user-sa-checkout-bot,2025-10-24,2026-07-08,,"last used 143 days ago, on 8 Jul 2026","Ask its owner whether anything needs it. If not, revoke it: openai-key-guard audit --fix unused=revoke.",,',
    );
  });

  test("has a row for what was not judged, so that nobody takes it for passed", () => {
    const lines = linesOf(renderAuditCsv(AUDITS["not-judged"]));
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain("not judged,unused,");
    expect(lines[1]).toContain("42: the Admin API key may not read usage");
    expect(lines[4]).toContain("could not be listed");
  });

  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =1", "'=1"],
    ["\uFF1D1", "'\uFF1D1"],
    ["\t=1", String.raw`\t=1`],
    ['a"b,c', '"a""b,c"'],
    ["a\r\nb", String.raw`a\r\nb`],
  ])("makes no formula, cell or row of the name %j", (name, cell) => {
    const one = renderAuditCsv(auditReport([auditFinding("old", keyRecord("a", { name }))]));
    expect(linesOf(one)).toHaveLength(2);
    expect(one).toContain(`,key_a,${cell},`);
  });

  test("tells of exceptions and of what --fix came to", () => {
    expect(text).toContain("exception until 31 Jan 2027: replaced in January");
    expect(renderAuditCsv(AUDITS.fixed)).toContain("revoked at 03:00 UTC");
  });

  test("names nobody under minimal", () => {
    const told = renderAuditCsv(restrictAuditReport(AUDITS["every-rule"], "minimal"));
    expect(told).not.toMatch(/(?<!key_)nightly|Lovelace|Web shop|proj_web|checkout-bot|secret-plan/);
    expect(told).toContain("key_nightly");
  });

  test("has all of thousands of findings", () => {
    expect(linesOf(renderAuditCsv(createLargeAudit(5000)))).toHaveLength(1335);
  });
});
