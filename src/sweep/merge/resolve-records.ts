import type { Sighting } from "../../domain/candidate.ts";
import type { SweepState, SweptKey, SweptRepository } from "../../domain/sweep.ts";
import { STATE_MISSING } from "../../messages/gaps/sweep.ts";
import { MOST_HEAD_OBJECTS } from "../scan/swept-source.ts";

/**
 * Adds to the records of repositories what an earlier sweep knew of them. A key that it found stays, also where the
 * history that held it is gone: whoever has seen it has it.
 */
export function resolveRecords(
  records: readonly SweptRepository[],
  state: SweepState | null,
): readonly SweptRepository[] {
  const known = new Map(state?.repositories.map((record) => [record.id, record]));
  return records.map((record) => resolveRecord(record, known.get(record.id) ?? null));
}

function resolveRecord(record: SweptRepository, earlier: SweptRepository | null): SweptRepository {
  switch (record.state) {
    case "unchanged": {
      if (!earlier || earlier.refs !== record.refs) return createUnknown(record, []);
      // Read then, not now: what it covers counts once.
      const { keys, gaps, tips, reader } = earlier;
      return { ...record, keys, gaps, tips, reader };
    }
    case "continued": {
      if (!earlier || earlier.refs === null || earlier.refs !== record.since) return createUnknown(record, record.keys);
      return { ...record, keys: joinKeys(earlier.keys, record.keys), gaps: [...earlier.gaps, ...record.gaps] };
    }
    case "read":
    case "empty":
      return { ...record, keys: joinKeys((earlier?.keys ?? []).map(leaveHead), record.keys, "replaced") };
    case "unread":
      // Under the name that it had: by another owner's its keys are not to be read.
      return earlier && earlier.keys.length > 0 ? { ...record, name: earlier.name, keys: earlier.keys } : record;
    default:
      return record.state satisfies never;
  }
}

/** What was read of it does not count without what was read before. */
function createUnknown(record: SweptRepository, keys: readonly SweptKey[]): SweptRepository {
  const gap = { kind: "unfetched", cause: "repository", detail: STATE_MISSING } as const;
  return { ...record, refs: null, tips: null, keys, gaps: [...record.gaps, gap] };
}

/** All keys, those of the later reading first where it had them. `places`: whether the later places are all that there are. */
function joinKeys(
  earlier: readonly SweptKey[],
  later: readonly SweptKey[],
  places: "joined" | "replaced" = "joined",
): readonly SweptKey[] {
  const before = new Map(earlier.map((key) => [key.fingerprint, key]));
  const now = new Set(later.map(({ fingerprint }) => fingerprint));
  const joined = later.map((key) => {
    const known = places === "joined" ? before.get(key.fingerprint) : undefined;
    return known ? joinPlaces(known, key) : key;
  });
  return [...joined, ...earlier.filter(({ fingerprint }) => !now.has(fingerprint))];
}

function joinPlaces(earlier: SweptKey, later: SweptKey): SweptKey {
  const seen = new Set(later.sightings.map(formatPlace));
  return {
    ...later,
    objects: [...new Set([...later.objects, ...earlier.objects])].slice(0, MOST_HEAD_OBJECTS),
    sightings: [...earlier.sightings.filter((one) => !seen.has(formatPlace(one))), ...later.sightings],
  };
}

function formatPlace({ where, path, commit, line, column, member }: Sighting): string {
  return JSON.stringify([where, path, commit, line, column, member]);
}

/** Of a key that the whole of a repository no longer has. */
function leaveHead(key: SweptKey): SweptKey {
  return { ...key, sightings: key.sightings.map((one) => ({ ...one, inHead: false })) };
}

/**
 * What is kept for the next sweep. Of a repository that was not read to its end, and of one that is in no shard of this
 * sweep, it is what was kept before: as long as its refs are the same, that still holds. The keys that were found stay.
 */
export function updateState(
  organization: string,
  at: Date,
  records: readonly SweptRepository[],
  earlier: SweepState | null,
): SweepState {
  const known = new Map(earlier?.repositories.map((record) => [record.id, record]));
  const ids = new Set(records.map(({ id }) => id));
  const kept = earlier?.repositories.filter(({ id }) => !ids.has(id)) ?? [];
  const now = records.map((record) => keepRecord(record, known.get(record.id) ?? null));
  const repositories = [...now, ...kept].filter(({ refs, keys }) => refs !== null || keys.length > 0);
  return { organization, at, repositories: repositories.toSorted((one, other) => one.id - other.id) };
}

function keepRecord(record: SweptRepository, earlier: SweptRepository | null): SweptRepository {
  if (record.refs !== null || !earlier) return record;
  // Whatever went wrong while it was read, the next sweep is not to build on what that one was told to leave out.
  const tips = record.state === "unread" ? earlier.tips : null;
  return { ...earlier, name: record.name, tips, keys: joinKeys(earlier.keys, record.keys, "replaced") };
}
