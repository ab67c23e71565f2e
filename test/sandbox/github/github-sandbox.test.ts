import { getOctokit } from "@actions/github";
import { beforeEach, describe, expect, test } from "vitest";
import { computeFingerprint } from "../../../src/domain/secret.ts";
import { formatBody, parseBody } from "../../../src/github/comment/comment-state.ts";
import { type CommentMessage, StickyComment } from "../../../src/github/comment/sticky-comment.ts";
import { LONGEST_BODY } from "../../../src/sandbox/github/comments.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { Permissions } from "../../../src/sandbox/github/tokens.ts";
import { TestClock } from "../../support/test-clock.ts";

const [head, base] = ["a".repeat(40), "b".repeat(40)];
const shop = { owner: "acme", repo: "shop" };
const pull7 = { ...shop, issue_number: 7 };

let github: GitHubSandbox;

beforeEach(async () => {
  github = await startGitHub({ path: process.env["PATH"] ?? null });
  await github.repository("acme/shop");
  github.pull({ repo: "acme/shop", number: 7, head, base });
  return () => github.close();
});

function octokit(permissions?: Permissions, choices: object = {}) {
  const token = github.token({ repo: "acme/shop", ...(permissions ? { permissions } : {}), ...choices });
  return getOctokit(token, { baseUrl: github.apiUrl });
}

type Refusal = { status: number; message: string; response: { data: Record<string, unknown> } };

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  return await promise.then(
    () => {
      throw new Error("was not refused");
    },
    (error: Refusal) => error,
  );
}

async function statusOf(promise: Promise<{ status: number }>): Promise<number> {
  return await promise.then(
    ({ status }) => status,
    (error: Refusal) => error.status,
  );
}

describe("comments", () => {
  test("are written, read and changed by their author", async () => {
    const { rest } = octokit();
    const { data, status } = await rest.issues.createComment({ ...pull7, body: "hello" });
    expect(status).toBe(201);
    expect(data).toMatchObject({ body: "hello", user: { login: "github-actions[bot]", type: "Bot" } });
    expect(data.html_url).toBe(`${github.serverUrl}/acme/shop/pull/7#issuecomment-${data.id}`);
    expect(data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const changed = await rest.issues.updateComment({ ...shop, comment_id: data.id, body: "changed" });
    expect(changed.data).toMatchObject({ id: data.id, body: "changed" });
    expect((await rest.issues.listComments(pull7)).data).toEqual([changed.data]);
    expect(github.comments("acme/shop", 7)).toMatchObject([{ id: data.id, body: "changed" }]);
  });

  test("are paged by links, with ids that grow", async () => {
    for (let index = 0; index < 130; index += 1) {
      github.comment("acme/shop", 7, { login: "ada", type: "User", body: String(index) });
    }
    const { rest, paginate } = octokit();
    expect((await rest.issues.listComments(pull7)).data).toHaveLength(30);
    const all = await paginate(rest.issues.listComments, { ...pull7, per_page: 25 });
    expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 130 }, (_, index) => String(index)));
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((one, other) => one - other));
    const second = await rest.issues.listComments({ ...pull7, per_page: 25, page: 2 });
    expect(second.headers.link?.match(/page=\d+>; rel="\w+"/g)).toEqual([
      'page=1>; rel="prev"',
      'page=3>; rel="next"',
      'page=6>; rel="last"',
      'page=1>; rel="first"',
    ]);
    const most = { ...pull7, per_page: 500 };
    expect((await rest.issues.listComments(most)).data).toHaveLength(100);
    const last = await rest.issues.listComments({ ...most, page: 2 });
    expect([last.data.length, last.headers.link?.includes('rel="next"')]).toEqual([30, false]);
  });

  test("of others can be changed by who administers the repository alone", async () => {
    const planted = github.comment("acme/shop", 7, { login: "eve", type: "User", body: "planted" });
    const change = { ...shop, comment_id: planted.id, body: "changed" };
    expect(await refusalOf(octokit().rest.issues.updateComment(change))).toMatchObject({ status: 403 });
    expect(planted.body).toBe("planted");
    await octokit(undefined, { isAdmin: true }).rest.issues.updateComment(change);
    expect(planted).toMatchObject({ body: "changed", author: { login: "eve" } });
  });

  test.each([
    ["nothing", "", "Body cannot be blank"],
    ["blanks", " \n", "Body cannot be blank"],
    ["one character too many", "x".repeat(LONGEST_BODY + 1), "Body is too long (maximum is 65536 characters)"],
  ])("that hold %s are refused", async (_, body, message) => {
    const refusal = await refusalOf(octokit().rest.issues.createComment({ ...pull7, body }));
    expect(refusal.status).toBe(422);
    expect(refusal.response.data).toMatchObject({ message: "Validation Failed", errors: [{ message }] });
    expect(github.comments("acme/shop", 7)).toEqual([]);
  });

  test("may be as long as GitHub allows", async () => {
    await octokit().rest.issues.createComment({ ...pull7, body: "x".repeat(LONGEST_BODY) });
    expect(github.comments("acme/shop", 7)).toHaveLength(1);
  });

  test("without a body, or in broken JSON, are refused", async () => {
    const headers = { authorization: `token ${github.token({ repo: "acme/shop" })}` };
    const post = async (body: string) =>
      (await fetch(`${github.apiUrl}/repos/acme/shop/issues/7/comments`, { method: "POST", headers, body })).status;
    expect([await post("{}"), await post("{"), await post("null")]).toEqual([422, 400, 400]);
  });
});

