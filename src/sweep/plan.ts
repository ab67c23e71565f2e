import { LEFT_OUT, type ListedRepository, MOST_SHARDS, type SweepPlan, type SweepState } from "../domain/sweep.ts";
import { UsageError } from "../errors.ts";
import { describeEmptySweep, describeForeignState, describeShardCount } from "../messages/errors/command-line/sweep.ts";
import { packShards } from "./pack.ts";
import { type RepositoryChoice, selectRepositories } from "./select.ts";

/** What a plan is made of. */
export type PlanRequest = {
  organization: string;
  server: string;
  shards: number;
  choice: RepositoryChoice;
  /** What an earlier sweep kept; null for the first one. */
  state: SweepState | null;
  now: Date;
};

/**
 * Plans a sweep of these repositories.
 *
 * @throws UsageError for a number of shards that no matrix has, a glob that fits nothing, and where nothing is left.
 */
export async function planSweep(listed: readonly ListedRepository[], request: PlanRequest): Promise<SweepPlan> {
  const { organization, server, shards, choice, state, now } = request;
  if (!Number.isInteger(shards) || shards < 1 || shards > MOST_SHARDS) {
    throw new UsageError(describeShardCount(String(shards), MOST_SHARDS));
  }
  if (state && state.organization.toLowerCase() !== organization.toLowerCase()) {
    throw new UsageError(describeForeignState(state.organization, organization));
  }
  const { chosen, leftOut } = await selectRepositories(listed, choice);
  if (chosen.length === 0) {
    const left = LEFT_OUT.reduce((sum, why) => sum + leftOut[why], 0);
    throw new UsageError(describeEmptySweep(organization, left));
  }
  const known = new Map(state?.repositories.map(({ id, refs }) => [id, refs]));
  const planned = chosen.map(({ id, name, kilobytes, defaultBranch }) => {
    return { id, name, kilobytes, defaultBranch, knownRefs: known.get(id) ?? null };
  });
  return { organization, server, at: now, shards: packShards(planned, shards), leftOut };
}
