import type { Gap } from "../../domain/gap.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { FileVersions } from "../../git/objects/file-versions.ts";
import {
  describeLostBase,
  describeUnfetchedBase,
  describeUnfetchedChange,
  describeUnfetchedCommits,
  describeUnfetchedObjects,
} from "../../messages/gaps/fetch.ts";
import { type OpenRange, openRange, type RangeOptions } from "../range/range.ts";
import { deepenRange } from "./deepen.ts";
import { checkEndpoints, type EndpointFetch, fetchEndpoints, type RangeEndpoints } from "./endpoints.ts";
import { createFetchGap, createRefusedError, describeFetchFailure, type FetchResult } from "./fetch-result.ts";
import { fetchFileVersions } from "./fetched-file.ts";
import { BaseFetch, createUnreadSource, FetchedSource } from "./fetched-source.ts";
import { fetchCommitObjects, fetchObjects, fetchRangeObjects, type ObjectFetch } from "./missing-objects.ts";
import { createScratchRepository, type RemoteOptions, type ScratchRepository } from "./scratch-repository.ts";

/** A range of commits to fetch. */
export type RemoteRangeOptions = RemoteOptions &
  RangeEndpoints & {
    /** The number of commits according to the event; null where it does not say. A wrong one only costs requests. */
    depth: number | null;
    /** The path of a file whose versions before and after the change are fetched as well. */
    file?: string;
  };

/** A range that was fetched. `close` removes it, and may be called at any time. */
export type FetchedRange = RangeOpener & { close(): Promise<void> };

type RangeOpener = {
  /** The versions of the file that was wanted; absent where none was. */
  versions: FileVersions;
  open(options: Pick<RangeOptions, "includes" | "names" | "paths">): Promise<OpenRange>;
};

/**
 * How many commits the first fetch asks for: the number in the event, and at least some, because the base is often a few
 * commits ahead of the fork.
 */
const DEPTH = { unknown: 16, min: 8, max: 250 };

/**
 * Fetches the commits that head has and base has not, with the objects they introduced. Nothing is checked out, and
 * nothing that was fetched is read as configuration. What could not be fetched is a gap of the source that `open` gives.
 *
 * @throws UsageError where the server does not let the token read, or nothing can be written; the reason of the signal
 * where it aborts. Nothing is left behind then.
 */
export async function fetchRange(options: RemoteRangeOptions): Promise<FetchedRange> {
  checkEndpoints(options);
  const format = options.head.length === 64 ? "sha256" : "sha1";
  return await createScratchRepository(options, format, async (scratch) => await fetchInto(scratch, options));
}

async function fetchInto(scratch: ScratchRepository, options: RemoteRangeOptions): Promise<RangeOpener> {
  const { head, base, depth, environment, file } = options;
  const firstDepth = Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.min), DEPTH.max) + 1;
  const endpoints = await fetchEndpoints(scratch, options, firstDepth);
  if (endpoints.kind === "failed") {
    const { result } = endpoints;
    if (result.kind === "refused") throw createRefusedError(result.status, options);
    return createUnreadRange(describeUnfetchedChange(describeFetchFailure(result)), { base, head });
  }
  const { range } = endpoints;
  const fetched = await completeRange(scratch, endpoints, base);
  if (fetched.kind === "cut") {
    return createUnreadRange(describeUnfetchedCommits(describeFetchFailure(fetched.result)), range);
  }
  const fetchBase = async () =>
    range.base === null ? [] : listGaps("base", await fetchCommitObjects(scratch, range.base));
  return {
    versions: file === undefined ? NO_FILE : await fetchFileVersions(scratch, range, file),
    open: async (reading) => {
      const ofBase = new BaseFetch(fetchBase);
      const fetchMoved = async (blobs: readonly string[]) => {
        await fetchObjects(scratch, blobs); // What the server lacks is told when it is read.
      };
      const { change, source, pathUse } = await openRange({
        repo: scratch.dir,
        ...range,
        environment,
        ...reading,
        fetchMoved,
      });
      return { change, source: new FetchedSource(source, ofBase, fetched.gaps), pathUse };
    },
  };
}

/** Fetches the commits and objects that the first fetch did not bring. */
async function completeRange(
  scratch: ScratchRepository,
  { range, refs, isBaseReplaced }: Extract<EndpointFetch, { kind: "fetched" }>,
  wantedBase: string | null,
): Promise<{ kind: "complete"; gaps: readonly Gap[] } | { kind: "cut"; result: FetchResult }> {
  const gaps: Gap[] = [];
  if (range.base === null) return { kind: "complete", gaps };
  const deepened = await deepenRange(scratch, range, refs);
  if (deepened.kind === "cut") return { kind: "cut", result: deepened.result };
  if (deepened.kind === "doubtful") {
    gaps.push(createFetchGap(describeUnfetchedBase(describeFetchFailure(deepened.result))));
  }
  const { commits, ...objects } = await fetchRangeObjects(scratch, range);
  gaps.push(...listGaps("change", objects));
  // The branch that replaces the base may have merged the change since, which would make the range empty.
  if (isBaseReplaced && commits === 0) gaps.push(createFetchGap(describeLostBase(wantedBase ?? "")));
  return { kind: "complete", gaps };
}

function listGaps(of: "change" | "base", { missing, result }: ObjectFetch): readonly Gap[] {
  if (missing === 0) return [];
  return [createFetchGap(describeUnfetchedObjects(missing, of, describeFetchFailure(result)))];
}

const NO_FILE: FileVersions = { base: { kind: "absent" }, head: null };

function createUnreadRange(detail: string, range: CommitRange): RangeOpener {
  const source = createUnreadSource(createFetchGap(detail));
  return {
    versions: { base: { kind: "no-commit" }, head: null },
    open: async () => ({ change: { kind: "range", ...range }, source, pathUse: { unmatched: [], untouched: null } }),
  };
}
