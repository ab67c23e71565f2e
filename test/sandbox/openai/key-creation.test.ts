import OpenAI, { type APIError } from "openai";
import { beforeEach, describe, expect, test } from "vitest";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Project } from "../../../src/sandbox/openai/organization.ts";
import { TestClock } from "../../support/test-clock.ts";

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let web: Project;
let bot: Key;
let admin: Key;

beforeEach(async () => {
  clock = new TestClock();
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  web = acme.project("Web");
  bot = acme.accountKey(web, "bot");
  admin = acme.adminKey(acme.user("Ada"));
  return () => openai.close();
});

function sdk(text = admin.text): OpenAI {
  const options = { organization: null, project: null, maxRetries: 0, baseURL: openai.baseURL };
  return new OpenAI({ apiKey: text, adminAPIKey: text, ...options });
}

const keys = (text?: string) => sdk(text).admin.organization.projects.serviceAccounts.apiKeys;
const account = () => bot.owner.person.id;
const where = () => ({ project_id: web.id });
const seconds = () => Math.floor(clock.now().getTime() / 1000);

async function refusalOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: APIError) => thrown,
  );
  return { status: error?.status, code: error?.code };
}

describe("creating a key under a service account", () => {
  test("answers with its text, which works, and lists it without", async () => {
    const asked = { name: "new", scopes: ["api.model.read"], expires_in_seconds: 3600 };
    const made = await keys().create(account(), { ...where(), ...asked });
    expect(made).toMatchObject({ name: "new", created_at: seconds(), expires_at: seconds() + 3600 });
    expect(acme.findKey(made.value)).toMatchObject({ id: made.id, scopes: ["api.model.read"], owner: bot.owner });
    expect((await sdk(made.value).models.list()).data).toHaveLength(1);
    const record = await sdk().admin.organization.projects.apiKeys.retrieve(made.id, where());
    expect(record).toMatchObject({ name: "new", owner: { service_account: { id: account() } } });
    expect(JSON.stringify(record)).not.toContain(made.value);
  });

  test("is logged with the scopes that were asked for, and who asked", async () => {
    const made = await keys().create(account(), { ...where(), scopes: ["api.model.read"] });
    const unscoped = await keys().create(account(), where());
    const { data } = await sdk().admin.organization.auditLogs.list({ resource_ids: [made.id, unscoped.id] });
    expect(data.map((entry) => entry["api_key.created"]?.data)).toEqual([{}, { scopes: ["api.model.read"] }]);
    expect(data.map(({ actor }) => actor?.api_key?.id)).toEqual([admin.id, admin.id]);
  });

  test("with no scopes, or with all of them, may do everything, but never more than its service account", async () => {
    for (const scopes of [[], ["api.all"]]) {
      const { value } = await keys().create(account(), { ...where(), scopes });
      expect((await sdk(value).models.list()).data).toHaveLength(1);
    }
    const { value } = await keys().create(account(), where());
    web.roles.set(account(), "none");
    expect(await refusalOf(sdk(value).models.list())).toEqual({ status: 403, code: "missing_scope" });
  });

  test("makes another key each time it is asked", async () => {
    const [one, other] = [await keys().create(account(), where()), await keys().create(account(), where())];
    expect(one.id).not.toBe(other.id);
    expect(web.accounts).toHaveLength(1);
  });

  test.each([
    ["a name that is too long", { name: "x".repeat(201) }, "invalid_value"],
    ["a scope that is none", { scopes: ["everything"] }, "invalid_scope"],
    ["a scope of Admin API keys", { scopes: ["api.model.read", "api.management.write"] }, "invalid_scope"],
    ["an expiry of nothing", { expires_in_seconds: 0 }, "invalid_value"],
    ["an expiry after more than a year", { expires_in_seconds: 31_536_001 }, "invalid_value"],
  ])("is refused with %s", async (_, asked, code) => {
    expect(await refusalOf(keys().create(account(), { ...where(), ...asked }))).toEqual({ status: 400, code });
    expect(web.keys).toEqual([bot]);
  });

  test("is refused where a policy says so: without an end, with a later one, or altogether", async () => {
    acme.keyPolicy.longestLifetime = 86_400;
    const refused = { status: 400, code: "expiration_policy_violation" };
    expect(await refusalOf(keys().create(account(), where()))).toEqual(refused);
    expect(await refusalOf(keys().create(account(), { ...where(), expires_in_seconds: 86_401 }))).toEqual(refused);
    expect(await keys().create(account(), { ...where(), expires_in_seconds: 86_400 })).toHaveProperty("value");
    acme.keyPolicy.forbidsKeys = true;
    const disabled = { status: 403, code: "api_keys_disabled" };
    expect(await refusalOf(keys().create(account(), { ...where(), expires_in_seconds: 60 }))).toEqual(disabled);
  });

  test("is refused for an account that there is not, in an archived project, and to keys that may not", async () => {
    expect(await refusalOf(keys().create("user-none", where()))).toMatchObject({ status: 404 });
    expect(await refusalOf(keys(bot.text).create(account(), where()))).toMatchObject({ status: 403 });
    const reader = acme.adminKey(acme.user("Bob"), { scopes: ["api.management.read"] });
    expect(await refusalOf(keys(reader.text).create(account(), where()))).toMatchObject({ code: "missing_scope" });
    const narrow = acme.adminKey(acme.user("Cy"), {
      scopes: ["api.organization.projects.service_accounts.write"],
    });
    expect(await keys(narrow.text).create(account(), where())).toHaveProperty("value");
    web.isArchived = true;
    const archived = { status: 400, code: "project_archived" };
    expect(await refusalOf(keys().create(account(), where()))).toEqual(archived);
  });
});

describe("a key that was just created", () => {
  test("is refused until it has spread", async () => {
    acme.propagation.creation = 2000;
    const { value } = await keys().create(account(), where());
    expect(await refusalOf(sdk(value).models.list())).toMatchObject({ status: 401 });
    await clock.sleep(2000);
    expect((await sdk(value).models.list()).data).toHaveLength(1);
  });

  test("shows its use as late as records do", async () => {
    acme.propagation.use = 60_000;
    const { id, value } = await keys().create(account(), where());
    const read = async () => (await sdk().admin.organization.projects.apiKeys.retrieve(id, where())).last_used_at;
    const used = seconds();
    await sdk(value).models.list();
    expect(await read()).toBe(null);
    await clock.sleep(60_000);
    await sdk(value).models.list();
    expect(await read()).toBe(used);
    await clock.sleep(60_000);
    expect(await read()).toBe(used + 60);
  });
});
