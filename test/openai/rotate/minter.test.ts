import { beforeEach, describe, expect, test } from "vitest";
import type { MintOrder } from "../../../src/domain/key-minter.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createOpenAIMinter } from "../../../src/openai/rotate/minter.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Project } from "../../../src/sandbox/openai/organization.ts";
import { recordOf } from "../../support/facts.ts";
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
  const ada = acme.user("Ada");
  bot = acme.accountKey(web, "bot", { name: "bot", madeBy: ada });
  admin = acme.adminKey(ada);
  return () => openai.close();
});

const minter = (key: Key = admin) => createOpenAIMinter({ baseURL: openai.baseURL }, new Secret(key.text), { clock });
const order = (differing: Partial<MintOrder> = {}): MintOrder => ({
  project: web.id,
  account: bot.owner.person.id,
  name: "bot (replaces key_1 #00000000)",
  scopes: { kind: "some", scopes: ["api.model.read"] },
  expiresIn: 3600,
  ...differing,
});
const isMint = (method: string) => method === "POST";
const mints = () => openai.requests.filter(({ method }) => isMint(method)).length;
const record = (key: Key = bot) =>
  recordOf(key.text, { id: key.id, home: { kind: "project", id: web.id, name: "Web" }, owner: owner(key) });
const owner = ({ owner: { person } }: Key) => ({ kind: "service-account" as const, id: person.id, name: person.name });

/** Answers requests that create keys as told, so many times. */
function faultMints(fault: Fault, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  openai.fault(({ method }) => (isMint(method) && left-- > 0 ? fault : null));
}

