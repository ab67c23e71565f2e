import { UsageError } from "../../errors.ts";
import { createGitError, type Environment, extractComplaint, Git } from "../git.ts";
import { quoteForMessage } from "../quoted.ts";
import { findRepository } from "../repository.ts";
import { createMissingCommitError } from "./missing-commit.ts";
import type { CommitRange } from "./rev-list.ts";

/** Whether a name is a full object name, of SHA-1 or SHA-256. */
export function isFullObjectId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}

/** The full object names of the commits that revisions name, in one go; null for what names none. */
export async function resolveCommits(git: Git, names: readonly string[]): Promise<readonly (string | null)[]> {
  for (const name of names) {
    // Names go through the input, a line each, so that none can pass for an option.
    if (name === "" || /\p{Cc}/u.test(name))
      throw new UsageError(`${quoteForMessage(name)} cannot be a revision; name a commit.`);
  }
  const ending = await git.ask(["cat-file", "--batch-check"], names.map((name) => `${name}^{commit}\n`).join(""));
  const lines = ending.stdout.split("\n").slice(0, -1);
  if (lines.length === names.length) return lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
  const [culprit] = names.slice(lines.length);
  if (culprit === undefined || !/^fatal: .*(?:upstream|branch|log for)/m.test(ending.stderr)) {
    throw createGitError(ending, "look up commits");
  }
  throw new UsageError(
    `${quoteForMessage(culprit)} names no commit (${extractComplaint(ending.stderr)}); name a branch or a commit.`,
  );
}

/** Where a range of commits is looked up. */
export type RepositoryLocation = { repo: string; environment: Environment };

/** The ends of a range, by full object names. A MissingCommit for a name that is none here. Full names are taken as they are; a range that lacks them finds out. */
export async function resolveRange(git: Git, base: string | null, head: string): Promise<CommitRange> {
  if (isFullObjectId(head) && (base === null || isFullObjectId(base))) return { base, head };
  const names = base === null ? [head] : [head, base];
  const commits = await resolveCommits(git, names);
  const [headCommit, baseCommit] = commits.map((commit, at) => {
    if (commit === null) throw createMissingCommitError(names[at] ?? "");
    return commit;
  });
  return { base: baseCommit ?? null, head: headCommit ?? head };
}

/** What a range on the command line says: `A..B`, `A...B` (from where they parted), or `A`, which is `A..HEAD`. */
export type RangeWords = { base: string; head: string; fromParting: boolean };

/** Reads a range. A side left out is HEAD, as in gitrevisions(7). */
export function parseRangeWords(range: string): RangeWords {
  const parts = /^(.*?)(\.{2,})(.*)$/s.exec(range.trim());
  if (range.trim() === "" || (parts && (parts[2] ?? "").length > 3) || parts?.[3]?.includes("..")) {
    throw new UsageError(`${quoteForMessage(range)} is not a range; write A..B, A...B, or A for A..HEAD.`);
  }
  if (!parts) return { base: range.trim(), head: "HEAD", fromParting: false };
  const [, base, dots, head] = parts;
  return { base: base || "HEAD", head: head || "HEAD", fromParting: dots === "..." };
}

/** The ends of a range on the command line. */
export async function parseCommitRange(range: string, { repo, environment }: RepositoryLocation): Promise<CommitRange> {
  const { base, head, fromParting } = parseRangeWords(range);
  const git = new Git((await findRepository(repo)).gitDir, environment);
  const ends = await resolveRange(git, base, head);
  if (!fromParting || ends.base === null) return ends;
  const ending = await git.ask(["merge-base", "--end-of-options", ends.base, ends.head]);
  const parting = ending.stdout.trim();
  if (isFullObjectId(parting)) return { base: parting, head: ends.head };
  if (ending.code !== 1 && !/Not a valid commit name/.test(ending.stderr))
    throw createGitError(ending, "find where two commits parted");
  throw new UsageError(
    `${quoteForMessage(range)}: the two share no commit here; write A..B, or fetch their history (git fetch --unshallow).`,
  );
}
