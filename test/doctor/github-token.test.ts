import { beforeEach, describe, expect, test } from "vitest";
import type { Check } from "../../src/doctor/check.ts";
import type { DoctorContext, WorkflowRunContext } from "../../src/doctor/context.ts";
import { checkGitHubToken } from "../../src/doctor/github-token.ts";
import { createUnreadScope } from "../../src/github/event.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import type { Permissions, TokenOptions } from "../../src/sandbox/github/tokens.ts";
import { createDoctorContext, findCheck, statesOf } from "../support/doctor-context.ts";

let github: GitHubSandbox;

beforeEach(async () => {
  github = await startGitHub({ path: process.env["PATH"] ?? null });
  await github.repository("acme/shop");
  return () => github.close();
});

const READ: Permissions = { contents: "read", "pull-requests": "read", "security-events": "read" };

function createToken(options: Partial<TokenOptions> = {}): string {
  return github.token({ repo: "acme/shop", permissions: READ, ...options });
}

async function check(token: string | null, choices: Partial<DoctorContext> = {}): Promise<readonly Check[]> {
  const { apiUrl, serverUrl } = github;
  return await checkGitHubToken(
    createDoctorContext({ github: { apiUrl, serverUrl, token, repository: "acme/shop" }, ...choices }),
  );
}

/** A run of a workflow on this event. */
function runOn(eventName: string, choices: Partial<WorkflowRunContext> = {}): Partial<DoctorContext> {
  const event = createUnreadScope(eventName, {}, "");
  return {
    medium: "workflow",
    workflow: { eventName, event, scan: "change", file: null, wantsComment: true, isDependabot: false, ...choices },
  };
}

function runOnPull(eventName: string, isFork: boolean): Partial<DoctorContext> {
  const pull = { owner: "acme", repo: "shop", number: 7, head: "a".repeat(40), isFork, replaced: null };
  return runOn(eventName, { event: { ...createUnreadScope(eventName, {}, ""), pull } });
}

describe("a job's token", () => {
  test("is told with its bot, what it reads, and that nothing was written to try it", async () => {
    const checks = await check(createToken(), runOn("workflow_dispatch"));
    expect(statesOf(checks)).toEqual({
      "github-token": "ok",
      "read-commits": "ok",
      "write-comments": "unknown",
      "code-scanning": "ok",
      forks: "ok",
    });
    expect(findCheck(checks, "github-token").detail).toBe("GitHub accepts the token as github-actions[bot].");
    expect(findCheck(checks, "write-comments").detail).toContain("was not tried. It needs pull-requests: write.");
    expect(github.requests.filter(({ method }) => method !== "GET").map(({ path }) => path)).toEqual(["/graphql"]);
  });

  test.each<[Permissions, ReturnType<typeof statesOf>]>([
    [{}, { "read-commits": "problem", "write-comments": "problem", "code-scanning": "unknown" }],
    [{ contents: "read" }, { "read-commits": "ok", "write-comments": "problem", "code-scanning": "unknown" }],
    [
      { "pull-requests": "write" },
      { "read-commits": "problem", "write-comments": "unknown", "code-scanning": "unknown" },
    ],
  ])("with %j is told what is missing", async (permissions, states) => {
    const checks = await check(createToken({ permissions }));
    expect(statesOf(checks)).toEqual({ "github-token": "ok", ...states });
    for (const { state, fix } of checks)
      if (state === "problem") expect(fix).toContain("to the permissions of the job.");
  });

  test("cannot comment on a pull request from a fork, but for pull_request_target", async () => {
    const fork = findCheck(await check(createToken(), runOnPull("pull_request", true)), "write-comments");
    expect(fork).toMatchObject({ state: "problem", detail: expect.stringContaining("from a fork") });
    const target = await check(createToken(), runOnPull("pull_request_target", true));
    expect(findCheck(target, "write-comments").state).toBe("unknown");
    expect(findCheck(target, "forks").detail).toContain("get secrets and a token that writes");
    const own = findCheck(await check(createToken(), runOnPull("pull_request", false)), "write-comments");
    expect(own.state).toBe("unknown");
  });

  test.each([
    ["push", true],
    ["schedule", true],
    ["pull_request", false],
  ])("is not asked for comments on %s, wanted: %s", async (eventName, wantsComment) => {
    const checks = await check(createToken({ permissions: { contents: "read" } }), runOn(eventName, { wantsComment }));
    expect(statesOf(checks)).not.toHaveProperty("write-comments");
  });

  test("cannot comment for Dependabot", async () => {
    const checks = await check(createToken(), runOn("pull_request", { isDependabot: true }));
    expect(findCheck(checks, "write-comments").detail).toContain("from Dependabot");
  });
});

