import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RotationTarget, StoreResult } from "../../../src/domain/rotation-target.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createOctokit } from "../../../src/github/client.ts";
import { checkSecret } from "../../../src/github/secrets/check-secret.ts";
import type { GitHubTarget } from "../../../src/github/secrets/secret-place.ts";
import { writeSecret } from "../../../src/github/secrets/write-secret.ts";
import type { Answer } from "../../../src/sandbox/answer.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { computeId } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { TokenOptions } from "../../../src/sandbox/github/tokens.ts";
import { TestClock } from "../../support/test-clock.ts";

const shop = { owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" };
const REPOSITORY = { kind: "github", ...shop, environment: null } as const;
const PRODUCTION = { kind: "github", ...shop, environment: "eu/production" } as const;
const ORGANIZATION = { kind: "github-org", org: "acme", secret: "OPENAI_API_KEY" } as const;
const DEPENDABOT = { kind: "dependabot", ...shop } as const;
const CODESPACES = { kind: "codespaces", ...shop } as const;
const PLACES: readonly (readonly [string, GitHubTarget])[] = [
  ["a repository", REPOSITORY],
  ["an environment", PRODUCTION],
  ["an organisation", ORGANIZATION],
  ["Dependabot", DEPENDABOT],
  ["Codespaces", CODESPACES],
];

const KEY = createFakeKey("service-account", "new");
const secret = new Secret(KEY);

let github: GitHubSandbox;
let clock: TestClock;
/** How many requests were made before the test. */
let made = 0;

beforeAll(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  await github.repository("acme/shop");
  await github.repository("acme/web");
  github.environment("acme/shop", "eu/production");
});
afterAll(() => github.close());

beforeEach(() => {
  github.fault(null);
  for (const [, target] of PLACES) github.removeSecret(target);
  made = github.requests.length;
});

const EVERY = {
  secrets: "write",
  environments: "write",
  "organization-secrets": "write",
  "dependabot-secrets": "write",
  "codespaces-secrets": "write",
} as const;

async function connect(options: Partial<TokenOptions> = {}) {
  const token = github.token({ repo: "acme/shop", kind: "fine-grained", permissions: EVERY, ...options });
  return await createOctokit({ apiUrl: github.apiUrl, token }, { clock });
}

type Choice = Partial<TokenOptions> & { create?: boolean; isCancelled?: () => boolean };

async function check(target: GitHubTarget, { create = false, ...options }: Choice = {}) {
  return await checkSecret(await connect(options), target, { create });
}

async function store(target: GitHubTarget, { create = false, isCancelled = () => false, ...options }: Choice = {}) {
  return await writeSecret(await connect(options), target, secret, { create, clock, isCancelled });
}

const putOld = (target: RotationTarget, options = {}) => {
  github.storeSecret(target, "old", options);
  clock.advance(60_000);
};
const valueOf = (target: RotationTarget) => github.readSecret(target)?.value;
const isPut = ({ method }: { method: string }) => method === "PUT";
const puts = () => github.requests.slice(made).filter(isPut).length;
const failed = (because: string, mayBeStored: boolean): StoreResult =>
  expect.objectContaining({ kind: "failed", because, mayBeStored }) as StoreResult;

/** The first PUT goes wrong in this way. */
function failFirstPut(fault: Fault): void {
  let count = 0;
  github.fault((request) => (isPut(request) && count++ === 0 ? fault : null));
}

describe("the key is written to", () => {
  test.each(PLACES)("%s, in place of the old one", async (_, target) => {
    putOld(target, { visibility: "private" });
    expect(await check(target)).toEqual({ kind: "ready", exists: true });
    expect([valueOf(target), puts()]).toEqual(["old", 0]);
    expect(await store(target)).toEqual({ kind: "stored", verified: true });
    expect(valueOf(target)).toBe(KEY);
  });

  test.each(PLACES.filter(([, { kind }]) => kind !== "github-org"))("%s that has none, if asked", async (_, target) => {
    expect(await check(target)).toEqual({ kind: "failed", because: "no-secret" });
    expect(await store(target)).toEqual(failed("no-secret", false));
    expect(await check(target, { create: true })).toEqual({ kind: "ready", exists: false });
    expect(await store(target, { create: true })).toEqual({ kind: "stored", verified: true });
    expect(valueOf(target)).toBe(KEY);
  });

  test("an organisation that has none, not even if asked: nobody said who may see it", async () => {
    expect(await check(ORGANIZATION, { create: true })).toEqual({ kind: "failed", because: "no-secret" });
    expect(await store(ORGANIZATION, { create: true })).toEqual(failed("no-secret", false));
    expect(puts()).toBe(0);
  });
});

function onePerPage(query: string): Answer {
  const page = Number(new URLSearchParams(query).get("page"));
  const ids = ["acme/shop", "acme/web"].map(computeId).slice(page - 1, page);
  return { status: 200, body: { total_count: 2, repositories: ids.map((id) => ({ id })) } };
}

