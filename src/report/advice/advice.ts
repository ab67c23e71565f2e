import { findFirstSeen, isToken } from "../../domain/candidate.ts";
import { type Finding, isIgnored } from "../../domain/finding.ts";
import { getContainment, getLikeness } from "../evidence.ts";
import { type Line, line, linkWords, stressWords, words } from "../line.ts";
import { formatSpan } from "../numbers.ts";
import { getState } from "../state.ts";
import { listIgnoreEntrySteps } from "../wording/key/ignore-reason.ts";
import { describeUseBriefly, listChanges } from "../wording/key/use.ts";
import { listRestoringSteps } from "./contained.ts";
import { DASHBOARD, describeDashboardPage } from "./dashboard.ts";
import { FEDERATION } from "./federation/federation.ts";
import { findOtherServer } from "./federation/issuer.ts";
import { isForWorkflow } from "./federation/workflow-place.ts";
import { listRemovalSteps } from "./remove.ts";
import { listReplacementSteps } from "./replace.ts";
import { hasLeaked, nameAuthor, type StepFacts } from "./step.ts";
import { describeTokenReplacement } from "./tokens/token-advice.ts";

/**
 * What to do about a key after the first step, in order: put another in its place, look at what was done with it, take it
 * out of where it stands. Nothing for a key that the ignore file lists.
 */
export function listNextSteps({ finding, change, context }: StepFacts): readonly Line[] {
  if (isIgnored(finding)) return [];
  const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
  const removal = listRemovalSteps(finding, change);
  if (!hasLeaked(finding, change)) return [...removal, ...entry];
  const state = getState(finding);
  const isKnown = findOtherServer(context.serverUrl) === null;
  const replacement = listReplacementSteps(finding, isKnown);
  const isStopped = state === "inactive" && getContainment(finding) !== null;
  const removing = context.medium === "workflow" && finding.blocks ? "Make this check green:" : "Clean up the code:";
  return [
    ...listOwnerSteps(finding),
    ...replacement.map((step) => labelStep(isStopped ? "Restore service:" : null, step)),
    ...(isKnown && isForWorkflow(finding) && !replacement.some(hasFederation) ? [FEDERATION] : []),
    ...(isToken(finding.kind) && finding.validity.kind !== "inactive" ? [describeTokenReplacement(finding.kind)] : []),
    ...listReviewSteps(finding),
    ...listRestoringSteps(finding),
    ...removal.map((step) => labelStep(isStopped ? removing : null, step)),
    ...entry,
  ];
}

function hasFederation(step: Line): boolean {
  return FEDERATION.every((piece) => step.includes(piece));
}

/** A step with what it is for, where the key is stopped and others have to go on working. */
function labelStep(label: string | null, step: Line): Line {
  if (label === null) return step;
  const [first, ...rest] = step;
  const lower =
    first && "words" in first
      ? [{ words: first.words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) }, ...rest]
      : step;
  return line`${stressWords(label)} ${lower}`;
}

/** Of a key that is not ours: who can delete it. */
function listOwnerSteps(finding: Finding): readonly Line[] {
  if (getState(finding) !== "stranger") return [];
  return [line`If it is a personal key, ${nameAuthor(finding)} deletes it under ${describeDashboardPage(finding)}.`];
}

/** What to look at once the key is stopped: what was done with it, and what was made with it and outlives it. */
function listReviewSteps(finding: Finding): readonly Line[] {
  const { identity, impact, kind } = finding;
  if (identity.kind === "foreign" || identity.kind === "ambiguous" || getLikeness(finding) === "look-alike") return [];
  const changes = impact?.changes ?? null;
  if (changes !== null && changes.length > 0) {
    return [line`Look at what was changed with it since, and undo what was not you: ${listChanges(changes)}.`];
  }
  // Where nothing tells what was changed, only an admin key can have changed much.
  if (kind === "admin" && changes === null) {
    return [words("Look for keys, members and projects that none of you created: they outlive this key.")];
  }
  const brief = describeUseBriefly(finding);
  // While the key works, its use stands among the facts.
  if (identity.kind !== "ours" || brief === null || (impact?.requests ?? 0) === 0 || getContainment(finding) === null)
    return [];
  return [
    line`${stressWords("Check the bill:")} ${words(brief)}${words(describePeriod(finding))}. ${linkWords("Are they yours?", DASHBOARD.usage)}`,
  ];
}

/** " between the leak and the revocation (3 minutes)" */
function describePeriod(finding: Finding): string {
  const since = findFirstSeen(finding.sightings);
  const contained = getContainment(finding);
  if (contained === null || contained.by === "expire" || since === null || contained.at < since)
    return " since the leak";
  const noun = contained.by === "revoke" ? "revocation" : "quarantine";
  return ` between the leak and the ${noun} (${formatSpan(since, contained.at)})`;
}
