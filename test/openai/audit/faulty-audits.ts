import { expect } from "vitest";
import type { AuditFacts, AuditSource, SourceAnswer } from "../../../src/domain/audit-facts.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import { ELSEWHERE, type Fault } from "../../../src/sandbox/faults.ts";
import { startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import { createUsedOrganization } from "../../../src/sandbox/openai/used-organization.ts";
import type { FaultRule, RecordedRequest } from "../../../src/sandbox/server.ts";
import { hostOf } from "../../support/in-process.ts";
import { TestClock } from "../../support/test-clock.ts";
import { FAULTS } from "../faulty-runs.ts";

const ALL: readonly AuditSource[] = ["usage", "costs", "audit-log", "users", "service-accounts", "spend-limits"];

/** Collects the facts of an organisation in which everything can be told, where requests fail by a rule. */
export async function collectWith(rule: FaultRule): Promise<AuditFacts> {
  const clock = new TestClock(new Date("2026-11-21T12:00:00Z"));
  const openai = await startOpenAI({ clock });
  const { organization, person } = createUsedOrganization(openai, "acme", { projects: 2, keys: 2, days: 3 });
  const { text } = organization.adminKey(person);
  for (const project of organization.projects) project.spendLimit = 5_000;
  organization.tellsRoles = false;
  openai.fault(rule);
  const facts = await createOpenAIRegistry(hostOf(openai), new Secret(text), { clock }).collectFacts(new Set(ALL));
  await openai.close();
  expect(openai.requests.some(({ path }) => path === ELSEWHERE)).toBe(false);
  expect(facts.requests).toBe(openai.requests.length);
  return facts;
}

/** What of the facts is told, by source. Where several answers make it, none of them is left out. */
export function tell({ users, usage, costs, scopes, projects }: AuditFacts): Record<AuditSource, readonly unknown[]> {
  const valueOf = (answer: SourceAnswer<unknown>) => (answer.kind === "told" ? answer.value : answer);
  return {
    users: [valueOf(users)],
    usage: [valueOf(usage)],
    costs: [valueOf(costs)],
    "audit-log": [valueOf(scopes)],
    "service-accounts": projects.flatMap(({ accounts }) => accounts.map(({ role }) => valueOf(role))),
    "spend-limits": projects.map(({ hasHardLimit }) => valueOf(hasHardLimit)),
  };
}

/** Whether a request is for this endpoint of usage. */
export const isUsage = (endpoint: string) => (asked: RecordedRequest) => asked.path.endsWith(`/usage/${endpoint}`);
/** Whether a request is for a path with this end. */
export const ends = (path: string) => (asked: RecordedRequest) => asked.path.endsWith(path);

/** Each call, by the source that rests on it. */
export const CALLS: readonly (readonly [
  name: string,
  source: AuditSource,
  isIt: (asked: RecordedRequest) => boolean,
])[] = [
  ["completions", "usage", isUsage("completions")],
  ["decisions", "usage", isUsage("decisions")],
  ["embeddings", "usage", isUsage("embeddings")],
  ["moderations", "usage", isUsage("moderations")],
  ["images", "usage", isUsage("images")],
  ["speeches", "usage", isUsage("audio_speeches")],
  ["transcriptions", "usage", isUsage("audio_transcriptions")],
  ["web searches", "usage", isUsage("web_search_calls")],
  ["file searches", "usage", isUsage("file_search_calls")],
  ["costs", "costs", ends("/costs")],
  ["the audit log", "audit-log", ends("/audit_logs")],
  ["users", "users", ends("/users")],
  ["service accounts", "service-accounts", ends("/service_accounts")],
  ["spend limits", "spend-limits", ends("/spend_limit")],
];

/** Faults of pages: a spend limit has none. */
const OF_PAGES = ["repeat-cursor", "lost-cursor"];

/** The faults that an answer from this source can have. */
export function listFaults(source: AuditSource): readonly (readonly [name: string, fault: Fault])[] {
  return FAULTS.filter(([name]) => source !== "spend-limits" || !OF_PAGES.includes(name));
}

/** What is told where nothing fails. */
export const CLEAN = await collectWith(() => null);

/** The source of the call is untold, for this reason, and all others are as they are without a fault. */
export function expectAlone(name: string, source: AuditSource, facts: AuditFacts, because: readonly string[]): void {
  const { [source]: hit, ...others } = tell(facts);
  const { [source]: _, ...asEver } = tell(CLEAN);
  expect(hit, name).toEqual(hit.map(() => ({ kind: "untold", because: expect.toBeOneOf([...because]) as unknown })));
  expect(others, name).toEqual(asEver);
  expect(facts.gaps, name).toEqual([]);
  expect(
    facts.keys.map(({ id }) => id),
    name,
  ).toEqual(CLEAN.keys.map(({ id }) => id));
}
