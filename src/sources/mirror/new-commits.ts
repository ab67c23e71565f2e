import type { Git } from "../../git/git.ts";
import { splitLines } from "../../git/process-streams.ts";
import { findRepository } from "../../git/repository.ts";
import { listMissingTrees } from "../fetched/missing-objects.ts";
import type { ScratchRepository } from "../fetched/scratch-repository.ts";
import type { KnownTips } from "./known-tips.ts";
import { type FetchedRefs, listFetchedRefs, type MirrorRef } from "./mirror-refs.ts";

/**
 * What came since a repository was read. Nothing that the `known` commits reach is new. `refs` are those that were
 * fetched, as they are now.
 */
export type NewHistory = { refs: readonly MirrorRef[]; known: readonly string[] };

/** Which refs to look at. */
export type NewHistoryWish = {
  /** All refs of the server. */
  listed: readonly MirrorRef[];
  tips: KnownTips;
  /** The branch whose files tell what is still there; null where it is not known. */
  defaultBranch: string | null;
};

/**
 * How far to go back, until what is new stands on what is known. Commits come alone, some hundred bytes each. The last
 * step fetches all of them (git-fetch(1), `--unshallow`).
 */
const STEPS = ["--depth=50", "--deepen=500", "--depth=2147483647"];

/** Of more new commits the whole repository is fetched: to ask for each object by its name would take longer. */
const MOST_COMMITS = 2000;

/** Memory of git for one commit's changes, as in the walk of a history: a tree may have a billion paths. */
const ALLOCATION_LIMIT = { GIT_ALLOC_LIMIT: "12m" } as const;

/**
 * Fetches the commits that no known tip reaches, and what they brought, into an empty scratch repository. A tip that the
 * server no longer has excludes nothing. Null wherever there is a doubt whether that is all: then everything is to be
 * fetched, into another one.
 */
export async function fetchNewHistory(
  scratch: ScratchRepository,
  { listed, tips, defaultBranch }: NewHistoryWish,
): Promise<NewHistory | null> {
  const head = `refs/heads/${defaultBranch}`;
  const wanted = listed.filter(({ name, oid }) => name === head || !tips.has(oid));
  if (wanted.length === 0) return { refs: [], known: [] };
  const refspecs = wanted.map(({ name }) => `+${name}:${name}`);
  for (const step of STEPS) {
    const { kind } = await scratch.remote.fetch(refspecs, [step, "--filter=tree:0"]);
    if (kind !== "fetched") return null;
    const parents = await readParents(scratch.git);
    const commits = parents && findNewCommits(parents, tips);
    if (!commits || commits.size > MOST_COMMITS) return null;
    const { shallow } = await findRepository(scratch.dir);
    if ([...commits].some((commit) => shallow.has(commit) || (shallow.size > 0 && parents.get(commit)?.length === 0))) {
      continue; // A root may be an old commit whose known descendants lie behind the shallow boundary.
    }
    const fetched = await listFetchedRefs(scratch.git);
    if (!fetched?.isOfCommits) return null;
    return await fetchContents(scratch, { parents, commits, fetched, head });
  }
  return null;
}

/** Commits by name, each with its parents, as far as they are here. */
type Parents = ReadonlyMap<string, readonly string[]>;

async function readParents(git: Git): Promise<Parents | null> {
  const parents = new Map<string, readonly string[]>();
  const running = git.start(["rev-list", "--all", "--parents", "--"]);
  running.input.end();
  for await (const lines of splitLines(running.output)) {
    for (const line of lines) {
      const [commit = "", ...others] = line.split(" ");
      parents.set(commit, others);
    }
  }
  return (await running.exited).code === 0 ? parents : null;
}

/** Those that no known tip reaches. Where history was cut off, fewer are known to be reached, never more. */
function findNewCommits(parents: Parents, tips: KnownTips): ReadonlySet<string> {
  const known = new Set([...parents.keys()].filter((commit) => tips.has(commit)));
  for (const commit of known) for (const parent of parents.get(commit) ?? []) known.add(parent);
  return new Set([...parents.keys()].filter((commit) => !known.has(commit)));
}

/** Fetches trees, and the blobs that the new commits brought: by their names, as nothing else is missing from them. */
async function fetchContents(
  { git, remote }: ScratchRepository,
  found: { parents: Parents; commits: ReadonlySet<string>; fetched: FetchedRefs; head: string },
): Promise<NewHistory | null> {
  const { parents, commits, head } = found;
  const { refs } = found.fetched;
  const boundary = [...commits].flatMap((commit) => parents.get(commit) ?? []).filter((one) => !commits.has(one));
  const heads = refs.filter(({ name }) => name === head).map(({ oid }) => oid);
  const trees = await listMissingTrees(git, [...new Set([...commits, ...boundary, ...heads])]);
  if (trees.length > 0 && (await remote.fetch(trees, ["--filter=blob:none"])).kind !== "fetched") return null;
  const blobs = await listMissingBlobs(git, commits);
  if (blobs === null) return null;
  if (blobs.length > 0 && (await remote.fetch(blobs, ["--filter=blob:none"])).kind !== "fetched") return null;
  const tips = refs.map(({ oid, peeled }) => peeled ?? oid);
  return { refs, known: [...new Set([...boundary, ...tips])].filter((commit) => !commits.has(commit)) };
}

/** The blobs that these commits brought and that are not here; null where git cannot tell. */
async function listMissingBlobs(git: Git, commits: ReadonlySet<string>): Promise<readonly string[] | null> {
  const present = new Set<string>();
  const listing = git.start(["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"]);
  listing.input.end();
  for await (const lines of splitLines(listing.output)) for (const line of lines) present.add(line);
  const brought = new Set<string>();
  const comparing = git.start(["diff-tree", ...DIFF_TREE_OPTIONS], ALLOCATION_LIMIT);
  comparing.input.end([...commits].map((commit) => `${commit}\n`).join(""));
  for await (const lines of splitLines(comparing.output)) {
    for (const line of lines) {
      const blob = BROUGHT.exec(line)?.[1];
      if (blob !== undefined && !present.has(blob)) brought.add(blob);
    }
  }
  const exits = await Promise.all([listing.exited, comparing.exited]);
  return exits.every(({ code }) => code === 0) ? [...brought] : null;
}

/** As the walk of a history compares them (git-diff-tree(1)). */
const DIFF_TREE_OPTIONS = ["--stdin", "--root", "-r", "-c", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff"];

/** The result of an entry: the last mode, of no submodule and of nothing that was removed, and the last object. */
const BROUGHT = /^:+(?:\d{6} )*(?!160000|000000)\d{6} (?:[0-9a-f]{40,64} )*([0-9a-f]{40,64}) [A-Z]/;
