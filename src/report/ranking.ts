import type { Finding } from "../domain/finding.ts";
import { findRestriction, getLikeness, isLiveAdminKey, isOwnAdminKey } from "./evidence.ts";
import { getState, KEY_STATES } from "./state.ts";
import { comparePlaces, sortPlaces } from "./wording/key/places.ts";

/**
 * The findings in the order a person should see them: admin keys that may work before all else, the run's own first; then
 * those that are known to matter, so that decoys push none of them out of sight; then by state, the worst first. Within a
 * state by path and line, so that the order is the same in every run.
 */
export function rankFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankFinding(finding), place: sortPlaces(finding.sightings)[0] }))
    .toSorted((a, b) => {
      const byRank = compareRanks(a.rank, b.rank);
      if (byRank !== 0) return byRank;
      const byPlace = a.place && b.place ? comparePlaces(a.place, b.place) : Number(!a.place) - Number(!b.place);
      return byPlace || (a.finding.fingerprint < b.finding.fingerprint ? -1 : 1);
    })
    .map(({ finding }) => finding);
}

function rankFinding(one: Finding): readonly number[] {
  const state = KEY_STATES.indexOf(getState(one));
  return [
    isOwnAdminKey(one) ? 0 : 1,
    isLiveAdminKey(one) ? 0 : 1,
    isKnownToMatter(one) ? 0 : 1,
    state,
    findRestriction(one) === null ? 0 : 1,
    one.kind === "admin" ? 0 : 1,
    ["active", "unknown", "inactive"].indexOf(one.validity.kind),
  ];
}

/** Whether this change brought it, and it is ours, works, or was contained. Whose other keys are, anybody can make up. */
function isKnownToMatter(one: Finding): boolean {
  const { identity, outcome, validity } = one;
  const state = getState(one);
  if (state === "preexisting" || state === "ignored") return false;
  if (outcome.kind === "contained" || outcome.kind === "already-gone" || validity.kind === "active") return true;
  return identity.kind === "ours"
    ? getLikeness(one) !== "look-alike"
    : identity.kind === "unchecked" && identity.because === "contained-before";
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
