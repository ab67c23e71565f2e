import { beforeEach, describe, expect, test } from "vitest";
import { identify } from "../../src/domain/identity.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import type { Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createRegistry } from "../../src/openai/access/chosen-registry.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { candidate } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;
let web: Project;
let admin: Key;

beforeEach(async () => {
  clock = new TestClock(new Date("2026-11-21T00:00:00Z"));
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  web = acme.project("Web");
  admin = acme.adminKey(ada, { name: "guard" });
  return () => openai.close();
});

function registry(key: Key = admin): Registry {
  return createOpenAIRegistry(hostOf(openai), new Secret(key.text), { clock });
}

async function recordOf(key: Key, from: Registry = registry()): Promise<KeyRecord> {
  const record = (await from.inventory()).records.find(({ id }) => id === key.id);
  if (!record) throw new Error(`${key.id} is not listed`);
  return record;
}

describe("the inventory", () => {
  test("holds every key of every project, archived ones too, of people who left, and the admin keys", async () => {
    const old = acme.project(null, { isArchived: true });
    const keys = [
      acme.userKey(web, ada),
      acme.accountKey(web, "bot"),
      acme.userKey(web, acme.user("Gone"), { ownerHasAccess: false }),
      acme.accountKey(old, "old bot"),
      admin,
    ];
    const { records, gaps } = await registry().inventory();
    expect(gaps).toEqual([]);
    expect(records.map(({ id }) => id).toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
    expect(await recordOf(keys[1] as Key)).toMatchObject({
      home: { kind: "project", id: web.id, name: "Web" },
      owner: { kind: "service-account", name: "bot" },
      createdAt: new Date("2026-01-15T00:00:00Z"),
    });
    expect(await recordOf(admin)).toMatchObject({
      home: { kind: "organization" },
      owner: { kind: "user", id: ada.id },
    });
  });

  test("reads all pages, each once, and asks once for all findings", async () => {
    for (let index = 0; index < 230; index += 1) acme.accountKey(web, `bot ${index}`);
    for (let index = 0; index < 120; index += 1) acme.project(`P${index}`);
    const one = registry();
    const [first, second] = await Promise.all([one.inventory(), one.inventory()]);
    expect(first).toBe(second);
    expect(first.records).toHaveLength(231);
    expect(first.gaps).toEqual([]);
    const asked = openai.requests.map(({ path, query }) => path + query);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(2 + 1 + 3 + 120);
  });

  test("holds nothing of another organisation", async () => {
    const other = openai.organization("other");
    other.userKey(other.project("theirs"), other.user("Eve"));
    expect((await registry().inventory()).records.map(({ id }) => id)).toEqual([admin.id]);
  });

  test("finds a key's record by either form of its visible ends", async () => {
    // The last of a long key's characters tell four bits, the one before them six.
    for (const [redaction, bits] of [
      ["stars", 16],
      ["dots", 10],
    ] as const) {
      acme.redaction = redaction;
      const key = acme.userKey(web, ada);
      const found = candidate({ text: key.text });
      expect(identify(found, await registry().inventory())).toMatchObject({
        kind: "ours",
        chance: acme.keys.filter(({ project }) => project).length / 2 ** bits,
        record: { id: key.id },
      });
    }
  });

  test.each([
    ["html", "openai-address"],
    ["empty", "openai-address"],
    ["truncated", "openai-address"],
    ["reset", "openai-down"],
    ["redirect", "openai-address"],
  ] as const)("a page that is %s is a gap, never an empty list", async (fault, cause) => {
    acme.userKey(web, ada);
    openai.fault(({ path }) => (path.endsWith("/api_keys") ? fault : null));
    const { gaps } = await registry().inventory();
    expect(gaps).toEqual([
      {
        kind: "inventory",
        detail: expect.stringContaining(`Not listed in full: keys of project ${web.id}.`) as string,
        cause,
        covers: ["project"],
      },
    ]);
  });

  test("a listing that leads nowhere or in circles is a gap", async () => {
    const record = { id: web.id, object: "organization.project" };
    for (const body of [
      { data: [], has_more: true },
      { data: [record], has_more: true, last_id: web.id },
      { data: [record] },
      { data: [{ name: "no id" }], has_more: false },
    ]) {
      openai.fault(({ path }) => (path.endsWith("/projects") ? { status: 200, body } : null));
      expect((await registry().inventory()).gaps).toHaveLength(1);
    }
  });
});

describe("trying a key", () => {
  const prove = async (key: Key, text = key.text) => await registry().prove(new Secret(text), await recordOf(key));

  test("a key of ours is proven: OpenAI accepts it for our organisation and its owner", async () => {
    for (const key of [acme.userKey(web, ada), acme.accountKey(web, "bot"), admin]) {
      expect(await prove(key)).toEqual({ validity: { kind: "active", because: "accepted" }, possession: "proven" });
    }
  });

  test("where answers do not name the organisation, /v1/me with our own key does", async () => {
    acme.sendsHeader = false;
    expect((await prove(acme.accountKey(web, "bot"))).possession).toBe("proven");
  });

  test("a decoy with the same ends is refused, and asked twice", async () => {
    const key = acme.accountKey(web, "bot");
    const record = await recordOf(key);
    const before = openai.requests.length;
    const proof = await registry().prove(new Secret(createDecoy(key.text)), record);
    expect(proof).toEqual({ validity: { kind: "inactive", because: "refused" }, possession: "not-accepted" });
    expect(openai.requests.slice(before).map(({ path }) => path)).toEqual(["/v1/me", "/v1/me"]);
  });

  test("a key that works for another organisation or another person is not the record's", async () => {
    const other = openai.organization("other");
    const foreign = other.accountKey(other.project("x"), "theirs");
    const ours = await recordOf(acme.accountKey(web, "bot"));
    expect((await registry().prove(new Secret(foreign.text), ours)).possession).toBe("someone-else");
    const bob = acme.userKey(web, acme.user("Bob"));
    expect((await registry().prove(new Secret(bob.text), await recordOf(acme.userKey(web, ada)))).possession).toBe(
      "someone-else",
    );
  });

  test("a key without a record that works for another organisation is somebody else's; for ours it proves nothing", async () => {
    const other = openai.organization("other");
    const foreign = new Secret(other.accountKey(other.project("x"), "theirs").text);
    const legacy = new Secret(acme.legacyKey(ada).text);
    for (const named of [true, false]) {
      acme.sendsHeader = named;
      other.sendsHeader = named;
      expect((await registry().prove(foreign, null)).possession).toBe("someone-else");
      expect((await registry().prove(legacy, null)).possession).toBe("unnamed");
    }
    const none = createRegistry({ baseURL: openai.baseURL, adminKey: null }, { clock });
    expect((await none.prove(foreign, null)).possession).toBe("unnamed");
  });

  test("a restricted key works; a person's is not proven when it hides whose it is, a service account's is", async () => {
    const scopes = ["api.model.read"];
    const restricted = { kind: "active", because: "restricted" };
    expect(await prove(acme.userKey(web, ada, { scopes }))).toEqual({
      validity: restricted,
      possession: "owner-unnamed",
    });
    expect(await prove(acme.accountKey(web, "bot", { scopes }))).toEqual({
      validity: restricted,
      possession: "proven",
    });
  });

  test("a key that is refused and whose record says that it ended has expired, and is no look-alike for that", async () => {
    const on = (day: string) => Date.parse(`2026-11-${day}T00:00:00Z`) / 1000;
    const key = acme.accountKey(web, "bot", { expiresAt: on("20") });
    const expired = { kind: "inactive", because: "expired" };
    expect(await prove(key)).toEqual({ validity: expired, possession: "not-accepted" });
    const lasting = acme.accountKey(web, "bot", { expiresAt: on("22") });
    expect((await prove(lasting, createDecoy(lasting.text))).validity).toEqual({
      kind: "inactive",
      because: "refused",
    });
  });

  test("a record that says a key ended says nothing against OpenAI, which still takes it", async () => {
    const key = acme.accountKey(web, "bot");
    const ended = { ...(await recordOf(key)), expiresAt: new Date(0) };
    expect(await registry().prove(new Secret(key.text), ended)).toMatchObject({
      validity: { kind: "active" },
      possession: "proven",
    });
  });

  test.each([
    ["ip-not-authorized", "active", "ip-not-authorized"],
    ["wrong-region", "active", "wrong-region"],
    ["rate-limited", "active", "rate-limited"],
    ["no-quota", "active", "no-quota"],
    ["account-deactivated", "inactive", "account-deactivated"],
    ["unsupported-country", "unknown", "unsupported-country"],
  ] as const)("%s is %s, and proves nothing", async (refusedFor, kind, because) => {
    const key = acme.accountKey(web, "bot", { refusedFor });
    expect(await prove(key)).toEqual({ validity: { kind, because }, possession: "not-accepted" });
  });

  test("a key whose owner left, and one of an archived project, sleep", async () => {
    const sleeping = { kind: "inactive", because: "project-dormant" };
    expect((await prove(acme.userKey(web, ada, { ownerHasAccess: false }))).validity).toEqual(sleeping);
    expect((await prove(acme.accountKey(acme.project("old", { isArchived: true }), "bot"))).validity).toEqual(sleeping);
  });

  test.each([
    ["reset", "network"],
    ["html", "unreadable"],
    ["empty", "unreadable"],
    ["truncated", "unreadable"],
    ["redirect", "unreadable"],
    [{ status: 500 }, "server-error"],
    [{ status: 503, body: { error: { code: "server_is_overloaded" } } }, "server-error"],
    [{ status: 401 }, "unreadable"],
    [{ status: 403, body: { error: { message: "Forbidden by proxy" } } }, "unreadable"],
    [{ status: 418 }, "unreadable"],
    [
      {
        status: 401,
        body: { error: { code: "invalid_api_key", message: "Incorrect API key provided: sk-svcac****9999." } },
      },
      "unreadable",
    ],
    [{ status: 401, body: { error: { code: "brand_new_code", message: "Invalid key." } } }, "unreadable"],
  ] as const)("an answer that says nothing of the key is unknown, never dead: %o", async (fault, because) => {
    const key = acme.accountKey(web, "bot");
    const record = await recordOf(key);
    openai.fault(({ path }) => (path === "/v1/me" ? fault : null));
    const proof = await registry().prove(new Secret(key.text), record);
    expect(proof).toEqual({ validity: { kind: "unknown", because }, possession: "not-accepted" });
  });

  test("a refusal that is not repeated does not count", async () => {
    const key = acme.accountKey(web, "bot");
    const record = await recordOf(key);
    const mask = `${key.text.slice(0, 8)}${"*".repeat(key.text.length - 12)}${key.text.slice(-4)}`;
    let times = 0;
    openai.fault(({ path }) => {
      if (path !== "/v1/me") return null;
      times += 1;
      const error = { code: "invalid_api_key", message: `Incorrect API key provided: ${mask}.` };
      return times === 1 ? { status: 401, body: { error } } : null;
    });
    expect((await registry().prove(new Secret(key.text), record)).possession).toBe("proven");
  });
});

test("an address in the environment is not where keys are sent", async () => {
  const key = createFakeKey("project", "z");
  const asked = await registry().prove(new Secret(key), null);
  expect(asked.possession).toBe("not-accepted");
  expect(openai.requests.length).toBeGreaterThan(0);
});
