import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { parseEvent } from "../../src/github/event.ts";
import type { RunnerEvent } from "../../src/sandbox/runner/runner-events.ts";
import { dispatchEvent, mergeGroupEvent, scheduleEvent, TEXT_EVENTS, workflowRunEvent } from "../support/events.ts";

const [base, head, zero] = ["b".repeat(40), "a".repeat(40), "0".repeat(40)];
const repository = { full_name: "acme/shop", private: true, visibility: "private", default_branch: "main" };
const hosted = {
  fullName: "acme/shop",
  visibility: "private",
  defaultBranch: "main",
  isFork: false,
  origin: "https://github.example",
} as const;

const brought = ({ name, payload }: RunnerEvent) => parseEvent(name, JSON.parse(JSON.stringify(payload)));

function pullRequest(differing: object = {}, event: object = {}, name = "pull_request") {
  const repo = { full_name: "acme/shop" };
  const ends = { head: { sha: head, ref: "feature", repo }, base: { sha: base, repo } };
  const pull_request = { number: 7, comments: 0, commits: 3, title: "Add", body: null, ...ends, ...differing };
  return parseEvent(name, { action: "opened", repository, pull_request, ...event });
}

describe("a pull request", () => {
  test("brought what its head has and its base has not, and its texts", () => {
    expect(pullRequest()).toEqual({
      target: { kind: "range", base, head, refs: ["refs/pull/7/head"], commits: 3 },
      texts: [{ of: { what: "title of the pull request", url: null, author: null, at: null }, text: "Add" }],
      ref: "refs/heads/feature",
      pushed: null,
      defaultBranch: "main",
      isPublic: false,
      secretsWithheld: false,
      pull: { owner: "acme", repo: "shop", number: 7, head, isFork: false, replaced: null },
    });
  });

  test.each([
    ["of another repository", { sha: head, ref: "x", repo: { full_name: "eve/shop" } }],
    ["of a fork that was deleted", { sha: head, ref: "x", repo: null }],
  ])("whose head is %s is a fork's, which gets secrets under pull_request_target alone", (_, forked) => {
    expect(pullRequest({ head: forked })).toMatchObject({ pull: { isFork: true }, secretsWithheld: true });
    const targeted = pullRequest({ head: forked }, {}, "pull_request_target");
    expect(targeted).toMatchObject({ pull: { isFork: true }, secretsWithheld: false });
  });

  test("that was pushed to has a replaced head, which matters where there are comments", () => {
    const pushed = { action: "synchronize", before: "d".repeat(40), after: head };
    expect(pullRequest({ comments: 2 }, pushed).pull?.replaced).toBe("d".repeat(40));
    expect(pullRequest({ comments: 0 }, pushed).pull?.replaced).toBe(null);
    expect(pullRequest({ comments: 2 }, { action: "labeled" }).pull?.replaced).toBe(null);
  });
});

describe("a push", () => {
  const push = (before: string, after: string, ref = "refs/heads/x") =>
    parseEvent("push", { ref, before, after, repository });

  test("brought its commits, and a new branch its name", () => {
    expect(push(base, head)).toMatchObject({ target: { base, head, refs: ["refs/heads/x"] }, ref: null, pull: null });
    expect(push(zero, head)).toMatchObject({ target: { base: null, head }, ref: "refs/heads/x" });
    expect(push(zero, head, "refs/tags/v1")).toMatchObject({ target: { base: null }, ref: "refs/tags/v1" });
  });

  test("says when it brought those commits that no earlier push had", () => {
    const commits = [
      { id: head, distinct: true },
      { id: base, distinct: false },
      { id: "short", distinct: true },
    ];
    const event = { ref: "refs/heads/x", before: base, after: head, commits };
    const told = parseEvent("push", { ...event, repository: { ...repository, pushed_at: 1_795_428_000 } });
    expect(told.pushed).toEqual({ at: new Date("2026-11-23T10:00:00Z"), commits: new Set([head]) });
    expect(parseEvent("push", { ...event, repository }).pushed).toBe(null);
  });

  test("that deleted a branch brought nothing, whatever the length of object names", () => {
    expect(push(base, zero).target.kind).toBe("nothing");
    expect(push("b".repeat(64), "0".repeat(64)).target.kind).toBe("nothing");
  });
});