describe("permissions", () => {
  test.each([
    [{ contents: "write" }, 403, 403],
    [{ "pull-requests": "read" }, 200, 403],
    [{ issues: "read" }, 200, 403],
    [{ "pull-requests": "write" }, 200, 201],
    [{ issues: "write" }, 200, 201],
    [{ "pull-requests": "none" }, 403, 403],
  ] as const)("%j reads comments: %i, writes them: %i", async (permissions, read, written) => {
    const { rest } = octokit(permissions);
    expect(await statusOf(rest.issues.listComments(pull7))).toBe(read);
    expect(await statusOf(rest.issues.createComment({ ...pull7, body: "hello" }))).toBe(written);
    expect(github.comments("acme/shop", 7)).toHaveLength(written === 201 ? 1 : 0);
  });

  test("that are missing are refused in GitHub's words, with those that would do", async () => {
    const { rest } = octokit({ "pull-requests": "read" });
    const { response } = await refusalOf(rest.issues.createComment({ ...pull7, body: "hello" }));
    expect(response).toMatchObject({
      headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
      data: {
        message: "Resource not accessible by integration",
        documentation_url: "https://docs.github.com/rest/issues/comments#create-an-issue-comment",
        status: "403",
      },
    });
    const { headers } = await rest.issues.listComments(pull7);
    expect(headers["x-accepted-github-permissions"]).toBe("issues=read; pull_requests=read");
  });

  test("a token nobody has is a bad credential, for REST and GraphQL", async () => {
    const { rest, graphql } = getOctokit("nobody", { baseUrl: github.apiUrl });
    for (const ask of [() => rest.issues.listComments(pull7), () => graphql("{ viewer { login } }")]) {
      expect(await refusalOf(ask())).toMatchObject({
        status: 401,
        response: { data: { message: "Bad credentials", status: "401" } },
      });
    }
  });

  test("a private repository is not there for others' tokens; a public one can be read and not written", async () => {
    await github.repository("acme/public", { visibility: "public" });
    github.pull({ repo: "acme/public", number: 1, head, base });
    const { rest } = octokit();
    await github.repository("other/private");
    expect(await refusalOf(rest.repos.get({ owner: "other", repo: "private" }))).toMatchObject({ status: 404 });
    expect(await refusalOf(rest.repos.get({ owner: "acme", repo: "nowhere" }))).toMatchObject({ status: 404 });
    const there = { owner: "acme", repo: "public", issue_number: 1 };
    expect((await rest.issues.listComments(there)).data).toEqual([]);
    expect(await refusalOf(rest.issues.createComment({ ...there, body: "x" }))).toMatchObject({ status: 403 });
    const url = `${github.apiUrl}/repos/acme/public/issues/1/comments`;
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
    expect((await fetch(`${github.apiUrl}/repos/acme/shop`)).status).toBe(404);
  });

  test("what is not there is not found", async () => {
    const { rest } = octokit();
    for (const ask of [
      () => rest.issues.listComments({ ...shop, issue_number: 8 }),
      () => rest.issues.createComment({ ...shop, issue_number: 8, body: "x" }),
      () => rest.issues.updateComment({ ...shop, comment_id: 1, body: "x" }),
      () => rest.pulls.get({ ...shop, pull_number: 8 }),
      () => rest.issues.get({ ...shop, issue_number: 8 }),
    ]) {
      expect((await refusalOf(ask())).status).toBe(404);
    }
  });
});

