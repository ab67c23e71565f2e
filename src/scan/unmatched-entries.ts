import type { Candidate } from "../domain/candidate.ts";
import type { Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import { type IgnoreEntry, isPast } from "../domain/ignore-entry.ts";
import type { Inventory } from "../domain/inventory.ts";
import {
  findUnmatchedApprovals,
  findUnmatchedNames,
  listProtectable,
  normalizeName,
  type UnmatchedEntry,
} from "../domain/protection.ts";
import {
  describeUnmatchedApproval,
  describeUnmatchedProtect,
  describeUnusedEntries,
} from "../messages/gaps/unmatched-entries.ts";
import { findNearest } from "../settings/nearest.ts";
import { quoteValue } from "../settings/values.ts";

/** The entries of the operator's lists that fit nothing, and a gap for each that says so. */
type UnmatchedEntries = { entries: readonly UnmatchedEntry[]; gaps: readonly Gap[] };

/**
 * Compares the operator's lists with what was found and listed. A misspelt entry of `protect` would have its key
 * contained, and one of `approved` would leave its key alive while a person believes it is gone. `inventory` is null
 * where nothing was found, so that nobody was asked.
 */
export function checkEntries(
  policy: Policy,
  inventory: Inventory | null,
  candidates: readonly Candidate[],
): UnmatchedEntries {
  const { onLeak, protect, approved, mustFindApproved } = policy;
  if (onLeak === "report") return { entries: [], gaps: [] };
  const found = new Set(candidates.flatMap(listFingerprints));
  const entries = [
    ...findUnmatchedNames(protect, inventory),
    ...(approved && mustFindApproved ? findUnmatchedApprovals(approved, found) : []),
  ];
  const names = new Map((inventory ? listProtectable(inventory) : []).map((name) => [normalizeName(name), name]));
  const isComplete = inventory?.gaps.length === 0;
  const gaps = entries.map(({ setting, entry }) =>
    setting === "protect" ? describeProtect(entry, names, isComplete) : describeApproved(entry, [...found]),
  );
  return { entries, gaps };
}

/**
 * Finds entries of the ignore file that match no key of a whole history: nothing else shows that an entry is left over. They
 * fail no run. `now` says which of them have ended.
 */
export function checkIgnoreEntries(
  entries: readonly IgnoreEntry[],
  candidates: readonly Candidate[],
  now: Date,
): readonly Gap[] {
  const found = new Set(candidates.flatMap(listFingerprints));
  const unused = entries.filter(({ fingerprint }) => !found.has(fingerprint));
  if (unused.length === 0) return [];
  const named = unused.map((entry) => ({
    fingerprint: entry.fingerprint,
    endedOn: isPast(entry, now) ? (entry.until?.toISOString().slice(0, 10) ?? null) : null,
  }));
  return [{ kind: "ignore", detail: describeUnusedEntries(named) }];
}

function listFingerprints(candidate: Candidate): readonly string[] {
  return [candidate, ...candidate.alternatives].map(({ secret }) => secret.fingerprint);
}

/** `names`: what an entry may fit, by its normalized form. */
function describeProtect(entry: string, names: ReadonlyMap<string, string>, isComplete: boolean): Gap {
  const nearest = names.get(findNearest(normalizeName(entry), [...names.keys()]) ?? "");
  const quoted = quoteValue(entry);
  return {
    kind: "protect",
    detail: describeUnmatchedProtect(quoted, isComplete, nearest === undefined ? null : quoteValue(nearest)),
    publicDetail: describeUnmatchedProtect(quoted, isComplete, null),
  };
}

function describeApproved(entry: string, found: readonly string[]): Gap {
  return { kind: "approved", detail: describeUnmatchedApproval(entry, findNearest(entry, found)) };
}