describe("creating a key", () => {
  test("gives its text as a secret, with its scopes and its end", async () => {
    const made = await minter().mint(order());
    if (made.kind !== "minted") throw new Error("was not created");
    const { id, secret, expiresAt } = made;
    const key = acme.findKey(secret.reveal());
    expect(key).toMatchObject({ id, name: order().name, scopes: ["api.model.read"], owner: bot.owner });
    expect(expiresAt?.getTime()).toBe((key?.expiresAt ?? 0) * 1000);
    expect(JSON.stringify(made)).not.toContain(secret.reveal().slice(12, -4));
  });

  test("asks for no scopes where it may do everything, never for an empty list, and for no end where it has none", async () => {
    const bodies: unknown[] = [];
    const host = {
      baseURL: openai.baseURL,
      fetch: async (...[address, init]: Parameters<typeof fetch>) => {
        bodies.push(init?.body);
        return await fetch(address, init);
      },
    };
    const all = order({ scopes: { kind: "all" }, expiresIn: null });
    const made = await createOpenAIMinter(host, new Secret(admin.text), { clock }).mint(all);
    expect(bodies.map((body) => JSON.parse(String(body)) as unknown)).toEqual([{ name: order().name }]);
    expect(made).toMatchObject({ kind: "minted", expiresAt: null });
  });

  test("is asked for again after too many requests alone, which made none", async () => {
    faultMints({ status: 429, body: { error: { message: "Too many requests." } }, headers: { "retry-after": "2" } }, 3);
    expect((await minter().mint(order())).kind).toBe("minted");
    expect(mints()).toBe(4);
    expect(web.keys).toHaveLength(2);
    faultMints({ status: 429, body: { error: { message: "Too many requests." } } });
    expect(await minter().mint(order())).toEqual({ kind: "failed", failure: { because: "rate-limited" } });
  });

  test("is not asked for again where that would take longer than a minute", async () => {
    faultMints({ status: 429, body: { error: { message: "Slow down." } }, headers: { "retry-after": "61" } });
    expect(await minter().mint(order())).toEqual({ kind: "failed", failure: { because: "rate-limited" } });
    expect(mints()).toBe(1);
  });

  test("is there where only its answer was lost, and is not asked for again", async () => {
    faultMints("lost-answer");
    expect(await minter().mint(order())).toEqual({ kind: "lost", failure: { because: "network" } });
    expect(mints()).toBe(1);
    expect((await minter().listAccountKeys(web.id, order().account))?.map(({ name }) => name)).toEqual([
      "bot",
      order().name,
    ]);
  });

  test.each<[string, Fault, string]>([
    ["a broken connection", "reset", "network"],
    ["a page of HTML", "html", "not-understood"],
    ["an answer that breaks off", "truncated", "not-understood"],
    ["a server error", { status: 500, body: { error: { message: "failed" } } }, "server-error"],
    ["a proxy's refusal", { status: 502, body: {} }, "server-error"],
    ["nothing", { status: 200, body: {} }, "not-understood"],
    ["no text of a key", { status: 200, body: { id: "key_1", value: "" } }, "not-understood"],
    ["a text that is no key", { status: 200, body: { id: "key_1", value: "x".repeat(164) } }, "not-understood"],
    [
      "the text of an Admin API key",
      { status: 200, body: { id: "key_1", value: createFakeKey("admin", "a") } },
      "not-understood",
    ],
    ["no id", { status: 200, body: { value: createFakeKey("service-account", "a") } }, "not-understood"],
    [
      "an id that is a number",
      { status: 200, body: { id: 7, value: createFakeKey("service-account", "a") } },
      "not-understood",
    ],
    ["a list", { status: 200, body: [] }, "not-understood"],
    ["null", { status: 200, body: "null" }, "not-understood"],
    ["an answer that is cut off", "cut-off", "network"],
    ["a proxy that has too many requests", { status: 429, body: "busy" }, "not-understood"],
    ["a proxy's login", { status: 401, body: "<html>Sign in</html>" }, "not-understood"],
    ["a proxy that knows no such page", { status: 404, body: "<html></html>" }, "not-understood"],
    ["a server that stopped waiting", { status: 408, body: { error: { message: "timed out" } } }, "server-error"],
    ["a redirect", { status: 302, body: {}, headers: { location: "https://example.org/" } }, "not-understood"],
  ])("is never asked for twice: after %s it may have been created", async (_, fault, because) => {
    faultMints(fault);
    expect(await minter().mint(order())).toEqual({ kind: "lost", failure: { because } });
    expect(mints()).toBe(1);
  });

  test("takes no id that could stand for something else in an address", async () => {
    const value = createFakeKey("service-account", "other");
    faultMints({ status: 200, body: { id: "../key", value } });
    expect((await minter().mint(order())).kind).toBe("lost");
  });

  test("says why OpenAI refuses it, with its own word and no other text of the answer", async () => {
    acme.keyPolicy.longestLifetime = 60;
    const refused = (failure: object) => ({ kind: "failed", failure });
    const policy = { because: "refused", code: "expiration_policy_violation" };
    expect(await minter().mint(order())).toEqual(refused(policy));
    acme.keyPolicy.longestLifetime = null;
    const gone = order({ account: "user-none" });
    expect(await minter().mint(gone)).toEqual(refused({ because: "account-gone" }));
    faultMints({ status: 404, body: { error: { message: "Invalid URL (POST /v1/x)", code: null, type: "x" } } }, 1);
    expect(await minter().mint(order())).toEqual(refused({ because: "refused", code: null }));
    const reader = acme.adminKey(acme.user("Bob"), { scopes: ["api.management.read"] });
    expect(await minter(reader).mint(order())).toEqual(refused({ because: "read-only-admin-key" }));
    web.isArchived = true;
    expect(await minter().mint(order())).toEqual(refused({ because: "archived-project" }));
    web.isArchived = false;
    const code = `word ${bot.text}`;
    faultMints({ status: 400, body: { error: { message: bot.text, code, type: "x", param: null } } });
    expect(await minter().mint(order())).toEqual(refused({ because: "refused", code: null }));
  });
});

