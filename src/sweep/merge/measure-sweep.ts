import { READ_STATES, type SweepMeasure, type SweepPlan, type SweptRepository } from "../../domain/sweep.ts";

/** Counts what was to be swept and what was. A repository that no shard came to was not read. */
export function measureSweep({ shards, leftOut }: SweepPlan, records: readonly SweptRepository[]): SweepMeasure {
  const known = new Set(records.map(({ id }) => id));
  const planned = shards.flat();
  const missing = planned.filter(({ id }) => !known.has(id)).length;
  const counts = READ_STATES.map((state) => {
    const count = records.filter((record) => record.state === state).length;
    return [state, state === "unread" ? count + missing : count] as const;
  });
  return {
    repositories: {
      planned: planned.length,
      ...(Object.fromEntries(counts) as Record<(typeof READ_STATES)[number], number>),
      leftOut: leftOut.archived + leftOut.fork + leftOut["not-included"] + leftOut.excluded,
    },
    shards: {
      planned: shards.length,
      whole: shards.filter((repositories) => repositories.every(({ id }) => known.has(id))).length,
    },
  };
}
