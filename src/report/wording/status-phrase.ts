import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { findRestriction, getSeverity, isLookAlike, mayWorkAgain, type Severity } from "../severity.ts";
import { ACTIONS } from "./states.ts";

/** By what was scanned: what became of a key there, and where it still is. */
const PLACES = {
  range: { exposed: "exposed", still: "still in the head" },
  history: { exposed: "exposed", still: "still in the head" },
  texts: { exposed: "exposed", still: "still in the text" },
  staged: { exposed: "staged", still: "still staged" },
  files: { exposed: "found", still: "still in a file" },
  stdin: { exposed: "found", still: "still in the text" },
} as const satisfies Record<Change["kind"], { exposed: string; still: string }>;

/** What became of keys of one severity, to go on from their name: "is exposed", "were here before this change". */
export function describeStatus(findings: readonly Finding[], change: Change["kind"]): string {
  const [first] = findings;
  if (!first) return "";
  const [is, was, does] = findings.length === 1 ? ["is", "was", "does"] : ["are", "were", "do"];
  const { exposed, still } = PLACES[change];
  const severity: Severity = getSeverity(first);
  const dead = isLookAlike(first)
    ? `${does} not work`
    : `${was} ${exposed} and ${is} ${findings.some(mayWorkAgain) ? "inactive" : "dead"}`;
  switch (severity) {
    case "exposed":
      return `${exposed === "found" ? was : is} ${exposed}${describeRestriction(first)}`;
    case "lingering":
      return `${dead}, but ${is} ${still}`;
    case "dead":
      return dead;
    case "ignored":
      return `${is} excused by the ignore file`;
    case "older":
      return `${was} here before this change`;
    default:
      return severity satisfies never;
  }
}

/** What was done to a key that may work all the same. */
function describeRestriction(finding: Finding): string {
  const restriction = findRestriction(finding);
  if (restriction === null) return "";
  return `, but ${ACTIONS[restriction.by].done}${restriction.verified ? "" : ", not yet confirmed"}`;
}
