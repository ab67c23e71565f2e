import { describe, expect, test } from "vitest";
import { createAuditReport } from "../../src/audit/audit-report.ts";
import { DEFAULT_AUDIT_POLICY } from "../../src/audit/policy/policy.ts";
import type { AuditFacts } from "../../src/domain/audit-facts.ts";
import { createFacts, createKey, createPersonsKey, daysAgo } from "./made-up-facts.ts";

const OPTIONS = { failOn: "error", projects: [] } as const;

function audit(facts: AuditFacts, options: Partial<Parameters<typeof createAuditReport>[2]> = {}) {
  return createAuditReport(facts, DEFAULT_AUDIT_POLICY, { ...OPTIONS, ...options });
}

describe("an audit", () => {
  test("of an organization with which nothing is wrong is clean", () => {
    const { conclusion, findings, notJudged, notes, fails } = audit(createFacts());
    expect({ conclusion, findings, notJudged, notes, fails }).toEqual({
      conclusion: "clean",
      findings: [],
      notJudged: [],
      notes: [expect.stringContaining("OpenAI counts use with a delay")],
      fails: false,
    });
  });

  test("says the worst first, and fails for an error", () => {
    const unused = createKey({ id: "key_old", lastUsedAt: daysAgo(143), createdAt: daysAgo(200) });
    const { findings, conclusion, fails } = audit(createFacts({ keys: [createPersonsKey(), unused] }));
    expect(findings.map(({ rule, level, detail }) => `${level} ${rule}: ${detail}`)).toEqual([
      "error unused: last used 143 days ago, on 8 Jul 2026",
      "warning old: created 200 days ago, on 12 May 2026",
      "warning person-owned: belongs to a person",
    ]);
    expect([conclusion, fails]).toEqual(["findings", true]);
  });

  test("is incomplete where a list was not read to its end, by every rule over it", () => {
    const gap = { kind: "inventory", detail: "OpenAI failed.", covers: ["organization"] } as const;
    const { conclusion, notJudged } = audit(createFacts({ gaps: [gap] }));
    expect(conclusion).toBe("incomplete");
    expect(notJudged.map(({ rule, count }) => [rule, count])).toEqual([
      ["owner-inactive", null],
      ["admin-key", null],
    ]);
  });
});
