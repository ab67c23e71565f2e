import type { Change } from "../../domain/change.ts";
import { type Finding, isIgnored, isPreexisting } from "../../domain/finding.ts";
import { type Line, line, words } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { getLikeness } from "../severity.ts";
import { listIgnoreEntrySteps } from "../wording/ignore-reason.ts";
import { listChanges } from "../wording/use.ts";
import { listRemovalSteps } from "./remove.ts";
import { listReplacementSteps } from "./replace.ts";
import { listStopSteps } from "./stop.ts";

/**
 * What to do about a key, in order: stop it, look at what was done with it, put another in its place, take it out of
 * where it stands. Nothing for a key that the ignore file excuses.
 */
export function listSteps(finding: Finding, change: Change["kind"]): readonly Line[] {
  if (isIgnored(finding)) return [];
  const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
  const removal = listRemovalSteps(finding, change);
  if (change === "staged" && !isPreexisting(finding.sightings)) {
    return [...listUnstagingSteps(finding), ...removal, ...entry];
  }
  return [
    ...listStopSteps(finding),
    ...listReviewSteps(finding),
    ...listReplacementSteps(finding),
    ...removal,
    ...entry,
  ];
}

/** What was never committed has not left the machine. */
function listUnstagingSteps({ validity }: Finding): readonly Line[] {
  if (validity.kind === "inactive") return [];
  return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}

/** What to look at once the key is stopped: what was done with it, and what was made with it and outlives it. */
function listReviewSteps(finding: Finding): readonly Line[] {
  const { identity, impact, kind } = finding;
  const likeness = getLikeness(finding);
  if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
  const isUnproven = identity.kind === "ours" && likeness === "unproven";
  const it = isUnproven ? line`${identity.record.id}` : words("it");
  const changes = impact?.changes ?? null;
  if (changes !== null && changes.length > 0) {
    return [
      line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${listChanges(changes)}.`,
    ];
  }
  // Where nothing tells what was changed, only an admin key can have changed much.
  if (kind === "admin" && changes === null) {
    return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
  }
  const requests = impact?.requests ?? 0;
  if (identity.kind !== "ours" || requests === 0) return [];
  const times = requests === 1 ? "once" : `${formatNumber(requests)} times`;
  return [
    line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`,
  ];
}