describe("a person's token", () => {
  const person = { login: "ada", type: "User" } as const;

  test.each([
    ["full", "GitHub accepts the token as ada."],
    ["minimal", "GitHub accepts the token."],
  ] as const)("names them at %s detail", async (detail, sentence) => {
    expect(findCheck(await check(createToken(person), { detail }), "github-token").detail).toBe(sentence);
  });

  test.each([
    ["repo, workflow", "ok"],
    ["gist", "problem"],
  ])("with the scopes %j is told whether it may comment", async (scopes, state) => {
    github.fault(() => (real) => ({ ...real, headers: { ...real.headers, "x-oauth-scopes": scopes } }));
    expect(findCheck(await check(createToken(person)), "write-comments").state).toBe(state);
  });
});

describe("what is no working token", () => {
  test.each([
    ["terminal", "unknown", "GITHUB_TOKEN is not set. Only the Action needs it."],
    ["workflow", "problem", "The input github-token is empty. There is no comment, and commits cannot be fetched."],
  ] as const)("is told where there is none, on a %s", async (medium, state, detail) => {
    expect(await check(null, { medium })).toMatchObject([{ id: "github-token", state, detail }]);
    expect(github.requests).toEqual([]);
  });

  test("is not tried where no repository is named", async () => {
    const { apiUrl, serverUrl } = github;
    const checks = await check(null, { github: { apiUrl, serverUrl, token: createToken(), repository: null } });
    expect(checks).toMatchObject([{ state: "unknown", detail: expect.stringContaining("GITHUB_REPOSITORY") }]);
  });

  test("is told where GitHub does not know it, or it is another repository's", async () => {
    expect(await check("ghs_unknown")).toMatchObject([
      { state: "problem", detail: "GitHub does not accept the token (401)." },
    ]);
    await github.repository("acme/other");
    expect(await check(createToken({ repo: "acme/other" }))).toMatchObject([
      { state: "problem", detail: "The token cannot see the repository (404)." },
    ]);
  });

  test.each<[name: string, fault: Fault, state: string, detail: string]>([
    ["a reset", "reset", "unknown", "GitHub did not answer, so the token was not checked."],
    ["an outage", { status: 502 }, "unknown", "GitHub did not answer, so the token was not checked (502)."],
    ["a login page", "html", "problem", "What answered was not GitHub's API, so the token was not checked (200)."],
    [
      "single sign-on",
      { status: 403, body: { message: "Resource protected by organization SAML enforcement." } },
      "problem",
      "A rule of the organisation does not allow this token: single sign-on, or a list of IP addresses (403).",
    ],
  ])("%s is told once", async (_name, fault, state, detail) => {
    github.fault(() => fault);
    expect(await check(createToken())).toMatchObject([{ id: "github-token", state, detail }]);
  });

  test("silence is no answer", async () => {
    github.fault(() => "hang");
    expect(await check(createToken(), { timeout: 50 })).toMatchObject([
      { state: "unknown", detail: "GitHub did not answer, so the token was not checked." },
    ]);
  });
});