describe("who may see an organisation's secret stays as it is", () => {
  test.each(["all", "private"] as const)("%s", async (visibility) => {
    putOld(ORGANIZATION, { visibility });
    expect(await store(ORGANIZATION)).toEqual({ kind: "stored", verified: true });
    expect(github.readSecret(ORGANIZATION)).toMatchObject({ value: KEY, visibility });
  });

  test("chosen repositories, also where they fill several pages", async () => {
    const repositoryIds = ["acme/shop", "acme/web"].map(computeId);
    putOld(ORGANIZATION, { visibility: "selected", repositoryIds });
    github.fault(({ path, query }) => (path.endsWith("/repositories") ? onePerPage(query) : null));
    expect(await store(ORGANIZATION)).toEqual({ kind: "stored", verified: true });
    expect(github.readSecret(ORGANIZATION)).toMatchObject({ value: KEY, visibility: "selected", repositoryIds });
  });

  test("and where GitHub does not list all of them, nothing is written", async () => {
    putOld(ORGANIZATION, { visibility: "selected", repositoryIds: [computeId("acme/shop"), computeId("acme/web")] });
    github.fault(({ path }) =>
      path.endsWith("/repositories") ? { status: 200, body: { total_count: 2, repositories: [{ id: 1 }] } } : null,
    );
    expect(await store(ORGANIZATION)).toEqual(failed("not-understood", false));
    expect(puts()).toBe(0);
  });
});

describe("a lost answer", () => {
  /** The change is made, and its answer lost. */
  const swallowAnswer: Fault = () => ({ status: 502, headers: { "content-type": "text/html" }, body: "<html>" });

  test("is settled by what GitHub shows, and the value is not sent twice", async () => {
    putOld(REPOSITORY);
    failFirstPut(swallowAnswer);
    expect(await store(REPOSITORY)).toEqual({ kind: "stored", verified: true });
    expect([valueOf(REPOSITORY), puts()]).toEqual([KEY, 1]);
  });

  test.each<Fault>([
    "reset",
    { status: 502, body: "<html>" },
    "html",
  ])("of what did not arrive is sent again", async (fault) => {
    putOld(REPOSITORY);
    failFirstPut(fault);
    expect(await store(REPOSITORY)).toEqual({ kind: "stored", verified: true });
    expect([valueOf(REPOSITORY), puts()]).toEqual([KEY, 2]);
  });

  test("that stays lost is said to be one", async () => {
    putOld(REPOSITORY);
    github.fault((request) => (isPut(request) ? { status: 503, body: "" } : null));
    expect(await store(REPOSITORY)).toEqual(failed("server-error", true));
    expect(puts()).toBe(3);
    let isDown = false;
    github.fault((request) => {
      isDown ||= isPut(request);
      return isDown ? "reset" : null;
    });
    expect(await store(REPOSITORY)).toEqual(failed("network", true));
  });

  test("of a value that GitHub does not show to be new is no proof", async () => {
    // In the same second as its last change: the times that GitHub shows have no finer parts.
    github.storeSecret(REPOSITORY, "old");
    github.fault((request) => (request.method === "GET" ? (real) => keepTime(real) : null));
    expect(await store(REPOSITORY)).toEqual({ kind: "stored", verified: false });
  });
});

function keepTime(real: Answer): Answer {
  const body = real.body as Record<string, unknown> | undefined;
  return body && "updated_at" in body ? { ...real, body: { ...body, updated_at: "2026-11-20T10:00:00Z" } } : real;
}

describe("a public key", () => {
  test("that GitHub replaced in between is read again, once", async () => {
    putOld(REPOSITORY);
    let count = 0;
    github.fault((request) => {
      if (!isPut(request) || count++ > 0) return null;
      github.replacePublicKey(REPOSITORY);
      return null;
    });
    expect(await store(REPOSITORY)).toEqual({ kind: "stored", verified: true });
    expect([valueOf(REPOSITORY), puts()]).toEqual([KEY, 2]);
    github.fault((request) => {
      if (isPut(request)) github.replacePublicKey(REPOSITORY);
      return null;
    });
    expect(await store(REPOSITORY)).toEqual(failed("refused", false));
    expect(puts()).toBe(4);
  });

  test.each([
    { key_id: "1", key: "short" },
    { key_id: "", key: Buffer.alloc(32).toString("base64") },
    { key: Buffer.alloc(32).toString("base64") },
    {},
  ])("of another shape seals nothing: %o", async (body) => {
    putOld(REPOSITORY);
    github.fault(({ path }) => (path.endsWith("/public-key") ? { status: 200, body } : null));
    expect(await check(REPOSITORY)).toEqual({ kind: "failed", because: "not-understood" });
    expect(await store(REPOSITORY)).toEqual(failed("not-understood", false));
    expect(puts()).toBe(0);
  });
});

