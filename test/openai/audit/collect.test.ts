import { beforeEach, describe, expect, test } from "vitest";
import type { AuditFacts, AuditSource } from "../../../src/domain/audit-facts.ts";
import { Secret } from "../../../src/domain/secret.ts";
import type { Host } from "../../../src/openai/client.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person } from "../../../src/sandbox/openai/organization.ts";
import { createUsedOrganization } from "../../../src/sandbox/openai/used-organization.ts";
import { hostOf } from "../../support/in-process.ts";
import { TestClock } from "../../support/test-clock.ts";

const ALL: readonly AuditSource[] = ["usage", "costs", "audit-log", "users", "service-accounts", "spend-limits"];
const NOON = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400;

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;

beforeEach(async () => {
  clock = new TestClock(NOON);
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  return () => openai.close();
});

async function collect({ sources = ALL, scopes = null as readonly string[] | null } = {}): Promise<AuditFacts> {
  const { text } = acme.adminKey(ada, { scopes });
  return await createOpenAIRegistry(hostOf(openai), new Secret(text), { clock }).collectFacts(new Set(sources));
}

/** Noon so many days before today, in unix seconds. */
const daysAgo = (days: number) => NOON.getTime() / 1000 - days * DAY;

describe("the use of all keys", () => {
  test("is told by key, model and whole day of UTC, and that of today by itself", async () => {
    const web = acme.project("Web");
    const [one, two] = [acme.accountKey(web, "one"), acme.accountKey(web, "two")];
    acme.usageLog.addUse(one, { at: daysAgo(30), requests: 7, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1), requests: 2, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1) + 60, requests: 3, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1), requests: 5, model: "embed", endpoint: "embeddings" });
    acme.usageLog.addUse(two, { at: daysAgo(0) - 3_600, requests: 9 });
    acme.usageLog.addUse(two, { at: daysAgo(31), requests: 4 });
    const { usage } = await collect();
    if (usage.kind === "untold") throw new Error(usage.because);
    expect([usage.value.days.length, usage.value.days[0], usage.value.days.at(-1)]).toEqual([
      30,
      "2026-10-22",
      "2026-11-20",
    ]);
    expect([...usage.value.byKey]).toEqual([
      [
        one.id,
        [
          { day: "2026-10-22", model: "gpt-a", requests: 7 },
          { day: "2026-11-20", model: "gpt-a", requests: 5 },
          { day: "2026-11-20", model: "embed", requests: 5 },
        ],
      ],
    ]);
    expect([...usage.value.today]).toEqual([[two.id, 9]]);
  });

  test("costs ten requests with what all keys cost, however many keys there are", async () => {
    const web = acme.project("Web");
    for (let index = 0; index < 60; index += 1) {
      acme.usageLog.addUse(acme.accountKey(web, `bot ${index}`), { at: daysAgo(2), cost: index });
    }
    const facts = await collect({ sources: ["usage", "costs"] });
    expect(facts.usage.kind === "told" && facts.usage.value.byKey.size).toBe(60);
    expect(facts.costs.kind === "told" && facts.costs.value.byKey.get(acme.keys[40]?.id ?? "")).toEqual([
      { day: "2026-11-19", usd: 40 },
    ]);
    expect(openai.requests.filter(({ path }) => /\/(?:usage|costs)/.test(path))).toHaveLength(10);
    expect(facts.requests).toBe(openai.requests.length);
  });
});

test("what no rule needs is not asked, and is not told as none", async () => {
  acme.accountKey(acme.project("Web"), "bot");
  acme.tellsRoles = false;
  const { users, usage, costs, scopes, projects, requests } = await collect({ sources: [] });
  const untold = { kind: "untold", because: "not-asked" };
  expect([users, usage, costs, scopes, projects[0]?.accounts[0]?.role, projects[0]?.hasHardLimit]).toEqual(
    Array.from({ length: 6 }, () => untold),
  );
  expect(requests).toBe(3);
});

