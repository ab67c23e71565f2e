import { beforeEach, describe, expect, test } from "vitest";
import type { Actor, Impact } from "../../src/domain/impact.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;
let bob: Person;
let web: Project;
let admin: Key;

beforeEach(async () => {
  openai = await startOpenAI();
  acme = openai.organization("acme");
  [ada, bob, web] = [acme.user("Ada"), acme.user("Bob"), acme.project("Web")];
  admin = acme.adminKey(ada, { name: "guard" });
  return () => openai.close();
});

async function impactOf(key: Key, by = admin): Promise<Impact> {
  const clock = new TestClock(new Date("2026-11-21T12:00:00Z"));
  const registry = createOpenAIRegistry(hostOf(openai), new Secret(by.text), { clock });
  const record = (await registry.inventory()).records.find(({ id }) => id === key.id);
  const impact = record && (await registry.impact(record, new Date("2026-11-20T12:00:00Z")));
  if (!impact) throw new Error("nothing was told");
  return impact;
}

const creatorOf = async (key: Key, by = admin) => (await impactOf(key, by)).createdBy;
const logQueries = () =>
  openai.requests.filter(({ path }) => path.endsWith("/audit_logs")).map(({ query }) => new URLSearchParams(query));

describe("who made a key", () => {
  test("is told of a person by the name that some listing has, and else by the id", async () => {
    acme.userKey(web, bob);
    const cleo = acme.user("Cleo");
    const cases: readonly (readonly [Key, Actor])[] = [
      [acme.userKey(web, ada), { kind: "user", id: ada.id, name: "Ada" }],
      [acme.accountKey(web, "bot", { madeBy: bob }), { kind: "user", id: bob.id, name: "Bob" }],
      [acme.accountKey(web, "other bot", { madeBy: cleo }), { kind: "user", id: cleo.id, name: null }],
      [acme.adminKey(ada, { madeBy: bob }), { kind: "user", id: bob.id, name: "Bob" }],
    ];
    for (const [key, creator] of cases) expect(await creatorOf(key)).toEqual(creator);
  });

  test("is told of another key by its name: whoever has that one may have made more", async () => {
    const key = acme.accountKey(web, "bot");
    acme.usageLog.logChange(admin, { at: key.createdAt, what: "api_key.created", id: key.id, name: "x" });
    expect(await creatorOf(key)).toEqual({ kind: "key", id: admin.id, name: "guard" });
  });

  test("is asked of the tenant's log where the organisation's own does not say", async () => {
    acme.usageLog.logsToTenant = true;
    expect(await creatorOf(acme.userKey(web, bob))).toEqual({ kind: "user", id: bob.id, name: "Bob" });
    expect(await creatorOf(acme.adminKey(bob))).toEqual({ kind: "user", id: bob.id, name: "Bob" });
  });

  test("costs one request, which also shows that a log is kept", async () => {
    await creatorOf(acme.userKey(web, ada));
    const queries = logQueries();
    expect(queries).toHaveLength(2);
    expect(queries.map((query) => query.has("resource_ids[]")).toSorted()).toEqual([false, true]);
    expect(queries.map((query) => query.has("actor_ids[]")).toSorted()).toEqual([false, true]);
  });

  test("takes no address and nothing of a machine out of the log", async () => {
    const said = JSON.stringify(await impactOf(acme.accountKey(web, "bot", { madeBy: bob })));
    expect(said).not.toMatch(/@|192\.0\.2/);
    expect(said).toContain(bob.id);
  });
});

describe("who made a key is not told", () => {
  test("where the log is younger than the key, or kept by nobody, or not to be read", async () => {
    const key = acme.accountKey(web, "bot");
    expect(await impactOf(key)).toMatchObject({ changes: [], createdBy: null, untold: [] });
    acme.usageLog.isAuditLogEnabled = false;
    expect(await impactOf(key)).toMatchObject({ changes: null, createdBy: null, untold: [{ because: "off" }] });
    const narrow = acme.adminKey(ada, { scopes: ["api.management.read", "api.usage.read"] });
    expect(await impactOf(key, narrow)).toMatchObject({ createdBy: null, untold: [{ because: "not-permitted" }] });
  });

  const entry = (of: object): Answer => ({
    status: 200,
    body: { object: "list", data: [{ id: "audit_log-1", effective_at: 1, ...of }], has_more: false },
  });
  const actor = { type: "session", session: { user: { id: "user-9" } } };
  const made = (id: string) => ({ type: "api_key.created", "api_key.created": { id } });

  test.each([
    ["an entry of another key", () => entry({ actor, ...made("key_other") })],
    ["an entry that names no key", () => entry({ actor, type: "api_key.created" })],
    ["another event of this key", (id: string) => entry({ actor, type: "api_key.updated", "api_key.updated": { id } })],
    ["nobody as actor", (id: string) => entry(made(id))],
    ["an actor of an unknown kind", (id: string) => entry({ actor: { type: "magic" }, ...made(id) })],
    ["an actor that is a text", (id: string) => entry({ actor: "Ada", ...made(id) })],
    ["entries that are none", () => ({ status: 200, body: { data: [null, 5], has_more: false } })],
    ["a page of HTML", () => ({ status: 200, body: "<html>" })],
    ["a filter that is not known", () => ({ status: 400, body: { error: { message: "No such parameter." } } })],
    ["no answer", () => "reset" as const],
  ] as const)("by %s, and the rest of the impact is", async (_, answer) => {
    const key = acme.accountKey(web, "bot");
    openai.fault(({ path, query }) =>
      path.endsWith("/audit_logs") && query.includes("resource_ids") ? answer(key.id) : null,
    );
    expect(await impactOf(key)).toMatchObject({ requests: 0, changes: [], createdBy: null, untold: [] });
  });

  test.each([
    ["a key without an id", { type: "api_key", api_key: {} }, { kind: "key", id: null, name: null }],
    [
      "a service account without a key",
      { type: "api_key", api_key: { type: "service_account", service_account: { id: "user-9" } } },
      { kind: "service-account", id: "user-9", name: null },
    ],
    ["a person without an id", { type: "session", session: null }, { kind: "user", id: null, name: null }],
  ] as const)("by name where the log has %s", async (_, who, creator) => {
    const key = acme.accountKey(web, "bot");
    openai.fault(({ query }) => (query.includes("resource_ids") ? entry({ actor: who, ...made(key.id) }) : null));
    expect(await creatorOf(key)).toEqual(creator);
  });
});
