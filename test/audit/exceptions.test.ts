import { describe, expect, test } from "vitest";
import { createAuditReport } from "../../src/audit/audit-report.ts";
import { judgeFacts } from "../../src/audit/judge.ts";
import type { PolicyException } from "../../src/audit/policy/policy.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import type { AuditFacts } from "../../src/domain/audit-facts.ts";
import {
  allowOnly,
  createAccount,
  createAdminKey,
  createFacts,
  createKey,
  createPersonsKey,
  createProject,
  DEFAULT,
  dayAgo,
  daysAgo,
  PROJECT,
  tellCosts,
  tellUsage,
} from "./made-up-facts.ts";

const OPTIONS = { failOn: "error", projects: [] } as const;

function except(changes: Partial<PolicyException> = {}): PolicyException {
  return {
    target: "key",
    name: "key_ada",
    rule: "person-owned",
    reason: "migrates in Q1",
    until: null,
    line: 7,
    ...changes,
  };
}

function audit(facts: AuditFacts, rule: string, ...exceptions: readonly PolicyException[]) {
  return createAuditReport(facts, allowOnly(rule, {}, exceptions), OPTIONS);
}

const ADA = createFacts({ keys: [createPersonsKey()] });

/** Facts that each rule finds something in, and what it finds by id. */
const FOUND: Record<string, [facts: AuditFacts, exception: Partial<PolicyException>]> = {
  spike: [
    createFacts({
      keys: [createKey()],
      usage: tellUsage({
        key_checkout: [3, 4].map((day) => ({ day: dayAgo(day), model: "o3", requests: 1 })).concat({ day: dayAgo(1), model: "o3", requests: 99 }),
      }),
      costs: tellCosts({ key_checkout: [{ day: dayAgo(1), usd: 20 }] }),
    }),
    { name: "key_checkout" },
  ],
  "owner-inactive": [createFacts({ keys: [createPersonsKey({ ownerHasAccess: false })] }), {}],
  unused: [createFacts({ keys: [createKey({ lastUsedAt: daysAgo(99), createdAt: daysAgo(99) })] }), { name: "checkout" }],
  "admin-key": [createFacts({ keys: [createAdminKey({ expiresAt: null })] }), { name: "nightly audit" }],
  "new-model": [
    createFacts({ keys: [createKey()], usage: tellUsage({ key_checkout: [{ day: dayAgo(1), model: "o3", requests: 1 }] }) }),
    { name: "key_checkout" },
  ],
  old: [createFacts({ keys: [createKey({ createdAt: daysAgo(200) })] }), { target: "service-account", name: "checkout-bot" }],
  "no-expiry": [createFacts({ keys: [createKey({ expiresAt: null })] }), { target: "project", name: "web SHOP" }],
  "person-owned": [ADA, {}],
  "default-project": [
    createFacts({ keys: [createPersonsKey({ home: { kind: "project", id: "proj_default", name: "Default project" } })] }),
    { target: "project", name: "proj_default" },
  ],
  "broad-scopes": [createFacts({ keys: [createKey()], scopes: { kind: "told", value: new Map([["key_checkout", []]]) } }), { name: "key_checkout" }],
  "archived-project": [createFacts({ keys: [createKey()], projects: [createProject({ isArchived: true })] }), { name: "Web shop" }],
  "owner-role": [
    createFacts({ projects: [createProject({ accounts: [createAccount({ role: { kind: "told", value: "owner" } })] })] }),
    { target: "service-account", name: "user-sa1" },
  ],
  "no-spend-limit": [createFacts({ projects: [createProject({ hasHardLimit: { kind: "told", value: false } })] }), { target: "project", name: PROJECT.id }],
  "shared-key": [
    createFacts({ keys: [createKey({ id: "key_1", name: "prod" }), createKey({ id: "key_2", name: "dev" })] }),
    { name: "checkout-bot" },
  ],
}; // biome-ignore format: a table to be skimmed

