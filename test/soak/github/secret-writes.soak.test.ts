import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Secret } from "../../../src/domain/secret.ts";
import { createOctokit } from "../../../src/github/client.ts";
import type { GitHubTarget } from "../../../src/github/secrets/secret-place.ts";
import { writeSecret } from "../../../src/github/secrets/write-secret.ts";
import type { Answer } from "../../../src/sandbox/answer.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { computeId } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const TARGETS: readonly GitHubTarget[] = [
  { kind: "github", owner: "acme", repo: "shop", environment: "production", secret: "K" },
  { kind: "github-org", org: "acme", secret: "K" },
];
const SHARED = { visibility: "selected", repositoryIds: [computeId("acme/shop")] } as const;

const refusal = (status: number, headers = {}): Answer => ({ status, headers, body: { message: "no" } });
const FAULTS: readonly (readonly [string, Fault])[] = [
  ["reset", "reset"],
  ["broken off", "cut-off"],
  ["cut", "truncated"],
  ["a page", "html"],
  ["empty", "empty"],
  ["a redirect", "redirect"],
  ["an outage", { status: 502, body: "<html>" }],
  ["an outage after the change", () => ({ status: 502, body: "<html>" })],
  ["a page after the change", () => ({ status: 200, headers: { "content-type": "text/html" }, body: "<html>" })],
  ["401", refusal(401)],
  ["403", refusal(403)],
  ["404", refusal(404)],
  ["409", refusal(409)],
  ["422", refusal(422)],
  ["a limit", refusal(429, { "retry-after": "5" })],
  ["a long limit", refusal(403, { "retry-after": "5000" })],
];

const PERMISSIONS = { secrets: "write", environments: "write", "organization-secrets": "write" } as const;

let github: GitHubSandbox;
const clock = new TestClock();

beforeAll(async () => {
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  await github.repository("acme/shop");
  github.environment("acme/shop", "production");
});
afterAll(() => github.close());

let count = 0;

/** Writes a key while requests from `at` on, up to `until`, have a fault. */
async function write(target: GitHubTarget, fault: Fault, at: number, until: number) {
  clock.advance(3_600_000);
  count += 1;
  const key = createFakeKey("service-account", `key ${count}`);
  github.fault(null);
  github.storeSecret(target, "old", SHARED);
  clock.advance(60_000);
  const token = github.token({ repo: "acme/shop", kind: "fine-grained", permissions: PERMISSIONS });
  const octokit = await createOctokit({ apiUrl: github.apiUrl, token }, { clock });
  let asked = -1;
  github.fault(() => {
    asked += 1;
    return asked >= at && asked < until ? fault : null;
  });
  const options = { create: false, clock, isCancelled: () => false };
  const result = await writeSecret(octokit, target, new Secret(key), options);
  return { result, asked: asked + 1, holdsNew: github.readSecret(target)?.value === key };
}

describe.each(TARGETS)("while $kind is written", (target) => {
  test.each(FAULTS)("whatever request meets %s, what is said is so, and who may read it stays", async (_, fault) => {
    const { asked: requests } = await write(target, "reset", 1000, 1000);
    expect(requests).toBeGreaterThan(3);
    for (let at = 0; at < requests; at += 1) {
      for (const until of [at + 1, Number.POSITIVE_INFINITY]) {
        const { result, holdsNew } = await write(target, fault, at, until);
        const where = `request ${at} until ${until}: ${JSON.stringify(result)}`;
        if (result.kind === "stored") expect(holdsNew, where).toBe(true);
        else if (!result.mayBeStored) expect(holdsNew, where).toBe(false);
        const { visibility, repositoryIds } = github.readSecret(target) ?? {};
        if (target.kind === "github-org") expect({ visibility, repositoryIds }, where).toEqual(SHARED);
      }
    }
  });
});
