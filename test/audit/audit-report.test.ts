import { describe, expect, test } from "vitest";
import { createAuditReport } from "../../src/audit/audit-report.ts";
import { DEFAULT_AUDIT_POLICY } from "../../src/audit/policy/policy.ts";
import type { AuditFacts } from "../../src/domain/audit-facts.ts";
import {
  createAdminKey,
  createFacts,
  createKey,
  createPersonsKey,
  createProject,
  DEFAULT,
  daysAgo,
} from "./made-up-facts.ts";

const OPTIONS = { failOn: "error", projects: [] } as const;

function audit(facts: AuditFacts, options: Partial<Parameters<typeof createAuditReport>[2]> = {}) {
  return createAuditReport(facts, DEFAULT_AUDIT_POLICY, { ...OPTIONS, ...options });
}

describe("an audit", () => {
  test("of an organisation with which nothing is wrong is clean", () => {
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

  test("takes no key for hidden that is listed in a form that is not known", () => {
    const gap = { kind: "inventory", detail: "x", cause: "unknown-form", covers: ["project"] } as const;
    expect(audit(createFacts({ gaps: [gap] }))).toMatchObject({ conclusion: "clean", notJudged: [] });
  });

  test("says how many keys have expired, and applies no rule to them", () => {
    const ended = { expiresAt: daysAgo(1), lastUsedAt: null, createdAt: daysAgo(300) };
    const facts = createFacts({ keys: [createPersonsKey(ended), createAdminKey(ended), createKey()] });
    const { findings, notes, keys } = audit(facts);
    expect(findings).toEqual([]);
    expect(notes).toContain("2 keys have expired and can never be used again: no rule was applied to them.");
    expect(keys.map(({ id }) => id)).toEqual(["key_checkout"]);
  });

  test("fails from the level that the operator names, and not for what is incomplete", () => {
    const warning = createFacts({ keys: [createPersonsKey()] });
    const error = createFacts({ keys: [createPersonsKey({ ownerHasAccess: false })] });
    const fails = (facts: AuditFacts) =>
      (["error", "warning", "never"] as const).map((failOn) => audit(facts, { failOn }).fails);
    expect(fails(warning)).toEqual([false, true, false]);
    expect(fails(error)).toEqual([true, true, false]);
    expect(fails(createFacts({ users: { kind: "untold", because: "off" } }))).toEqual([false, false, false]);
  });

  test("stays incomplete whatever else was found, and keeps what was found", () => {
    const facts = createFacts({
      keys: [createPersonsKey({ ownerHasAccess: false })],
      scopes: { kind: "untold", because: "off" },
    });
    const { conclusion, findings, fails, notJudged } = audit(facts);
    expect([conclusion, fails, findings.length]).toEqual(["incomplete", true, 2]);
    expect(notJudged).toEqual([
      { rule: "broad-scopes", count: 1, because: "the audit log is off, or empty", ids: ["key_ada"] },
    ]);
  });

  test("counts all that was not judged, and names a few", () => {
    const keys = Array.from({ length: 9 }, (_, at) => createKey({ id: `key_${at}`, createdAt: null }));
    const { notJudged, rules } = audit(createFacts({ keys }));
    expect(notJudged.find(({ rule }) => rule === "old")).toEqual({
      rule: "old",
      count: 9,
      because: "OpenAI did not say when it was created",
      ids: ["key_0", "key_1", "key_2", "key_3", "key_4"],
    });
    expect(rules.find(({ rule }) => rule === "old")).toMatchObject({ judged: 0, found: 0, notJudged: 9 });
  });

  test("is in the same order, in whatever order OpenAI listed", () => {
    const keys = ["c", "a", "b"].flatMap((name) => [
      createPersonsKey({ id: `key_${name}`, name, expiresAt: null }),
      createPersonsKey({ id: `key_${name}2`, name, createdAt: daysAgo(300) }),
    ]);
    const order = (all: typeof keys) =>
      audit(createFacts({ keys: all })).findings.map(({ rule, subject }) => `${rule} ${subject.id}`);
    expect(order(keys)).toEqual(order(keys.toReversed()));
    expect(order(keys).slice(0, 4)).toEqual(["old key_a2", "old key_b2", "old key_c2", "no-expiry key_a"]);
  });
});

describe("an audit of some projects", () => {
  const prod = createPersonsKey({ id: "key_prod", home: { kind: "project", id: "proj_p", name: "prod" } });
  const facts = createFacts({
    keys: [createPersonsKey(), prod, createAdminKey({ expiresAt: null })],
    projects: [createProject(), createProject({ id: "proj_p", name: "prod" }), DEFAULT],
  });

  test("speaks of these alone, and neither of others nor of Admin API keys", () => {
    const { findings, keys, projects } = audit(facts, { projects: ["prod"] });
    expect(findings.map(({ subject }) => subject.id)).toEqual(["key_prod"]);
    expect([keys.map(({ id }) => id), projects]).toEqual([["key_prod"], 1]);
    expect(audit(facts).findings.map(({ subject }) => subject.id)).toContain("key_admin");
  });

  test("is not incomplete for a list of Admin API keys that broke off", () => {
    const gap = { kind: "inventory", detail: "x", covers: ["organization"] } as const;
    expect(audit({ ...facts, gaps: [gap] }, { projects: ["prod"] }).conclusion).toBe("findings");
    expect(audit({ ...facts, gaps: [{ ...gap, covers: ["project"] }] }, { projects: ["prod"] }).conclusion).toBe(
      "incomplete",
    );
  });
});
