import { describe, expect, test } from "vitest";
import type { AuditFacts, AuditSource, SourceAnswer } from "../../../src/domain/audit-facts.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import type { Answer } from "../../../src/sandbox/answer.ts";
import { ELSEWHERE, type Fault } from "../../../src/sandbox/faults.ts";
import { startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import { createUsedOrganization } from "../../../src/sandbox/openai/used-organization.ts";
import type { FaultRule, RecordedRequest } from "../../../src/sandbox/server.ts";
import { hostOf } from "../../support/in-process.ts";
import { TestClock } from "../../support/test-clock.ts";
import { endless, FAULTS } from "../faulty-runs.ts";

const ALL: readonly AuditSource[] = ["usage", "costs", "audit-log", "users", "service-accounts", "spend-limits"];

async function collectWith(rule: FaultRule): Promise<AuditFacts> {
  const clock = new TestClock(new Date("2026-11-21T12:00:00Z"));
  const openai = await startOpenAI({ clock });
  const { organization, person } = createUsedOrganization(openai, "acme", { projects: 2, keys: 2, days: 3 });
  const { text } = organization.adminKey(person);
  for (const project of organization.projects) project.spendLimit = 5_000;
  openai.fault(rule);
  const facts = await createOpenAIRegistry(hostOf(openai), new Secret(text), { clock }).collectFacts(new Set(ALL));
  await openai.close();
  expect(openai.requests.some(({ path }) => path === ELSEWHERE)).toBe(false);
  expect(facts.requests).toBe(openai.requests.length);
  return facts;
}

/** What of the facts is told, by source. Where several answers make it, none of them is left out. */
function tell({ users, usage, costs, scopes, projects }: AuditFacts): Record<AuditSource, readonly unknown[]> {
  const valueOf = (answer: SourceAnswer<unknown>) => (answer.kind === "told" ? answer.value : answer);
  return {
    users: [valueOf(users)],
    usage: [valueOf(usage)],
    costs: [valueOf(costs)],
    "audit-log": [valueOf(scopes)],
    "service-accounts": projects.map(({ accounts }) => valueOf(accounts)),
    "spend-limits": projects.map(({ hasHardLimit }) => valueOf(hasHardLimit)),
  };
}

const isUsage = (endpoint: string) => (asked: RecordedRequest) => asked.path.endsWith(`/usage/${endpoint}`);
const ends = (path: string) => (asked: RecordedRequest) => asked.path.endsWith(path);

/** Each call, by the source that rests on it. */
const CALLS: readonly (readonly [name: string, source: AuditSource, isIt: (asked: RecordedRequest) => boolean])[] = [
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

/** Pages without end take thousands of requests; test/soak has those. */
const QUICK = FAULTS.filter(([, fault]) => fault !== endless);

/** Of the faults at each call a fourth, another for each call. */
const FOURTH = 4;

const forbidden = (status: number): Answer => ({
  status,
  body: {
    error: {
      message: "You have insufficient permissions for this operation. Missing scopes: api.usage.read.",
      type: "invalid_request_error",
      param: null,
      code: "missing_scope",
    },
  },
});

const clean = await collectWith(() => null);

test("without a fault everything is told", () => {
  expect(clean.gaps).toEqual([]);
  expect(Object.values(tell(clean)).flat()).not.toContainEqual(expect.objectContaining({ kind: "untold" }));
  expect(clean.projects.map(({ isDefault }) => isDefault)).toEqual(["yes", "no", "no"]);
});

/** The source of the call is untold, for this reason, and all others are as they are without a fault. */
function expectAlone(name: string, source: AuditSource, facts: AuditFacts, because: readonly string[]): void {
  const { [source]: hit, ...others } = tell(facts);
  const { [source]: _, ...asEver } = tell(clean);
  expect(hit, name).toEqual(hit.map(() => ({ kind: "untold", because: expect.toBeOneOf([...because]) as unknown })));
  expect(others, name).toEqual(asEver);
  expect(facts.gaps, name).toEqual([]);
  expect(
    facts.keys.map(({ id }) => id),
    name,
  ).toEqual(clean.keys.map(({ id }) => id));
}

describe.concurrent("whatever OpenAI answers", () => {
  test.each(
    CALLS.map((call, index) => [...call, index] as const),
  )("when asked for %s, that source alone is untold, and never empty", async (_, source, isIt, index) => {
    const faults = QUICK.filter(([name]) => source !== "spend-limits" || !OF_PAGES.includes(name));
    for (const [name, fault] of faults.filter((__, number) => number % FOURTH === index % FOURTH)) {
      const facts = await collectWith((asked) => (isIt(asked) ? fault : null));
      expectAlone(name, source, facts, ["no-answer", "unreadable", "not-permitted"]);
    }
  });

  test.each(CALLS)("a refusal of %s is told from no answer", async (_, source, isIt) => {
    for (const status of [401, 403]) {
      const facts = await collectWith((asked) => (isIt(asked) ? forbidden(status) : null));
      expectAlone(String(status), source, facts, ["not-permitted"]);
    }
    const facts = await collectWith((asked) => (isIt(asked) ? { status: 502 } : null));
    expectAlone("502", source, facts, ["no-answer"]);
  });
});

/** What may be amiss in an answer that is otherwise as it should be. */
const AMISS: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ["not grouped by key", (text) => text.replaceAll('"api_key_id"', '"key"')],
  ["without the first day", (text) => text.replace(/\{"object":"bucket".*?\]\},?/, "")],
  ["without times", (text) => text.replaceAll('"start_time"', '"start"')],
  ["days that are none", (text) => text.replaceAll(/"start_time":(\d+)/g, '"start_time":1$1.5')],
  ["a list under another name", (text) => text.replace('"data"', String.raw`"d\u0061ta"`)],
  ["a day that is a list", (text) => text.replace('"data":[', '"data":[[],')],
  ["counts that are texts", (text) => text.replaceAll(/"num_model_requests":\d+/g, '"num_model_requests":"many"')],
  ["counts below zero", (text) => text.replaceAll(/"num_model_requests":/g, '"num_model_requests":-1')],
];

