import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { broughtBy } from "../../src/github/event.ts";

const [base, head, zero] = ["b".repeat(40), "a".repeat(40), "0".repeat(40)];
const repository = { full_name: "acme/shop", private: true, visibility: "private", default_branch: "main" };

function pullRequest(differing: object = {}, event: object = {}) {
  const repo = { full_name: "acme/shop" };
  const pull_request = { number: 7, comments: 0, head: { sha: head, repo }, base: { sha: base, repo }, ...differing };
  return broughtBy("pull_request", { action: "opened", repository, pull_request, ...event });
}

describe("what an event brought", () => {
  test("a pull request brought what its head has and its base has not", () => {
    expect(pullRequest()).toEqual({
      range: { base, head },
      ref: null,
      defaultBranch: "main",
      isPublic: false,
      pull: { owner: "acme", repo: "shop", number: 7, head, isFork: false, replaced: null },
    });
  });

  test.each([
    ["of another repository", { sha: head, repo: { full_name: "eve/shop" } }],
    ["of a fork that was deleted", { sha: head, repo: null }],
  ])("a head %s is a fork's", (_, forked) => {
    expect(pullRequest({ head: forked }).pull?.isFork).toBe(true);
  });

  test("a push to a pull request replaced a head, which matters where there are comments", () => {
    const pushed = { action: "synchronize", before: "d".repeat(40), after: head };
    expect(pullRequest({ comments: 2 }, pushed).pull?.replaced).toBe("d".repeat(40));
    expect(pullRequest({ comments: 0 }, pushed).pull?.replaced).toBe(null);
    expect(pullRequest({ comments: 2 }, { action: "labeled" }).pull?.replaced).toBe(null);
  });

  test("a push brought its commits; a new branch has no base, and a deleted one brought nothing", () => {
    const push = (before: string, after: string) =>
      broughtBy("push", { ref: "refs/heads/x", before, after, repository });
    expect(push(base, head)).toMatchObject({ range: { base, head }, ref: "refs/heads/x", pull: null });
    expect(push(zero, head)).toMatchObject({ range: { base: null, head } });
    expect(push(base, zero)).toMatchObject({ range: null });
  });

  test.each([
    [{ private: true }, false],
    [{ private: false, visibility: "internal" }, false],
    [{ private: false, visibility: "public" }, true],
    [{}, true],
  ])("a repository that does not say it is private counts as public: %o", (said, isPublic) => {
    const pushed = { ref: "refs/heads/x", before: base, after: head, repository: said };
    expect(broughtBy("push", pushed).isPublic).toBe(isPublic);
  });

  test("any other event is refused with the ones that work", () => {
    expect(() => broughtBy("issue_comment", {})).toThrow(UsageError);
    expect(() => broughtBy("issue_comment", {})).toThrow(
      '"issue_comment", which it cannot read; it works on pull_request and push.',
    );
  });

  test.each([
    null,
    [],
    "x",
    {},
    { pull_request: null },
    { pull_request: { head: {} } },
  ])("a payload that is not GitHub's is refused: %o", (payload) => {
    expect(() => broughtBy("pull_request", payload)).toThrow(UsageError);
    expect(() => broughtBy("push", payload)).toThrow(UsageError);
  });
});
