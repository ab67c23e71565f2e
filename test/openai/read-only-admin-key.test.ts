import { beforeEach, describe, expect, test } from "vitest";
import type { KeyKind } from "../../src/domain/candidate.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { hostOf } from "../support/in-process.ts";
import { runOver } from "../support/one-key.ts";
import { TestClock } from "../support/test-clock.ts";

const REFUSED: Outcome = { kind: "refused", because: "read-only-admin-key" };
const PROJECT_KEYS = "api.organization.projects.api_keys";
const READ = "api.management.read";

let openai: OpenAISandbox;
let clock: TestClock;
let acme: Organization;
let ada: Person;
let web: Project;

beforeEach(async () => {
  clock = new TestClock();
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  web = acme.project("Web");
  return () => openai.close();
});

/** The outcomes of a run over these keys, in their order. */
async function outcomesOf(keys: readonly Key[], admin: Key, policy: Partial<Policy> = {}): Promise<readonly Outcome[]> {
  const registry = createOpenAIRegistry(hostOf(openai), new Secret(admin.text), { clock });
  const found = keys.map(({ text }) => ({ text, kind: kindOf(text) }));
  const { findings } = await runOver(found, registry, policy);
  return keys.map(({ text }) => {
    const finding = findings.find(({ fingerprint }) => fingerprint === new Secret(text).fingerprint);
    if (!finding) throw new Error("a key was not found");
    return finding.outcome;
  });
}

/** The kind that a key's prefix tells. */
const kindOf = (text: string): KeyKind =>
  text.startsWith("sk-admin-") ? "admin" : text.startsWith("sk-proj-") ? "project" : "service-account";

const writes = () => openai.requests.filter(({ method }) => method !== "GET");

describe("the first act's refusal tells what the Admin API key may do", () => {
  test.each([
    ["everything", null, ["contained", "contained"]],
    ["to read", [READ], [REFUSED.kind, REFUSED.kind]],
    ["to manage", [READ, "api.management.write"], ["contained", "contained"]],
    ["to write keys of projects", [READ, `${PROJECT_KEYS}.write`], ["contained", REFUSED.kind]],
  ] as const)("one that may do %s", async (_, scopes, kinds) => {
    const keys = [acme.accountKey(web, "bot"), acme.adminKey(ada)];
    const outcomes = await outcomesOf(keys, acme.adminKey(ada, { scopes }));
    expect(outcomes.map(({ kind }) => kind)).toEqual(kinds);
    for (const outcome of outcomes) if (outcome.kind === "refused") expect(outcome).toEqual(REFUSED);
    expect(keys.map(({ deletedAt }) => deletedAt !== null)).toEqual(kinds.map((kind) => kind === "contained"));
  });

  test.each(["quarantine", "expire", "revoke"] as const)("of each key, by one request to %s", async (onLeak) => {
    const keys = ["one", "two", "three"].map((name) => acme.accountKey(web, name));
    const reader = acme.adminKey(ada, { scopes: [READ, "api.audit_logs.read"] });
    expect(await outcomesOf(keys, reader, { onLeak })).toEqual([REFUSED, REFUSED, REFUSED]);
    expect(writes()).toHaveLength(3);
    for (const { deletedAt, scopes, expiresAt } of keys)
      expect([deletedAt, scopes, expiresAt]).toEqual([null, null, null]);
  });

  test("by either status and with or without a code", async () => {
    const key = acme.accountKey(web, "bot");
    for (const [status, code, message] of [
      [403, null, "Missing scopes: api.management.write."],
      [401, null, "Missing scopes: api.management.write."],
      [403, "missing_scope", "No."],
      [401, "missing_scope", "No."],
    ] as const) {
      openai.fault(({ method }) => (method === "GET" ? null : { status, body: { error: { code, message } } }));
      expect(await outcomesOf([key], acme.adminKey(ada))).toEqual([REFUSED]);
    }
    expect(writes()).toHaveLength(4);
  });
});

test.each([
  "reset",
  "html",
  "empty",
  "redirect",
  { status: 400, body: { error: { message: "Malformed id.", code: null } } },
  { status: 401, body: "denied" },
  { status: 403, body: { message: "Forbidden" } },
  { status: 403, body: { error: { message: "Not from here.", code: "ip_not_authorized" } } },
  { status: 404, body: "<html>not here</html>" },
  { status: 429, headers: { "retry-after": "0" } },
  { status: 500 },
] as const)("an answer that names no scope is a failure of this act, and the next key is tried: %o", async (fault) => {
  const keys = [acme.userKey(web, ada), acme.accountKey(web, "bot")];
  openai.fault(({ method, path }) => (method === "DELETE" && path.endsWith(`/${keys[0]?.id}`) ? fault : null));
  const outcomes = await outcomesOf(keys, acme.adminKey(ada));
  expect(outcomes).toMatchObject([{ kind: "failed" }, { kind: "contained" }]);
});

test("nothing is written where nothing is to be contained", async () => {
  const key = acme.accountKey(web, "bot");
  for (const policy of [{ onLeak: "report" }, { dryRun: true }, { maxContained: 0 }] as const) {
    await outcomesOf([key], acme.adminKey(ada), policy);
  }
  expect(writes()).toEqual([]);
});
