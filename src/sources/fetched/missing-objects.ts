import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import { listMissing } from "../../git/commits/rev-list.ts";
import { createGitError, type Git } from "../../git/git.ts";
import { splitLines } from "../../git/process-streams.ts";
import type { FetchResult } from "./fetch-result.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** What became of objects that were requested: how many are still missing, and the result of the last fetch. */
export type ObjectFetch = { missing: number; result: FetchResult };

/** After this many objects that the server does not have, the remaining ones are given up. */
const MAX_UNKNOWN_OBJECTS = 20;

/**
 * Fetches the trees and then the blobs that a range introduced, with one request for each. `commits` is the number of
 * commits in the range.
 */
export async function fetchRangeObjects(
  scratch: ScratchRepository,
  range: CommitRange,
): Promise<ObjectFetch & { commits: number }> {
  const listed = await listRevisions(scratch.git, ["--boundary", ...formatRevisions(range), "--"]);
  // Commits on the boundary have a minus before them.
  const ids = listed.map((line) => line.replace(/^-/, ""));
  const trees = await fetchObjects(scratch, await listMissingTrees(scratch.git, ids));
  const blobs = await fetchObjects(scratch, await listMissing(scratch.git, formatRevisions(range)));
  const commits = listed.filter((line) => !line.startsWith("-")).length;
  return { ...(trees.missing > 0 ? trees : blobs), commits };
}

/** Fetches the trees and the blobs of one commit. */
export async function fetchCommitObjects(scratch: ScratchRepository, commit: string): Promise<ObjectFetch> {
  const trees = await fetchObjects(scratch, await listMissingTrees(scratch.git, [commit]));
  const blobs = await fetchObjects(scratch, await listMissing(scratch.git, [`${commit}^{tree}`]));
  return trees.missing > 0 ? trees : blobs;
}

/** Fetches objects by their names. */
export async function fetchObjects(
  { remote }: ScratchRepository,
  oids: Iterable<string>,
  options: readonly string[] = ["--filter=blob:none"],
): Promise<ObjectFetch> {
  const wanted = new Set(oids);
  const count = wanted.size;
  let result: FetchResult = { kind: "fetched" };
  while (wanted.size > 0 && count - wanted.size < MAX_UNKNOWN_OBJECTS) {
    result = await remote.fetch([...wanted], options);
    if (result.kind === "fetched") return { missing: count - wanted.size, result };
    // A single object that the server lacks fails the whole request, so that it is repeated without that object.
    if (result.kind !== "unknown" || !wanted.delete(result.name)) break;
  }
  return { missing: count, result };
}

/** The root trees of these commits that are not here. A root tree that is here came with all trees below it. */
export async function listMissingTrees(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  const options = ["--no-walk=unsorted", "--objects", "--missing=print", "--filter=tree:1", "--stdin"];
  const lines = await listRevisions(git, options, commits.map((commit) => `${commit}\n`).join(""));
  return lines.flatMap((line) => (line.startsWith("?") ? [line.slice(1)] : []));
}

async function listRevisions(git: Git, args: readonly string[], input = ""): Promise<readonly string[]> {
  const revisions: string[] = [];
  const running = git.start(["rev-list", ...args]);
  running.input.end(input);
  for await (const lines of splitLines(running.output)) for (const line of lines) revisions.push(line);
  const exit = await running.exited;
  if (exit.code !== 0) throw createGitError(exit, "list commits");
  return revisions;
}