test("a token's viewer is who its comments are by", async () => {
  const answer = await octokit().graphql("query { viewer { login } }");
  expect(answer).toEqual({ viewer: { login: "github-actions[bot]" } });
  const person = octokit(undefined, { login: "ada", type: "User" });
  expect(await person.graphql("{ viewer { login } }")).toEqual({ viewer: { login: "ada" } });
  expect((await person.rest.issues.createComment({ ...pull7, body: "x" })).data.user).toMatchObject({
    login: "ada",
    type: "User",
  });
  await expect(person.graphql("{ viewer { email } }")).rejects.toMatchObject({ name: "GraphqlResponseError" });
});

test("a pull request and its repository are shown, as they are now", async () => {
  const pull = github.pull({ repo: "acme/shop", number: 9, head, base, headRepo: "eve/shop", title: "Add" });
  const { rest } = octokit();
  const { data } = await rest.pulls.get({ ...shop, pull_number: 9 });
  expect(data).toMatchObject({ number: 9, title: "Add", state: "open", comments: 0, base: { sha: base, ref: "main" } });
  expect(data.head).toMatchObject({ sha: head, ref: "feature", repo: { full_name: "eve/shop", fork: true } });
  pull.head = { ...pull.head, sha: "c".repeat(40), repository: null };
  const later = await rest.pulls.get({ ...shop, pull_number: 9 });
  expect(later.data.head).toMatchObject({ sha: "c".repeat(40), repo: null });
  const repository = await rest.repos.get(shop);
  expect(repository.data).toMatchObject({ full_name: "acme/shop", private: true, default_branch: "main" });
});

test("answers carry GitHub's headers, and requests are recorded with the token's fingerprint", async () => {
  const token = github.token({ repo: "acme/shop" });
  const { rest } = getOctokit(token, { baseUrl: github.apiUrl });
  const [first, second] = [await rest.repos.get(shop), await rest.repos.get(shop)];
  expect(Number(first.headers["x-ratelimit-remaining"])).toBe(Number(second.headers["x-ratelimit-remaining"]) + 1);
  expect(first.headers["x-github-request-id"]).not.toBe(second.headers["x-github-request-id"]);
  expect(github.requests.at(-1)).toEqual({
    method: "GET",
    path: "/repos/acme/shop",
    query: "",
    keyFingerprint: computeFingerprint(token),
  });
});

test("a secondary rate limit is a fault like any other", async () => {
  const body = { message: "You have exceeded a secondary rate limit." };
  github.fault(({ method }) => (method === "POST" ? { status: 403, headers: { "retry-after": "60" }, body } : null));
  const { rest } = octokit();
  const refusal = await refusalOf(rest.issues.createComment({ ...pull7, body: "x" }));
  expect(refusal).toMatchObject({ status: 403, response: { headers: { "retry-after": "60" } } });
  expect((await rest.issues.listComments(pull7)).data).toEqual([]);
});