describe("what keys may do", () => {
  const scopesOf = ({ scopes }: AuditFacts) => {
    if (scopes.kind === "untold") throw new Error(scopes.because);
    return scopes.value;
  };

  test("is what the newest entry with scopes says, and an empty list is everything", async () => {
    const web = acme.project("Web");
    const [narrowed, widened] = [acme.userKey(web, ada), acme.userKey(web, ada, { scopes: ["api.model.request"] })];
    const silent = acme.accountKey(web, "older than the log");
    const at = daysAgo(2);
    acme.usageLog.logDashboardUpdate(narrowed, { by: ada, scopes: ["api.model.read"], at });
    acme.usageLog.logUpdate(narrowed, { by: ada, expires_in_seconds: 60, at: at + 60 });
    acme.usageLog.logDashboardUpdate(widened, { by: ada, scopes: [], at });
    const scopes = scopesOf(await collect());
    expect([scopes.get(narrowed.id), scopes.get(widened.id), scopes.get(silent.id)]).toEqual([
      ["api.model.read"],
      [],
      undefined,
    ]);
  });

  test("is not known where the newest entry with scopes cannot be read, whatever the older ones say", async () => {
    const key = acme.userKey(acme.project("Web"), ada, { scopes: ["api.model.request"] });
    acme.usageLog.logDashboardUpdate(key, { by: ada, scopes: ["All of them"], at: daysAgo(1) });
    expect(scopesOf(await collect()).get(key.id)).toBe(undefined);
  });

  test("is read page by page until nothing is unknown, and no further than a hundred pages", async () => {
    const key = acme.userKey(acme.project("Web"), ada);
    const other = acme.userKey(acme.project("Batch"), ada, { createdAt: daysAgo(300) });
    for (let index = 0; index < 250; index += 1) {
      acme.usageLog.logDashboardUpdate(key, { by: ada, scopes: ["api.model.read"], at: daysAgo(1) + index });
    }
    const pages = () => openai.requests.filter(({ query }) => query.includes("event_types")).length;
    expect(scopesOf(await collect()).get(other.id)).toEqual(["api.all"]);
    expect(pages()).toBe(3);
    for (let index = 0; index < 10_000; index += 1) {
      acme.usageLog.logDashboardUpdate(key, { by: ada, scopes: ["api.model.read"], at: daysAgo(1) + index });
    }
    expect(scopesOf(await collect()).get(other.id)).toBe(undefined);
    expect(pages()).toBe(103);
  });

  test("is untold where the log is off, or may not be read", async () => {
    acme.userKey(acme.project("Web"), ada);
    const facts = await collect({ scopes: ["api.management.read", "api.usage.read"] });
    expect(facts.scopes).toEqual({ kind: "untold", because: "not-permitted" });
    expect([facts.usage.kind, facts.users.kind]).toEqual(["told", "told"]);
    acme.usageLog.isAuditLogEnabled = false;
    expect((await collect()).scopes).toEqual({ kind: "untold", because: "off" });
  });

  test("has nothing to tell where the log is on and nobody has made a key since", async () => {
    const admin = acme.adminKey(ada);
    acme.usageLog.auditLog.length = 0;
    acme.usageLog.logChange(admin, { at: daysAgo(1), what: "project.created", id: "proj_1", name: "New" });
    const { text } = admin;
    const facts = await createOpenAIRegistry(hostOf(openai), new Secret(text), { clock }).collectFacts(new Set(ALL));
    expect(scopesOf(facts).size).toBe(0);
  });
});