describe("a missing permission is named", () => {
  test.each([
    [REPOSITORY, "Secrets: write"],
    [PRODUCTION, "Environments: write and Secrets: write"],
    [ORGANIZATION, "Organization secrets: write"],
    [DEPENDABOT, "Dependabot secrets: write"],
    [CODESPACES, "Codespaces secrets: write"],
  ] as const)("%o", async (target, permission) => {
    putOld(target, { visibility: "all" });
    for (const token of [{ kind: "job" }, { permissions: {} }] as const) {
      expect(await check(target, token)).toEqual({ kind: "failed", because: "not-permitted", permission });
      expect(await store(target, token)).toEqual({
        kind: "failed",
        because: "not-permitted",
        permission,
        mayBeStored: false,
      });
    }
    expect(valueOf(target)).toBe("old");
  });

  test("also when only writing is refused", async () => {
    putOld(REPOSITORY);
    const reader = { permissions: { secrets: "read" } } as const;
    expect(await check(REPOSITORY, reader)).toEqual({ kind: "ready", exists: true });
    expect(await store(REPOSITORY, reader)).toMatchObject({ because: "not-permitted", mayBeStored: false });
  });

  test("and one that is not known here, as GitHub names it; what is no permission is not repeated", async () => {
    const refuse = (accepted: string) =>
      github.fault(() => ({
        status: 403,
        headers: { "x-accepted-github-permissions": accepted },
        body: { message: "Resource not accessible by integration" },
      }));
    refuse("secrets=write; vault_items=write");
    expect(await check(REPOSITORY)).toMatchObject({ permission: "Secrets: write and Vault items: write" });
    refuse("::set-output name=x::y");
    expect(await check(REPOSITORY)).toMatchObject({ permission: "Secrets: write" });
  });
});

describe("what keeps a key from being stored is found before there is one", () => {
  const refusal = (status: number, message: string): Answer => ({ status, body: { message } });

  test.each<[string, Fault, string]>([
    ["a token that has ended", refusal(401, "Bad credentials"), "bad-token"],
    ["single sign-on", refusal(403, "Resource protected by organization SAML enforcement."), "kept-out"],
    ["a limit", refusal(429, "Too many"), "rate-limited"],
    ["an outage", refusal(503, "down"), "server-error"],
    ["no network", "reset", "network"],
    ["a login page", "html", "not-understood"],
    ["nothing", "empty", "not-understood"],
  ])("%s", async (_, fault, because) => {
    putOld(REPOSITORY);
    github.fault(() => fault);
    expect(await check(REPOSITORY)).toEqual({ kind: "failed", because });
    expect(await store(REPOSITORY)).toEqual(failed(because, false));
    expect(puts()).toBe(0);
  });

  test("a repository, an environment and an organisation that there is not", async () => {
    const nowhere = [
      { ...REPOSITORY, repo: "none" },
      { ...PRODUCTION, environment: "none" },
      { ...ORGANIZATION, org: "none" },
    ] as const;
    for (const target of nowhere) {
      expect(await check(target, { create: true })).toEqual({ kind: "failed", because: "not-found" });
      expect(await store(target, { create: true })).toMatchObject({ kind: "failed", mayBeStored: false });
    }
  });

  test("a repository that is archived, or has another name today", async () => {
    await github.repository("acme/old", { isArchived: true });
    const old = { ...REPOSITORY, repo: "old" } as const;
    putOld(old);
    expect(await check(old, { repo: "acme/old" })).toEqual({ kind: "failed", because: "archived" });
    expect(await store(old, { repo: "acme/old" })).toEqual(failed("archived", false));
    await github.repository("acme/before");
    await github.rename("acme/before", "acme/after");
    const moved = { repo: "acme/after", organization: "acme" };
    const before = { ...REPOSITORY, repo: "before" } as const;
    expect(await check(before, moved)).toEqual({ kind: "failed", because: "moved", to: "acme/after" });
  });

  test("a place that has no room for one more", async () => {
    for (let count = 0; count < 100; count += 1) github.storeSecret({ ...REPOSITORY, secret: `S${count}` }, "x");
    expect(await check(REPOSITORY, { create: true })).toEqual({ kind: "failed", because: "too-many" });
    expect(await check({ ...REPOSITORY, secret: "S0" })).toEqual({ kind: "ready", exists: true });
    for (let count = 0; count < 100; count += 1) github.removeSecret({ ...REPOSITORY, secret: `S${count}` });
  });
});

test("a limit is waited for, as long as GitHub says", async () => {
  putOld(REPOSITORY);
  failFirstPut({ status: 429, headers: { "retry-after": "7" }, body: { message: "Too many" } });
  expect(await store(REPOSITORY)).toEqual({ kind: "stored", verified: true });
  expect(clock.sleeps).toContain(7000);
});

test("a run that was told to stop sends nothing", async () => {
  putOld(REPOSITORY);
  expect(await store(REPOSITORY, { isCancelled: () => true })).toEqual(failed("cancelled", false));
  expect([valueOf(REPOSITORY), puts()]).toEqual(["old", 0]);
});

test("a refusal that repeats what it was given is not repeated by us", async () => {
  putOld(REPOSITORY);
  github.fault((request) => (isPut(request) ? { status: 422, body: { message: `${KEY} does not match` } } : null));
  expect(JSON.stringify(await store(REPOSITORY))).not.toContain(KEY.slice(10, 30));
});
