import { createGitError, type Git } from "../git.ts";
import { splitLines } from "../process-streams.ts";

/** What of a commit's history is new: whether any of it is, and the known commits where the new ones set in. */
export type NewCommits = { isAny: boolean; boundary: readonly string[] };

/** Those of some commits that are new: neither one of the known ones nor a ref leads to them. */
export async function listNewAmong(
  git: Git,
  commits: readonly string[],
  known: readonly string[],
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = new Set(commits);
  const found = new Set<string>();
  await walk(git, [], commits, known, refs, (line) => {
    if (asked.has(line)) found.add(line);
  });
  return found;
}

/**
 * What a commit's history has that some others' has not. `known` are commits by full object name; `refs` are options of
 * git-rev-list(1) that stand for more of them (`--all`, `--remotes`). What the edge leads to and nothing else is known, so
 * that a few names say what thousands of refs do.
 */
export async function listNewCommits(
  git: Git,
  commit: string,
  known: readonly string[],
  refs: readonly string[],
): Promise<NewCommits> {
  const edge: string[] = [];
  let isAny = false;
  await walk(git, ["--boundary"], [commit], known, refs, (line) => {
    if (line.startsWith("-")) edge.push(line.slice(1));
    else isAny = true;
  });
  return { isAny, boundary: await foremost(git, edge) };
}

/** So many names go into one command: Windows takes 32,767 characters. */
const AT_ONCE = 400;

/** Those that no other leads to. A branch that took over from another now and then has an edge at each of these times. */
async function foremost(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  if (commits.length < 2) return commits;
  const left: string[] = [];
  for (let at = 0; at < commits.length; at += AT_ONCE) {
    const ending = await git.run(["merge-base", "--independent", ...commits.slice(at, at + AT_ONCE)]);
    if (ending.code !== 0) throw createGitError(ending, "tell what a push brings");
    left.push(...ending.stdout.split("\n").slice(0, -1));
  }
  return commits.length > AT_ONCE && left.length < commits.length ? await foremost(git, left) : left;
}

/** Names go through the input: there is no limit to how many those are. */
async function walk(
  git: Git,
  options: readonly string[],
  commits: readonly string[],
  known: readonly string[],
  refs: readonly string[],
  see: (line: string) => void,
): Promise<void> {
  const running = git.start(["rev-list", ...options, "--stdin", "--not", ...refs]);
  running.input.end([...commits, ...known.map((one) => `^${one}`), ""].join("\n"));
  for await (const lines of splitLines(running.output)) for (const line of lines) see(line);
  const ending = await running.exited;
  if (ending.code !== 0) throw createGitError(ending, "tell what a push brings");
}
