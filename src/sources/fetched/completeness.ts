import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import { createGitError, type Git } from "../../git/git.ts";
import { splitLines } from "../../git/process-streams.ts";

/** How far a range reaches in a repository that may lack the older part of its history. */
export type Completeness =
  /** Every commit of the range is here, with its parents, and none that the base has is taken for one of them. */
  | { kind: "exact" }
  /**
   * `cut`: commits of the range lack their parents. `doubtful`: they all have them, but the base's history ends too early
   * to tell whether it has some of them too. `oldest` is when the oldest commit in question was made, in seconds since
   * 1970.
   */
  | { kind: "cut" | "doubtful"; oldest: number };

/** What is known of a repository that lacks the older part of its history. */
export type Edge = {
  /** The commits whose parents are not here. */
  shallow: ReadonlySet<string>;
  /** All of the history since then is here, in seconds since 1970; null where it was not cut by date. */
  since: number | null;
};

/** Seconds by which a commit may seem older than its parents: its time is told by the clock of whoever made it. */
const CLOCK_ERROR = 60 * 60;

/**
 * Measures a range. Where no commit of it is cut off from its parents, it has every commit it should have, whatever the
 * times of commits say; only that it has none too many rests on them, as it does within git itself.
 */
export async function measureCompleteness(
  git: Git,
  ends: CommitRange,
  { shallow, since }: Edge,
): Promise<Completeness> {
  const { base } = ends;
  if (shallow.size === 0 || base === null) return { kind: "exact" };
  const walk = await walked(git, ends);
  const oldest = Math.min(walk.oldest, walk.oldestBelow, await timeOf(git, base));
  if (walk.commits.some((commit) => shallow.has(commit))) return { kind: "cut", oldest };
  if (walk.commits.length === 0 || (await allDescend(git, ends, walk.commits.length))) return { kind: "exact" };
  const bound = walk.oldest - CLOCK_ERROR;
  if ((since !== null && since <= bound) || (await youngestOf(git, shallow)) < bound) return { kind: "exact" };
  return { kind: "doubtful", oldest };
}

/** The commits of a range; when the oldest of them was made, and the oldest of their parents outside of it. */
type Walk = { commits: readonly string[]; oldest: number; oldestBelow: number };

async function walked(git: Git, ends: CommitRange): Promise<Walk> {
  const commits: string[] = [];
  let [oldest, oldestBelow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for await (const [mark, commit = "", time] of rows(git, [
    "--boundary",
    "--format=%m %H %ct",
    ...formatRevisions(ends),
  ])) {
    if (mark === "-") {
      oldestBelow = Math.min(oldestBelow, Number(time));
      continue;
    }
    commits.push(commit);
    oldest = Math.min(oldest, Number(time));
  }
  return { commits, oldest, oldestBelow };
}

/** What has the base among its ancestors is no ancestor of the base. */
async function allDescend(git: Git, ends: CommitRange, count: number): Promise<boolean> {
  const ending = await git.ask(["rev-list", "--count", "--ancestry-path", ...formatRevisions(ends), "--"]);
  if (ending.code !== 0) throw createGitError(ending, "count commits");
  return Number(ending.stdout) === count;
}

async function timeOf(git: Git, commit: string): Promise<number> {
  return await youngestOf(git, [commit]);
}

async function youngestOf(git: Git, commits: Iterable<string>): Promise<number> {
  let youngest = Number.NEGATIVE_INFINITY;
  const input = [...commits].map((commit) => `${commit}\n`).join("");
  for await (const [, time] of rows(git, ["--no-walk=unsorted", "--format=_ %ct", "--stdin"], input)) {
    youngest = Math.max(youngest, Number(time));
  }
  return youngest;
}

/** What `rev-list --format` writes for each commit, but for the line it puts before it. */
async function* rows(git: Git, args: readonly string[], input = ""): AsyncGenerator<readonly string[]> {
  const running = git.start(["rev-list", ...args, ...(input === "" ? ["--"] : [])]);
  running.input.end(input);
  for await (const lines of splitLines(running.output)) {
    for (const line of lines) if (!line.startsWith("commit ")) yield line.split(" ");
  }
  const ending = await running.ended;
  if (ending.code !== 0) throw createGitError(ending, "walk a range");
}
