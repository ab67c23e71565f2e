import { expect, test } from "vitest";
import type { FailureKind } from "../../../src/github/api-failure.ts";
import { describeCommentTrouble } from "../../../src/report/wording/pull-request-comment.ts";

const KINDS = {
  "no-answer": /did not answer/,
  outage: /answered 503\. The next run/,
  limited: /slow down \(503\)/,
  "not-the-api": /login page/,
  "bad-token": /github-token/,
  forbidden: /pull-requests: write\. .* issues: write/,
  "kept-out": /single sign-on/,
  locked: /locked/,
  full: /2,500 comments/,
  archived: /archived/,
  "not-found": /may not see .* pull-requests: write/,
  refused: /answered 503\. Please report/,
  fault: /Please report/,
} satisfies Record<FailureKind, RegExp>;

test.each(Object.entries(KINDS))("%s is one warning that says what would help", (name, words) => {
  const kind = name as FailureKind;
  const trouble = { kind, status: kind === "no-answer" ? null : 503 };
  const text = describeCommentTrouble({ write: trouble, memory: trouble }, false) ?? "";
  expect(text).toMatch(/^The comment could not be written: .+\. The result of the check is not affected\.$/);
  expect(text).toMatch(words);
  expect(text).not.toMatch(/null|undefined|\.\./);
});

test("a fork's token needs no advice that cannot be followed", () => {
  const text = describeCommentTrouble({ write: { kind: "forbidden", status: 403 }, memory: null }, true);
  expect(text).toContain("on a fork's pull request GitHub gives no more than read");
  expect(text).not.toContain("Add it");
});

test("memory that could not be read is told though the comment was written", () => {
  const memory = { kind: "outage", status: 502 } as const;
  expect(describeCommentTrouble({ write: null, memory }, false)).toMatch(
    /^The comments of earlier runs could not be read: GitHub answered 502.* A key that they contained may be shown/,
  );
  expect(describeCommentTrouble({ write: null, memory: null }, false)).toBe(null);
});
