import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KeyKind } from "../../src/domain/candidate.ts";
import type { Identity } from "../../src/domain/identity.ts";
import type { OwnershipProof, TryKeys } from "../../src/domain/proof.ts";
import type { Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { stars } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { findingOf, runOver } from "../support/one-key.ts";
import { TestClock } from "../support/test-clock.ts";

/** The word of each verdict; the word says the kind. */
type Word = Validity["because"];

/** An answer to a trial, or one for each time that it is asked. Some quote the key, so that they are made of its text. */
type Plain = Exclude<Fault, (real: Answer) => Answer> | null;
type Reply = Plain | readonly Plain[] | ((text: string) => Plain | readonly Plain[]);

const error = (
  status: number,
  code: string | null,
  { message = "No.", type = "invalid_request_error" } = {},
): Answer => ({
  status,
  headers: { "retry-after": "1" },
  body: { error: { message, type, param: null, code } },
});
const scopes = "You have insufficient permissions for this operation. Missing scopes: api.me.read. Check your role.";
const incorrect = (mask: string) => error(401, "invalid_api_key", { message: `Incorrect API key provided: ${mask}.` });
const another = stars(createFakeKey("named", "?"));
const broke = { type: "insufficient_quota" };

/** Every answer that is known, and some that nobody knows: what they say of the key that was tried. */
const CATALOGUE: readonly (readonly [name: string, reply: Reply, kind: Validity["kind"], because: Word])[] = [
  ["200", null, "active", "accepted"],
  ["401 missing scopes, no code", error(401, null, { message: scopes }), "active", "restricted"],
  ["401 missing_scope", error(401, "missing_scope", { message: scopes }), "active", "restricted"],
  ["403 missing_scope", error(403, "missing_scope", { message: scopes }), "active", "restricted"],
  ["403 missing_scope that names none", error(403, "missing_scope"), "active", "restricted"],
  ["401 ip_not_authorized", error(401, "ip_not_authorized"), "active", "ip-not-authorized"],
  ["401 incorrect_hostname", error(401, "incorrect_hostname"), "active", "wrong-region"],
  ["429 rate_limit_exceeded", error(429, "rate_limit_exceeded", { type: "requests" }), "active", "rate-limited"],
  ["429 slow_down", error(429, "slow_down", { type: "rate_limit_error" }), "active", "rate-limited"],
  ["429 insufficient_quota", error(429, "insufficient_quota", broke), "active", "no-quota"],
  ["429 credit_balance_exhausted", error(429, "credit_balance_exhausted", broke), "active", "no-quota"],
  ["429 organization_spend_limit_exceeded", error(429, "organization_spend_limit_exceeded"), "active", "no-quota"],
  ["429 project_spend_limit_exceeded", error(429, "project_spend_limit_exceeded"), "active", "no-quota"],
  ["429 organization_usage_limit_exceeded", error(429, "organization_usage_limit_exceeded"), "active", "no-quota"],
  ["429 billing_hard_limit_reached", error(429, "billing_hard_limit_reached"), "active", "no-quota"],
  ["429 of a new code, for want of money", error(429, "brand_new_limit", broke), "active", "no-quota"],
  ["401 invalid_api_key, twice", (text) => incorrect(stars(text)), "inactive", "refused"],
  [
    "401 invalid_api_key, dotted",
    (text) => incorrect(`${text.slice(0, 3)}...${text.slice(-3)}`),
    "inactive",
    "refused",
  ],
  ["401 invalid_api_key, once", (text) => [incorrect(stars(text)), null], "active", "accepted"],
  ["401 invalid_api_key, then 500", (text) => [incorrect(stars(text)), { status: 500 }], "unknown", "server-error"],
  ["401 invalid_api_key of another key", incorrect(another), "unknown", "unreadable"],
  ["401 invalid_api_key of another key, once", [incorrect(another), null], "active", "accepted"],
  [
    "401 invalid_api_key of another, then of this",
    (text) => [incorrect(another), incorrect(stars(text)), null],
    "active",
    "accepted",
  ],
  [
    "401 invalid_api_key of another, then twice of this",
    (text) => [incorrect(another), incorrect(stars(text)), incorrect(stars(text))],
    "inactive",
    "refused",
  ],
  [
    "401 invalid_api_key of this, then of another",
    (text) => [incorrect(stars(text)), incorrect(another), incorrect(another)],
    "unknown",
    "unreadable",
  ],
  [
    "401 invalid_api_key of this and of another in turn",
    (text) => [incorrect(stars(text)), incorrect(another), incorrect(stars(text))],
    "unknown",
    "unreadable",
  ],
  ["401 invalid_api_key that quotes none, twice", error(401, "invalid_api_key"), "inactive", "refused"],
  ["401 invalid_api_key that quotes none, once", [error(401, "invalid_api_key"), null], "active", "accepted"],
  [
    "401 invalid_api_key of this, then one that quotes none",
    (text) => [incorrect(stars(text)), error(401, "invalid_api_key")],
    "inactive",
    "refused",
  ],
  ["401 invalid_api_key, then a reset", (text) => [incorrect(stars(text)), "reset"], "unknown", "network"],
  ["401 invalid_api_key, then a login page", (text) => [incorrect(stars(text)), "html"], "unknown", "unreadable"],
  ["a login page, then 401 invalid_api_key", (text) => ["html", incorrect(stars(text))], "unknown", "unreadable"],
  [
    "401 with the key's mask and no code",
    (text) => ({ ...error(401, null, { message: `Incorrect API key provided: ${stars(text)}.` }) }),
    "unknown",
    "unreadable",
  ],
  ["403 invalid_api_key", (text) => ({ ...incorrect(stars(text)), status: 403 }), "unknown", "unreadable"],
  ["401 account_deactivated", error(401, "account_deactivated"), "inactive", "account-deactivated"],
  ["401 invalid_project", error(401, "invalid_project"), "inactive", "project-dormant"],
  ["401 token_invalidated", error(401, "token_invalidated"), "inactive", "token-invalidated"],
  [
    "403 unsupported_country_region_territory",
    error(403, "unsupported_country_region_territory", { type: "request_forbidden" }),
    "unknown",
    "unsupported-country",
  ],
  ["500", error(500, null), "unknown", "server-error"],
  ["500 invalid_api_key", (text) => ({ ...incorrect(stars(text)), status: 500 }), "unknown", "server-error"],
  ["502 as HTML", { status: 502, body: "<html>Bad gateway</html>" }, "unknown", "server-error"],
  ["503 server_is_overloaded", error(503, "server_is_overloaded"), "unknown", "server-error"],
  ["a connection that is reset", "reset", "unknown", "network"],
  ["no answer in time", "hang", "unknown", "network"],
  ["an answer that stops in the middle", "stall", "unknown", "network"],
  ["an answer that is cut off", "cut-off", "unknown", "network"],
  ["a redirect", "redirect", "unknown", "unreadable"],
  ["200 as HTML", "html", "unknown", "unreadable"],
  ["200 with broken JSON", "truncated", "unknown", "unreadable"],
  ["200 with {}", "empty", "unknown", "unreadable"],
  ["200 with null", { status: 200, body: "null" }, "unknown", "unreadable"],
  ["200 with an error in it", { ...error(200, "invalid_api_key") }, "unknown", "unreadable"],
  ["204", { status: 204 }, "unknown", "unreadable"],
  ["400", error(400, null), "unknown", "unreadable"],
  ["401 of nobody's", { status: 401, body: "denied" }, "unknown", "unreadable"],
  ["401 invalid_authentication", error(401, "invalid_authentication"), "unknown", "unreadable"],
  [
    "401 not a member",
    error(401, null, { message: "You must be a member of an organization to use the API." }),
    "unknown",
    "unreadable",
  ],
  ["401 of a new code", error(401, "brand_new_reason"), "unknown", "unreadable"],
  ["403 of a firewall", { status: 403, body: { message: "Forbidden" } }, "unknown", "unreadable"],
  ["404", error(404, null), "unknown", "unreadable"],
  ["407 of a proxy, which fetch takes for no answer", { status: 407 }, "unknown", "network"],
  ["422 of a firewall", { status: 422 }, "unknown", "unreadable"],
  ["429 without a code", { status: 429 }, "unknown", "unreadable"],
  ["429 of a new code", error(429, "brand_new_limit"), "unknown", "unreadable"],
];

type Kind = {
  text: string;
  kind: KeyKind;
  identity: Identity["kind"];
  /** Whose it turns out to be, when it is accepted, and when only a scope is missing. */
  accepted: OwnershipProof;
  restricted: OwnershipProof;
};

let openai: OpenAISandbox;
let registry: Registry;
const kinds = new Map<string, Kind>();

beforeAll(async () => {
  const clock = new TestClock();
  openai = await startOpenAI({ clock });
  const [acme, other] = [openai.organization("acme"), openai.organization("other")];
  const [ada, web] = [acme.user("Ada"), acme.project("Web")];
  const ours = { identity: "ours", accepted: "proven", restricted: "unnamed" } as const;
  const strange = { identity: "foreign", accepted: "someone-else", restricted: "someone-else" } as const;
  const unlisted = { identity: "unchecked", accepted: "unnamed", restricted: "unnamed" } as const;
  const named = { text: createFakeKey("named", "n") };
  const none = { text: createFakeKey("none", "n") };
  kinds
    .set("a person's project key", { text: acme.userKey(web, ada).text, kind: "project", ...ours })
    .set("a service account's key", {
      text: acme.accountKey(web, "bot").text,
      kind: "service-account",
      ...ours,
      restricted: "proven",
    })
    .set("an admin key", { text: acme.adminKey(ada).text, kind: "admin", ...ours })
    .set("a named key", { text: acme.userKey(web, ada, named).text, kind: "named", ...ours })
    .set("a key of no name", { text: acme.userKey(web, ada, none).text, kind: "user", ...ours })
    .set("a legacy key", { text: acme.legacyKey(ada).text, kind: "user", ...unlisted })
    .set("a stranger's key", {
      text: other.accountKey(other.project("x"), "y").text,
      kind: "service-account",
      ...strange,
    });
  const admin = new Secret(acme.adminKey(ada).text);
  const host = hostOf(openai);
  registry = { ...createOpenAIRegistry(host, admin, { clock }), impact: async () => null };
  await registry.inventory();
});

afterAll(() => openai.close());

/** Answers trials of each key by the reply, and counts them. */
function answering(reply: Reply): Map<string, number> {
  const texts = new Map([...kinds.values()].map(({ text }) => [new Secret(text).fingerprint, text]));
  const times = new Map<string, number>();
  openai.fault(({ path, keyFingerprint }) => {
    const text = texts.get(keyFingerprint ?? "");
    if (path !== "/v1/me" || !keyFingerprint || text === undefined) return null;
    const time = times.get(text) ?? 0;
    times.set(text, time + 1);
    const given = typeof reply === "function" ? reply(text) : reply;
    return isSeries(given) ? given[time] : given;
  });
  return times;
}

function isSeries(given: Plain | readonly Plain[]): given is readonly Plain[] {
  return Array.isArray(given);
}

describe.each(["own", "all", "none"] as const)("when %s keys are tried", (tryKeys: TryKeys) => {
  test.each(CATALOGUE)("%s", async (_, reply, kind, because) => {
    const times = answering(reply);
    await Promise.all(
      [...kinds].map(async ([name, one]) => {
        const found = await findingOf(one.text, one.kind, registry, { tryKeys, dryRun: true });
        const isTried = tryKeys === "all" || (tryKeys === "own" && one.identity === "ours");
        const { validity, possession, identity, decision } = found;
        expect({ name, identity: identity.kind }).toEqual({ name, identity: one.identity });
        expect(times.has(one.text), name).toBe(isTried);
        if (!isTried) {
          const known = one.identity === "ours" ? ["active", "listed"] : ["unknown", "not-tried"];
          expect([name, validity.kind, validity.because, possession]).toEqual([name, ...known, "not-tried"]);
          expect(decision.kind, name).toBe("leave");
          return;
        }
        const whose =
          because === "accepted" ? one.accepted : because === "restricted" ? one.restricted : "not-accepted";
        expect([name, validity.kind, validity.because, possession]).toEqual([name, kind, because, whose]);
        expect(decision.kind, name).toBe(whose === "proven" ? "rehearse" : "leave");
      }),
    );
  });
});

test("a record that says so is believed where nothing is tried: expired, or asleep with its owner", async () => {
  openai.fault(null);
  const org = openai.organization("third");
  const [bob, web] = [org.user("Bob"), org.project("Web")];
  const expired = org.userKey(web, bob, { expiresAt: Date.UTC(2026, 10, 20) / 1000 });
  const asleep = org.userKey(web, bob, { ownerHasAccess: false });
  const secret = new Secret(org.adminKey(bob).text);
  const third = createOpenAIRegistry(hostOf(openai), secret, { clock: new TestClock() });
  const said = async ({ text }: { text: string }) =>
    (await findingOf(text, "project", third, { tryKeys: "none" })).validity;
  expect(await said(expired)).toEqual({ kind: "inactive", because: "expired" });
  expect(await said(asleep)).toEqual({ kind: "inactive", because: "project-dormant" });
});

test("a key that is found many times is tried once", async () => {
  const times = answering(null);
  const { text, kind } = kinds.get("a service account's key") as Kind;
  const { findings } = await runOver(
    [
      { text, kind },
      { text, kind },
      { text, kind },
    ],
    registry,
    { dryRun: true },
  );
  expect([findings.length, findings[0]?.sightings.length, times.get(text)]).toEqual([1, 3, 1]);
});

test("nobody at the address, and TLS with who does not speak it, is unknown", async () => {
  openai.fault(null);
  const { text } = kinds.get("a service account's key") as Kind;
  for (const baseURL of ["http://127.0.0.1:1/v1", openai.baseURL.replace("http:", "https:")]) {
    const nowhere = createOpenAIRegistry({ baseURL }, new Secret(createFakeKey("admin", "a")), {
      clock: new TestClock(),
    });
    expect((await nowhere.prove(new Secret(text), null)).validity).toEqual({ kind: "unknown", because: "network" });
  }
});
