import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAuditReport } from "../../src/audit/audit-report.ts";
import { resolveRule } from "../../src/audit/policy/policy.ts";
import type { Rule, Verdict } from "../../src/audit/rule.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import type { AuditFacts, AuditProject, AuditSource, AuditSubject, DailyUse } from "../../src/domain/audit-facts.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import {
  allowOnly,
  createAccount,
  createAdminKey,
  createFacts,
  createKey,
  createPersonsKey,
  createProject,
  DAYS,
  DEFAULT,
  daysAgo,
  tellCosts,
  tellUsage,
} from "./made-up-facts.ts";

// What is not known may be anything. So a rule passes a subject only where it would pass it, or have nothing to say of
// it, whatever the missing answer were; and it finds only what it would find whatever that were.

const SOURCES = ["usage", "costs", "audit-log", "users", "service-accounts", "spend-limits"] as const;
const REASONS = ["off", "not-permitted", "no-answer", "unreadable", "not-asked"] as const;

const time = fc.constantFrom(0.5, 1.5, 8, 29, 31, 89, 90, 91, 179, 181, 400).map(daysAgo);
const expiry = fc.constantFrom(daysAgo(-30), null);
const owner = fc.constantFrom(
  null,
  { kind: "user", id: "user-ada", name: "Ada" } as const,
  { kind: "user", id: "user-gone", name: null } as const,
  { kind: "user", id: null, name: null } as const,
  { kind: "service-account", id: "user-sa1", name: "bot" } as const,
  { kind: "service-account", id: null, name: null } as const,
);
const key: fc.Arbitrary<KeyRecord> = fc
  .record({
    base: fc.constantFrom(createKey(), createPersonsKey(), createAdminKey()),
    name: fc.constantFrom("prod", "dev", null),
    owner,
    createdAt: fc.option(time),
    lastUsedAt: fc.option(time),
    expiresAt: expiry,
    ownerHasAccess: fc.constantFrom(true, false, null),
  })
  .map(({ base, ...changes }) => mend({ ...base, ...changes }));

/** No key is used before it is there, and of Admin API keys OpenAI tells nothing of access to a project. */
function mend(one: KeyRecord): KeyRecord {
  const { createdAt, lastUsedAt, home } = one;
  const isEarly = createdAt !== null && lastUsedAt !== null && lastUsedAt < createdAt;
  return {
    ...one,
    lastUsedAt: isEarly ? createdAt : lastUsedAt,
    ownerHasAccess: home.kind === "organization" ? null : one.ownerHasAccess,
  };
}

const use = fc.record({
  day: fc.constantFrom(...DAYS, DAYS.at(-1) ?? ""),
  model: fc.constantFrom("gpt-5", "o3", "a", "b", "c", "d", null),
  requests: fc.constantFrom(0, 1, 10, 5000),
});
const cost = fc.record({ day: fc.constantFrom(...DAYS, DAYS.at(-1) ?? ""), usd: fc.constantFrom(0, 1, 5, 80) });

const usage = fc
  .record({ uses: fc.array(use, { maxLength: 40 }), today: fc.constantFrom(0, 3) })
  .map(({ uses, today }) => {
    const ids = ["key_checkout", "key_ada", "key_admin"];
    return tellUsage(Object.fromEntries(ids.map((id) => [id, uses])), Object.fromEntries(ids.map((id) => [id, today])));
  });
const costs = fc
  .array(cost, { maxLength: 40 })
  .map((all) => tellCosts({ key_checkout: all, key_ada: all, key_admin: all }));
const accounts = fc.constantFrom<AuditProject["accounts"][]>(
  [],
  ...(["owner", "member", "none", null] as const).map((value) => [
    { id: "user-sa1", name: "bot", role: { kind: "told", value } } as const,
  ]),
);
const scopes: fc.Arbitrary<AuditFacts["scopes"]> = fc
  .constantFrom<readonly (readonly [string, readonly string[]])[]>(
    [],
    [
      ["key_checkout", []],
      ["key_ada", []],
    ],
    [
      ["key_checkout", ["api.model.request"]],
      ["key_ada", ["api.model.request"]],
    ],
  )
  .map((entries) => ({ kind: "told", value: new Map(entries) }));