describe("the one comment of this tool", () => {
  const bot = { login: "github-actions[bot]", type: "Bot" } as const;
  const [known, fresh] = ["0123456789abcdef", "fedcba9876543210"];
  const earlier = formatBody({ head, contained: [known], open: [known] }, "said before");
  const message = (text: string, choices: Partial<CommentMessage> = {}): CommentMessage => ({
    render: () => ({ text, open: [fresh] }),
    contained: [fresh],
    mayCreate: true,
    ...choices,
  });
  const on = (of: string, permissions: Permissions = { "pull-requests": "write" }) =>
    new StickyComment(
      { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop", permissions }) },
      { ...shop, number: 7, head: of, isFork: false, replaced: null },
      { clock: new TestClock() },
    );
  const bodies = () => github.comments("acme/shop", 7).map(({ body }) => body);
  const writes = () => github.requests.filter(({ method, path }) => method !== "GET" && path !== "/graphql");

  test("is created, and left alone by a run that has nothing else to say", async () => {
    expect(await on(head).write(message("first"))).toEqual({ kind: "created" });
    expect(await on(head).write(message("first"))).toEqual({ kind: "unchanged" });
    expect(bodies()).toEqual([formatBody({ head, contained: [fresh], open: [fresh] }, "first")]);
    expect(writes()).toHaveLength(1);
  });

  test("is updated on page two of a long talk, and keeps what was contained before", async () => {
    for (let index = 0; index < 120; index += 1) {
      github.comment("acme/shop", 7, { login: "ada", type: "User", body: String(index) });
    }
    const { id } = github.comment("acme/shop", 7, { ...bot, body: earlier });
    const sticky = on(head);
    expect(await sticky.memory()).toEqual(new Set([known]));
    expect(await sticky.write(message("now"))).toEqual({ kind: "updated" });
    const last = github.comments("acme/shop", 7).at(-1);
    expect([last?.id, bodies().length]).toEqual([id, 121]);
    expect(parseBody(last?.body ?? "")).toEqual({
      state: { head, contained: [known, fresh], open: [fresh] },
      text: "now",
    });
  });

  test("of a later head keeps its words; an older run adds its memory alone", async () => {
    const { id } = github.comment("acme/shop", 7, { ...bot, body: earlier });
    expect(await on("c".repeat(40)).write(message("too late"))).toEqual({ kind: "superseded" });
    expect(github.comments("acme/shop", 7).map((one) => one.id)).toEqual([id]);
    expect(bodies()).toEqual([formatBody({ head, contained: [known, fresh], open: [known] }, "said before")]);
  });

  test("is not one whose marker somebody else planted", async () => {
    github.comment("acme/shop", 7, { login: "eve", type: "User", body: earlier });
    const sticky = on(head);
    expect(await sticky.memory()).toEqual(new Set());
    expect(await sticky.write(message("all is well", { mayCreate: false }))).toEqual({ kind: "none" });
    expect([bodies(), writes()]).toEqual([[earlier], []]);
  });

  test.each([
    { contents: "write" },
    { "pull-requests": "read" },
  ] as const)("names the permission it lacks, where a token has %j", async (permissions) => {
    const failure = { kind: "forbidden", status: 403 };
    expect(await on(head, permissions).write(message("hello"))).toEqual({ kind: "failed", failure });
    expect(bodies()).toEqual([]);
  });

  test("is tried again after an error of the server's, in reading and in writing", async () => {
    const struck = new Set<string>();
    github.comment("acme/shop", 7, { ...bot, body: earlier });
    github.fault(({ method, path }) => {
      if (path === "/graphql" || struck.has(method)) return null;
      struck.add(method);
      return { status: 500, body: { message: "Server Error" } };
    });
    expect(await on(head).write(message("now"))).toEqual({ kind: "updated" });
    expect([...struck]).toEqual(["GET", "PATCH"]);
    expect([bodies().length, writes().length]).toEqual([1, 2]);
  });

  test("that cannot be read is not written a second time", async () => {
    github.comment("acme/shop", 7, { ...bot, body: earlier });
    github.fault(({ path }) => (path.endsWith("/comments") ? { status: 410, body: { message: "Gone" } } : null));
    const sticky = on(head);
    expect(await sticky.memory()).toEqual(new Set());
    expect(await sticky.write(message("again"))).toEqual({
      kind: "failed",
      failure: { kind: "not-found", status: 410 },
    });
    expect([bodies(), writes()]).toEqual([[earlier], []]);
  });
});
