import type { CommitRange } from "../../git/commits/commit-range.ts";
import { findRepository } from "../../git/repository.ts";
import { type Completeness, measureCompleteness } from "./completeness.ts";
import type { FetchResult } from "./fetch-result.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** Whether the whole range is here, and if not, the result of the last fetch. */
export type DeepenResult = { kind: "exact" } | { kind: "cut" | "doubtful"; result: FetchResult };

/** Seconds that are fetched beyond the oldest commit time, because commit times are inexact and commits are small. */
const MARGIN = 24 * 60 * 60;

/** How to deepen where dates did not help; the last step fetches everything (git-fetch(1), `--unshallow`). */
const DEEPEN_STEPS = ["--deepen=100", "--deepen=2000", "--depth=2147483647"];

/**
 * Deepens the history until the range is exactly known. Commits come without their trees, some hundred bytes each. The
 * first step fetches everything since the oldest commit in question: if that is the base, the base's history then
 * reaches the fork, and if it is a commit of the range, the missing ones are seldom much older.
 */
export async function deepenRange(
  { git, remote, dir }: ScratchRepository,
  range: CommitRange,
  refs: readonly string[],
): Promise<DeepenResult> {
  const steps = [...DEEPEN_STEPS];
  let since: number | null = null;
  let result: FetchResult = { kind: "fetched" };
  for (let tryDate = true; ; tryDate = !tryDate) {
    const { shallow } = await findRepository(dir);
    const completeness: Completeness = await measureCompleteness(git, range, { shallow, since });
    if (completeness.kind === "exact") return completeness;
    const date: number = completeness.oldest - MARGIN;
    const isUseful: boolean = date > 0 && (since === null || date < since);
    const isByDate = (tryDate || completeness.kind === "doubtful") && isUseful;
    if (isByDate) since = date;
    const step = isByDate ? `--shallow-since=@${date} +0000` : steps.shift();
    if (step === undefined || result.kind !== "fetched") return { kind: completeness.kind, result };
    result = await remote.fetch(refs, [step, "--filter=tree:0"]);
  }
}
