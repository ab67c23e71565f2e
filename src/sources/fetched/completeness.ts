import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import { listMissing } from "../../git/commits/rev-list.ts";
import { isFullObjectId, type RepositoryLocation } from "../../git/commits/revisions.ts";
import { createGitError, Git } from "../../git/git.ts";
import { splitLines } from "../../git/process-streams.ts";
import { findRepository, type Repository } from "../../git/repository.ts";

/** How much of a range a repository holds that may lack older history. */
export type Completeness =
  /** Every commit of the range is here with its parents, and no commit of the base is mistaken for one of the range. */
  | { kind: "exact" }
  /**
   * `cut`: commits of the range lack their parents. `doubtful`: all commits have their parents, but the base's history
   * ends too early to tell which of them the base has too. `oldest` is the commit time of the oldest commit in question,
   * in seconds since 1970.
   */
  | { kind: "cut" | "doubtful"; oldest: number };

/** Where the history of a shallow repository ends. */
export type ShallowBoundary = {
  /** The commits whose parents are not here. */
  shallow: ReadonlySet<string>;
  /** All history since this time is here, in seconds since 1970; null where it was not cut by date. */
  since: number | null;
};

/** Seconds by which a commit may look older than its parents: its time comes from its committer's clock. */
const CLOCK_ERROR = 60 * 60;

/**
 * Tells whether a local repository has everything that a range introduced, so that nothing need be fetched. False where
 * there is no repository, where an end is missing, where a shallow clone does not reach far enough, and where a partial
 * clone lacks contents. The ends are full object IDs.
 */
export async function hasWholeRange({ repo, environment }: RepositoryLocation, range: CommitRange): Promise<boolean> {
  const { base, head } = range;
  if (!isFullObjectId(head) || (base !== null && !isFullObjectId(base))) return false;
  const repository = await findRepository(repo).catch(() => null);
  if (!repository) return false;
  const git = new Git(repository.gitDir, environment);
  return (await hasCommits(git, range)) && (await reachesFarEnough(git, range, repository));
}

/** Walks the history, because in a partial clone other commands would try to fetch a commit that is missing. */
async function hasCommits(git: Git, range: CommitRange): Promise<boolean> {
  const { code } = await git.run(["rev-list", "--max-count=1", ...formatRevisions(range), "--"]);
  return code === 0;
}

async function reachesFarEnough(git: Git, range: CommitRange, { shallow, isPartial }: Repository): Promise<boolean> {
  if (shallow.size > 0) {
    if (range.base === null) return false;
    const { kind } = await measureCompleteness(git, range, { shallow, since: null });
    if (kind !== "exact") return false;
  }
  return !isPartial || (await listMissing(git, formatRevisions(range))).size === 0;
}

/**
 * Measures how much of a range is here. If every commit of the range has its parents, none is missing, whatever the
 * commit times say. That none of them belongs to the base rests on commit times, as it does within git.
 */
export async function measureCompleteness(
  git: Git,
  range: CommitRange,
  { shallow, since }: ShallowBoundary,
): Promise<Completeness> {
  const { base } = range;
  if (shallow.size === 0 || base === null) return { kind: "exact" };
  const { commits, oldestCommit, oldestParent } = await walkRange(git, range);
  const oldest = Math.min(oldestCommit, oldestParent, await findNewestTime(git, [base]));
  if (commits.some((commit) => shallow.has(commit))) return { kind: "cut", oldest };
  if (commits.length === 0 || (await allDescendFromBase(git, range, commits.length))) return { kind: "exact" };
  const limit = oldestCommit - CLOCK_ERROR;
  if ((since !== null && since <= limit) || (await findNewestTime(git, shallow)) < limit) return { kind: "exact" };
  return { kind: "doubtful", oldest };
}

/** The commits of a range, the time of the oldest of them, and the time of the oldest parent outside the range. */
type RangeWalk = { commits: readonly string[]; oldestCommit: number; oldestParent: number };

async function walkRange(git: Git, range: CommitRange): Promise<RangeWalk> {
  const commits: string[] = [];
  let [oldestCommit, oldestParent] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const args = ["--boundary", "--format=%m %H %ct", ...formatRevisions(range)];
  for await (const [mark, commit = "", time] of listFormatted(git, args)) {
    if (mark === "-") {
      oldestParent = Math.min(oldestParent, Number(time));
      continue;
    }
    commits.push(commit);
    oldestCommit = Math.min(oldestCommit, Number(time));
  }
  return { commits, oldestCommit, oldestParent };
}

/** A commit that has the base among its ancestors cannot be an ancestor of the base. */
async function allDescendFromBase(git: Git, range: CommitRange, count: number): Promise<boolean> {
  const exit = await git.run(["rev-list", "--count", "--ancestry-path", ...formatRevisions(range), "--"]);
  if (exit.code !== 0) throw createGitError(exit, "count commits");
  return Number(exit.stdout) === count;
}

/** The commit time of the newest of these commits, in seconds since 1970. */
async function findNewestTime(git: Git, commits: Iterable<string>): Promise<number> {
  let newest = Number.NEGATIVE_INFINITY;
  const input = [...commits].map((commit) => `${commit}\n`).join("");
  for await (const [, time] of listFormatted(git, ["--no-walk=unsorted", "--format=_ %ct", "--stdin"], input)) {
    newest = Math.max(newest, Number(time));
  }
  return newest;
}

/** The words that `rev-list --format` writes for each commit, without the `commit` line that precedes them. */
async function* listFormatted(git: Git, args: readonly string[], input = ""): AsyncGenerator<readonly string[]> {
  const running = git.start(["rev-list", ...args, ...(input === "" ? ["--"] : [])]);
  running.input.end(input);
  for await (const lines of splitLines(running.output)) {
    for (const line of lines) if (!line.startsWith("commit ")) yield line.split(" ");
  }
  const exit = await running.exited;
  if (exit.code !== 0) throw createGitError(exit, "list commits");
}
