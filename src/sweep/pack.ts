import type { PlannedRepository } from "../domain/sweep.ts";

/** What a repository costs before its first byte, in KB: a few requests, and a dozen processes of git. */
const FIXED_COST = 2048;

/** The load of a shard while it is filled. */
type Shard = { repositories: PlannedRepository[]; load: number };

/**
 * Packs repositories into shards of about one size: each, from the largest on, goes into the shard that has the least. So
 * a repository as large as an even share of all is alone. The same repositories are packed the same way in any order, and
 * no shard is empty.
 */
export function packShards(
  repositories: readonly PlannedRepository[],
  count: number,
): readonly (readonly PlannedRepository[])[] {
  const shards: Shard[] = Array.from({ length: Math.min(count, repositories.length) }, () => ({
    repositories: [],
    load: 0,
  }));
  const sorted = repositories.toSorted((one, other) => other.kilobytes - one.kilobytes || one.id - other.id);
  for (const repository of sorted) {
    const lightest = shards.reduce((least, shard) => (shard.load < least.load ? shard : least));
    lightest.repositories.push(repository);
    lightest.load += repository.kilobytes + FIXED_COST;
  }
  return shards.map((shard) => shard.repositories);
}
