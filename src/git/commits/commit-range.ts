import { quoteForMessage, UsageError } from "../../errors.ts";
import { describeEmptyHead, describeNoRange, describeUnrelated } from "../../messages/errors/command-line/range.ts";
import { createGitError, Git } from "../git.ts";
import { findRepository } from "../repository.ts";
import { createMissingCommitError, isFullObjectId, type RepositoryLocation, resolveCommits } from "./revisions.ts";

/**
 * The commits that `head` has and `base` does not, by full object names. A null base means everything that `head` has.
 * `known` are more commits whose history is not part of the range.
 */
export type CommitRange = { base: string | null; head: string; known?: readonly string[] };

/** A range on the command line: `A..B`, `A...B` (from their merge base), or `A`, which is `A..HEAD`. */
export type RangeExpression = { base: string; head: string; fromMergeBase: boolean };

/** The arguments with which gitrevisions(7) spells a range. */
export function formatRevisions({ base, head, known = [] }: CommitRange): readonly string[] {
  return [head, ...(base === null ? [] : [base, ...known]).map((commit) => `^${commit}`)];
}

/**
 * Names that stand for nothing where a range begins: all zeros, which servers give for the commit before a branch's first
 * push, and the empty tree, of SHA-1 and of SHA-256.
 */
const NOTHING = [
  "0".repeat(40),
  "0".repeat(64),
  "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
];

/**
 * Resolves both ends of a range. A base that stands for nothing is null. Full object names are taken as they are: the
 * reading of the range finds out when one is missing.
 *
 * @throws MissingCommit for a name that is no commit of this repository.
 */
export async function resolveRange(git: Git, base: string | null, head: string): Promise<CommitRange> {
  if (NOTHING.includes(head)) {
    throw new UsageError(describeEmptyHead(head));
  }
  if (base !== null && NOTHING.includes(base)) return await resolveRange(git, null, head);
  if (isFullObjectId(head) && (base === null || isFullObjectId(base))) return { base, head };
  const names = base === null ? [head] : [head, base];
  const [headCommit, baseCommit] = await resolveCommits(git, names);
  if (!headCommit) throw createMissingCommitError(head);
  if (base === null || isAbbreviatedNothing(base, baseCommit)) return { base: null, head: headCommit };
  if (!baseCommit) throw createMissingCommitError(base);
  return { base: baseCommit, head: headCommit };
}

/** The empty tree and zeros are often written short. */
function isAbbreviatedNothing(name: string, commit: string | null | undefined): boolean {
  return !commit && name.length >= 7 && NOTHING.some((nothing) => nothing.startsWith(name));
}

/** Parses a range. A side left out is HEAD, as in gitrevisions(7). */
export function parseRangeExpression(range: string): RangeExpression {
  const parts = /^(.*?)(\.{2,})(.*)$/s.exec(range.trim());
  if (range.trim() === "" || (parts && (parts[2] ?? "").length > 3) || parts?.[3]?.includes("..")) {
    throw new UsageError(describeNoRange(quoteForMessage(range)));
  }
  if (!parts) return { base: range.trim(), head: "HEAD", fromMergeBase: false };
  const [, base, dots, head] = parts;
  return { base: base || "HEAD", head: head || "HEAD", fromMergeBase: dots === "..." };
}

/** Resolves a range as it is written on the command line. */
export async function parseCommitRange(range: string, { repo, environment }: RepositoryLocation): Promise<CommitRange> {
  const { base, head, fromMergeBase } = parseRangeExpression(range);
  const git = new Git((await findRepository(repo)).gitDir, environment);
  const resolved = await resolveRange(git, base, head);
  if (!fromMergeBase || resolved.base === null) return resolved;
  const exit = await git.run(["merge-base", "--end-of-options", resolved.base, resolved.head]);
  const mergeBase = exit.stdout.trim();
  if (isFullObjectId(mergeBase)) return { base: mergeBase, head: resolved.head };
  if (exit.code !== 1 && !/Not a valid commit name/.test(exit.stderr)) throw createGitError(exit, "compare commits");
  throw new UsageError(describeUnrelated(quoteForMessage(range)));
}