describe("another event", () => {
  test("a merge group brought what the queue would merge, and no pull request of its own", () => {
    expect(brought(mergeGroupEvent(hosted, { base, head, number: 7 }))).toMatchObject({
      target: { kind: "range", base, head, refs: [`refs/heads/gh-readonly-queue/main/pr-7-${base}`] },
      pull: null,
    });
  });

  test("a run behind a pull request's own says its commit, and no pull request", () => {
    expect(brought(workflowRunEvent(hosted, { head, fork: "eve/shop" }))).toMatchObject({
      target: { kind: "workflow-run", head, headOwner: "eve", headBranch: "feature" },
      pull: null,
    });
  });

  test("a run behind a push is refused, since nothing says what that push brought", () => {
    expect(() => brought(workflowRunEvent(hosted, { head, event: "push" }))).toThrow(/not for a pull request.*push/);
  });

  test.each(Object.keys(TEXT_EVENTS))("%s brought its text", (name) => {
    const event = TEXT_EVENTS[name]?.(hosted, "the words");
    const { target, texts, pull } = brought(event ?? scheduleEvent());
    expect(target.kind).toBe("texts");
    expect(texts.at(-1)).toMatchObject({ text: "the words", of: { url: expect.stringContaining("https://") } });
    expect(texts.at(-1)?.of.author ?? "ada").toBe("ada");
    expect(pull).toBe(null);
  });

  test("a schedule and a press of the button mean the history, and a schedule's repository counts as public", () => {
    expect(brought(scheduleEvent())).toMatchObject({ target: { kind: "history" }, isPublic: true });
    expect(brought(dispatchEvent(hosted))).toMatchObject({ target: { kind: "history" }, isPublic: false });
  });

  test("an event that brings nothing to read is refused with those that work", () => {
    expect(() => parseEvent("watch", {})).toThrow(UsageError);
    expect(() => parseEvent("watch", {})).toThrow(/"watch".*pull_request, pull_request_target, push, merge_group/);
    expect(() => parseEvent("constructor", {})).toThrow(UsageError);
  });
});

test.each([
  [{ private: true }, false],
  [{ private: false, visibility: "internal" }, false],
  [{ private: false, visibility: "public" }, true],
  [{}, true],
])("a repository that does not say it is private counts as public: %o", (said, isPublic) => {
  const pushed = { ref: "refs/heads/x", before: base, after: head, repository: said };
  expect(parseEvent("push", pushed).isPublic).toBe(isPublic);
});

describe("an edited pull request", () => {
  test("is read again: the description as it is now, and all that it has over its new base", () => {
    const changes = { body: { from: "old" }, base: { ref: { from: "main" }, sha: { from: base } } };
    const moved = { body: "new", base: { sha: "e".repeat(40), ref: "release", repo: { full_name: "acme/shop" } } };
    const { target, texts, pull } = pullRequest(moved, { action: "edited", changes });
    expect(target).toMatchObject({ kind: "range", base: "e".repeat(40), head });
    expect(texts.map(({ text }) => text)).toEqual(["Add", "new"]);
    expect(pull?.replaced).toBe(null);
  });
});

describe("a text event without its text is refused, for nothing was read", () => {
  const THINGS: Readonly<Record<string, string>> = {
    issues: "issue",
    issue_comment: "comment",
    pull_request_review: "review",
    pull_request_review_comment: "comment",
    commit_comment: "comment",
    discussion: "discussion",
    discussion_comment: "comment",
    release: "release",
  };

  test("as every text event is known here", () => {
    expect(Object.keys(THINGS).toSorted()).toEqual(Object.keys(TEXT_EVENTS).toSorted());
  });

  test.each(Object.entries(THINGS))("%s without a sound %s", (name, field) => {
    for (const thing of [
      undefined,
      null,
      "x",
      7,
      [],
      {},
      { title: null, body: 7 },
      { title: "x", name: "x", body: [] },
    ]) {
      expect(() => parseEvent(name, { repository, [field]: thing }), JSON.stringify(thing)).toThrow(
        /It must be the payload/,
      );
    }
  });

  test("but somebody may approve without a word, and describe an issue or a release by its title alone", () => {
    expect(parseEvent("pull_request_review", { repository, review: { body: null } }).texts).toEqual([]);
    expect(parseEvent("issues", { repository, issue: { title: "x", body: null } }).texts).toHaveLength(1);
    expect(parseEvent("release", { repository, release: { name: "v1", body: null } }).texts).toHaveLength(1);
  });
});

test.each([
  null,
  [],
  "x",
  {},
  { pull_request: null },
  { pull_request: { head: {} } },
  { repository, pull_request: { number: 7, title: "x", head: { sha: head } } },
  { repository, pull_request: { number: 7, title: "x", base: { sha: base }, head: { sha: 7 } } },
  { repository, pull_request: { number: 7, title: "x", base: { sha: "HEAD" }, head: { sha: head } } },
  { repository, before: "main", after: head, ref: "refs/heads/x" },
  { repository, merge_group: { base_sha: base.slice(0, 7), head_sha: head } },
  { repository, pull_request: { number: 7, base: { sha: base }, head: { sha: head } } },
])("a payload that is not GitHub's is refused: %o", (payload) => {
  for (const name of ["pull_request", "push", "merge_group", "workflow_run"]) {
    expect(() => parseEvent(name, payload)).toThrow(UsageError);
  }
});
