import { beforeEach, describe, expect, test } from "vitest";
import type { Home } from "../../src/domain/inventory.ts";
import type { Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createRegistry } from "../../src/openai/access/chosen-registry.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person } from "../../src/sandbox/openai/organization.ts";
import { hostOf } from "../support/in-process.ts";
import { runOver } from "../support/one-key.ts";
import { TestClock } from "../support/test-clock.ts";

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;

async function open(manners: Parameters<typeof startOpenAI>[0] = {}): Promise<void> {
  clock = new TestClock(new Date("2026-11-21T00:00:00Z"));
  openai = await startOpenAI({ ...manners, clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
}

beforeEach(async () => {
  await open();
  return () => openai.close();
});

function registry(
  text = acme.adminKey(ada).text,
  more: Partial<Parameters<typeof createOpenAIRegistry>[2]> = {},
): Registry {
  return createOpenAIRegistry(hostOf(openai), new Secret(text), { clock, ...more });
}

const details = async (of: Registry = registry()) => (await of.inventory()).gaps.map(({ detail }) => detail);
const isListing = ({ path }: { path: string }) => path.endsWith("/api_keys");
const tooMany = (after?: string): Answer => ({
  status: 429,
  ...(after === undefined ? {} : { headers: { "retry-after": after } }),
  body: { error: { code: "rate_limit_exceeded", message: "Slow down.", type: "requests", param: null } },
});

describe("listing the organisation's keys", () => {
  test("is told how far it is, to the end, and without a listener too", async () => {
    for (let index = 0; index < 150; index += 1) acme.project(`P${index}`);
    const heard: (readonly [number, number])[] = [];
    await registry(undefined, { progress: (done, expected) => heard.push([done, expected]) }).inventory();
    expect(heard[0]).toEqual([0, 1]);
    expect(heard.at(-1)).toEqual([152, 152]);
    const before = (index: number) => heard[index - 1] ?? [0, 0];
    const isForward = ([done, expected]: readonly [number, number], index: number) =>
      done <= expected && done >= before(index)[0] && expected >= before(index)[1];
    expect(heard.every(isForward)).toBe(true);
    expect(heard.filter(([done, expected]) => done === expected)).toHaveLength(1);
    const wanted = { baseURL: openai.baseURL, adminKey: new Secret(acme.adminKey(ada).text) };
    let last = [0, 0];
    await createRegistry(wanted, {
      clock,
      progress: (...told) => {
        last = told;
      },
    }).inventory();
    expect(last).toEqual([152, 152]);
  });

  test("is told so ten times a second at most, however many projects there are", async () => {
    await openai.close();
    await open({ latency: 20 });
    for (let index = 0; index < 150; index += 1) acme.project(`P${index}`);
    const heard: number[] = [];
    await registry(undefined, { progress: () => heard.push(clock.elapsed()) }).inventory();
    const pauses = heard.slice(1, -1).map((at, index) => at - (heard[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100);
    expect(heard.length).toBeGreaterThan(3);
  });

  test("knows the organisation by the name in the answers, where they have one", async () => {
    expect((await registry().inventory()).organization).toBe(acme.header);
    acme.sendsHeader = false;
    expect((await registry().inventory()).organization).toBe(null);
  });

  test("is slower where OpenAI asks for it, asks again, and misses nothing", async () => {
    await openai.close();
    await open({ latency: 5, maxConcurrent: 3 });
    for (let index = 0; index < 60; index += 1) acme.accountKey(acme.project(`P${index}`), "bot");
    const { records, gaps } = await registry().inventory();
    expect(gaps).toEqual([]);
    expect(records).toHaveLength(61);
    // What it costs to find the pace out: some requests that were refused, not one more for each.
    expect(openai.requests.length).toBeLessThan(62 * 1.7);
  });

  test("waits as long as it is told to, all of it, and not only the request that was told", async () => {
    for (let index = 0; index < 40; index += 1) acme.project(`P${index}`);
    let refusedAt: number | null = null;
    const early: number[] = [];
    openai.fault((asked) => {
      if (!isListing(asked)) return null;
      if (refusedAt === null) {
        refusedAt = clock.elapsed();
        return tooMany("1");
      }
      early.push(clock.elapsed() - refusedAt);
      return null;
    });
    expect((await registry().inventory()).gaps).toEqual([]);
    expect(early).toHaveLength(40);
    // Those that were under way already may still come; the rest waits.
    expect(early.filter((after) => after < 900).length).toBeLessThanOrEqual(16);
    expect(early.filter((after) => after >= 900).length).toBeGreaterThanOrEqual(24);
  });

  test.each([
    ["a wait that nobody has time for", tooMany("3600")],
    ["a wait without end", tooMany("0")],
  ])("ends with a gap at %s", async (_, answer) => {
    acme.project("Web");
    openai.fault((asked) => (isListing(asked) ? answer : null));
    expect(await details()).toEqual([expect.stringContaining("OpenAI kept asking to slow down (HTTP 429)")]);
    expect(openai.requests.length).toBeLessThan(12);
  });

  test.each([
    "reset",
    "hang",
    "stall",
    { status: 500 },
  ] as const)("ends soon where nobody answers any more, and says of how many projects it knows nothing: %o", async (fault) => {
    for (let index = 0; index < 300; index += 1) acme.project(`P${index}`);
    openai.fault((asked) => (isListing(asked) ? fault : null));
    const gaps = await details(registry());
    expect(clock.elapsed()).toBeLessThan(6000);
    const counted = gaps.map((detail) =>
      Number(/^OpenAI .* Not listed in full: keys of (\d+) projects\.$/.exec(detail)?.[1]),
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(openai.requests.length).toBeLessThan(120);
  });

  test("ends when its time is over, and keeps what it has", async () => {
    await openai.close();
    await open({ latency: 60_000 });
    for (let index = 0; index < 100; index += 1) acme.accountKey(acme.project(`P${index}`), "bot");
    const one = registry();
    const { records, gaps } = await one.inventory();
    expect(records.length).toBeGreaterThan(10);
    expect(records.length).toBeLessThan(100);
    expect(gaps).toHaveLength(1);
  });

  test("ends where pages have no end, though each leads on", async () => {
    const web = acme.project("Web");
    let count = 0;
    openai.fault((asked) => {
      if (!isListing(asked)) return null;
      count += 1;
      return { status: 200, body: { object: "list", data: [{ id: `key_${count}` }], has_more: true } };
    });
    expect(await details()).toContainEqual(
      expect.stringMatching(new RegExp(`there is no last page\\..* Not listed in full: keys of project ${web.id}\\.`)),
    );
    expect(count).toBeLessThan(1100);
  });

  test("leaves out no record for what OpenAI says is required and life leaves out, and says which shows no ends", async () => {
    const web = acme.project("Web");
    const key = acme.userKey(web, ada);
    openai.fault((asked) =>
      isListing(asked)
        ? {
            status: 200,
            body: {
              data: [{ id: "key_bare" }, { id: "key_null", owner: null, redacted_value: "sk-***" }],
              has_more: false,
            },
          }
        : null,
    );
    const { records, gaps } = await registry().inventory();
    expect(gaps).toEqual([
      {
        kind: "inventory",
        detail: expect.stringContaining("shows key_bare, key_null in a form"),
        cause: "unknown-form",
        covers: ["project"],
      },
    ]);
    // What shows no ends may be the key that was found: nobody calls that a stranger's.
    const { findings } = await runOver([{ text: key.text, kind: "project" }], registry());
    expect(findings[0]?.identity).toEqual({ kind: "unchecked", because: "inventory-incomplete" });
    expect(records.filter(({ id }) => id.startsWith("key_bare"))).toEqual([
      {
        id: "key_bare",
        absent: ["createdAt", "lastUsedAt", "expiresAt"],
        name: null,
        redacted: null,
        home: { kind: "project", id: expect.any(String) as string, name: "Web" },
        owner: null,
        createdAt: null,
        lastUsedAt: null,
        expiresAt: null,
        ownerHasAccess: null,
      },
    ]);
  });
});

describe("a listing that is refused", () => {
  const denied: Answer = { status: 403, body: { error: { message: "Missing scopes: api.x.read.", code: null } } };
  const cases = [
    ["admin keys", /\/admin_api_keys$/, ["organization"], "ours", "unchecked"],
    ["projects", /\/projects$/, ["project"], "unchecked", "ours"],
    ["one project's keys", /\/projects\/[^/]+\/api_keys$/, ["project"], "unchecked", "ours"],
    ["everything", /./, ["project", "organization"], "unchecked", "unchecked"],
  ] as const satisfies readonly (readonly [string, RegExp, readonly Home["kind"][], string, string])[];

  test.each(
    cases,
  )("for %s hides the keys that it would have listed, and no others", async (_, path, covers, mine, admins) => {
    const web = acme.project("Web");
    const [key, admin] = [acme.accountKey(web, "bot"), acme.adminKey(ada)];
    openai.fault((asked) => (path.test(asked.path) ? denied : null));
    const { findings, gaps } = await runOver(
      [
        { text: key.text, kind: "service-account" },
        { text: admin.text, kind: "admin" },
      ],
      registry(),
      { tryKeys: "none" },
    );
    expect(gaps).toEqual([expect.objectContaining({ kind: "inventory", covers })]);
    expect(findings.map(({ identity }) => identity.kind)).toEqual([mine, admins]);
  });
});

describe("an Admin API key that is none, or not enough", () => {
  const all = "Not listed in full: projects, admin keys.";

  test("a key of another kind is told so", async () => {
    const web = acme.project("Web");
    for (const [text, prefix] of [
      [acme.userKey(web, ada).text, "sk-proj-"],
      [acme.accountKey(web, "bot").text, "sk-svcacct-"],
      [acme.legacyKey(ada).text, "sk-"],
      [createFakeKey("project", "nobody's"), "sk-proj-"],
    ] as const) {
      expect(await details(registry(text))).toEqual([
        `The key given as Admin API key begins with ${prefix}, and an Admin API key begins with sk-admin-. ${all}`,
      ]);
    }
  });

  test("one that lacks a scope is told which", async () => {
    const { text } = acme.adminKey(ada, { scopes: ["api.usage.read"] });
    expect(await details(registry(text))).toEqual([
      `The Admin API key lacks the permission api.management.read. ${all}`,
    ]);
  });

  test("one that may read keys and not projects is told which scope it lacks", async () => {
    acme.project("Web");
    const { text } = acme.adminKey(ada, { scopes: ["api.organization.projects.api_keys.read"] });
    expect(await details(registry(text))).toEqual([
      expect.stringContaining("lacks the permission api.management.read"),
    ]);
  });

  test.each([
    ["expired", { expiresAt: 1 }, "OpenAI does not know the Admin API key: it is mistyped, expired or revoked."],
    [
      "kept out by its address",
      { refusedFor: "ip-not-authorized" },
      "The organisation's IP allowlist refuses this machine (ip_not_authorized).",
    ],
    [
      "in the wrong country",
      { refusedFor: "unsupported-country" },
      "OpenAI refuses requests from the country of this machine.",
    ],
    [
      "of a closed account",
      { refusedFor: "account-deactivated" },
      "OpenAI deactivated the account of the Admin API key.",
    ],
    [
      "asked for in the wrong region",
      { refusedFor: "wrong-region" },
      "The organisation keeps its data in a region, and the API's address is another region's.",
    ],
  ] as const)("one that is %s is told so", async (_, choices, reason) => {
    expect(await details(registry(acme.adminKey(ada, choices).text))).toEqual([`${reason} ${all}`]);
  });

  test("is said before anything is tried or contained, and no key is taken for a stranger's", async () => {
    const web = acme.project("Web");
    const key = acme.userKey(web, ada);
    for (const text of [
      key.text,
      acme.adminKey(ada, { scopes: ["api.usage.read"] }).text,
      createFakeKey("admin", "x"),
    ]) {
      const { findings, gaps } = await runOver([{ text: key.text, kind: "project" }], registry(text));
      expect(gaps).toHaveLength(1);
      expect(findings[0]).toMatchObject({
        identity: { kind: "unchecked", because: "inventory-incomplete" },
        validity: { kind: "unknown" },
        outcome: { kind: "left" },
      });
    }
    expect(openai.requests.filter(({ method, path }) => method !== "GET" || path === "/v1/me")).toEqual([]);
    expect(key.deletedAt).toBe(null);
  });

  test("one that may only read is found out by the first act, and the key stays as it was", async () => {
    const key = acme.accountKey(acme.project("Web"), "bot");
    const { text } = acme.adminKey(ada, { scopes: ["api.management.read"] });
    const found = [{ text: key.text, kind: "service-account" as const }];
    const { findings } = await runOver(found, registry(text));
    expect(findings[0]).toMatchObject({
      validity: { kind: "active" },
      outcome: { kind: "refused", because: "read-only-admin-key" },
    });
    expect(openai.requests.filter(({ method, path }) => method !== "GET" && path.endsWith(key.id))).toHaveLength(1);
    expect(key.deletedAt).toBe(null);
  });

  test("one of another organisation takes our keys for nobody's, touches none, and tries none", async () => {
    const other = openai.organization("other");
    const { text } = other.adminKey(other.user("Eve"));
    const key = acme.accountKey(acme.project("Web"), "bot");
    const found = [{ text: key.text, kind: "service-account" as const }];
    const { findings } = await runOver(found, registry(text));
    expect(findings[0]).toMatchObject({ identity: { kind: "foreign" }, validity: { kind: "unknown" } });
    expect(openai.requests.some(({ path }) => path === "/v1/me")).toBe(false);
  });

  test("one of another organisation finds out that our keys work for somebody else, where all may be tried", async () => {
    const other = openai.organization("other");
    const { text } = other.adminKey(other.user("Eve"));
    const key = acme.accountKey(acme.project("Web"), "bot");
    for (const named of [true, false]) {
      other.sendsHeader = named;
      const { findings } = await runOver([{ text: key.text, kind: "service-account" }], registry(text), {
        tryKeys: "all",
      });
      expect(findings[0]).toMatchObject({
        identity: { kind: "foreign" },
        validity: { kind: "active" },
        possession: "someone-else",
        outcome: { kind: "left", because: "not-ours" },
      });
    }
  });
});
