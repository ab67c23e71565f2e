import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuditReport, restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { NAMED_KEY, RUNS } from "../arbitrary.ts";
import { check } from "../github-markdown.ts";
import { plainLook } from "../stories.ts";
import { anyAudit } from "./arbitrary-audit.ts";
import { auditContext, auditFinding, auditReport, keyRecord } from "./audit-stories.ts";
import {
  renderAuditCsv,
  renderAuditHtml,
  renderAuditIssue,
  renderAuditJson,
  renderAuditSummary,
  renderAuditText,
} from "./render-audit.ts";

const context = {
  ...auditContext,
  runUrl: "https://github.com/acme/web/actions/runs/1",
  job: "@octocat / `x` <b>#1</b>",
};

/** Every medium that lays out an audit. */
const MEDIA: readonly (readonly [string, (one: AuditReport) => string])[] = [
  ["the terminal", (one) => renderAuditText(one, { ...plainLook, verbose: true })],
  ["the job summary", (one) => renderAuditSummary(one, context)],
  ["the issue", (one) => renderAuditIssue(one, context)],
  ["the page", (one) => renderAuditHtml(one, context)],
  ["the spreadsheet", (one) => renderAuditCsv(one)],
  ["the JSON", (one) => renderAuditJson(one, "0.1.0")],
];

describe("what others wrote into names, reasons and details", () => {
  test("neither colours nor moves a terminal, nor speaks to a runner", () => {
    fc.assert(
      fc.property(anyAudit, (one) => {
        const text = renderAuditText(one, { ...plainLook, verbose: true });
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text).not.toMatch(/##\[|^\s*::/m);
        expect(renderAuditText(one, { ...plainLook, unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
      }),
      { numRuns: RUNS },
    );
  });

  test("becomes no element, link, mention or reference on GitHub", () => {
    fc.assert(
      fc.property(anyAudit, fc.boolean(), (one, isIssue) => {
        const report = isIssue ? restrictAuditReport(one, "minimal") : one;
        check(isIssue ? renderAuditIssue(report, context) : renderAuditSummary(report, context));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  test.each(MEDIA)("shows no key in %s", (_, render) => {
    const pieces = Array.from({ length: 8 }, (_each, at) => NAMED_KEY.slice(20 + at * 12, 32 + at * 12));
    fc.assert(
      fc.property(anyAudit, (one) => {
        const text = render(one);
        expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(MEDIA)("shows no more of a key that everything is named after than its mask, in %s", (_, render) => {
    const key = createFakeKey("project", "canary");
    const record = keyRecord("x", {
      name: key,
      home: { kind: "project", id: key, name: `the ${key} project` },
      owner: { kind: "user", id: key, name: key },
    });
    const one = auditReport(
      [
        auditFinding("unused", record, {
          detail: `used ${key}`,
          advice: `Revoke \`${key}\`.`,
          exception: { reason: key, until: null, isExpired: true },
        }),
        auditFinding("old", record, { exception: { reason: key, until: null, isExpired: false } }),
      ],
      { organization: key, notes: [key], notJudged: [{ rule: "spike", count: 1, because: key, ids: [key] }] },
    );
    const text = render(one);
    const pieces = Array.from({ length: key.length - 12 }, (_each, at) => key.slice(at, at + 12)).slice(20);
    expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
    expect(text).toContain("sk-…");
  });

  test.each(MEDIA)("is cut where it is ten thousand characters long, in %s", (name, render) => {
    const long = "x".repeat(10_000);
    const record = keyRecord("a", {
      name: long,
      home: { kind: "project", id: long, name: long },
      owner: { kind: "user", id: long, name: long },
    });
    const one = auditReport([auditFinding("unused", record, { detail: long, advice: long })], { organization: long });
    expect(renderAuditIssue(one, { ...context, job: "<".repeat(10_000) }).length).toBeLessThan(20_000);
    // Machines get it whole.
    const most = name === "the JSON" || name === "the spreadsheet" ? 200_000 : 20_000;
    expect(render(one).length).toBeLessThan(most);
  });
});