describe("projects", () => {
  const find = ({ projects }: AuditFacts, id: string) => projects.find((project) => project.id === id);

  const rolesOf = (facts: AuditFacts, { id }: { id: string }) =>
    find(facts, id)?.accounts.map(({ name, role }) => [name, role.kind === "told" ? role.value : role.because]);
  const askedForAccounts = () => openai.requests.filter(({ path }) => path.endsWith("/service_accounts"));

  test("tell the service accounts that own their keys by these keys alone, with roles", async () => {
    const web = acme.project("Web");
    const boss = acme.accountKey(web, "boss", { role: "owner" });
    acme.accountKey(web, "boss", { account: boss.owner.person });
    acme.accountKey(web, "bot");
    acme.accountKey(web, "was here", { expiresAt: daysAgo(1) });
    acme.userKey(web, ada);
    const old = acme.project("Old", { isArchived: true });
    const facts = await collect({ sources: ["service-accounts"] });
    expect(rolesOf(facts, web)).toEqual([
      ["boss", "owner"],
      ["bot", "member"],
    ]);
    expect(askedForAccounts()).toEqual([]);
    expect(find(facts, old.id)).toMatchObject({ isArchived: true, accounts: [] });
    expect(find(facts, web.id)).toMatchObject({ isArchived: false, hasHardLimit: { because: "not-asked" } });
  });

  test("tell roles by their list, to its end, where a key leaves its account's out", async () => {
    const [web, batch] = [acme.project("Web"), acme.project("Batch")];
    for (let index = 0; index < 120; index += 1) acme.accountKey(web, `bot ${index}`);
    acme.accountKey(web, "boss", { role: "owner" });
    acme.userKey(batch, ada);
    acme.tellsRoles = false;
    const facts = await collect({ sources: ["service-accounts"] });
    expect([rolesOf(facts, web)?.length, rolesOf(facts, web)?.at(-1)]).toEqual([121, ["boss", "owner"]]);
    expect(
      rolesOf(facts, web)
        ?.slice(0, 120)
        .every(([, role]) => role === "member"),
    ).toBe(true);
    // Nobody is asked about projects in which no service account has a key.
    expect(askedForAccounts().map(({ path }) => path.includes(web.id))).toEqual([true, true]);
  });

  test("tell no role where the list does not have the account either", async () => {
    const web = acme.project("Web");
    acme.accountKey(web, "bot");
    web.accounts.length = 0;
    acme.tellsRoles = false;
    expect(rolesOf(await collect({ sources: ["service-accounts"] }), web)).toEqual([["bot", null]]);
  });

  test("tell whether they have a spend limit", async () => {
    const [web, batch] = [acme.project("Web", { spendLimit: 10_000 }), acme.project("Batch")];
    const facts = await collect({ sources: ["spend-limits"] });
    expect(find(facts, web.id)?.hasHardLimit).toEqual({ kind: "told", value: true });
    expect(find(facts, batch.id)?.hasHardLimit).toEqual({ kind: "told", value: false });
  });

  test("in a part of the organisation that refuses are untold one by one", async () => {
    const [web, batch] = [acme.project("Web"), acme.project("Batch")];
    for (const project of [web, batch]) acme.accountKey(project, "bot");
    acme.tellsRoles = false;
    openai.fault(({ path }) => (path.endsWith(`${web.id}/service_accounts`) ? { status: 500 } : null));
    const facts = await collect({ sources: ["service-accounts"] });
    expect(rolesOf(facts, web)).toEqual([["bot", "no-answer"]]);
    expect(rolesOf(facts, batch)).toEqual([["bot", "member"]]);
  });

  test("of a sort that nobody answers do not keep keys from being listed", async () => {
    for (let index = 0; index < 60; index += 1) acme.accountKey(acme.project(`P${index}`), "bot");
    acme.tellsRoles = false;
    openai.fault(({ path }) => (path.endsWith("/service_accounts") ? { status: 503 } : null));
    const facts = await collect({ sources: ["service-accounts"] });
    expect([facts.gaps, facts.keys.length]).toEqual([[], 61]);
    for (const project of facts.projects) expect(rolesOf(facts, project)).toEqual([["bot", "no-answer"]]);
    expect(facts.requests).toBeLessThan(200);
  });
});

