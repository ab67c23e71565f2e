import type { PlannedRepository, SweepPlan } from "../domain/sweep.ts";
import { readSourcesId, VERSION } from "../version.ts";

/**
 * Names the program that reads: another one may find more, so that what an earlier one has read is read again. Nothing
 * that an operator can set changes what a shard finds.
 */
export async function identifyReader(): Promise<string> {
  const sources = await readSourcesId();
  return sources === null ? VERSION : `${VERSION}+${sources}`;
}

/** Repositories of a plan, without what it says is known where that holds for another program than this one. */
export async function discardForeign(
  { reader }: Pick<SweepPlan, "reader">,
  repositories: readonly PlannedRepository[],
): Promise<readonly PlannedRepository[]> {
  if (reader === (await identifyReader())) return repositories;
  return repositories.map((one) => ({ ...one, knownRefs: null, knownTips: null }));
}
