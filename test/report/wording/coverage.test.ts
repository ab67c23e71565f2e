import { expect, test } from "vitest";
import type { Change } from "../../../src/domain/change.ts";
import type { Report } from "../../../src/domain/report.ts";
import {
  describeCleanTitle,
  describeCoverage,
  describeNamedCoverage,
  describeNothing,
} from "../../../src/report/wording/coverage.ts";

type Coverage = Report["coverage"];

const RANGE = { kind: "range", base: "b".repeat(40), head: "c".repeat(40) } as const;
const NONE: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 3 };
const SOME: Coverage = { commits: 1, blobs: 2, bytes: 30, texts: 1, milliseconds: 3 };

test.each<[Change, string]>([
  [{ ...RANGE, name: { text: "HEAD..HEAD", chosenBy: null } }, "Nothing to scan: HEAD..HEAD has no commits"],
  [RANGE, "Nothing to scan: the range has no commits"],
  [{ kind: "staged" }, "Nothing to scan: no file is staged"],
  [{ kind: "history", unreachable: false }, "Nothing to scan: the repository has no commits"],
  [{ kind: "texts", of: "a push" }, "Nothing to scan: the push has no new commits"],
  [{ kind: "texts", of: "a comment" }, "Nothing to scan: a comment without text"],
])("where nothing was read, no title says that no key was found: %o", (change, title) => {
  expect(describeCleanTitle({ change, coverage: NONE })).toBe(title);
  expect(describeCleanTitle({ change, coverage: SOME })).toBe("No OpenAI keys found");
});

test("a stream counts as one text, and may be empty all the same", () => {
  const change = { kind: "stdin", name: "stdin" } as const;
  expect(describeNothing({ change, coverage: { ...NONE, texts: 1 } })).toBe(
    "Nothing to scan: standard input was empty",
  );
  expect(describeNothing({ change, coverage: { ...NONE, texts: 1, bytes: 1 } })).toBeNull();
});

test("a range that was chosen is named with why, and one that was typed is not", () => {
  const named = (chosenBy: "upstream" | "local-default" | "all-commits" | null, text = "main..HEAD") =>
    describeNamedCoverage({ change: { ...RANGE, name: { text, chosenBy } }, coverage: SOME });
  const read = "1 commit, 2 blobs, 30 bytes, 1 text in 3 ms";
  expect(named(null)).toBe(read);
  expect(named("upstream", "origin/main..HEAD")).toBe(`origin/main..HEAD: ${read}`);
  expect(named("local-default")).toBe(`main..HEAD (this branch has no upstream): ${read}`);
  expect(named("all-commits", "HEAD")).toBe(`all commits of HEAD (there is no other branch to compare with): ${read}`);
});

test.each([
  [["services/a/**"], 12, "none of the 12 changed files is under services/a/**"],
  [["a", "b"], 1, "the only changed file is not under a or b"],
  [["a", "b", "c", "d"], 2, "none of the 2 changed files is under a or b or 2 other globs"],
])("a change beside the paths is told with how many files it has: %o", (globs, changedFiles, words) => {
  const coverage = { ...SOME, untouched: { globs, changedFiles } };
  expect(describeNamedCoverage({ change: RANGE, coverage })).toMatch(
    new RegExp(`^${words.replaceAll("*", "\\*")}, 1 commit`),
  );
  // Elsewhere the globs are not quoted: each medium would have to escape them.
  expect(describeCoverage({ change: RANGE, coverage })).toContain("under paths, 1 commit");
});
