import { createGitError, type Git } from "../git.ts";
import { splitLines } from "../process-streams.ts";

/**
 * What is known already: the history of `commits`, by full object name, and of the refs that `refs` stand for, which are
 * options of git-rev-list(1) (`--all`, `--remotes`).
 */
export type KnownHistory = { commits: readonly string[]; refs: readonly string[] };

/** How many new commits a commit's history has, and the known commits that they stand on. */
export type NewCommits = { count: number; boundary: readonly string[] };

/** Names in one command: Windows allows 32,767 characters. */
const MAX_ARGUMENTS = 400;

/** Those of some commits that are new: no part of the known history. */
export async function listNewAmong(
  git: Git,
  commits: readonly string[],
  known: KnownHistory,
): Promise<ReadonlySet<string>> {
  const wanted = new Set(commits);
  const found = new Set<string>();
  for await (const lines of listUnknown(git, [], commits, known)) {
    for (const line of lines) if (wanted.has(line)) found.add(line);
  }
  return found;
}

/** Finds what a commit's history adds to the known history. The boundary says in a few names what thousands of refs do. */
export async function findNewCommits(git: Git, commit: string, known: KnownHistory): Promise<NewCommits> {
  const boundary: string[] = [];
  let count = 0;
  for await (const lines of listUnknown(git, ["--boundary"], [commit], known)) {
    for (const line of lines) {
      if (line.startsWith("-")) boundary.push(line.slice(1));
      else count += 1;
    }
  }
  return { count, boundary: await dropAncestors(git, boundary) };
}

/** Counts the commits that some objects' history adds to the known history. */
export async function countNewCommits(git: Git, objects: readonly string[], known: KnownHistory): Promise<number> {
  let count = 0;
  for await (const lines of listUnknown(git, ["--count"], objects, known)) count += Number(lines[0] ?? 0);
  return count;
}

/** Keeps the commits that no other of them reaches. A branch that was merged into now and then has a boundary each time. */
async function dropAncestors(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  if (commits.length < 2) return commits;
  const kept: string[] = [];
  for (let at = 0; at < commits.length; at += MAX_ARGUMENTS) {
    const exit = await git.run(["merge-base", "--independent", ...commits.slice(at, at + MAX_ARGUMENTS)]);
    if (exit.code !== 0) throw createGitError(exit, "list commits");
    kept.push(...exit.stdout.split("\n").slice(0, -1));
  }
  return commits.length > MAX_ARGUMENTS && kept.length < commits.length ? await dropAncestors(git, kept) : kept;
}

/** Names go through the input, which has no limit. */
async function* listUnknown(
  git: Git,
  options: readonly string[],
  commits: readonly string[],
  known: KnownHistory,
): AsyncGenerator<readonly string[]> {
  const revList = git.start(["rev-list", ...options, "--stdin", "--not", ...known.refs]);
  revList.input.end([...commits, ...known.commits.map((commit) => `^${commit}`), ""].join("\n"));
  yield* splitLines(revList.output);
  const exit = await revList.exited;
  if (exit.code !== 0) throw createGitError(exit, "list commits");
}
