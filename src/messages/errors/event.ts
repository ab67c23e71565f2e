import { quoteForMessage } from "../quote.ts";

/** An event that brings nothing to scan. */
export function describeUnknownEvent(name: string, known: readonly string[]): string {
  return `This step ran on the event ${quoteForMessage(name)}, which has nothing to scan. Use one of ${known.join(", ")}, or set scan: files or scan: history.`;
}

/** A workflow_run after a run of another event. */
export const NOT_AFTER_PULL_REQUEST =
  "This workflow_run follows a run that was not for a pull request. Put the step on that event itself, such as push, or skip such runs with if: github.event.workflow_run.event == 'pull_request'.";

/** A workflow_run without a token to look up its pull request. */
export const NO_TOKEN_FOR_LOOKUP =
  "This run follows another workflow. Set the input github-token, which is needed to find its pull request.";

/** A push that deleted its branch or tag. */
export const NOTHING_PUSHED = "The push deleted a branch or a tag. There is nothing to scan.";

/** A payload that lacks what GitHub promises. */
export function describeMissingField(field: string): string {
  return `The event file (GITHUB_EVENT_PATH) has no ${field}. It must be the payload that GitHub sent.`;
}

/** A new branch is compared with the default branch, which is not here. */
export function describeMissingDefaultBranch(branch: string): string {
  return `The default branch ${quoteForMessage(branch)} is not in this clone, and a new branch is compared with it. Use actions/checkout with fetch-depth: 0.`;
}

/** A partial clone that lacks the files of the change. */
export const PARTIAL_WITHOUT_CHANGE =
  "This partial clone does not have the files of the change. Use actions/checkout without filter, or set github-token.";

/** A partial clone that lacks the ignore file of the base. */
export const PARTIAL_WITHOUT_IGNORE_FILE =
  "This partial clone does not have the ignore file of the base. Use actions/checkout without filter, or set github-token.";

/** The history is to be scanned, and there is no checkout. */
export const NO_CHECKOUT =
  "There is no checkout, and the history is read from one. Run actions/checkout with fetch-depth: 0 before this step.";
