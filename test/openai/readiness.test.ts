import { beforeEach, describe, expect, test } from "vitest";
import type { Home } from "../../src/domain/inventory.ts";
import type { Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry, createRegistry } from "../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person } from "../../src/sandbox/openai/organization.ts";
import { runOver } from "../support/one-key.ts";
import { TestClock } from "../support/test-clock.ts";

let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;

beforeEach(async () => {
  openai = await startOpenAI();
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  return () => openai.close();
});

const clock = new TestClock();

function registry(text = acme.adminKey(ada).text): Registry {
  return createOpenAIRegistry({ baseURL: openai.baseURL, timeout: 400 }, new Secret(text), { clock });
}

describe("whether keys may be contained", () => {
  const readiness = async (by: { text: string }) => {
    const one = registry(by.text);
    const { records } = await one.inventory();
    const of = async (kind: Home["kind"]) => {
      const record = records.find(({ home }) => home.kind === kind);
      return record ? await one.readiness(record) : "no record";
    };
    return [await of("project"), await of("organization")];
  };
  const KEYS = "api.organization.projects.api_keys";
  const READ = "api.management.read";

  test.each([
    ["everything", null, ["ready", "ready"]],
    ["to read", [READ], ["read-only", "read-only"]],
    ["to manage", [READ, "api.management.write"], ["ready", "ready"]],
    ["to write keys of projects", [READ, `${KEYS}.write`], ["ready", "read-only"]],
  ] as const)("is asked beforehand: an Admin API key that may do %s", async (_, scopes, expected) => {
    const key = acme.accountKey(acme.project("Web"), "bot");
    const admin = acme.adminKey(ada, { scopes });
    expect(await readiness(admin)).toEqual(expected);
    expect([key.deletedAt, admin.deletedAt]).toEqual([null, null]);
    expect((await registry().inventory()).records.length).toBe(3);
  });

  test("is asked once for all keys of projects, by a request for a key that cannot exist", async () => {
    const web = acme.project("Web");
    for (const name of ["one", "two", "three"]) acme.accountKey(web, name);
    const one = registry();
    const { records } = await one.inventory();
    const asked = await Promise.all(records.map(async (record) => await one.readiness(record)));
    expect(asked).toEqual(["ready", "ready", "ready", "ready"]);
    const writing = openai.requests.filter(({ method }) => method !== "GET");
    expect(writing.map(({ method, path }) => `${method} ${path.slice(0, path.lastIndexOf("/"))}`).toSorted()).toEqual([
      "DELETE /v1/organization/admin_api_keys",
      `DELETE /v1/organization/projects/${web.id}/api_keys`,
    ]);
    for (const { path } of writing) expect(records.some(({ id }) => path.endsWith(id))).toBe(false);
  });

  test.each([
    "reset",
    "hang",
    "html",
    "empty",
    "redirect",
    { status: 200, body: { id: "key_OfNobodyAsksWhetherDeletingIsPermitted", deleted: true } },
    { status: 400, body: { error: { message: "Malformed id.", code: null } } },
    { status: 401, body: "denied" },
    { status: 403, body: { message: "Forbidden" } },
    { status: 403, body: { error: { message: "Not from here.", code: "ip_not_authorized" } } },
    { status: 404, body: "<html>not here</html>" },
    { status: 429, headers: { "retry-after": "0" } },
    { status: 500 },
  ] as const)("is untold, never read-only and never ready, where the answer is no such answer: %o", async (fault) => {
    acme.accountKey(acme.project("Web"), "bot");
    const admin = acme.adminKey(ada);
    openai.fault(({ method }) => (method === "DELETE" ? fault : null));
    expect(await readiness(admin)).toEqual(["untold", "untold"]);
  }, 20_000);

  test("is asked of nobody where nothing is to be contained, and where there is no Admin API key", async () => {
    const key = acme.accountKey(acme.project("Web"), "bot");
    for (const policy of [{ onLeak: "report" }, { dryRun: true }, { maxContained: 0 }] as const) {
      await runOver([{ text: key.text, kind: "service-account" }], registry(), policy);
    }
    expect(openai.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    const { records } = await registry().inventory();
    const none = createRegistry({ baseURL: openai.baseURL, adminKey: null }, { clock });
    for (const record of records) expect(await none.readiness(record)).toBe("untold");
  });
});
