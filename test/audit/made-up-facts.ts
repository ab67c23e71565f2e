import { judgeFacts } from "../../src/audit/judge.ts";
import type { AuditPolicy, PolicyException, RuleSetting } from "../../src/audit/policy/policy.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import type { AuditFacts, AuditProject, DailyCost, DailyUse, ServiceAccount } from "../../src/domain/audit-facts.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";

const A_DAY = 24 * 60 * 60 * 1000;

export const NOW = new Date("2026-11-28T06:00:00Z");

/** A time before now. */
export function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * A_DAY);
}

/** The day of UTC that was so many days before today. */
export function dayAgo(days: number): string {
  return daysAgo(days).toISOString().slice(0, 10);
}

/** The thirty whole days before today, the oldest first. */
export const DAYS: readonly string[] = Array.from({ length: 30 }, (_, index) => dayAgo(30 - index));

export const PROJECT = { kind: "project", id: "proj_shop", name: "Web shop" } as const;

/** A key of a service account with which nothing is wrong. */
export function createKey(changes: Partial<KeyRecord> = {}): KeyRecord {
  return {
    id: "key_checkout",
    name: "checkout",
    redacted: null,
    home: PROJECT,
    owner: { kind: "service-account", id: "user-sa1", name: "checkout-bot" },
    createdAt: daysAgo(60),
    lastUsedAt: daysAgo(1),
    expiresAt: daysAgo(-30),
    ownerHasAccess: true,
    ...changes,
  };
}

/** An Admin API key with which nothing is wrong. */
export function createAdminKey(changes: Partial<KeyRecord> = {}): KeyRecord {
  return createKey({
    id: "key_admin",
    name: "nightly audit",
    home: { kind: "organization", id: null, name: null },
    owner: { kind: "user", id: "user-ada", name: "Ada" },
    ownerHasAccess: null,
    ...changes,
  });
}

/** A key that belongs to a person. */
export function createPersonsKey(changes: Partial<KeyRecord> = {}): KeyRecord {
  return createKey({ id: "key_ada", name: "laptop", owner: { kind: "user", id: "user-ada", name: "Ada" }, ...changes });
}

export function createAccount(changes: Partial<ServiceAccount> = {}): ServiceAccount {
  return { id: "user-sa1", name: "checkout-bot", role: { kind: "told", value: "member" }, ...changes };
}

export function createProject(changes: Partial<AuditProject> = {}): AuditProject {
  return {
    id: PROJECT.id,
    name: PROJECT.name,
    isArchived: false,
    isDefault: "no",
    accounts: [createAccount()],
    hasHardLimit: { kind: "told", value: true },
    ...changes,
  };
}

export const DEFAULT = createProject({
  id: "proj_default",
  name: "Default project",
  isDefault: "yes",
  accounts: [],
});

type Uses = Readonly<Record<string, readonly DailyUse[]>>;
type Costs = Readonly<Record<string, readonly DailyCost[]>>;

export function tellUsage(uses: Uses, today: Readonly<Record<string, number>> = {}): AuditFacts["usage"] {
  return {
    kind: "told",
    value: { days: DAYS, byKey: new Map(Object.entries(uses)), today: new Map(Object.entries(today)) },
  };
}

export function tellCosts(costs: Costs): AuditFacts["costs"] {
  return { kind: "told", value: { days: DAYS, byKey: new Map(Object.entries(costs)) } };
}

/** An organisation of which everything is known and nothing is wrong: one key of a service account, one Admin API key. */
export function createFacts(changes: Partial<AuditFacts> = {}): AuditFacts {
  const keys = changes.keys ?? [createKey(), createAdminKey()];
  return {
    now: NOW,
    organization: "acme-inc",
    keys,
    projects: [createProject(), DEFAULT],
    users: { kind: "told", value: new Set(["user-ada"]) },
    usage: tellUsage({}),
    costs: tellCosts({}),
    scopes: { kind: "told", value: new Map(keys.map(({ id }) => [id, ["api.model.request"]])) },
    gaps: [],
    requests: 12,
    ...changes,
  };
}

const OFF = RULES.map(({ name }): [string, RuleSetting] => [name, { level: "off" }]);

/** A policy with one rule alone. */
export function allowOnly(
  rule: string,
  setting: RuleSetting = {},
  exceptions: readonly PolicyException[] = [],
): AuditPolicy {
  return { rules: new Map<string, RuleSetting>([...OFF, [rule, { level: "error", ...setting }]]), exceptions };
}

/** What one rule says, a line a finding: "key_ada: belongs to a person", and "key_ada? why it is not judged". */
export function applyRule(rule: string, facts: AuditFacts, limits: Readonly<Record<string, number>> = {}) {
  const { findings, notJudged } = judgeFacts(facts, allowOnly(rule, { limits }));
  return [
    ...findings.map(({ subject, detail }) => `${subject.id}: ${detail}`),
    ...notJudged.map(({ ids, because }) => `${ids.join(" ")}? ${because}`),
  ];
}

/** The verdict on the key of `createKey`, or whatever else is in facts: what one rule says, without the id. */
export function applyToKey(rule: string, changes: Partial<KeyRecord>, facts: Partial<AuditFacts> = {}): string {
  return describeVerdict(applyRule(rule, createFacts({ keys: [createKey(changes)], ...facts })));
}

export function describeVerdict(lines: readonly string[]): string {
  return (
    lines.map((line) => line.replace(/^\S*?([:?]) /, (_, mark: string) => (mark === "?" ? "? " : ""))).join("; ") ||
    "passed"
  );
}

/** What one rule advises, a sentence a finding. */
export function adviceOf(rule: string, facts: AuditFacts): readonly string[] {
  return judgeFacts(facts, allowOnly(rule)).findings.map(({ advice }) => advice);
}

export function notesOf(rule: string, facts: AuditFacts): readonly string[] {
  return judgeFacts(facts, allowOnly(rule)).notes;
}

export function publicDetailOf(rule: string, facts: AuditFacts): string | undefined {
  return judgeFacts(facts, allowOnly(rule)).findings[0]?.publicDetail;
}
