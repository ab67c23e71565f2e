import { describe, expect, test } from "vitest";
import { createAuditReport } from "../../src/audit/audit-report.ts";
import { type AuditPolicy, listNeededSources } from "../../src/audit/policy/policy.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import type { AuditReport } from "../../src/domain/audit-report.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { fetchInProcess, hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

// From OpenAI's answers to the report, with every rule on: what each finds, and what it says when an answer is missing.

const NOON = new Date("2026-11-28T12:00:00Z");
const DAY = 86_400;
const daysAgo = (days: number) => NOON.getTime() / 1000 - days * DAY;

const ALL_ON: AuditPolicy = {
  rules: new Map([
    ["no-spend-limit", { level: "warning" }],
    ["shared-key", { level: "warning", limits: { models: 2 } }],
  ]),
  exceptions: [],
};

/** An organisation in which each rule finds one thing or more, and of which everything is known. */
async function openAcme(tellsRoles: boolean): Promise<{ openai: OpenAISandbox; clock: TestClock; adminKey: Secret }> {
  const clock = new TestClock(NOON);
  const openai = await startOpenAI({ clock });
  const acme = openai.organization("acme");
  acme.tellsRoles = tellsRoles;
  const [ada, eve] = [acme.user("Ada"), acme.user("Eve")];
  const inOrder = {
    scopes: ["api.model.request"],
    createdAt: daysAgo(100),
    lastUsedAt: daysAgo(1),
    expiresAt: daysAgo(-30),
    madeBy: ada,
  };
  const main = acme.project("Default project", { isDefault: true, spendLimit: 10_000 });
  const web = acme.project("Web", { spendLimit: 10_000 });
  const lab = acme.project("Lab");
  const gone = acme.project("Gone", { isArchived: true, spendLimit: 1 });
  acme.accountKey(web, "in order", inOrder);
  acme.accountKey(web, "unused", { ...inOrder, name: "unused", lastUsedAt: daysAgo(95) });
  acme.accountKey(web, "old", { ...inOrder, name: "old", createdAt: daysAgo(200) });
  acme.accountKey(web, "endless", { ...inOrder, name: "endless", expiresAt: null });
  acme.accountKey(web, "broad", { ...inOrder, name: "broad", scopes: null });
  acme.accountKey(lab, "chief", { ...inOrder, name: "chief", role: "owner" });
  acme.userKey(main, ada, { ...inOrder, name: "personal" });
  acme.userKey(gone, ada, { ...inOrder, name: "left behind" });
  acme.userKey(web, eve, { ...inOrder, name: "of somebody who left" });
  const prod = acme.accountKey(lab, "bot", { ...inOrder, name: "bot prod" });
  acme.accountKey(lab, "bot", { ...inOrder, name: "bot dev", account: prod.owner.person });
  const changed = acme.accountKey(lab, "changed", { ...inOrder, name: "changed" });
  acme.usageLog.addDailyUse(changed, { at: daysAgo(1), days: 20, model: "gpt-a" });
  acme.usageLog.addUse(changed, { at: daysAgo(1), model: "gpt-b" });
  const busy = acme.accountKey(lab, "busy", { ...inOrder, name: "busy" });
  acme.usageLog.addDailyUse(busy, { at: daysAgo(1), days: 20, requests: 310, cost: 0.5 });
  acme.usageLog.addUse(busy, { at: daysAgo(1), requests: 12_400, cost: 18.2 });
  acme.leave(eve);
  const admin = acme.adminKey(ada, { ...inOrder, name: "audit", scopes: null });
  acme.adminKey(ada, { ...inOrder, name: "forgotten", scopes: null, lastUsedAt: daysAgo(45) });
  acme.usageLog.logUpdate(prod, { by: admin, at: daysAgo(3), scopes: ["api.model.request"] });
  return { openai, clock, adminKey: new Secret(admin.text) };
}

/** `spoil` answers in place of OpenAI, or with nothing leaves it to it. */
async function audit(
  spoil: (path: string) => Response | undefined = () => undefined,
  { tellsRoles = true } = {},
): Promise<AuditReport> {
  const { openai, clock, adminKey } = await openAcme(tellsRoles);
  const host = {
    ...hostOf(openai),
    fetch: async (...[address, init]: Parameters<typeof fetch>) =>
      spoil(new URL(String(address)).pathname) ?? (await fetchInProcess(openai, address, init)),
  };
  const facts = await createOpenAIRegistry(host, adminKey, { clock }).collectFacts(listNeededSources(ALL_ON));
  openai.close();
  return createAuditReport(facts, ALL_ON, { failOn: "error", projects: [] });
}

const SERVICE_ACCOUNTS = /\/projects\/[^/]+\/service_accounts$/;

const whole = await audit();

describe("an audit of an organisation", () => {
  test("finds by each rule what there is, the worst first", () => {
    const found = whole.findings.map(({ rule, subject, detail }) => `${rule}, ${subject.name}: ${detail}`);
    expect(found).toEqual([
      "spike, busy: 12,400 requests on 27 Nov 2026, 40 times the median of 310 on the 20 days of use among the 28 days before; 18.20 USD",
      "owner-inactive, of somebody who left: its owner no longer has access to the project",
      "unused, unused: last used 95 days ago, on 25 Aug 2026",
      "admin-key, forgotten: last used 45 days ago, on 14 Oct 2026",
      "new-model, changed: gpt-b on 1 of the last 2 days, never in the 28 days before",
      "old, old: created 200 days ago, on 12 May 2026",
      "no-expiry, endless: never expires",
      "person-owned, personal: belongs to a person",
      "person-owned, left behind: belongs to a person",
      "person-owned, of somebody who left: belongs to a person",
      "default-project, personal: lives in the default project",
      "broad-scopes, broad: may do everything that its owner may do in the project",
      "archived-project, left behind: lives in an archived project",
      "owner-role, chief: has the role owner",
      "no-spend-limit, Lab: has no spend limit that stops requests",
      "shared-key, bot: has keys for production and development, by their names",
    ]);
    expect(new Set(whole.findings.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ name }) => name)));
    expect([whole.conclusion, whole.fails, whole.notJudged, whole.gaps]).toEqual(["findings", true, [], []]);
  });

  test("says the same where roles stand in the lists of service accounts alone, and asks for these only then", async () => {
    const asked: string[] = [];
    const watch = (path: string) => {
      if (SERVICE_ACCOUNTS.test(path)) asked.push(path);
      return undefined;
    };
    await audit(watch);
    expect(asked).toEqual([]);
    const { requests, ...report } = await audit(watch, { tellsRoles: false });
    expect(asked).toHaveLength(2);
    const { requests: fewer, ...expected } = whole;
    expect(withoutRoles(report)).toEqual(withoutRoles(expected));
    expect(requests - fewer).toBe(2);
  });
});

