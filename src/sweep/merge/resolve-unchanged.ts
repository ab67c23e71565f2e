import type { SweepState, SweptRepository } from "../../domain/sweep.ts";
import { STATE_MISSING } from "../../messages/gaps/sweep.ts";

/** Replaces the records of repositories that did not change by what an earlier sweep read there. */
export function resolveUnchanged(
  records: readonly SweptRepository[],
  state: SweepState | null,
): readonly SweptRepository[] {
  const known = new Map(state?.repositories.map((record) => [record.id, record]));
  return records.map((record) => {
    if (record.state !== "unchanged") return record;
    const earlier = known.get(record.id);
    if (earlier && earlier.refs === record.refs) {
      // Read then, not now: what it covers counts once.
      const { keys, gaps } = earlier;
      return { ...record, keys, gaps };
    }
    return { ...record, refs: null, gaps: [{ kind: "unfetched", cause: "repository", detail: STATE_MISSING }] };
  });
}

/**
 * What is kept for the next sweep. Of a repository that was not read to its end, and of one that is in no shard of this
 * sweep, it is what was kept before: as long as its refs are the same, that still holds.
 */
export function updateState(
  organization: string,
  at: Date,
  records: readonly SweptRepository[],
  earlier: SweepState | null,
): SweepState {
  const read = records.filter(({ refs }) => refs !== null);
  const ids = new Set(read.map(({ id }) => id));
  const kept = earlier?.repositories.filter(({ id }) => !ids.has(id)) ?? [];
  const repositories = [...read, ...kept].toSorted((one, other) => one.id - other.id);
  return { organization, at, repositories };
}