describe("what is known of keys", () => {
  test("their scopes are those of the last change that tells them; an empty list is everything", async () => {
    const scopes = async () => await minter().readScopes(record());
    expect(await scopes()).toEqual({ kind: "told", value: { kind: "some", scopes: ["api.all"] } });
    const now = () => clock.now().getTime() / 1000;
    acme.usageLog.logUpdate(bot, { by: admin, scopes: ["api.model.read", "api.files.read"], at: now() });
    await clock.sleep(1000);
    acme.usageLog.logUpdate(bot, { by: admin, expires_in_seconds: 60, at: now() });
    const two = { kind: "some", scopes: ["api.model.read", "api.files.read"] };
    expect(await scopes()).toEqual({ kind: "told", value: two });
    await clock.sleep(1000);
    acme.usageLog.logUpdate(bot, { by: admin, scopes: [], at: now() });
    expect(await scopes()).toEqual({ kind: "told", value: { kind: "all" } });
  });

  test.each<[string, object]>([
    ["cannot be read", { "api_key.updated": { changes_requested: { scopes: ["All of them"] } } }],
    ["does not say what changed", { "api_key.updated": {} }],
    ["says no time", { effective_at: null, "api_key.updated": { changes_requested: { scopes: ["api.model.read"] } } }],
  ])("their scopes are unknown where a later change %s", async (_, odd) => {
    await clock.sleep(60_000);
    const at = clock.now().getTime() / 1000;
    acme.usageLog.logUpdate(bot, { by: admin, scopes: ["api.model.read"], at });
    openai.fault(({ path }) => {
      if (!path.endsWith("/audit_logs")) return null;
      return (real) => {
        const { data, ...page } = real.body as { data: Record<string, unknown>[] };
        const [last, ...older] = data;
        const change = {
          ...last,
          ...odd,
          "api_key.updated": { id: bot.id, ...((odd as typeof last)?.["api_key.updated"] as object) },
        };
        return { ...real, body: { ...page, data: [change, ...older] } };
      };
    });
    expect(await minter().readScopes(record())).toEqual({ kind: "untold", because: "no-answer" });
  });

  test("their scopes are those before a change of something else", async () => {
    await clock.sleep(60_000);
    const at = clock.now().getTime() / 1000;
    acme.usageLog.logUpdate(bot, { by: admin, expires_in_seconds: 60, at });
    expect((await minter().readScopes(record())).kind).toBe("told");
  });

  test("their scopes are unknown where the log does not tell them", async () => {
    const silent = acme.accountKey(web, "silent");
    expect(await minter().readScopes(record(silent))).toEqual({ kind: "untold", because: "no-answer" });
    openai.fault(({ path }) =>
      path.endsWith("/audit_logs") ? { status: 403, body: { error: { message: "no" } } } : null,
    );
    expect(await minter().readScopes(record())).toEqual({ kind: "untold", because: "not-permitted" });
    openai.fault(({ path }) => (path.endsWith("/audit_logs") ? "html" : null));
    expect(await minter().readScopes(record())).toEqual({ kind: "untold", because: "unreadable" });
    openai.fault(() => null);
    acme.usageLog.isAuditLogEnabled = false;
    expect((await minter().readScopes(record())).kind).toBe("untold");
  });

  test("those of a service account are listed to the end, whoever may see them, and not at all where that fails", async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      acme.accountKey(web, "bot", { account: bot.owner.person, ownerHasAccess: index !== 3 }),
    );
    acme.accountKey(web, "other");
    const listed = await minter().listAccountKeys(web.id, bot.owner.person.id);
    expect(listed?.map(({ id }) => id)).toEqual([bot, ...many].map(({ id }) => id));
    openai.fault(({ query }) => (query.includes("after=") ? { status: 500, body: {} } : null));
    expect(await minter().listAccountKeys(web.id, bot.owner.person.id)).toBe(null);
    openai.fault(() => (real) => {
      const { data, ...page } = real.body as { data: { owner: object }[] };
      return { ...real, body: { ...page, data: data.map((one, at) => (at === 0 ? { ...one, owner: null } : one)) } };
    });
    expect(await minter().listAccountKeys(web.id, bot.owner.person.id)).toBe(null);
    openai.fault(() => "html");
    expect(await minter().listAccountKeys(web.id, bot.owner.person.id)).toBe(null);
  });

  test("one is read with OpenAI's own time, is gone, or is not known", async () => {
    const reading = await minter().readKey(record());
    expect(reading).toMatchObject({ kind: "there", record: { id: bot.id, name: "bot" } });
    bot.deletedAt = clock.now().getTime();
    expect(await minter().readKey(record())).toEqual({ kind: "gone" });
    openai.fault(() => "reset");
    expect(await minter().readKey(record())).toEqual({ kind: "unknown", because: "network" });
  });
});
