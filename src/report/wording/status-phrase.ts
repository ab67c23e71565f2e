import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { findRestriction, getSeverity, isLookAlike, mayWorkAgain, type Severity } from "../severity.ts";
import { ACTIONS } from "./states.ts";

/** Where what was looked at still has a key, and what became of the key there. */
const PLACES = {
  range: { exposed: "exposed", still: "still in the head" },
  history: { exposed: "exposed", still: "still in the head" },
  texts: { exposed: "exposed", still: "still in the text" },
  staged: { exposed: "staged", still: "still staged" },
  files: { exposed: "found", still: "still in a file" },
  stdin: { exposed: "found", still: "still in the text" },
} as const satisfies Record<Change["kind"], { exposed: string; still: string }>;

/** What is told of keys that stand alike, after their name: "is exposed", "were here before this change". */
export function describeStatus(findings: readonly Finding[], change: Change["kind"]): string {
  const [first] = findings;
  if (!first) return "";
  const [is, was, does] = findings.length === 1 ? ["is", "was", "does"] : ["are", "were", "do"];
  const { exposed, still } = PLACES[change];
  const standing: Severity = getSeverity(first);
  const dead = isLookAlike(first)
    ? `${does} not work`
    : `${was} ${exposed} and ${is} ${findings.some(mayWorkAgain) ? "inactive" : "dead"}`;
  switch (standing) {
    case "exposed":
      return `${exposed === "found" ? was : is} ${exposed}${held(first)}`;
    case "lingering":
      return `${dead}, but ${is} ${still}`;
    case "dead":
      return dead;
    case "ignored":
      return `${is} excused by the ignore file`;
    case "older":
      return `${was} here before this change`;
    default:
      return standing satisfies never;
  }
}

/** What was done about it meanwhile: it may still work, so that this is no end of it. */
function held(finding: Finding): string {
  const hold = findRestriction(finding);
  if (hold === null) return "";
  return `, but ${ACTIONS[hold.by].done}${hold.verified ? "" : ", not yet confirmed"}`;
}