/** Roles are for a rule, and not for the report. */
function withoutRoles(report: object): unknown {
  return JSON.parse(JSON.stringify(report, (field, value: unknown) => (field === "role" ? undefined : value)));
}

/** Calls, with the rules that rest on their answer. */
const OVER_PROJECTS = RULES.filter(({ over }) => over.includes("project")).map(({ name }) => name);
const CALLS: readonly (readonly [call: string, path: RegExp, rules: readonly string[]])[] = [
  ["projects", /\/organization\/projects$/, OVER_PROJECTS],
  ["keys of projects", /\/projects\/[^/]+\/api_keys$/, OVER_PROJECTS],
  ["Admin API keys", /\/organization\/admin_api_keys$/, ["owner-inactive", "admin-key"]],
  ["service accounts", SERVICE_ACCOUNTS, ["owner-role"]],
  ["spend limits", /\/projects\/[^/]+\/spend_limit$/, ["no-spend-limit"]],
  ["usage", /\/organization\/usage\/completions$/, ["unused", "new-model", "shared-key"]],
  ["usage of embeddings", /\/organization\/usage\/embeddings$/, ["unused", "new-model", "shared-key"]],
  ["costs", /\/organization\/costs$/, ["spike"]],
  ["the audit log", /\/organization\/audit_logs$/, ["broad-scopes"]],
  ["users", /\/organization\/users$/, ["owner-inactive"]],
];

const json = (status: number, body: string) =>
  new Response(body, { status, headers: { "content-type": "application/json", "content-length": `${body.length}` } });
const refusal = (status: number, code: string | null) =>
  json(status, JSON.stringify({ error: { message: "Missing scopes: api.x", type: "invalid_request_error", code } }));
const FAULTS: readonly (readonly [fault: string, answer: () => Response])[] = [
  ["a refusal", () => refusal(403, "missing_scope")],
  ["an unknown address", () => refusal(404, "unknown_url")],
  ["a failure", () => refusal(500, null)],
  ["an empty object", () => json(200, "{}")],
  ["half of an answer", () => json(200, '{"object":"list","data":[')],
  ["a login page", () => new Response("<html></html>", { status: 200, headers: { "content-type": "text/html" } })],
];

describe("an answer that is missing", () => {
  const cases = CALLS.flatMap(([call, path, rules]) =>
    FAULTS.filter(([fault]) => call !== "spend limits" || fault !== "an unknown address").map(
      ([fault, answer]) => [call, fault, path, answer, rules] as const,
    ),
  );

  test.each(
    cases,
  )("of %s (%s) leaves its rules incomplete, and no other passes more", async (_, __, path, answer, rules) => {
    const spoil = (asked: string) => (path.test(asked) ? answer() : undefined);
    const report = await audit(spoil, { tellsRoles: path !== SERVICE_ACCOUNTS });
    const incomplete = new Set(report.notJudged.map(({ rule }) => rule));
    expect(report.conclusion).toBe("incomplete");
    expect([...incomplete]).toEqual(expect.arrayContaining([...rules]));
    for (const { rule, found } of whole.rules) {
      const now = report.rules.find((one) => one.rule === rule);
      if (!incomplete.has(rule)) expect([rule, now?.found]).toEqual([rule, found]);
    }
  });
});