describe("an exception", () => {
  test.each(
    RULES.map(({ name }) => name),
  )("takes what %s found out of the counts, and leaves it in the report", (rule) => {
    const [facts, exception] = FOUND[rule] ?? [createFacts(), {}];
    expect(audit(facts, rule)).toMatchObject({ conclusion: "findings", fails: true });
    const report = audit(facts, rule, except({ rule, ...exception }));
    expect(report).toMatchObject({ conclusion: "clean", fails: false });
    expect(report.findings.map((finding) => finding.exception)).toEqual([
      { reason: "migrates in Q1", until: null, isExpired: false },
    ]);
    expect(report.rules.filter(({ excepted }) => excepted > 0)).toMatchObject([
      { rule, found: 0, excepted: 1, judged: expect.any(Number) },
    ]);
    expect(report.notes.filter((note) => note.includes("exception"))).toEqual([]);
  });

  test("of another rule, or for another key, changes nothing", () => {
    for (const exception of [
      except({ rule: "old" }),
      except({ name: "key_eve" }),
      except({ target: "project", name: "key_ada" }),
    ])
      expect(audit(ADA, "person-owned", exception).conclusion).toBe("findings");
  });

  test("without a rule holds for all of them", () => {
    expect(audit(ADA, "person-owned", except({ rule: null })).conclusion).toBe("clean");
  });

  test("counts on its last day, and no longer: then the finding counts again, and it is said", () => {
    const today = new Date("2026-11-28T00:00:00Z");
    const yesterday = new Date("2026-11-27T00:00:00Z");
    expect(audit(ADA, "person-owned", except({ until: today })).conclusion).toBe("clean");
    const report = audit(ADA, "person-owned", except({ until: yesterday }));
    expect(report).toMatchObject({ conclusion: "findings", fails: true });
    expect(report.findings[0]?.exception).toEqual({ reason: "migrates in Q1", until: yesterday, isExpired: true });
  });

  test("that still counts goes before one that has ended", () => {
    const ended = except({ target: "project", name: "Web shop", until: daysAgo(9), reason: "ended" });
    expect(audit(ADA, "person-owned", ended, except()).findings[0]?.exception?.reason).toBe("migrates in Q1");
    expect(audit(ADA, "person-owned", except({ ...ended, target: "key" }), except()).conclusion).toBe("clean");
  });

  test("that fits nothing is noted, unless a list was not read to its end", () => {
    const note =
      "The exception in line 7 of the policy file fits no key, project or service account. Correct or remove it.";
    expect(audit(ADA, "person-owned", except({ name: "key_gone" })).notes).toEqual([note]);
    const gap = { kind: "inventory", detail: "OpenAI failed.", covers: ["project"] } as const;
    expect(audit({ ...ADA, gaps: [gap] }, "person-owned", except({ name: "key_gone" })).notes).toEqual([]);
  });

  test("does not make up for what was not judged", () => {
    const facts = createFacts({ keys: [createPersonsKey({ owner: null })] });
    expect(audit(facts, "person-owned", except()).conclusion).toBe("incomplete");
  });

  test("takes a finding to the end of the report", () => {
    const keys = [createPersonsKey(), createPersonsKey({ id: "key_z", name: "z" })];
    const { findings } = audit(createFacts({ keys }), "person-owned", except());
    expect(findings.map(({ subject }) => subject.id)).toEqual(["key_z", "key_ada"]);
  });
});

describe("projects of a rule", () => {
  const shop = createPersonsKey();
  const prod = createPersonsKey({ id: "key_prod", home: { kind: "project", id: "proj_p", name: "prod-eu/west" } });
  const facts = createFacts({
    keys: [shop, prod],
    projects: [createProject(), createProject({ id: "proj_p", name: "prod-eu/west" }), DEFAULT],
  });
  const found = (...projects: readonly string[]) =>
    judgeFacts(facts, allowOnly("person-owned", { projects })).findings.map(({ subject }) => subject.id);

  test.each([
    [["prod-*"], ["key_prod"]],
    [["PROD-*"], ["key_prod"]],
    [["proj_p"], ["key_prod"]],
    [["web shop"], ["key_ada"]],
    [["{web,prod}*"], ["key_ada", "key_prod"]],
    [["*"], ["key_ada", "key_prod"]],
    [["prod"], []],
  ])("%o are those of %o", (projects, ids) => {
    expect(found(...projects)).toEqual(ids);
  });

  test("that fit none are noted", () => {
    const { notes } = createAuditReport(facts, allowOnly("person-owned", { projects: ["prod-*", "prd-*"] }), OPTIONS);
    expect(notes).toEqual(["Item 2 of projects under person-owned fits no project. Correct or remove it."]);
  });
});
