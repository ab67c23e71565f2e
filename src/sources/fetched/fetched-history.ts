import type { Gap } from "../../domain/gap.ts";
import { describeUnfetchedHistory } from "../../messages/gaps/fetch.ts";
import { createFetchGap, createRefusedError, describeFetchFailure, type FetchResult } from "./fetch-result.ts";
import {
  createScratchRepository,
  type ObjectFormat,
  type RemoteOptions,
  type ScratchRepository,
} from "./scratch-repository.ts";

/** A whole repository to fetch. */
export type RemoteHistoryOptions = RemoteOptions & {
  /** The branch that HEAD is to name; null where it is not known. */
  defaultBranch: string | null;
  /** Whether to fetch the heads of all pull requests, including closed ones and those from forks. */
  pulls: boolean;
};

/** A bare repository with everything that was fetched. `close` removes it. */
export type RemoteHistory = { dir: string; gaps: readonly Gap[]; close(): Promise<void> };

/** Branches, tags, and notes (git-notes(1)). */
const REFSPECS = ["heads", "tags", "notes"].map((kind) => `+refs/${kind}/*:refs/${kind}/*`);

/**
 * Fetches every branch and tag with the full history into a scratch repository. A failed fetch is a gap.
 *
 * @throws UsageError where the server does not let the token read, or nothing can be written.
 */
export async function fetchRemoteHistory(options: RemoteHistoryOptions): Promise<RemoteHistory> {
  const fetchIn = async (format: ObjectFormat) =>
    await createScratchRepository(options, format, async (scratch) => await fetchAllRefs(scratch, options));
  const history = await fetchIn("sha1");
  if (!history.isOtherFormat) return history;
  await history.close();
  return await fetchIn("sha256");
}

async function fetchAllRefs({ dir, git, remote }: ScratchRepository, options: RemoteHistoryOptions) {
  const refspecs = options.pulls ? [...REFSPECS, "+refs/pull/*/head:refs/pull/*/head"] : REFSPECS;
  const result = await remote.fetch(refspecs, ["--no-filter"]);
  if (result.kind === "refused") throw createRefusedError(result.status, options);
  const branch = options.defaultBranch;
  if (branch !== null) await git.run(["symbolic-ref", "HEAD", `refs/heads/${branch}`]);
  return { dir, gaps: listGaps(result), isOtherFormat: result.kind === "mismatched" };
}

function listGaps(result: FetchResult): readonly Gap[] {
  if (result.kind === "fetched") return [];
  return [createFetchGap(describeUnfetchedHistory(describeFetchFailure(result)))];
}
