import { quoteForMessage, UsageError } from "../../errors.ts";
import { createGitError, type Environment, extractComplaint, Git } from "../git.ts";
import { findRepository } from "../repository.ts";

/** A folder inside a repository, and the environment in which git runs there. */
export type RepositoryLocation = { repo: string; environment: Environment };

/**
 * A commit that a range needs and the repository does not have: an end that is unknown here, as after a force-push or in
 * a shallow clone, or the commit at which a shallow clone ends inside the range. Fetching mends it, and so does comparing
 * with another commit.
 */
export class MissingCommit extends UsageError {
  /** The commit as it was named, or the shallow boundary's full object name. */
  readonly commit: string;

  constructor(commit: string, message: string) {
    super(message);
    this.commit = commit;
  }
}

/** The error for an end of a range that is no commit of the repository. */
export function createMissingCommitError(name: string): MissingCommit {
  const isHex = /^[0-9a-f]{40,64}$/.test(name);
  return new MissingCommit(
    name,
    `${isHex ? name : quoteForMessage(name)} is not a commit of this repository; name a branch, a tag or a commit that is, ` +
      "or fetch it first (git fetch; with actions/checkout: fetch-depth: 0).",
  );
}

/** The error for a range that runs past the boundary of a shallow clone, at this commit. */
export function createShallowError(commit: string): MissingCommit {
  return new MissingCommit(
    commit,
    `The repository is a shallow clone and the range runs past its end, at commit ${commit}; fetch the history it lacks ` +
      "(git fetch --unshallow; with actions/checkout: fetch-depth: 0).",
  );
}

/** Whether a name is a full object name, of SHA-1 or SHA-256. */
export function isFullObjectId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}

/** Resolves revisions to the full object names of their commits, with one process; null for what names no commit. */
export async function resolveCommits(git: Git, names: readonly string[]): Promise<readonly (string | null)[]> {
  for (const name of names) {
    // Names go through the input, a line each, so that none can pass for an option.
    if (name === "" || /\p{Cc}/u.test(name))
      throw new UsageError(`${quoteForMessage(name)} cannot be a revision; name a commit.`);
  }
  const exit = await git.run(["cat-file", "--batch-check"], names.map((name) => `${name}^{commit}\n`).join(""));
  const lines = exit.stdout.split("\n").slice(0, -1);
  if (lines.length === names.length) return lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
  // Some names end git: `branch@{upstream}` without an upstream is one.
  const [culprit] = names.slice(lines.length);
  if (culprit === undefined || !/^fatal: .*(?:upstream|branch|log for)/m.test(exit.stderr)) {
    throw createGitError(exit, "look up commits");
  }
  throw new UsageError(
    `${quoteForMessage(culprit)} names no commit (${extractComplaint(exit.stderr)}); name a branch or a commit.`,
  );
}

/**
 * Whether one commit is an ancestor of another, both by full object name. False as well where one of them is not here any
 * more, as after a force-push.
 */
export async function isAncestor(
  { repo, environment }: RepositoryLocation,
  ancestor: string,
  head: string,
): Promise<boolean> {
  if (!isFullObjectId(ancestor) || !isFullObjectId(head)) return false;
  const git = new Git((await findRepository(repo)).gitDir, environment);
  return (await git.run(["merge-base", "--is-ancestor", ancestor, head])).code === 0;
}
