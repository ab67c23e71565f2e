import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { hasSameStory } from "../../../src/github/comment/comment-state.ts";
import { listFindingIds } from "../../../src/report/audit/subjects.ts";
import { describeIssueTitle } from "../../../src/report/wording/audit/title.ts";
import {
  AT,
  AUDITS,
  auditContext,
  auditFinding,
  auditReport,
  createLargeAudit,
  daysAgo,
  keyRecord,
} from "./audit-stories.ts";
import { renderAuditIssue, renderAuditSummary } from "./render-audit.ts";

const rendered = (text: string) =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

describe("an audit in the job summary", () => {
  const text = renderAuditSummary(AUDITS["every-rule"], auditContext);

  test("begins with the verdict and what to do now, and has a row a key", () => {
    expect(text).toMatch(
      /^## 🔴 5 errors and 11 warnings over 7 keys in 2 projects\n\n> \[!CAUTION\]\n> \*\*Start here:\*\*/,
    );
    expect(rendered(text).match(/<tr>\n<td>/g)?.length).toBeGreaterThanOrEqual(8);
    expect(text.match(/\| 🔴&nbsp;error \| \*\*nightly\*\*/g)).toHaveLength(1);
  });

  test("has the sums, the exceptions and the notes, and ends with what was asked", () => {
    expect(text).toContain("**By rule**");
    expect(text).toContain("<details><summary>By project</summary>");
    expect(text).toContain("exception until 31 Jan 2027: replaced in January &#124; &lt;b\\>");
    expect(text).toContain("7 keys in 2 projects · 93 requests to OpenAI");
  });

  test("never calls clean what was not judged", () => {
    const told = renderAuditSummary(AUDITS["not-judged"], auditContext);
    expect(told).toMatch(/^## ⚠️ Not a clean result/);
    expect(told).toContain("unused (42), spike (42): the Admin API key may not read usage");
  });

  test("of thousands of keys stays under what GitHub takes", () => {
    const told = renderAuditSummary(createLargeAudit(5000), auditContext);
    expect(Buffer.byteLength(told)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(told)).toBeGreaterThan(100_000);
  });
});

describe("the issue of an audit", () => {
  test("fits into its room, and says where the rest is", () => {
    const text = renderAuditIssue(createLargeAudit(5000), auditContext, 20_000);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    expect(text).toMatch(
      /And \d+ more: the \[job summary\]\(https:\/\/github\.com\/acme-inc\/web-shop\/actions\/runs\/19500000001\) has all\./,
    );
    expect(text.match(/\| 🔴&nbsp;error/g)?.length).toBeGreaterThan(20);
  });

  test("is the same a day later, when nothing but the time has changed", () => {
    const after = (days: number) => {
      const key = keyRecord("nightly", { createdAt: daysAgo(400) });
      const detail = `last used ${143 + days} days ago, on 8 Jul 2026`;
      return auditReport([auditFinding("unused", key, { detail })], {
        at: new Date(AT.getTime() + days * 86_400_000),
        requests: 93 + days,
      });
    };
    const other = { ...auditContext, runUrl: "https://github.com/acme-inc/web-shop/actions/runs/19500000002" };
    const [one, next] = [renderAuditIssue(after(0), auditContext), renderAuditIssue(after(1), other)];
    expect(one).not.toBe(next);
    expect(hasSameStory(one, next)).toBe(true);
    const more = auditReport([...after(1).findings, auditFinding("old", keyRecord("b"))]);
    expect(hasSameStory(one, renderAuditIssue(more, other))).toBe(false);
  });

  test("has a title of counts alone", () => {
    expect(describeIssueTitle(AUDITS["every-rule"].findings)).toBe("OpenAI key audit: 5 errors and 11 warnings");
    expect(describeIssueTitle(AUDITS.exceptions.findings)).toBe("OpenAI key audit: no findings");
  });

  test("knows each finding that counts by an id that is the same in full and restricted", () => {
    const ids = listFindingIds(AUDITS["every-rule"]);
    expect(new Set(ids).size).toBe(16);
    expect(ids[0]).toBe("unused:key:key_nightly");
    expect(listFindingIds(restrictAuditReport(AUDITS["every-rule"], "minimal"))).toEqual(ids);
    expect(listFindingIds(AUDITS.exceptions)).toEqual([]);
  });
});
