import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findLogins } from "../../src/github/account.ts";
import { type ApiError, type ApiFailure, parseFailure } from "../../src/github/api-failure.ts";
import { createOctokit, type Octokit } from "../../src/github/client.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { ELSEWHERE, type Fault } from "../../src/sandbox/faults.ts";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../support/test-clock.ts";

const pull7 = { owner: "acme", repo: "shop", issue_number: 7 };

let github: GitHubSandbox;
let octokit: Octokit;
let clock: TestClock;

beforeAll(async () => {
  github = await startGitHub();
  await github.repository("acme/shop");
});
afterAll(() => github.close());

beforeEach(async () => {
  clock = new TestClock();
  github.fault(null);
  github.pull({ repo: "acme/shop", number: 7, head: "a".repeat(40), base: "b".repeat(40) });
  octokit = await createOctokit({ apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop" }) }, { clock });
});

const read = async () => await octokit.rest.issues.listComments(pull7);
const create = async () => await octokit.rest.issues.createComment({ ...pull7, body: "hello" });

async function failureOf(asked: Promise<unknown>): Promise<ApiFailure> {
  return await asked.then(
    () => expect.unreachable("it was answered"),
    (error: unknown) => parseFailure(error),
  );
}

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { message },
});
const page = (status: number): Answer => ({ status, headers: { "content-type": "text/html" }, body: "<html>" });

describe("what answers is taken for what it is", () => {
  const CASES: readonly (readonly [string, Fault, ApiFailure["kind"]])[] = [
    ["a login page", "html", "not-the-api"],
    ["a proxy's page that refuses", page(403), "not-the-api"],
    ["a way to a login page", "redirect", "not-the-api"],
    ["JSON that breaks off", "truncated", "not-the-api"],
    ["a connection that breaks off", "cut-off", "no-answer"],
    ["a connection that is reset", "reset", "no-answer"],
    ["nothing at all", { status: 200, body: "" }, "no-answer"],
    ["null", { status: 200, body: "null" }, "not-the-api"],
    ["a type that is none", { status: 200, headers: { "content-type": ";;" }, body: "[]" }, "not-the-api"],
    ["a page of the server's about itself", page(502), "outage"],
    ["a wrong token", refusal(401, "Bad credentials"), "bad-token"],
    ["a missing permission", refusal(403, "Resource not accessible by integration"), "forbidden"],
    ["a missing right of a person's token", refusal(403, "Must have admin rights to Repository."), "forbidden"],
    ["a locked conversation", refusal(403, "Unable to create comment because issue is locked."), "locked"],
    ["a full one", refusal(403, "Commenting is disabled on issues with more than 2500 comments"), "full"],
    ["an archived repository", refusal(403, "Repository was archived so is read-only."), "archived"],
    ["single sign-on", refusal(403, "Resource protected by organization SAML enforcement."), "kept-out"],
    ["a list of addresses", refusal(403, "the `acme` organization has an IP allow list enabled"), "kept-out"],
    ["a limit", refusal(403, "You have exceeded a secondary rate limit"), "limited"],
    ["another limit", refusal(429, "Too many", { "retry-after": "600" }), "limited"],
    ["something hidden", refusal(404, "Not Found"), "not-found"],
    ["something refused", refusal(422, "Validation Failed"), "refused"],
  ];

  test.each(CASES)("%s", async (_, fault, kind) => {
    github.fault(({ path }) => (path === ELSEWHERE ? "html" : fault));
    expect(await failureOf(create())).toMatchObject({ kind });
    const error = (await read().catch((thrown: unknown) => thrown)) as ApiError;
    expect([error.name, error.message.includes("<html>")]).toEqual(["ApiError", false]);
  });

  test("a server that goes silent, after a while", async () => {
    const token = github.token({ repo: "acme/shop" });
    const impatient = await createOctokit({ apiUrl: github.apiUrl, token }, { clock, timeout: 50 });
    for (const fault of ["hang", "stall"] as const) {
      github.fault(() => fault);
      expect(await failureOf(impatient.rest.users.getAuthenticated())).toEqual({ kind: "no-answer", status: null });
    }
    expect(clock.sleeps).toEqual([]);
  });
});

describe("a request that failed", () => {
  const failOnce = (fault: Fault) => {
    let count = 0;
    github.fault(() => (count++ === 0 ? fault : null));
  };

  test("is made again where that cannot do a thing twice", async () => {
    failOnce(page(502));
    expect((await read()).status).toBe(200);
    failOnce(page(502));
    expect(await failureOf(create())).toMatchObject({ kind: "outage" });
    expect(clock.sleeps).toEqual([1000]);
    expect(github.comments("acme/shop", 7)).toEqual([]);
  });

  test("is made again when GitHub limits, after the time it says", async () => {
    failOnce(refusal(429, "Too many", { "retry-after": "7" }));
    await create();
    const reset = String(clock.now().getTime() / 1000 + 9);
    failOnce(refusal(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }));
    await read();
    expect(clock.sleeps).toEqual([7000, 10_000]);
  });

  test("is given up rather than waited for without an end", async () => {
    github.fault(() => refusal(403, "You have exceeded a secondary rate limit", { "retry-after": "soon" }));
    expect(await failureOf(read())).toMatchObject({ kind: "limited" });
    expect(clock.sleeps).toEqual([]);
    expect(await failureOf(create())).toMatchObject({ kind: "limited" });
    expect(clock.sleeps).toEqual([60_000]);
  });
});

test("what a server says of its deprecation is not printed", async () => {
  const warn = vi.spyOn(console, "warn");
  github.fault(() => (answer) => ({ ...answer, headers: { deprecation: "x", sunset: "##[error]x" } }));
  await read();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test("changes keep a second between them, and reading does not wait for that", async () => {
  await create();
  await read();
  expect(clock.sleeps).toEqual([]);
  await create();
  expect(clock.sleeps).toEqual([1000]);
});

describe("the account that a token writes as", () => {
  const isQuery = ({ path }: { path: string }) => path === "/graphql";

  test("is told by GraphQL", async () => {
    expect(await findLogins(octokit, github.apiUrl)).toEqual(["github-actions[bot]"]);
  });

  test.each([
    ["a page", "html"],
    ["nobody", { status: 200, body: { data: { viewer: null } } }],
    ["nothing", { status: 200, body: { data: null } }],
    ["errors", { status: 200, body: { errors: [{ message: "no" }] } }],
    ["errors that are no list", { status: 200, body: { errors: "no" } }],
    ["nothing known by that name", { status: 404, headers: { "content-type": "text/plain" }, body: "404" }],
  ] as const)("is asked for by REST where GraphQL answers %s", async (_, fault) => {
    github.fault((request) => (isQuery(request) ? fault : null));
    expect(await findLogins(octokit, github.apiUrl)).toEqual(["github-actions[bot]"]);
    const token = github.token({ repo: "acme/shop", login: "Ada", type: "User" });
    const person = await createOctokit({ apiUrl: github.apiUrl, token }, { clock });
    expect(await findLogins(person, github.apiUrl)).toEqual(["ada"]);
  });

  test("is the bot of Gitea or Forgejo where their API is asked and does not tell", async () => {
    github.fault(() => ({ status: 404, body: { message: "token does not have the scope read:user" } }));
    expect(await findLogins(octokit, "https://git.example/api/v1")).toEqual(["gitea-actions", "forgejo-actions"]);
  });
});
