import { describe, expect, test } from "vitest";
import type { RotationTarget, StoreFailure } from "../../../src/domain/rotation-target.ts";
import { describePlace, describeStoreFailure } from "../../../src/messages/rotation/places.ts";

const shop = { owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" };
const REPOSITORY: RotationTarget = { kind: "github", ...shop, environment: null };
const PRODUCTION: RotationTarget = { kind: "github", ...shop, environment: "production" };
const ORGANIZATION: RotationTarget = { kind: "github-org", org: "acme", secret: "OPENAI_API_KEY" };
const PROGRAM: RotationTarget = { kind: "command", argv: ["vault", "kv", "put"] };
const FILE: RotationTarget = { kind: "file", path: "/run/openai.key" };
const PLACES: readonly (readonly [string, RotationTarget])[] = [
  ["the secret `OPENAI_API_KEY` of acme/shop", REPOSITORY],
  ["the secret `OPENAI_API_KEY` of environment `production` of acme/shop", PRODUCTION],
  ["the secret `OPENAI_API_KEY` of organisation acme", ORGANIZATION],
  ["the Dependabot secret `OPENAI_API_KEY` of acme/shop", { kind: "dependabot", ...shop }],
  ["the Codespaces secret `OPENAI_API_KEY` of acme/shop", { kind: "codespaces", ...shop }],
  ["the program `vault`", PROGRAM],
  ["the file `/run/openai.key`", FILE],
];

test.each(PLACES)("a place is %s", (words, target) => {
  expect(describePlace(target)).toBe(words);
});

test("a name with a backtick does not end the code that it stands in", () => {
  expect(describePlace({ kind: "file", path: "a`b" })).toBe("the file `a'b`");
});

const FAILURES: readonly StoreFailure[] = [
  { because: "not-permitted", permission: "Secrets: write" },
  { because: "no-token" },
  { because: "bad-token" },
  { because: "kept-out" },
  { because: "not-found" },
  { because: "moved", to: "acme/store" },
  { because: "archived" },
  { because: "no-secret" },
  { because: "wrong-name" },
  { because: "exists" },
  { because: "too-many" },
  { because: "too-large" },
  { because: "rate-limited" },
  { because: "server-error" },
  { because: "network" },
  { because: "not-understood" },
  { because: "refused" },
  { because: "no-program" },
  { because: "exit-code", code: 2 },
  { because: "exit-code", code: null },
  { because: "not-read" },
  { because: "file-error", code: "EACCES" },
  { because: "planted-link" },
  { because: "timed-out" },
  { because: "cancelled" },
  { because: "unexpected" },
];

describe("a failure", () => {
  test.each(FAILURES)("is said in whole sentences on one line, in the reader's own words: $because", (failure) => {
    for (const [, target] of PLACES) {
      const [terminal, workflow] = (["terminal", "workflow"] as const).map((medium) =>
        describeStoreFailure(failure, target, medium),
      );
      expect(terminal).toMatch(/^[A-Z\w/]+[^\n]*\.$/);
      expect(terminal).not.toMatch(/secrets-token|create: true|undefined|null|\[object/);
      expect(workflow).not.toMatch(/GITHUB_SECRETS_TOKEN|--create/);
    }
  });

  test.each<[StoreFailure, RotationTarget, string]>([
    [
      { because: "not-permitted", permission: "Environments: write and Secrets: write" },
      PRODUCTION,
      "GITHUB_SECRETS_TOKEN may not write the secret `OPENAI_API_KEY` of environment `production` of acme/shop. It needs the permission Environments: write and Secrets: write. A fine-grained personal access token or a GitHub App can have it for this repository. So can a classic token with the scope repo. A job's own GITHUB_TOKEN never can.",
    ],
    [
      { because: "not-permitted", permission: "Organization secrets: write" },
      ORGANIZATION,
      "GITHUB_SECRETS_TOKEN may not write the secret `OPENAI_API_KEY` of organisation acme. It needs the permission Organization secrets: write. A fine-grained personal access token or a GitHub App can have it for this organisation. So can a classic token with the scope admin:org. A job's own GITHUB_TOKEN never can.",
    ],
    [
      { because: "not-found" },
      PRODUCTION,
      "GitHub shows GITHUB_SECRETS_TOKEN no environment `production` of repository acme/shop. Check the name, and that the token has access.",
    ],
    [
      { because: "moved", to: "acme/store" },
      REPOSITORY,
      "acme/shop is called acme/store today. Name the place with that.",
    ],
    [
      { because: "no-secret" },
      REPOSITORY,
      "The secret `OPENAI_API_KEY` of acme/shop does not exist yet. Create it with --create, or correct the name.",
    ],
    [
      { because: "no-secret" },
      ORGANIZATION,
      "There is no secret `OPENAI_API_KEY` in organisation acme yet. Create it on GitHub with any value. Only you know which repositories may see it.",
    ],
    [
      { because: "exit-code", code: 2 },
      PROGRAM,
      "The program `vault` ended with 2, and only 0 means stored. What it wrote is not shown, since that may be the key. Run it by hand with any text on its standard input to see what it says.",
    ],
    [
      { because: "file-error", code: "ENOENT" },
      FILE,
      "The file `/run/openai.key` cannot be written (ENOENT). Create its folder first.",
    ],
  ])("says what happened, and what to do: %o", (failure, target, sentence) => {
    expect(describeStoreFailure(failure, target, "terminal")).toBe(sentence);
  });
});
