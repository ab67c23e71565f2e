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

/** The repositories of a plan. What the plan says was read before is removed if another program read it. */
export async function discardTipsOfOtherReader(
  { reader }: Pick<SweepPlan, "reader">,
  repositories: readonly PlannedRepository[],
): Promise<readonly PlannedRepository[]> {
  if (reader === (await identifyReader())) return repositories;
  return repositories.map((one) => ({ ...one, knownRefs: null, knownTips: null }));
}
