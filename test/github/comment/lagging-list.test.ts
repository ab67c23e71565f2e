import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CommentResult } from "../../../src/github/comment/comment-result.ts";
import { formatBody, parseBody } from "../../../src/github/comment/comment-state.ts";
import { StickyComment } from "../../../src/github/comment/sticky-comment.ts";
import { ACTIONS_BOT } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const [base, head, next] = ["0", "a", "b"].map((digit) => digit.repeat(40)) as [string, string, string];
const [one, other] = ["1", "2"].map((digit) => digit.repeat(16)) as [string, string];
const job = "f".repeat(16);
const shop = { owner: "acme", repo: "shop" };

const clock = new TestClock();
let github: GitHubSandbox;
let number = 0;

beforeAll(async () => {
  github = await startGitHub({ clock });
  await github.repository("acme/shop");
});
afterAll(() => github.close());

beforeEach(() => {
  number += 1;
  github.fault(null);
  github.pull({ repo: "acme/shop", number, head, base });
});

type Run = { text: string; head?: string; contained?: readonly string[] };

const startRun = (of: Run) => {
  const access = { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop" }) };
  const pull = { ...shop, number, head: of.head ?? head, isFork: false, replaced: null };
  return new StickyComment(access, pull, { job, clock });
};

const messageOf = ({ text, contained = [] }: Run) => ({
  render: () => ({ text, open: [] }),
  contained,
  mayCreate: true,
});

/** One run from its beginning to its end. */
async function comment(run: Run): Promise<CommentResult> {
  const sticky = startRun(run);
  await sticky.memory();
  const result = await sticky.write(messageOf(run));
  await sticky.settle();
  return result;
}

const comments = () => github.comments("acme/shop", number);
const reports = () => comments().flatMap(({ body }) => parseBody(body) ?? []);

describe.each([0, 1500, 6000, 60_000])("where lists are %i ms behind", (lag) => {
  beforeEach(() => github.setCommentLag("acme/shop", lag));

  test("one run leaves one comment", async () => {
    expect(await comment({ text: "hello", contained: [one] })).toEqual({ kind: "created" });
    expect(reports()).toMatchObject([{ text: "hello", state: { contained: [one] } }]);
  });

  test("a run that changes a comment changes it once", async () => {
    github.comment("acme/shop", number, {
      ...ACTIONS_BOT,
      body: formatBody({ head, job, contained: [], open: [] }, ""),
    });
    clock.advance(lag);
    const before = github.requests.length;
    expect(await comment({ text: "hello", contained: [one] })).toEqual({ kind: "updated" });
    expect(github.requests.slice(before).filter(({ method }) => method === "PATCH")).toHaveLength(1);
    expect(comments()).toHaveLength(1);
  });
});

test("a comment whose writing was never answered, and that is listed late, is not called unwritten", async () => {
  github.setCommentLag("acme/shop", 2500);
  github.fault(({ method, path }) =>
    method === "POST" && path.endsWith("/comments") ? () => ({ status: 502, body: "" }) : null,
  );
  expect(await comment({ text: "hello" })).toEqual({ kind: "created" });
  expect(comments()).toHaveLength(1);
});

describe("a second run, before the list shows the first one's comment", () => {
  test.each([1500, 10_000])("%i ms after it, leaves one comment that remembers both", async (gap) => {
    github.setCommentLag("acme/shop", gap + 1000);
    await startRun({ text: "first" }).write(messageOf({ text: "first", contained: [one] }));
    clock.advance(gap);
    await comment({ text: "second", contained: [other] });
    expect(comments()).toHaveLength(1);
    expect(reports()[0]?.state.contained.toSorted()).toEqual([one, other]);
  });

  test("tells the newer head, though the first one is still looking", async () => {
    github.setCommentLag("acme/shop", 3000);
    const first = startRun({ text: "old" });
    await first.write(messageOf({ text: "old", contained: [one] }));
    github.pull({ repo: "acme/shop", number, head: next, base });
    const second = startRun({ text: "new", head: next });
    await second.write(messageOf({ text: "new", contained: [other] }));
    await Promise.all([first.settle(), second.settle()]);
    expect(comments()).toHaveLength(1);
    expect(reports()).toMatchObject([{ text: "new", state: { head: next } }]);
    expect(reports()[0]?.state.contained.toSorted()).toEqual([one, other]);
  });

  test("that ended too early to see it is put in order by the next", async () => {
    github.setCommentLag("acme/shop", 3_600_000);
    for (const contained of [one, other]) await comment({ text: "hello", contained: [contained] });
    expect(comments()).toHaveLength(2);
    github.setCommentLag("acme/shop", 0);
    const third = startRun({ text: "hello" });
    expect(await third.memory()).toEqual(new Set([one, other]));
    await third.write(messageOf({ text: "hello" }));
    expect(reports()).toMatchObject([{ state: { contained: [one, other] } }]);
    expect(comments()).toHaveLength(1);
  });

  test("knows what the first has added to a comment, which the list shows as it was", async () => {
    github.comment("acme/shop", number, {
      ...ACTIONS_BOT,
      body: formatBody({ head, job, contained: [], open: [] }, ""),
    });
    clock.advance(10_000);
    github.setCommentLag("acme/shop", 5000);
    await startRun({ text: "first" }).write(messageOf({ text: "first", contained: [one] }));
    const second = startRun({ text: "second" });
    expect(await second.memory()).toEqual(new Set([one]));
    await second.write(messageOf({ text: "second" }));
    expect(reports()).toMatchObject([{ text: "second", state: { contained: [one] } }]);
  });
});

describe("a comment that a person deletes", () => {
  const deleteAll = () => {
    for (const comment of comments()) github.deleteComment("acme/shop", comment);
  };

  test("between reading and writing is written anew, though the list still shows it", async () => {
    github.comment("acme/shop", number, {
      ...ACTIONS_BOT,
      body: formatBody({ head, job, contained: [one], open: [] }, ""),
    });
    clock.advance(5000);
    github.setCommentLag("acme/shop", 5000);
    const run = startRun({ text: "hello" });
    await run.memory();
    deleteAll();
    expect(await run.write(messageOf({ text: "hello", contained: [other] }))).toEqual({ kind: "created" });
    expect(reports()).toMatchObject([{ text: "hello" }]);
  });

  test("once it was written stays deleted", async () => {
    github.setCommentLag("acme/shop", 0);
    const run = startRun({ text: "hello" });
    await run.write(messageOf({ text: "hello", contained: [one] }));
    deleteAll();
    await run.settle();
    expect(comments()).toEqual([]);
  });
});

describe("whatever a list holds and however it is paged", () => {
  beforeEach(() => github.setCommentLag("acme/shop", 0));

  test("our comment is found behind hundreds, without links to the next page or without pages", async () => {
    for (let index = 0; index < 200; index += 1) {
      github.comment("acme/shop", number, { login: "ada", type: "User", body: String(index) });
    }
    await comment({ text: "hello" });
    const all = github.comments("acme/shop", number).map(({ id, body, author }) => ({ id, body, user: author }));
    github.fault(({ method, path }) =>
      method === "GET" && path.endsWith("/comments") ? ({ body }) => ({ status: 200, body }) : null,
    );
    expect(await comment({ text: "hello" })).toEqual({ kind: "unchanged" });
    github.fault(({ method, path }) =>
      method === "GET" && path.endsWith("/comments") ? { status: 200, body: all } : null,
    );
    expect(await comment({ text: "hello" })).toEqual({ kind: "unchanged" });
  });

  test("comments without a body or an author are passed over", async () => {
    const bot = { login: "github-actions[bot]" };
    const odd = [null, 1, "x", [], {}, { id: "5" }, { id: 6, user: null, body: null }, { id: 7, user: bot, body: 1 }];
    github.fault(({ method, path }) =>
      method === "GET" && path.endsWith("/comments")
        ? ({ body }) => ({ status: 200, body: [...odd, ...(body as [])] })
        : null,
    );
    expect(await comment({ text: "hello" })).toEqual({ kind: "created" });
    expect(await comment({ text: "hello" })).toEqual({ kind: "unchanged" });
  });

  test("a server that does not tell who we are tells it with what we wrote, and one comment is left", async () => {
    const bot = { login: "guard[bot]", type: "Bot" } as const;
    github.comment("acme/shop", number, { ...bot, body: formatBody({ head, job, contained: [one], open: [] }, "") });
    github.fault(({ path }) => (path === "/graphql" ? { status: 404, body: { message: "Not Found" } } : null));
    const access = { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop", ...bot }) };
    const pull = { ...shop, number, head, isFork: false, replaced: null };
    const sticky = new StickyComment(access, pull, { job, clock });
    await sticky.write(messageOf({ text: "hello", contained: [other] }));
    await sticky.settle();
    expect(comments()).toHaveLength(1);
    expect(reports()[0]?.state.contained.toSorted()).toEqual([one, other]);
  });
});