const users: fc.Arbitrary<AuditFacts["users"]> = fc
  .constantFrom([], ["user-ada"], ["user-ada", "user-gone"])
  .map((ids) => ({ kind: "told", value: new Set(ids) }));
const limit: fc.Arbitrary<AuditProject["hasHardLimit"]> = fc.boolean().map((value) => ({ kind: "told", value }));
const isArchived = fc.constantFrom(true, false);

const facts: fc.Arbitrary<AuditFacts> = fc
  .record({
    keys: fc.uniqueArray(key, { selector: ({ id }) => id }),
    usage,
    costs,
    accounts,
    scopes,
    users,
    limit,
    isArchived,
  })
  .map(({ accounts: own, limit: hasHardLimit, isArchived: archived, ...rest }) =>
    createFacts({ ...rest, projects: [createProject({ accounts: own, hasHardLimit, isArchived: archived }), DEFAULT] }),
  );

/** Takes the answer of one source from other facts. */
const TAKE: Record<AuditSource, (from: AuditFacts, into: AuditFacts) => AuditFacts> = {
  usage: (from, into) => ({ ...into, usage: from.usage }),
  costs: (from, into) => ({ ...into, costs: from.costs }),
  "audit-log": (from, into) => ({ ...into, scopes: from.scopes }),
  users: (from, into) => ({ ...into, users: from.users }),
  "service-accounts": (from, into) => withProject(into, { accounts: takeRoles(from, into) }),
  "spend-limits": (from, into) => withProject(into, { hasHardLimit: from.projects[0]?.hasHardLimit }),
};

/** Which accounts there are, the keys say; of the source are their roles. */
function takeRoles({ projects: [from] }: AuditFacts, { projects: [into] }: AuditFacts): AuditProject["accounts"] {
  const [answer] = from?.accounts ?? [];
  return (into?.accounts ?? []).map((one) => ({ ...one, role: answer?.role ?? one.role }));
}

function withProject(into: AuditFacts, changes: object): AuditFacts {
  const [first, ...others] = into.projects;
  return { ...into, projects: first ? [{ ...first, ...changes }, ...others] : [] };
}

/** Facts in which a source said nothing. */
function silence(because: (typeof REASONS)[number]): AuditFacts {
  const untold = { kind: "untold", because } as const;
  const silent = { usage: untold, costs: untold, scopes: untold, users: untold };
  return createFacts({
    ...silent,
    projects: [createProject({ accounts: [createAccount({ role: untold })], hasHardLimit: untold })],
  });
}

function nameOf(subject: AuditSubject): string {
  if ("key" in subject) return `${subject.kind} ${subject.key.id}`;
  if (subject.kind === "service-account") return `account ${subject.project.id} ${subject.account.id}`;
  return subject.kind === "project" ? `project ${subject.project.id}` : subject.kind;
}

function judgeAll(rule: Rule, known: AuditFacts): ReadonlyMap<string, Verdict["kind"]> {
  const { limits } = resolveRule(rule, allowOnly(rule.name));
  return new Map(rule.listSubjects(known).map((one) => [nameOf(one), rule.judge(one, known, limits).kind]));
}

/** What is said of less may not be gainsaid by more. */
function expectNoContradiction(rule: Rule, less: AuditFacts, more: AuditFacts): void {
  const [before, after] = [judgeAll(rule, less), judgeAll(rule, more)];
  for (const [name, kind] of before) {
    const later = after.get(name);
    if (kind === "passed" || kind === "skipped")
      expect([undefined, "passed", "skipped", "not-judged"]).toContain(later);
    if (kind === "found") expect([undefined, "found", "skipped"]).toContain(later);
  }
  // Nothing is found among what was not even there to be judged, unless what stands for it was not judged.
  const isOpen = [...before.values()].includes("not-judged");
  for (const [name, kind] of after) if (kind === "found" && !isOpen) expect(before.get(name)).toBe("found");
}

