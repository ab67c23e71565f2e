import { UsageError } from "../../errors.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import { isFullObjectId } from "../../git/commits/revisions.ts";
import type { Git } from "../../git/git.ts";
import { describeInvalidCommit, describeInvalidRef } from "../../messages/errors/fetch.ts";
import type { FetchResult } from "./fetch-result.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** The endpoints of a range, and the refs to try where the server does not serve them by object ID. */
export type RangeEndpoints = {
  /** A full object ID, or null where there was nothing before. */
  base: string | null;
  /** A full object ID. */
  head: string;
  /** Refs whose history contains the head. */
  refs: readonly string[];
  /** Refs to compare with where there is no base, or where the server no longer has it. */
  baseRefs: readonly string[];
};

/**
 * Both endpoints, or the result of the fetch that failed. `refs` are the names by which the server serves them;
 * `isBaseReplaced`: the base is not the one that was given, but a ref that stands in for it.
 */
export type EndpointFetch =
  | { kind: "fetched"; range: CommitRange; refs: readonly string[]; isBaseReplaced: boolean }
  | { kind: "failed"; result: FetchResult };

/** The refs of the scratch repository that hold the endpoints. */
const [HEAD_REF, BASE_REF] = ["refs/scan/head", "refs/scan/base"];

/** How many commits a ref may have moved on since the event. */
const MAX_MOVED_ON = 1000;

/**
 * Fetches both endpoints of a range, each with `depth` commits of history and without blobs. An endpoint that the server
 * does not have, or does not serve by object ID, is requested by its refs in turn.
 */
export async function fetchEndpoints(
  scratch: ScratchRepository,
  endpoints: RangeEndpoints,
  depth: number,
): Promise<EndpointFetch> {
  const heads = [endpoints.head, ...endpoints.refs];
  const bases = [...(endpoints.base === null ? [] : [endpoints.base]), ...endpoints.baseRefs];
  for (;;) {
    const [head, base] = [heads[0], bases[0]];
    if (head === undefined) return createUnknown(endpoints.head);
    if (base === undefined && endpoints.base !== null) return createUnknown(endpoints.base);
    // Without a base the change is all of the head's history, with its blobs.
    const options = base === undefined ? ["--no-filter"] : [`--depth=${depth}`, "--filter=blob:none"];
    const refs = [head, ...(base === undefined ? [] : [base])];
    const refspecs = refs.map((ref, index) => `+${ref}:${index === 0 ? HEAD_REF : BASE_REF}`);
    const result = await scratch.remote.fetch(refspecs, options);
    if (result.kind === "fetched") return await findFetched(scratch, endpoints, refs);
    if (result.kind !== "unknown") return { kind: "failed", result };
    if (result.name === head) heads.shift();
    if (result.name === base) bases.shift();
    if (result.name !== head && result.name !== base) return { kind: "failed", result };
  }
}

/** Looks up the endpoints in what was fetched. A ref may have moved since the event; the commit is then a few behind. */
async function findFetched(
  { git, remote }: ScratchRepository,
  { base, head }: RangeEndpoints,
  refs: readonly string[],
): Promise<EndpointFetch> {
  const [headRef, baseRef] = refs;
  const found = (base: string | null, isBaseReplaced = false): EndpointFetch => {
    return { kind: "fetched", range: { base, head }, refs, isBaseReplaced };
  };
  if (headRef === head && (baseRef ?? null) === base) return found(base);
  const commits = [head, ...(base === null ? [] : [base])];
  const local = await Promise.all(commits.map((commit) => findCommit(git, commit)));
  if (local.includes(null)) await remote.fetch(refs, [`--deepen=${MAX_MOVED_ON}`, "--filter=tree:0"]);
  if ((await findCommit(git, head)) === null) return createUnknown(head);
  if (baseRef === undefined) return found(null);
  const exact = base === null ? null : await findCommit(git, base);
  if (exact !== null) return found(exact);
  const replacement = await findCommit(git, BASE_REF);
  return replacement === null ? createUnknown(baseRef) : found(replacement, base !== null);
}

function createUnknown(name: string): EndpointFetch {
  return { kind: "failed", result: { kind: "unknown", name } };
}

/** The commit that a revision names, if it is here. A walk is used, because `git cat-file` would try to fetch it. */
async function findCommit(git: Git, revision: string): Promise<string | null> {
  const exit = await git.run(["rev-list", "--no-walk", "--missing=allow-any", "--end-of-options", revision, "--"]);
  const commit = exit.stdout.trim();
  return exit.code === 0 && isFullObjectId(commit) ? commit : null;
}

/**
 * Checks that git cannot take a name for an option or a pattern (git-check-ref-format(1)).
 *
 * @throws UsageError that names the wrong one.
 */
export function checkEndpoints({ base, head, refs, baseRefs }: RangeEndpoints): void {
  for (const commit of [head, ...(base === null ? [] : [base])]) {
    if (!isFullObjectId(commit)) throw new UsageError(describeInvalidCommit(commit));
  }
  const invalid = [...refs, ...baseRefs].find((ref) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(ref));
  if (invalid !== undefined) {
    throw new UsageError(describeInvalidRef(invalid));
  }
}
