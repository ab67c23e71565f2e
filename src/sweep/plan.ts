import {
  LEFT_OUT,
  type ListedRepository,
  MOST_SHARDS,
  type PlannedRepository,
  type SweepPlan,
  type SweepState,
  type SweptRepository,
} from "../domain/sweep.ts";
import { UsageError } from "../errors.ts";
import { describeEmptySweep, describeForeignState, describeShardCount } from "../messages/errors/command-line/sweep.ts";
import { packShards } from "./pack.ts";
import { formatRepositoryName } from "./repository-name.ts";
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
  /** The program that plans, and is to scan. */
  reader: string;
};

/**
 * Plans a sweep of these repositories.
 *
 * @throws UsageError for a number of shards that no matrix has, a glob that fits nothing, and where nothing is left.
 */
export async function planSweep(listed: readonly ListedRepository[], request: PlanRequest): Promise<SweepPlan> {
  const { organization, server, shards, choice, state, now, reader } = request;
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
  const known = new Map(state?.repositories.map((record) => [record.id, record]));
  const planned = chosen.map(({ id, name, kilobytes, defaultBranch }) => {
    return {
      id,
      name: formatRepositoryName({ id, name }),
      kilobytes,
      defaultBranch,
      ...listKnown(known.get(id) ?? null, reader),
    };
  });
  return { organization, server, at: now, reader, shards: packShards(planned, shards), leftOut };
}

/** What need not be read again: nothing of what another program has read, which might find less. */
function listKnown(record: SweptRepository | null, reader: string): Pick<PlannedRepository, "knownRefs" | "knownTips"> {
  if (!record || record.reader !== reader) return { knownRefs: null, knownTips: null };
  return { knownRefs: record.refs, knownTips: record.tips };
}
