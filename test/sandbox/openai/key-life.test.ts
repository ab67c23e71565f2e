import OpenAI, { type APIError } from "openai";
import { beforeEach, describe, expect, test } from "vitest";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../../src/sandbox/openai/organization.ts";
import { TestClock } from "../../support/test-clock.ts";

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;
let web: Project;
let admin: Key;

beforeEach(async () => {
  clock = new TestClock();
  openai = await startOpenAI({ propagation: 150, clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  web = acme.project("Web");
  admin = acme.adminKey(ada);
  return () => openai.close();
});

function sdk(key: Key = admin): OpenAI {
  const options = { organization: null, project: null, maxRetries: 0, baseURL: openai.baseURL };
  return new OpenAI({ apiKey: key.text, adminAPIKey: key.text, ...options });
}

const api = () => sdk().admin.organization.projects.apiKeys;
const where = () => ({ project_id: web.id });

/** Unix seconds. */
const now = () => clock.now().getTime() / 1000;

/** The status a key is answered with when it asks for the models. */
async function tried(key: Key): Promise<number> {
  const answer = sdk(key).models.list().asResponse();
  return await answer.then(
    ({ status }) => status,
    (error: APIError) => error.status ?? 0,
  );
}

async function refusalOf(promise: Promise<unknown>): Promise<{ status: number | undefined; message: string }> {
  try {
    await promise;
  } catch (error) {
    return { status: (error as APIError).status, message: (error as APIError).message };
  }
  throw new Error("was not refused");
}

describe("deleting a key", () => {
  test("removes its record at once and stops it a little later", async () => {
    const key = acme.accountKey(web, "bot");
    expect(await api().delete(key.id, where())).toEqual({
      id: key.id,
      object: "organization.project.api_key.deleted",
      deleted: true,
    });
    expect(await refusalOf(api().retrieve(key.id, where()))).toMatchObject({ status: 404 });
    expect(await refusalOf(api().delete(key.id, where()))).toMatchObject({ status: 404 });
    clock.advance(149);
    expect(await tried(key)).toBe(200);
    clock.advance(1);
    expect(await tried(key)).toBe(401);
  });

  test("leaves the service account and its project's other keys", async () => {
    const [key, other] = [acme.accountKey(web, "bot"), acme.accountKey(web, "bot 2")];
    await api().delete(key.id, where());
    expect((await all(api().list(web.id))).map(({ id }) => id)).toEqual([other.id]);
    expect(await all(sdk().admin.organization.projects.serviceAccounts.list(web.id))).toHaveLength(2);
  });

  test("works for admin keys too, also for the one that asks", async () => {
    const { adminAPIKeys } = sdk().admin.organization;
    expect(await adminAPIKeys.delete(admin.id)).toMatchObject({ object: "organization.admin_api_key.deleted" });
    expect(await refusalOf(adminAPIKeys.retrieve(admin.id))).toMatchObject({ status: 404 });
    expect(await tried(admin)).toBe(403);
    clock.advance(150);
    expect(await tried(admin)).toBe(401);
  });

  test("needs the right project", async () => {
    const key = acme.accountKey(acme.project("Other"), "bot");
    expect(await refusalOf(api().delete(key.id, where()))).toMatchObject({ status: 404 });
    expect(key.deletedAt).toBe(null);
  });
});

describe("changing a key", () => {
  test("an empty list of scopes means all permissions, not none", async () => {
    const key = acme.accountKey(web, "bot", { scopes: ["api.files.read"] });
    expect(await tried(key)).toBe(403);
    await api().update(key.id, { ...where(), scopes: [] });
    expect(await tried(key)).toBe(200);
    await api().update(key.id, { ...where(), scopes: ["api.files.read"] });
    expect(await tried(key)).toBe(403);
  });

  test("what is left out stays, and both are changed together", async () => {
    const key = acme.accountKey(web, "bot", { scopes: ["api.all.read"] });
    const record = await api().update(key.id, { ...where(), expires_in_seconds: 3600 });
    expect(key.scopes).toEqual(["api.all.read"]);
    expect(record.expires_at).toBe(now() + 3600);
    expect(JSON.stringify(record)).not.toContain(key.text);
    await api().update(key.id, { ...where(), scopes: ["api.model.read"], expires_in_seconds: 60 });
    expect(key.scopes).toEqual(["api.model.read"]);
    expect(key.expiresAt).toBe(now() + 60);
  });

  test("a key that has expired stays so", async () => {
    const key = acme.accountKey(web, "bot", { expiresAt: now() - 5 });
    expect(await tried(key)).toBe(401);
    const later = api().update(key.id, { ...where(), expires_in_seconds: 3600 });
    expect(await refusalOf(later)).toMatchObject({ status: 400, message: expect.stringContaining("Expired") });
  });

  test.each([
    {},
    { scopes: null },
    { scopes: "api.all.read" },
    { expires_in_seconds: 0 },
    { expires_in_seconds: 31_536_001 },
    { expires_in_seconds: 1.5 },
    { expires_in_seconds: null },
  ])("%j is refused and changes nothing", async (change) => {
    const key = acme.accountKey(web, "bot", { scopes: ["api.files.read"] });
    const refusal = refusalOf(api().update(key.id, { ...where(), ...(change as object) }));
    expect(await refusal).toMatchObject({ status: 400 });
    expect([key.scopes, key.expiresAt]).toEqual([["api.files.read"], null]);
  });
});

test("a key's record shows its last use", async () => {
  const key = acme.accountKey(web, "bot");
  expect((await api().retrieve(key.id, where())).last_used_at).toBe(null);
  await tried(key);
  expect((await api().retrieve(key.id, where())).last_used_at).toBe(now());
});

describe("defects of OpenAI, where a test sets them", () => {
  test("a deletion is answered and not done, for one key or for all", async () => {
    const [defective, plain] = [acme.accountKey(web, "defective"), acme.accountKey(web, "plain")];
    defective.defects.add("deletes-nothing");
    for (const { id } of [defective, plain])
      expect(await api().delete(id, where())).toMatchObject({ id, deleted: true });
    expect([defective.deletedAt === null, plain.deletedAt === null]).toEqual([true, false]);
    acme.defects.add("deletes-nothing");
    const other = acme.accountKey(web, "other");
    await api().delete(other.id, where());
    expect(other.deletedAt).toBe(null);
  });

  test("keys of service accounts stay, as they did before October 2026; keys of people do not", async () => {
    acme.defects.add("keeps-account-keys");
    const [bot, mine] = [acme.accountKey(web, "bot"), acme.userKey(web, ada)];
    expect(await refusalOf(api().delete(bot.id, where()))).toMatchObject({ status: 400 });
    expect(await api().delete(mine.id, where())).toMatchObject({ deleted: true });
    expect(bot.deletedAt).toBe(null);
  });

  test("an update is answered and not made", async () => {
    const key = acme.accountKey(web, "bot");
    key.defects.add("updates-nothing");
    expect(await api().update(key.id, { ...where(), expires_in_seconds: 60 })).toMatchObject({ expires_at: null });
    await api().update(key.id, { ...where(), scopes: ["api.model.read"] });
    expect([key.scopes, key.expiresAt]).toEqual([null, null]);
  });

  test("a deleted key works once again after so many refusals, and then no more", async () => {
    const key = acme.accountKey(web, "bot", { worksAgainAfter: 2 });
    key.deletedAt = 1;
    const statuses = [];
    for (let time = 0; time < 5; time += 1) statuses.push(await tried(key));
    expect(statuses).toEqual([401, 401, 200, 401, 401]);
  });
});

describe("a change that spreads slowly", () => {
  test("of scopes is in the record's log at once, and holds where the key is used later", async () => {
    acme.propagation.scopes = 200;
    const key = acme.accountKey(web, "bot");
    await api().update(key.id, { ...where(), scopes: ["api.files.read"] });
    expect(await tried(key)).toBe(200);
    clock.advance(200);
    expect(await tried(key)).toBe(403);
  });

  test("of the end is in the record at once, and holds where the key is used later", async () => {
    acme.propagation.expiry = 1500;
    const key = acme.accountKey(web, "bot", { expiresAt: now() + 5000 });
    const { expires_at: end } = await api().update(key.id, { ...where(), expires_in_seconds: 1 });
    expect(end).toBe(key.expiresAt);
    clock.advance(1499);
    expect(now()).toBeGreaterThan(end ?? 0);
    expect(await tried(key)).toBe(200);
    clock.advance(1);
    expect(await tried(key)).toBe(401);
  });

  test("of one organisation alone is deleted at its own pace", async () => {
    acme.propagation.deletion = 0;
    const key = acme.accountKey(web, "bot");
    await api().delete(key.id, where());
    expect(await tried(key)).toBe(401);
  });
});

test("the files of a project need a scope of their own, and admin keys have none", async () => {
  const files = (key: Key) =>
    sdk(key)
      .files.list({ limit: 1 })
      .then(
        ({ data }) => data,
        ({ status, message }: APIError) => [status, /Missing scopes: (\S+)\. /.exec(message)?.[1]],
      );
  expect(await files(acme.accountKey(web, "all"))).toEqual([]);
  expect(await files(acme.accountKey(web, "files", { scopes: ["api.files.read"] }))).toEqual([]);
  expect(await files(acme.accountKey(web, "models", { scopes: ["api.model.read"] }))).toEqual([401, "api.files.read"]);
  expect(await files(admin)).toEqual([401, "api.files.read"]);
});

test("changes and deletions are in the audit log, newest first, with what was requested and by whom", async () => {
  const key = acme.accountKey(web, "bot", { madeBy: ada });
  await api().update(key.id, { ...where(), scopes: ["api.model.read"] });
  await api().update(key.id, { ...where(), expires_in_seconds: 3600 });
  await api().delete(key.id, where());
  const entries = await all(sdk().admin.organization.auditLogs.list({ resource_ids: [key.id] }));
  expect(entries.map(({ type }) => type)).toEqual([
    "api_key.deleted",
    "api_key.updated",
    "api_key.updated",
    "api_key.created",
  ]);
  const [deleted, later, sooner, made] = entries;
  expect(deleted).toMatchObject({ actor: { api_key: { id: admin.id } }, "api_key.deleted": { id: key.id } });
  expect(later?.["api_key.updated"]).toEqual({ id: key.id, changes_requested: { expires_in_seconds: 3600 } });
  expect(sooner?.["api_key.updated"]).toEqual({ id: key.id, changes_requested: { scopes: ["api.model.read"] } });
  expect(made?.["api_key.created"]).toEqual({ id: key.id, data: { scopes: ["api.all"] } });
});