const cases = RULES.flatMap((rule) => SOURCES.map((source) => [rule.name, source, rule] as const));

describe("a source that said nothing", () => {
  test.each(cases)("never makes %s pass what %s might show", (_, source, rule) => {
    fc.assert(
      fc.property(facts, facts, fc.constantFrom(...REASONS), (one, other, because) => {
        const less = TAKE[source](silence(because), one);
        expectNoContradiction(rule, less, TAKE[source](other, one));
      }),
      { numRuns: 30 },
    );
  });

  test.each(
    cases.filter(([, source, rule]) => rule.needs.includes(source)),
  )("leaves %s incomplete without %s, for at least one organization", (name, source) => {
    const keys = [createPersonsKey({ lastUsedAt: daysAgo(100), createdAt: daysAgo(100) }), createKey()];
    const busy = tellUsage({ key_ada: [{ day: DAYS.at(-1) ?? "", model: "o3", requests: 9 }] });
    const quiet =
      name === "spike" || name === "new-model"
        ? { usage: busy, costs: tellCosts({ key_ada: [{ day: DAYS.at(-1) ?? "", usd: 20 }] }) }
        : {};
    const whole = createFacts({ keys, ...quiet, projects: [createProject()] });
    const less = TAKE[source](silence("not-permitted"), whole);
    const audit = (known: AuditFacts) => createAuditReport(known, allowOnly(name), { failOn: "error", projects: [] });
    if (name !== "default-project") expect(audit(whole).conclusion).not.toBe("incomplete");
    if (name === "default-project" && source === "audit-log") return; // Its answer is in `isDefault` already.
    expect(audit(less).conclusion).toBe("incomplete");
  });
});

describe("a field of a record that OpenAI left out", () => {
  const FIELDS = ["createdAt", "lastUsedAt", "expiresAt"] as const;
  const fields = RULES.flatMap((rule) =>
    [...FIELDS, "owner", "ownerHasAccess"].map((field) => [rule.name, field, rule] as const),
  );

  test.each(fields)("never makes %s pass what %s might show", (_, field, rule) => {
    fc.assert(
      fc.property(facts, key, (known, other) => {
        const less = known.keys.map((one) => leaveOut(one, field));
        const more = known.keys.map((one) => complete(one, field as keyof KeyRecord, other));
        expectNoContradiction(rule, { ...known, keys: less }, { ...known, keys: more });
      }),
      { numRuns: 30 },
    );
  });

  /** The record with a field of another, as far as it agrees with the rest of it. */
  function complete(one: KeyRecord, field: keyof KeyRecord, other: KeyRecord): KeyRecord {
    const more = { ...one, [field]: other[field] ?? one[field] };
    return JSON.stringify(mend(more)) === JSON.stringify(more) ? more : one;
  }

  function leaveOut(one: KeyRecord, field: string): KeyRecord {
    const date = FIELDS.find((name) => name === field);
    return { ...one, [field]: null, ...(date && { absent: [date] }) };
  }
});

describe("a model that OpenAI did not name", () => {
  const rules = RULES.filter(({ needs }) => needs.includes("usage"));

  test.each(rules.map((rule) => [rule.name, rule] as const))("never makes %s pass what it might show", (_, rule) => {
    fc.assert(
      fc.property(facts, fc.constantFrom("gpt-5", "o3", "new"), (known, model) => {
        if (known.usage.kind === "untold") return;
        const named = [...known.usage.value.byKey].map(([id, all]): [string, readonly DailyUse[]] => [
          id,
          all.map((one) => ({ ...one, model: one.model ?? model })),
        ]);
        const more = {
          ...known,
          usage: tellUsage(Object.fromEntries(named), Object.fromEntries(known.usage.value.today)),
        };
        expectNoContradiction(rule, known, more);
      }),
      { numRuns: 100 },
    );
  });
});
