import { gzipSync } from "node:zlib";
import { getOctokit } from "@actions/github";
import { beforeEach, describe, expect, test } from "vitest";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { PullOptions } from "../../../src/sandbox/github/pull-request.ts";
import type { Permissions } from "../../../src/sandbox/github/tokens.ts";
import { importCommits } from "../../support/fast-import.ts";
import { fetchInProcess } from "../../support/in-process.ts";
import { TestClock } from "../../support/test-clock.ts";

const [head, base] = ["a".repeat(40), "b".repeat(40)];
const shop = { owner: "acme", repo: "shop" };
const pull7 = { ...shop, issue_number: 7 };

let github: GitHubSandbox;
let clock: TestClock;

beforeEach(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  await github.repository("acme/shop");
  open({});
  return () => github.close();
});

function open(options: Partial<PullOptions>): void {
  github.pull({ repo: "acme/shop", number: 7, head, base, ...options });
}

function octokit(permissions: Permissions = { "pull-requests": "write", "security-events": "write" }) {
  return getOctokit(github.token({ repo: "acme/shop", permissions }), {
    baseUrl: github.apiUrl,
    request: { fetch: async (...request: Parameters<typeof fetch>) => await fetchInProcess(github, ...request) },
  }).rest;
}

type Refusal = { status: number; response: { data: Record<string, unknown>; headers: Record<string, string> } };

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  return await promise.then(
    () => {
      throw new Error("was not refused");
    },
    (error: Refusal) => error,
  );
}

const write = (rest = octokit()) => rest.issues.createComment({ ...pull7, body: "hello" });

describe("who writes too much is made to wait", () => {
  test("after eighty comments in a minute", async () => {
    const rest = octokit();
    for (let count = 0; count < 80; count += 1) await write(rest);
    const { status, response } = await refusalOf(write(rest));
    expect([status, response.headers["retry-after"]]).toEqual([403, "60"]);
    expect(response.data["message"]).toContain("secondary rate limit");
    expect((await write()).status).toBe(201);
    expect((await rest.issues.listComments(pull7)).status).toBe(200);
    clock.advance(60_000);
    expect((await write(rest)).status).toBe(201);
  });

  test("after five hundred in an hour, however slowly", async () => {
    const rest = octokit();
    for (let count = 0; count < 500; count += 1) {
      await write(rest);
      clock.advance(2000);
    }
    expect((await refusalOf(write(rest))).status).toBe(403);
    clock.advance(3_600_000);
    expect((await write(rest)).status).toBe(201);
  });

  test("after a thousand requests in an hour, and told until when", async () => {
    const rest = octokit();
    for (let count = 0; count < 1000; count += 1) {
      await rest.repos.get(shop);
      clock.advance(100);
    }
    const { status, response } = await refusalOf(rest.repos.get(shop));
    expect(status).toBe(403);
    expect(response.headers).toMatchObject({ "x-ratelimit-remaining": "0", "x-ratelimit-limit": "1000" });
    const reset = Number(response.headers["x-ratelimit-reset"]) * 1000;
    clock.advance(reset - clock.now().getTime() + 1000);
    expect((await rest.repos.get(shop)).status).toBe(200);
  });

  test("after 900 points for one endpoint in a minute, where a change costs five", async () => {
    const rest = octokit();
    const { data } = await write(rest);
    const remove = () => rest.issues.deleteComment({ ...shop, comment_id: data.id }).catch(() => {});
    for (let count = 0; count < 180; count += 1) await remove();
    expect((await refusalOf(rest.issues.deleteComment({ ...shop, comment_id: data.id }))).status).toBe(403);
  });
});

describe("nobody may comment", () => {
  test("on a pull request with 2,500 comments, ever again", async () => {
    for (let index = 0; index < 2500; index += 1) {
      github.comment("acme/shop", 7, { login: "ada", type: "User", body: String(index) });
    }
    const { status, response } = await refusalOf(write());
    expect([status, response.data["message"]]).toEqual([
      403,
      "Commenting is disabled on issues with more than 2500 comments",
    ]);
  });

  test("in a locked conversation, nor in an archived repository", async () => {
    open({ isLocked: true });
    expect((await refusalOf(write())).response.data["message"]).toMatch(/ locked\.$/);
    await github.repository("acme/shop", { isArchived: true });
    open({});
    expect((await refusalOf(write())).response.data["message"]).toMatch(/archived so is read-only/);
    expect((await octokit().repos.get(shop)).data.archived).toBe(true);
  });
});

describe("code scanning", () => {
  const result = { locations: [{}] };
  let commit: string;
  beforeEach(async () => {
    const { dir } = await github.repository("acme/shop");
    const first = { ref: "refs/heads/main", time: 1_790_000_000, files: { "a.txt": "a" } };
    commit = importCommits({ dir }, [first])[0] ?? "";
  });
  const upload = (file: unknown, rest = octokit()) =>
    rest.codeScanning.uploadSarif({
      ...shop,
      commit_sha: commit,
      ref: "refs/pull/7/head",
      sarif: gzipSync(JSON.stringify(file)).toString("base64"),
    });

  /** How an upload was processed. */
  async function process_(file: unknown) {
    const { data } = await upload(file);
    return (await octokit().codeScanning.getSarif({ ...shop, sarif_id: data.id ?? "" })).data;
  }

  test("takes a file as large as it may be", async () => {
    const file = { runs: Array.from({ length: 20 }, () => ({ results: [result] })) };
    file.runs[0] = { results: Array.from({ length: 25_000 }, () => result) };
    expect(await process_(file)).toMatchObject({ processing_status: "complete" });
    expect(github.sarifUploads("acme/shop").map(({ text }) => JSON.parse(text))).toEqual([file]);
  });

  test.each([
    ["runs", { runs: Array.from({ length: 21 }, () => ({})) }, "runs than allowed (21 > 20)"],
    ["results", { runs: [{ results: Array.from({ length: 25_001 }, () => result) }] }, "results per run than allowed"],
    ["locations", { runs: [{ results: [{ locations: Array.from({ length: 1001 }) }] }] }, "locations per result"],
    [
      "tags",
      { runs: [{ tool: { driver: { rules: [{ properties: { tags: Array(21).fill("a") } }] } } }] },
      "tags per rule",
    ],
  ])("rejects too many %s, once it has looked", async (_, file, words) => {
    expect(await process_(file)).toMatchObject({
      processing_status: "failed",
      errors: [expect.stringContaining(words)],
    });
  });

  test("refuses what is too large, what it cannot unpack, and who may not upload", async () => {
    const rest = octokit();
    const sent = { ...shop, commit_sha: commit, ref: "refs/heads/main" };
    const large = Buffer.alloc(10_000_001).toString("base64");
    expect((await refusalOf(rest.codeScanning.uploadSarif({ ...sent, sarif: large }))).status).toBe(413);
    expect((await refusalOf(rest.codeScanning.uploadSarif({ ...sent, sarif: "plain" }))).status).toBe(400);
    const sarif = gzipSync("{}").toString("base64");
    const unknown = await refusalOf(rest.codeScanning.uploadSarif({ ...sent, sarif, commit_sha: head }));
    expect([unknown.status, unknown.response.data["message"]]).toEqual([404, "commit not found"]);
    expect((await refusalOf(rest.codeScanning.uploadSarif({ ...sent, sarif, ref: "main" }))).status).toBe(422);
    expect((await refusalOf(upload({ runs: [{}] }, octokit({ contents: "write" })))).status).toBe(403);
  });
});
