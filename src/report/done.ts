import { type Finding, isIgnored } from "../domain/finding.ts";
import { isLookAlike } from "./severity.ts";
import { describeState } from "./wording/states.ts";

/** What was done about a key: how containment ended, or why it was left alone. One line of our own words. */
export function describeOutcome(finding: Finding): string {
  const { outcome } = finding;
  if (isIgnored(finding) && outcome.kind === "left") return "left alone: the ignore file excuses it";
  return outcome.kind === "left" && outcome.because === "not-accepted" && isLookAlike(finding)
    ? "left alone: OpenAI refuses it, so there is nothing to revoke"
    : describeState(outcome);
}
