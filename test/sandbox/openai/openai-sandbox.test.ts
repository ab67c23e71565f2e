import OpenAI from "openai";
import { beforeEach, describe, expect, test } from "vitest";
import { computeFingerprint } from "../../../src/domain/secret.ts";
import { createDecoy, createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../../src/sandbox/openai/organization.ts";
import { stars } from "../../support/facts.ts";

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;
let web: Project;
let admin: Key;

beforeEach(async () => {
  openai = await startOpenAI({ propagation: 120 });
  acme = openai.organization("acme");
  ada = acme.user("Ada Byron");
  web = acme.project("Web");
  admin = acme.adminKey(ada, { name: "guard" });
  return () => openai.close();
});

type Heard = { status: number; headers: Headers; body: Record<string, unknown>; error: Record<string, unknown> };

async function ask(key: Key | string | null, path: string, init: RequestInit = {}): Promise<Heard> {
  const headers = key === null ? {} : { authorization: `Bearer ${typeof key === "string" ? key : key.text}` };
  const response = await fetch(openai.baseURL + path, { ...init, headers });
  const body = (await response.json()) as Heard["body"];
  return { status: response.status, headers: response.headers, body, error: (body["error"] ?? {}) as Heard["error"] };
}

function sdk(key: Key = admin): OpenAI {
  const options = { organization: null, project: null, maxRetries: 0, baseURL: openai.baseURL };
  return new OpenAI({ apiKey: key.text, adminAPIKey: key.text, ...options });
}

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const keysOf = (project: Project) => `/organization/projects/${project.id}/api_keys`;

describe("what the Admin API lists", () => {
  test("OpenAI's own client pages through projects, keys and admin keys", async () => {
    for (let index = 0; index < 45; index += 1) acme.accountKey(web, `bot ${index}`);
    for (let index = 0; index < 21; index += 1) acme.adminKey(ada);
    const { projects, adminAPIKeys, users } = sdk().admin.organization;
    const keys = await all(projects.apiKeys.list(web.id, { limit: 20 }));
    expect(keys.map(({ id }) => id)).toEqual(acme.keys.filter(({ project }) => project).map(({ id }) => id));
    expect(await all(adminAPIKeys.list())).toHaveLength(22);
    expect((await all(adminAPIKeys.list({ order: "desc" }))).at(-1)?.id).toBe(admin.id);
    expect(await all(users.list())).toMatchObject([{ name: "Ada Byron", email: "ada.byron@example.org" }]);
    expect(await all(projects.serviceAccounts.list(web.id))).toHaveLength(45);
    expect(openai.requests.filter(({ path }) => path.endsWith(`${web.id}/api_keys`))).toHaveLength(3);
  });

  test("archived projects are listed on request, and a project may have no name", async () => {
    const old = acme.project(null, { isArchived: true });
    const { projects } = sdk().admin.organization;
    expect(ids(await all(projects.list()))).toEqual([web.id]);
    expect(ids(await all(projects.list({ include_archived: true })))).toEqual([web.id, old.id]);
    expect(await projects.retrieve(old.id)).toMatchObject({ name: null, status: "archived" });
  });

  test("keys of people who left are listed only on request", async () => {
    const here = acme.userKey(web, ada);
    const gone = acme.userKey(web, acme.user("Gone"), { ownerHasAccess: false });
    const listed = async (query: string) =>
      ((await ask(admin, `${keysOf(web)}${query}`)).body["data"] as { id: string }[]).map(({ id }) => id);
    expect(await listed("")).toEqual([here.id]);
    expect(await listed("?owner_project_access=active")).toEqual([here.id]);
    expect(await listed("?owner_project_access=inactive")).toEqual([gone.id]);
    expect(await listed("?owner_project_access=any")).toEqual([here.id, gone.id]);
    expect((await ask(admin, `${keysOf(web)}?owner_project_access=all`)).status).toBe(400);
  });

  test("a key is shown by its two ends, in either of the two forms, and never whole", async () => {
    const key = acme.userKey(web, ada, { name: "laptop", expiresAt: 1_900_000_000 });
    const shown = async (one: Key) => {
      const path = one.isAdmin ? `/organization/admin_api_keys/${one.id}` : `${keysOf(web)}/${one.id}`;
      return (await ask(admin, path)).body["redacted_value"];
    };
    expect([await shown(key), await shown(admin)]).toEqual([stars(key.text), stars(admin.text)]);
    acme.redaction = "dots";
    const dotted = [`sk-...${key.text.slice(-3)}`, `${admin.text.slice(0, 8)}...${admin.text.slice(-3)}`];
    expect([await shown(key), await shown(admin)]).toEqual(dotted);
    const { body } = await ask(admin, `${keysOf(web)}/${key.id}`);
    expect(body).toMatchObject({
      name: "laptop",
      expires_at: 1_900_000_000,
      owner: { type: "user", user: { id: ada.id } },
    });
    expect(JSON.stringify(body)).not.toContain(key.text.slice(8, -4));
  });

  test("a legacy key works and stands in no listing", async () => {
    const legacy = acme.legacyKey(ada);
    expect((await ask(legacy, "/models")).status).toBe(200);
    expect((await ask(admin, keysOf(web))).body["data"]).toEqual([]);
    expect(await all(sdk().admin.organization.adminAPIKeys.list())).toHaveLength(1);
    expect((await ask(legacy, "/organization/projects")).error["message"]).toContain("api.management.read");
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=ten", "limit"],
    ["after=key_nobody", "after"],
  ])("a page of ?%s is refused", async (query, param) => {
    const { status, error } = await ask(admin, `${keysOf(web)}?${query}`);
    expect([status, error["param"]]).toEqual([400, param]);
  });

  test("an address that OpenAI does not have is 404, in OpenAI's words", async () => {
    for (const [method, path] of [
      ["GET", "/organization/nowhere"],
      ["POST", "/organization/projects"],
      ["PUT", `${keysOf(web)}/key_1`],
      ["GET", "/chat"],
    ] as const) {
      const { status, error } = await ask(admin, path, { method });
      expect([status, error["message"]]).toEqual([404, `Invalid URL (${method} /v1${path})`]);
      expect(error).toMatchObject({ type: "invalid_request_error", param: null, code: null });
    }
  });
});

describe("who may ask what", () => {
  test("a key nobody has is refused with its mask, and a short text in full", async () => {
    const nobody = createFakeKey("project", "nobody");
    const { status, error } = await ask(nobody, "/models");
    expect([status, error["code"]]).toEqual([401, "invalid_api_key"]);
    expect(error["message"]).toContain(`Incorrect API key provided: ${stars(nobody)}.`);
    expect((await ask("short", "/me")).error["message"]).toContain("provided: short.");
    expect((await ask(null, "/me")).error["message"]).toContain("You didn't provide an API key.");
  });

  test("a look-alike with the same ends is refused", async () => {
    const key = acme.userKey(web, ada);
    expect((await ask(key, "/me")).status).toBe(200);
    expect((await ask(createDecoy(key.text), "/me")).error["code"]).toBe("invalid_api_key");
  });

  test("a project's key may not use the Admin API, and an admin key not the models", async () => {
    const key = acme.userKey(web, ada);
    const wrong = await ask(key, "/organization/projects");
    expect([wrong.status, wrong.error["message"]]).toEqual([
      403,
      expect.stringContaining("Missing scopes: api.management.read. "),
    ]);
    const models = await ask(admin, "/models");
    expect([models.status, models.error["message"]]).toEqual([403, expect.stringContaining("api.model.read")]);
    expect((await ask(admin, "/me")).status).toBe(200);
  });

  test("a read-only admin key may list and not delete", async () => {
    const reader = acme.adminKey(ada, { scopes: ["api.management.read"] });
    const key = acme.userKey(web, ada);
    expect((await ask(reader, keysOf(web))).status).toBe(200);
    const { status, error } = await ask(reader, `${keysOf(web)}/${key.id}`, { method: "DELETE" });
    expect([status, error["message"]]).toEqual([403, expect.stringContaining("api.management.write")]);
    expect(key.deletedAt).toBe(null);
  });

  test("the narrow scope for keys is enough for keys, and for nothing else", async () => {
    const narrow = acme.adminKey(ada, { scopes: ["api.organization.projects.api_keys.write"] });
    const key = acme.userKey(web, ada);
    expect((await ask(narrow, `${keysOf(web)}/${key.id}`, { method: "DELETE" })).status).toBe(200);
    expect((await ask(narrow, `/organization/admin_api_keys/${admin.id}`, { method: "DELETE" })).status).toBe(403);
    expect((await ask(narrow, keysOf(web))).status).toBe(403);
  });

  test("the answer to a restricted key names what it lacks: 401 for me, 403 for models", async () => {
    const restricted = acme.accountKey(web, "bot", { scopes: ["api.files.read"] });
    const [me, models] = [await ask(restricted, "/me"), await ask(restricted, "/models")];
    expect([me.status, models.status]).toEqual([401, 403]);
    for (const { error } of [me, models]) expect(error["message"]).toMatch(/Missing scopes: api\.\w+\.read\./);
    const reader = acme.accountKey(web, "reader", { scopes: ["api.model.read"] });
    expect((await ask(reader, "/models")).status).toBe(200);
  });

  test.each([
    ["ip-not-authorized", 401, "ip_not_authorized"],
    ["account-deactivated", 401, "account_deactivated"],
    ["no-quota", 429, "insufficient_quota"],
    ["rate-limited", 429, "rate_limit_exceeded"],
    ["wrong-region", 401, "incorrect_hostname"],
    ["unsupported-country", 403, "unsupported_country_region_territory"],
  ] as const)("a key that exists may be refused: %s", async (refusedFor, status, code) => {
    const key = acme.userKey(web, ada, { refusedFor });
    const answer = await ask(key, "/me");
    expect([answer.status, answer.error["code"]]).toEqual([status, code]);
    key.refusedFor = null;
    expect((await ask(key, "/me")).status).toBe(200);
  });

  test("keys of archived projects and of people who left sleep, and expired ones are refused", async () => {
    const old = acme.project("Old", { isArchived: true });
    for (const key of [acme.accountKey(old, "bot"), acme.userKey(web, ada, { ownerHasAccess: false })]) {
      expect((await ask(key, "/me")).error["code"]).toBe("invalid_project");
    }
    expect((await ask(acme.userKey(web, ada, { expiresAt: 1 }), "/me")).status).toBe(401);
  });

  test("me tells who a person is, and of a service account its organisation", async () => {
    const [person, bot] = [acme.userKey(web, ada), acme.accountKey(web, "bot")];
    expect((await ask(person, "/me")).body).toMatchObject({
      object: "user",
      id: ada.id,
      email: "ada.byron@example.org",
      orgs: { object: "list", data: [{ id: acme.id }] },
    });
    expect((await ask(bot, "/me")).body).toMatchObject({ email: null, orgs: { data: [{ id: acme.id }] } });
  });

  test("another organisation's key works for that organisation alone", async () => {
    const elsewhere = openai.organization("stranger");
    const theirs = elsewhere.userKey(elsewhere.project("Theirs"), elsewhere.user("Eve"));
    const { headers } = await ask(theirs, "/me");
    expect(headers.get("openai-organization")).toBe(elsewhere.header);
    expect(elsewhere.header).not.toBe(acme.header);
    expect((await ask(admin, keysOf(theirs.project as Project))).status).toBe(404);
  });
});

describe("the audit log", () => {
  const logged = async (query: string) => {
    const { status, body } = await ask(admin, `/organization/audit_logs?${query}`);
    return status === 200 ? (body["data"] as { type: string; [type: string]: unknown }[]) : status;
  };

  test("tells of each key that a person made, who it was", async () => {
    const [own, bots] = [acme.userKey(web, ada), acme.accountKey(web, "bot", { madeBy: ada })];
    acme.accountKey(web, "nobody's");
    acme.legacyKey(ada);
    expect(await logged("")).toHaveLength(3);
    for (const { id } of [own, bots, admin]) {
      expect(await logged(`resource_ids[]=${id}&event_types[]=api_key.created`)).toMatchObject([
        { type: "api_key.created", "api_key.created": { id }, actor: { session: { user: { id: ada.id } } } },
      ]);
      expect(await logged(`resource_ids[]=${id}&event_types[]=api_key.deleted`)).toEqual([]);
      expect(await logged(`resource_ids[]=${id}&actor_ids[]=${id}`)).toEqual([]);
    }
    expect(await logged(`actor_ids[]=${ada.id}&limit=2`)).toHaveLength(2);
    acme.usageLog.isAuditLogEnabled = false;
    expect(await logged("")).toEqual([]);
  });

  test("shows what is the tenant's to those who ask for that alone", async () => {
    acme.usageLog.logsToTenant = true;
    const key = acme.userKey(web, ada);
    const type = "tenant.project_api_key.created";
    expect(await logged(`resource_ids[]=${key.id}`)).toEqual([]);
    expect(await logged(`resource_ids[]=${key.id}&tenant_only=true`)).toMatchObject([{ type, [type]: { id: key.id } }]);
    expect(await logged(`event_types[]=${type}`)).toBe(400);
    expect(await logged("event_types[]=api_key.created&tenant_only=true")).toBe(400);
  });
});

test("every answer carries the headers OpenAI's do, and names the organisation when it is set to", async () => {
  const [good, bad] = [await ask(admin, "/me"), await ask("nobody", "/me")];
  for (const { headers } of [good, bad]) {
    expect(headers.get("openai-version")).toBe("2020-10-01");
    expect(headers.get("openai-processing-ms")).toMatch(/^\d+$/);
  }
  expect(good.headers.get("x-request-id")).not.toBe(bad.headers.get("x-request-id"));
  expect([good, bad].map(({ headers }) => headers.get("openai-organization"))).toEqual([acme.header, null]);
  acme.sendsHeader = false;
  expect((await ask(admin, "/me")).headers.get("openai-organization")).toBe(null);
});

test("requests are recorded with the fingerprint of the key and never with its text", async () => {
  await ask(admin, "/organization/projects?limit=1");
  await ask(null, "/me");
  expect(openai.requests).toEqual([
    {
      method: "GET",
      path: "/v1/organization/projects",
      query: "?limit=1",
      keyFingerprint: computeFingerprint(admin.text),
    },
    { method: "GET", path: "/v1/me", query: "", keyFingerprint: null },
  ]);
});

describe("what an audit asks of it", () => {
  const start_time = Math.floor(Date.UTC(2026, 9, 1) / 1000);

  test("usage is grouped by key and model, and leads on page by page", async () => {
    const [one, two] = [acme.accountKey(web, "one"), acme.accountKey(web, "two")];
    acme.usageLog.addDailyUse(one, { at: start_time + 5 * 86_400, days: 3, model: "gpt-a", requests: 4 });
    acme.usageLog.addUse(two, { at: start_time + 4 * 86_400, model: "gpt-b" });
    const { usage } = sdk().admin.organization;
    const query = { start_time, end_time: start_time + 6 * 86_400, limit: 4, group_by: ["api_key_id" as const] };
    const first = await usage.completions({ ...query, group_by: ["api_key_id", "model"] });
    expect([first.data.length, first.has_more]).toEqual([4, true]);
    const next = await usage.completions({
      ...query,
      group_by: ["api_key_id", "model"],
      page: first.next_page ?? "none",
    });
    expect([next.data.length, next.has_more, next.next_page]).toEqual([2, false, null]);
    expect(next.data[0]?.results).toMatchObject([
      { api_key_id: one.id, model: "gpt-a", num_model_requests: 4 },
      { api_key_id: two.id, model: "gpt-b", num_model_requests: 1 },
    ]);
    const costs = await usage.costs({ ...query, limit: 31 });
    expect(costs.data[4]?.results).toMatchObject([{ api_key_id: one.id }, { api_key_id: two.id }]);
    await expect(usage.costs({ ...query, group_by: ["user_id"] })).rejects.toMatchObject({ status: 400 });
  });

  test("a project has a spend limit in cents, or none: 404", async () => {
    const { projects } = sdk().admin.organization;
    await expect(projects.spendLimit.retrieve(web.id)).rejects.toMatchObject({ status: 404, code: "not_found" });
    web.spendLimit = 12_500;
    expect(await projects.spendLimit.retrieve(web.id)).toEqual({
      object: "project.spend_limit",
      threshold_amount: 12_500,
      currency: "USD",
      interval: "month",
      enforcement: { status: "inactive" },
    });
  });

  test("service accounts have roles, and a key shows that of its own", async () => {
    const first = acme.accountKey(web, "boss", { role: "owner" });
    const { person: account } = first.owner;
    acme.accountKey(web, "boss", { account });
    const { projects } = sdk().admin.organization;
    expect(await all(projects.serviceAccounts.list(web.id))).toMatchObject([{ id: account.id, role: "owner" }]);
    const owner = { service_account: { id: account.id, role: "owner" } };
    expect(await all(projects.apiKeys.list(web.id))).toMatchObject([{ owner }, { owner }]);
  });

  test("whoever left is no user any more, and their keys of projects do not work", async () => {
    const eve = acme.user("Eve");
    const key = acme.userKey(web, eve);
    acme.leave(eve);
    const { users, projects } = sdk().admin.organization;
    expect(await all(users.list())).toMatchObject([{ id: ada.id }]);
    expect(await all(projects.apiKeys.list(web.id, { owner_project_access: "inactive" }))).toMatchObject([
      { id: key.id, owner_project_access: "inactive" },
    ]);
    expect((await ask(key, "/models")).error).toMatchObject({ code: "invalid_project" });
  });

  test("the audit log is listed by types, page by page, and acts of admin keys stand under the default project", async () => {
    const standard = acme.project("Default project", { isDefault: true });
    const keys = Array.from({ length: 25 }, (_, index) => acme.accountKey(web, `bot ${index}`, { madeBy: ada }));
    acme.usageLog.logChange(admin, { at: admin.createdAt, what: "project.created", id: "proj_1", name: "New" });
    const { auditLogs } = sdk().admin.organization;
    const made = await all(auditLogs.list({ event_types: ["api_key.created"], limit: 10 }));
    expect(made).toHaveLength(keys.length + 1);
    expect(openai.requests.filter(({ path }) => path.endsWith("/audit_logs"))).toHaveLength(3);
    const [act] = await all(auditLogs.list({ actor_ids: [admin.id] }));
    expect(act).toMatchObject({ type: "project.created", project: { id: standard.id, name: "Default project" } });
  });

  test("each right is refused by its own name", async () => {
    const reader = acme.adminKey(ada, { scopes: ["api.management.read"] });
    const { usage, auditLogs, projects, users } = sdk(reader).admin.organization;
    const missing = (scope: string) => ({ status: 403, message: expect.stringContaining(scope) as unknown });
    await expect(usage.completions({ start_time })).rejects.toMatchObject(missing("api.usage.read"));
    await expect(usage.costs({ start_time })).rejects.toMatchObject(missing("api.usage.read"));
    await expect(auditLogs.list()).rejects.toMatchObject(missing("api.audit_logs.read"));
    expect(await all(users.list())).toHaveLength(1);
    expect(await all(projects.serviceAccounts.list(web.id))).toEqual([]);
    const narrow = acme.adminKey(ada, { scopes: ["api.usage.read"] });
    await expect(sdk(narrow).admin.organization.projects.spendLimit.retrieve(web.id)).rejects.toMatchObject(
      missing("api.management.read"),
    );
  });
});
