import type { Change } from "../../domain/change.ts";
import { type Finding, isIgnored, isPreexisting } from "../../domain/finding.ts";
import { type Line, line } from "../line.ts";
import { describeUseReview } from "../look.ts";
import { isOwnAdminKey } from "../severity.ts";
import { listOwnKeySteps } from "../stop-own.ts";
import { listIgnoreEntrySteps } from "../wording/ignore-reason.ts";
import { describeRemoval } from "./remove.ts";
import { describeReplacement } from "./replace.ts";
import { listStopSteps } from "./stop.ts";

/**
 * What to do about this very finding, in order: stop the key, look at what was done with it, put another in its place,
 * take it out of where it stands. For a key that the ignore file excuses there is nothing to do.
 */
export function listSteps(finding: Finding, change: Change["kind"]): readonly Line[] {
  if (isIgnored(finding)) return [];
  const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
  if (change === "staged" && !isPreexisting(finding.sightings)) {
    return [...unstaged(finding), ...describeRemoval(finding, change), ...entry];
  }
  const stopping = isOwnAdminKey(finding) ? listOwnKeySteps(finding) : listStopSteps(finding);
  return [
    ...stopping,
    ...describeUseReview(finding),
    ...describeReplacement(finding),
    ...describeRemoval(finding, change),
    ...entry,
  ];
}

/** What was never committed has not left the machine. */
function unstaged({ validity }: Finding): readonly Line[] {
  if (validity.kind === "inactive") return [];
  return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
