import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import { listMissing } from "../../git/commits/rev-list.ts";
import { createGitError, type Git } from "../../git/git.ts";
import { splitLines } from "../../git/process-streams.ts";
import type { Fetched } from "./fetched.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** What came of objects that were asked for: how many are still missing, and how the last fetch ended. */
export type Filled = { missing: number; last: Fetched };

/** So many objects may be unknown to the server before it is no longer asked for the others. */
const UNKNOWN_LIMIT = 20;

/**
 * Fetches the trees and the contents that a range brought: one request for each, whatever their number. `count` says how
 * many commits it has.
 */
export async function fillRange(filling: ScratchRepository, ends: CommitRange): Promise<Filled & { count: number }> {
  const commits = await listed(filling.git, ["--boundary", ...formatRevisions(ends), "--"]);
  const trees = await filled(filling, await treesMissingFrom(filling.git, commits));
  const contents = await filled(filling, [...(await listMissing(filling.git, formatRevisions(ends)))]);
  const count = commits.filter((commit) => !commit.startsWith("-")).length;
  return { ...(trees.missing > 0 ? trees : contents), count };
}

/** Fetches what the tree of a commit holds. */
export async function fillTree(filling: ScratchRepository, commit: string): Promise<Filled> {
  const trees = await filled(filling, await treesMissingFrom(filling.git, [commit]));
  const contents = await filled(filling, [...(await listMissing(filling.git, [`${commit}^{tree}`]))]);
  return trees.missing > 0 ? trees : contents;
}

async function filled({ remote }: ScratchRepository, wanted: readonly string[]): Promise<Filled> {
  const left = new Set(wanted);
  let last: Fetched = { kind: "fetched" };
  while (left.size > 0 && wanted.length - left.size < UNKNOWN_LIMIT) {
    last = await remote.fetch([...left], ["--filter=blob:none"]);
    if (last.kind === "fetched") return { missing: wanted.length - left.size, last };
    // One object that the server lacks ends its answer; without it the others can be had.
    if (last.kind !== "unknown" || !left.delete(last.name)) break;
  }
  return { missing: wanted.length, last };
}

/** The trees at the top of these commits that are not here. One that is here came with all that are below it. */
async function treesMissingFrom(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  const options = ["--no-walk=unsorted", "--objects", "--missing=print", "--filter=tree:1", "--stdin"];
  const lines = await listed(git, options, commits.map((commit) => `${commit.replace(/^-/, "")}\n`).join(""));
  return lines.flatMap((line) => (line.startsWith("?") ? [line.slice(1)] : []));
}

async function listed(git: Git, args: readonly string[], input = ""): Promise<readonly string[]> {
  const all: string[] = [];
  const running = git.start(["rev-list", ...args]);
  running.input.end(input);
  for await (const lines of splitLines(running.output)) for (const line of lines) all.push(line);
  const ending = await running.ended;
  if (ending.code !== 0) throw createGitError(ending, "list commits");
  return all;
}
