import { SILENT_KINDS, type SilentCounts } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import { type IgnoreEntry, isPast } from "../../domain/ignore-entry.ts";
import type { SweepPlan, SweepState, SweptRepository } from "../../domain/sweep.ts";
import type { FetchingOptions } from "../scan/fetch-repository.ts";
import type { CollectedShards } from "./collect-shards.ts";
import { FoundPlaces } from "./found-places.ts";
import { openFoundBlobs } from "./open-found.ts";
import { resolveRecords, updateState } from "./resolve-records.ts";

/** The merge of a sweep, ready to be scanned: what shards found, as one change. */
export type OpenMerge = {
  change: Extract<Change, { kind: "sweep" }>;
  source: FoundPlaces;
  /** What is known of each repository. */
  records: readonly SweptRepository[];
  /** What all shards passed over. */
  silent: SilentCounts;
  /** What is kept for the next sweep. */
  state(at: Date): SweepState;
};

/** How a merge reads keys again. */
export type MergeOptions = FetchingOptions & {
  maxBytes: number;
  /** Called once all is read, before anything is done. */
  onRead?: () => void;
  /** What the operator's ignore file lists. */
  ignore?: readonly IgnoreEntry[];
};

/** Opens the merge of what shards handed over. `earlier` is what was kept of the sweep before, for what did not change. */
export function openMerge(
  { plan, records, gaps }: CollectedShards,
  earlier: SweepState | null,
  options: MergeOptions,
): OpenMerge {
  const resolved = resolveRecords(records, earlier);
  const order = resolved.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const branches = new Map(plan.shards.flat().map(({ id, defaultBranch }) => [id, defaultBranch]));
  const { onRead = () => {}, ignore = [], clock } = options;
  const ignored = new Set(ignore.filter((entry) => !isPast(entry, clock.now())).map(({ fingerprint }) => fingerprint));
  return {
    change: describeSweep(plan, resolved),
    source: new FoundPlaces(order, gaps, {
      open: async (record) => {
        return await openFoundBlobs(record, { ...options, branch: branches.get(record.id) ?? null });
      },
      onRead,
      isLeftOut: (fingerprint) => ignored.has(fingerprint),
    }),
    records: resolved,
    silent: addSilent(resolved),
    state: (at) => updateState(plan.organization, at, resolved, earlier),
  };
}

/** What of the plan was read. A repository without a record is one that no shard came to. */
function describeSweep(
  { organization, shards, leftOut }: SweepPlan,
  records: readonly SweptRepository[],
): OpenMerge["change"] {
  const repositories = shards.reduce((sum, { length }) => sum + length, 0);
  const unread = repositories - records.filter(({ refs }) => refs !== null).length;
  const choices = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return { kind: "sweep", organization, repositories, unread, leftOut: choices };
}

function addSilent(records: readonly SweptRepository[]): SilentCounts {
  const sums = SILENT_KINDS.map((kind) => [kind, records.reduce((sum, { silent }) => sum + silent[kind], 0)]);
  return Object.fromEntries(sums) as SilentCounts;
}