test.each(AMISS)("usage with %s is not taken for no use", async (_, change) => {
  const fault: Fault = (real) => ({ ...real, body: change(JSON.stringify(real.body)) });
  const facts = await collectWith((asked) => (isUsage("completions")(asked) ? fault : null));
  expectAlone("usage", "usage", facts, ["unreadable"]);
});

test.each([
  ["another currency", '"currency":"usd"', '"currency":"eur"'],
  ["no amount", '"amount"', '"sum"'],
  ["an amount that is no number", '"value":', '"value":"a lot","was":'],
])("costs with %s are not taken for none", async (_, word, other) => {
  const fault: Fault = (real) => ({ ...real, body: JSON.stringify(real.body).replaceAll(word, other) });
  const facts = await collectWith((asked) => (ends("/costs")(asked) ? fault : null));
  expectAlone("costs", "costs", facts, ["unreadable"]);
});

test("a listing of keys that fails leaves a gap, and all sources are told all the same", async () => {
  for (const isIt of [ends("/api_keys"), ends("/admin_api_keys")]) {
    const facts = await collectWith((asked) => (isIt(asked) ? { status: 500 } : null));
    expect(facts.gaps).toHaveLength(1);
    expect(Object.values(tell(facts)).flat()).not.toContainEqual(expect.objectContaining({ kind: "untold" }));
  }
  const facts = await collectWith((asked) => (ends("/projects")(asked) ? "html" : null));
  expect([facts.gaps.length, facts.projects.length]).toEqual([1, 0]);
  expect([facts.usage.kind, facts.users.kind]).toEqual(["told", "told"]);
});

test("an address that a proxy does not have is not a limit that is not set", async () => {
  const body = { error: { message: "Invalid URL (GET /v1/spend_limit)", type: "invalid_request_error", code: null } };
  const facts = await collectWith((asked) => (ends("/spend_limit")(asked) ? { status: 404, body } : null));
  expectAlone("404", "spend-limits", facts, ["unreadable"]);
});
