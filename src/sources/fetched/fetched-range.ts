import type { Change } from "../../domain/change.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Source } from "../../domain/source.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import { type FileVersions, readFetchedVersions } from "../base-file.ts";
import { openRange } from "../range/range.ts";
import { deepen } from "./deepen.ts";
import { checkNames, fetchEnds, type RangeNames } from "./endpoints.ts";
import { describeFetchFailure, listFetchGaps, refusal, unfetched } from "./fetch-result.ts";
import { FetchedSource } from "./fetched-source.ts";
import { fillRange, fillTree } from "./missing-objects.ts";
import { createScratchRepository, type RemoteOptions, type ScratchRepository } from "./scratch-repository.ts";
import { unread } from "./unread.ts";

/** A range of commits to fetch and open. */
export type RemoteRangeOptions = RemoteOptions &
  RangeNames & {
    /** How many commits the event says there are; null where it does not. It saves requests, and is not relied on. */
    depth: number | null;
    /** Whether keys at this path count. */
    includes: (path: string) => boolean;
    /** Names of branches and tags that came with the change, as `refs/…`: they are searched as well. */
    names?: readonly string[];
    /** A file whose versions before and after the change are wanted as well, by its path; none when nothing is said. */
    file?: string;
  };

/** A fetched range and where its bytes come from. `close` takes away what was fetched; it may be called at any time. */
export type RemoteRange = Opened & { close(): Promise<void> };

type Opened = { change: Extract<Change, { kind: "range" }>; source: Source; versions: FileVersions };

/**
 * How many commits are fetched at first: as many as there are where the event says so, and at least some, since the base
 * is often a little ahead of where they parted.
 */
const DEPTH = { unknown: 16, least: 8, most: 250 };

/**
 * Fetches the commits that head has and base has not, and what they brought, and opens them. Nothing is checked out, and
 * nothing that was fetched is read as a setting. What could not be fetched is a gap of the source.
 *
 * @throws UsageError where the server lets nothing be read, or nothing can be written; the signal's reason where it says
 * so. Nothing is left behind then.
 */
export async function openRemoteRange(options: RemoteRangeOptions): Promise<RemoteRange> {
  checkNames(options);
  const format = options.head.length === 64 ? "sha256" : "sha1";
  return await createScratchRepository(options, format, async (filling) => await opened(filling, options));
}

async function opened(filling: ScratchRepository, options: RemoteRangeOptions): Promise<Opened> {
  const { head, base, depth } = options;
  const first = Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.least), DEPTH.most) + 1;
  const had = await fetchEnds(filling, options, first);
  if (had.kind === "none") {
    if (had.last.kind === "refused") throw refusal(had.last.status, options);
    return nothing(describeFetchFailure(had.last), { base, head });
  }
  const { ends, standsIn } = had;
  const gaps: Gap[] = [];
  if (ends.base !== null) {
    const widened = await deepen(filling, had);
    if (widened.kind === "cut")
      return nothing(`its history could not be fetched: ${describeFetchFailure(widened.last)}`, ends);
    if (widened.kind === "doubtful") {
      gaps.push(
        unfetched(
          `how much of the change the base has already could not be told: ${describeFetchFailure(widened.last)}`,
        ),
      );
    }
    const { count, ...filled } = await fillRange(filling, ends);
    gaps.push(...listFetchGaps("the change", filled));
    // By now the branch that stands in for the base may have taken the change in.
    if (standsIn && count === 0) gaps.push(unfetched(`the server does not have ${base}, to compare the change with`));
  }
  const { environment, includes, names = [], file } = options;
  const versions = file === undefined ? NO_FILE : await readFetchedVersions(filling, ends, file);
  const { change, source } = await openRange({ repo: filling.dir, ...ends, environment, includes, names });
  const fillBase = async () =>
    ends.base === null ? [] : listFetchGaps("the base", await fillTree(filling, ends.base));
  return { change, source: new FetchedSource(source, fillBase, gaps), versions };
}

const NO_FILE: FileVersions = { base: { kind: "absent" }, head: null };

function nothing(why: string, ends: CommitRange): Opened {
  const versions: FileVersions = { base: { kind: "no-commit" }, head: null };
  return { change: { kind: "range", ...ends }, versions, source: unread(unfetched(`the change was not read: ${why}`)) };
}
