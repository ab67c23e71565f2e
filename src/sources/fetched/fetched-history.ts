import type { Gap } from "../../domain/gap.ts";
import { describeFetchFailure, refusal, unfetched } from "./fetch-result.ts";
import type { Fetched } from "./fetched.ts";
import {
  createScratchRepository,
  type ObjectFormat,
  type RemoteOptions,
  type ScratchRepository,
} from "./scratch-repository.ts";

/** All of a repository, to be fetched. */
export type RemoteHistoryOptions = RemoteOptions & {
  /** The branch that HEAD is to name; null where it is not known. */
  defaultBranch: string | null;
  /** Whether the heads of all pull requests count, merged and closed and of forks. */
  pulls: boolean;
};

/** A bare repository with all that was fetched, to be opened as any other. `close` takes it away. */
export type RemoteHistory = { dir: string; gaps: readonly Gap[]; close(): Promise<void> };

/** Branches, tags, and what git-notes(1) keeps. */
const REFS = ["heads", "tags", "notes"].map((kind) => `+refs/${kind}/*:refs/${kind}/*`);

/**
 * Fetches every branch and tag with all their history into a repository of its own. What could not be fetched is a gap.
 *
 * @throws UsageError where the server lets nothing be read, or nothing can be written.
 */
export async function fetchRemoteHistory(options: RemoteHistoryOptions): Promise<RemoteHistory> {
  const inFormat = async (format: ObjectFormat) =>
    await createScratchRepository(options, format, async (filling) => await fetched(filling, options));
  const history = await inFormat("sha1");
  if (!history.otherFormat) return history;
  await history.close();
  return await inFormat("sha256");
}

async function fetched({ dir, git, remote }: ScratchRepository, options: RemoteHistoryOptions) {
  const refs = options.pulls ? [...REFS, "+refs/pull/*/head:refs/pull/*/head"] : REFS;
  const last = await remote.fetch(refs, ["--no-filter"]);
  if (last.kind === "refused") throw refusal(last.status, options);
  const branch = options.defaultBranch;
  if (branch !== null) await git.ask(["symbolic-ref", "HEAD", `refs/heads/${branch}`]);
  return { dir, gaps: gapOf(last), otherFormat: last.kind === "mismatched" };
}

function gapOf(last: Fetched): readonly Gap[] {
  return last.kind === "fetched" ? [] : [unfetched(`the history could not be fetched: ${describeFetchFailure(last)}`)];
}
