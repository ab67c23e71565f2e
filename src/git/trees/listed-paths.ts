import { type CommitRange, formatRevisions } from "../commits/commit-range.ts";
import type { Git, GitProcess } from "../git.ts";
import { pipeTo, splitLines, splitTokens } from "../process-streams.ts";

/** Paths as git lists them, while it lists them. `isComplete`, once all were read: whether git listed all there are. */
export type ListedPaths = { paths: AsyncIterable<string>; isComplete: () => Promise<boolean> };

/** Paths as `git diff-tree` and its kin print them. */
const NAMES = ["-r", "-z", "--name-only", "--no-renames"];

/** Beyond as many commits nobody waits for the paths that each of them touched. */
const MAX_COMMITS = 10_000;

/** Lists the files of a commit, below a folder or of that name; all of them when the name is empty. */
export function listTreePaths(git: Git, commit: string, below: string): ListedPaths {
  const where = below === "" ? [] : ["--", below];
  return readPaths(git.start(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, ...where]));
}

/** Lists the files of the index, as `listTreePaths` does. */
export function listIndexPaths(git: Git, below: string): ListedPaths {
  return readPaths(git.start(["ls-files", "--cached", "-z", "--full-name", ...(below === "" ? [] : ["--", below])]));
}

/** Lists the files that differ between two commits: what a range changes in the end. */
export function listChangedPaths(git: Git, base: string, head: string): ListedPaths {
  return readPaths(git.start(["diff-tree", ...NAMES, "--end-of-options", base, head]));
}

/** Lists the files that are staged, and differ from HEAD. */
export function listStagedPaths(git: Git): ListedPaths {
  return readPaths(git.start(["diff-index", "--cached", ...NAMES.slice(1), "HEAD", "--"]));
}

/** Lists the files that each commit of a range touches, of which the range may undo some. A file may come several times. */
export function listTouchedPaths(git: Git, range: CommitRange): ListedPaths {
  return listTouched(git, ["--end-of-options", ...formatRevisions(range), "--"]);
}

/** Lists the files that any commit of any branch or tag touches. */
export function listPathsOfHistory(git: Git): ListedPaths {
  return listTouched(git, ["--all"]);
}

function listTouched(git: Git, revisions: readonly string[]): ListedPaths {
  const revList = git.start(["rev-list", `--max-count=${MAX_COMMITS + 1}`, ...revisions]);
  revList.input.end();
  const diffTree = git.start(["diff-tree", "--stdin", "-m", "--root", "--no-commit-id", ...NAMES]);
  let commits = 0;
  const count = async function* () {
    for await (const lines of splitLines(revList.output)) {
      commits += lines.length;
      yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
    }
  };
  pipeTo(count(), diffTree.input).catch(() => diffTree.input.end()); // The exits tell what went wrong.
  return {
    paths: stopAfterwards(splitTokens(diffTree.output), [diffTree, revList]),
    isComplete: async () => {
      const exits = await Promise.all([diffTree.exited, revList.exited]);
      return commits <= MAX_COMMITS && exits.every(({ code }) => code === 0);
    },
  };
}

function readPaths(running: GitProcess): ListedPaths {
  running.input.end();
  return {
    paths: stopAfterwards(splitTokens(running.output), [running]),
    isComplete: async () => (await running.exited).code === 0,
  };
}

/** Whoever has found what it looks for leaves, and the processes end. */
async function* stopAfterwards(paths: AsyncIterable<string>, running: readonly GitProcess[]): AsyncGenerator<string> {
  let hasEnded = false;
  try {
    yield* paths;
    hasEnded = true;
  } finally {
    if (!hasEnded) for (const one of running) one.stop();
  }
}