test("people who left are not among the users, however many pages there are", async () => {
  const eve = acme.user("Eve");
  for (let index = 0; index < 230; index += 1) acme.user(`Person ${index}`);
  acme.leave(eve);
  const { users } = await collect({ sources: ["users"] });
  if (users.kind === "untold") throw new Error(users.because);
  expect([users.value.size, users.value.has(ada.id), users.value.has(eve.id)]).toEqual([231, true, false]);
});

test("searches count as use on days alone on which there is no other", async () => {
  const key = acme.accountKey(acme.project("Web"), "bot");
  acme.usageLog.addUse(key, { at: daysAgo(2), requests: 3, model: "gpt-a" });
  acme.usageLog.addUse(key, { at: daysAgo(2), requests: 3, endpoint: "web_search_calls", model: "gpt-a" });
  acme.usageLog.addUse(key, { at: daysAgo(1), requests: 4, endpoint: "file_search_calls" });
  const { usage } = await collect({ sources: ["usage"] });
  expect(usage.kind === "told" && usage.value.byKey.get(key.id)).toEqual([
    { day: "2026-11-19", model: "gpt-a", requests: 3 },
    { day: "2026-11-20", model: null, requests: 4 },
  ]);
});

test("an audit is told how far it is as the inventory is, and keeps its list for what follows", async () => {
  for (let index = 0; index < 30; index += 1) acme.accountKey(acme.project(`P${index}`), "bot");
  const heard: (readonly [number, number])[] = [];
  const registry = createOpenAIRegistry(hostOf(openai), new Secret(acme.adminKey(ada).text), {
    clock,
    progress: (done, expected) => heard.push([done, expected]),
  });
  await registry.collectFacts(new Set(ALL));
  expect(heard.at(-1)?.[0]).toBe(heard.at(-1)?.[1]);
  expect(heard.filter(([done, expected]) => done === expected)).toHaveLength(1);
  const asked = openai.requests.length;
  expect((await registry.inventory()).records).toHaveLength(31);
  expect(openai.requests).toHaveLength(asked);
});

describe("over a real connection", () => {
  const asked = async (sources: readonly AuditSource[]) =>
    await createOpenAIRegistry(openai, new Secret(acme.adminKey(ada).text), { clock }).collectFacts(new Set(sources));

  test("an audit is told the same as in this process", async () => {
    const { organization, person } = createUsedOrganization(openai, "used", { projects: 3, keys: 2, days: 5 });
    const key = new Secret(organization.adminKey(person).text);
    const collectBy = async (host: Host) => await createOpenAIRegistry(host, key, { clock }).collectFacts(new Set(ALL));
    const facts = await collectBy(openai);
    const other = await collectBy(hostOf(openai));
    const withoutUse = ({ keys, ...rest }: AuditFacts) => ({ ...rest, keys: keys.length });
    expect(withoutUse(facts)).toEqual(withoutUse(other));
    expect(facts.usage.kind === "told" && facts.usage.value.byKey.size).toBe(6);
  });

  test.each(["reset", "cut-off", "truncated", "html"] as const)("usage that ends in %s is untold", async (fault) => {
    openai.fault(({ path }) => (path.endsWith("/completions") ? fault : null));
    const because = fault === "reset" || fault === "cut-off" ? "no-answer" : "unreadable";
    const { usage, costs } = await asked(["usage", "costs"]);
    expect([usage, costs.kind]).toEqual([{ kind: "untold", because }, "told"]);
  });

  test("an answer that breaks off and comes again is counted once", async () => {
    acme.usageLog.addUse(acme.accountKey(acme.project("Web"), "bot"), { at: daysAgo(2), requests: 7 });
    let times = 0;
    openai.fault(({ path }) => {
      if (!path.endsWith("/completions")) return null;
      times += 1;
      return times === 1
        ? (real) => ({ ...real, headers: { ...real.headers, "content-length": "100000", connection: "close" } })
        : null;
    });
    const { usage } = await asked(["usage"]);
    expect(usage.kind === "told" && [...usage.value.byKey.values()]).toEqual([
      [{ day: "2026-11-19", model: "gpt-5", requests: 7 }],
    ]);
  });
});
