import type { CommitRange } from "../../git/commits/commit-range.ts";
import { findRepository } from "../../git/repository.ts";
import { measureCompleteness } from "./completeness.ts";
import type { Fetched } from "./fetched.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** Seconds by which more is fetched than the times of commits ask for, since more costs little. */
const DAY = 24 * 60 * 60;

/** How the widening of a range ended: with all of it, or short of that. `last` is how the last fetch ended. */
export type Widened = { kind: "exact" } | { kind: "cut" | "doubtful"; last: Fetched };

/** How far further where the times of commits did not help; at last to the beginning (git-fetch(1), `--unshallow`). */
const FURTHER = ["--deepen=100", "--deepen=2000", "--depth=2147483647"];

/**
 * Fetches more of the history until the range is known exactly. Commits come without their trees, some hundred bytes
 * each. At first all since the oldest commit that came for one of the range: where that is the base's own, the base's
 * history then reaches it, and where it is the range's, the others are seldom much older.
 */
export async function deepen(
  { git, remote, dir }: ScratchRepository,
  { ends, names }: { ends: CommitRange; names: readonly string[] },
): Promise<Widened> {
  const further = [...FURTHER];
  let since: number | null = null;
  let last: Fetched = { kind: "fetched" };
  for (let byDate = true; ; byDate = !byDate) {
    const { shallow } = await findRepository(dir);
    const extent = await measureCompleteness(git, ends, { shallow, since });
    if (extent.kind === "exact") return extent;
    const date: number = extent.oldest - DAY;
    const isDated: boolean = (byDate || extent.kind === "doubtful") && date > 0 && (since === null || date < since);
    if (isDated) since = date;
    const step = isDated ? `--shallow-since=@${date} +0000` : further.shift();
    if (step === undefined || last.kind !== "fetched") return { kind: extent.kind, last };
    last = await remote.fetch(names, [step, "--filter=tree:0"]);
  }
}
