import type { Change } from "../../domain/change.ts";
import { type Finding, isIgnored, isPreexisting } from "../../domain/finding.ts";
import { type Line, line } from "../line.ts";
import { look } from "../look.ts";
import { isRunsOwn } from "../severity.ts";
import { stopOwn } from "../stop-own.ts";
import { excusing } from "../wording/ignore-reason.ts";
import { remove } from "./remove.ts";
import { replace } from "./replace.ts";
import { stop } from "./stop.ts";

/**
 * What to do about this very finding, in order: stop the key, look at what was done with it, put another in its place,
 * take it out of where it stands. For a key that the ignore file excuses there is nothing to do.
 */
export function advice(finding: Finding, change: Change["kind"]): readonly Line[] {
  if (isIgnored(finding)) return [];
  const entry = finding.ignored ? excusing(finding.ignored) : [];
  if (change === "staged" && !isPreexisting(finding.sightings)) {
    return [...unstaged(finding), ...remove(finding, change), ...entry];
  }
  const stopping = isRunsOwn(finding) ? stopOwn(finding) : stop(finding);
  return [...stopping, ...look(finding), ...replace(finding), ...remove(finding, change), ...entry];
}

/** What was never committed has not left the machine. */
function unstaged({ validity }: Finding): readonly Line[] {
  if (validity.kind === "inactive") return [];
  return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
