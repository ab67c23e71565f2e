import type { ApiFailure } from "../github/api-failure.ts";
import type { TokenAccess, TokenRead } from "../github/token-access.ts";
import {
  describeAllowedComments,
  describeFailedGitHubRead,
  describeForks,
  describeNoGitHubRepository,
  describeNoToken,
  describeReadableCodeScanning,
  describeReadableContents,
  describeReadOnlyRun,
  describeRefusedComments,
  describeToken,
  describeTokenFailure,
  describeUnreadableCodeScanning,
  describeUnreadableContents,
  describeUntriedComments,
  type TokenFailure,
} from "../messages/doctor/github-token.ts";
import { escapePlain } from "../report/escape.ts";
import { type Check, createCheck } from "./check.ts";
import type { DoctorContext } from "./context.ts";

/** Checks the GitHub token: whose it is, and what it may do on this event. */
export async function checkGitHubToken(context: DoctorContext): Promise<readonly Check[]> {
  const { github, medium, workflow } = context;
  const { apiUrl, token, repository } = github;
  if (token === null)
    return [createCheck("github-token", medium === "workflow" ? "problem" : "unknown", describeNoToken(medium))];
  if (repository === null) return [createCheck("github-token", "unknown", describeNoGitHubRepository())];
  const { probeToken } = await import("../github/token-access.ts");
  const { timeout, clock } = context;
  const probe = await probeToken({ apiUrl, token }, repository, { timeout, clock });
  if (probe.kind === "failed") return [createFailure(probe.failure)];
  const { access } = probe;
  return [
    createCheck("github-token", "ok", describeToken(chooseLogin(access, context))),
    checkContents(access.commits),
    ...(mayComment(context) ? [checkComments(access, context)] : []),
    checkCodeScanning(access.codeScanning),
    ...(workflow === null ? [] : [createCheck("forks", "ok", describeForks(workflow.eventName))]),
  ];
}

/** A bot's name tells nothing of anybody; a person's is for those who may see names. */
function chooseLogin({ login }: TokenAccess, { detail }: DoctorContext): string | null {
  if (login === null) return null;
  return login.endsWith("[bot]") || detail === "full" ? escapePlain(login) : null;
}

function createFailure({ kind, status }: ApiFailure): Check {
  const failure = FAILURES[kind] ?? "refused";
  const state = failure === "no-answer" ? "unknown" : "problem";
  return createCheck("github-token", state, describeTokenFailure(failure, status));
}

const FAILURES: Readonly<Partial<Record<ApiFailure["kind"], TokenFailure>>> = {
  "no-answer": "no-answer",
  outage: "no-answer",
  limited: "no-answer",
  fault: "no-answer",
  "not-the-api": "not-github",
  "bad-token": "bad-token",
  "not-found": "not-found",
  "kept-out": "kept-out",
};

function checkContents(read: TokenRead): Check {
  if (read === null) return createCheck("read-commits", "ok", describeReadableContents());
  return isRefusal(read)
    ? createCheck("read-commits", "problem", describeUnreadableContents())
    : createCheck("read-commits", "unknown", describeFailedGitHubRead("commits", read.status));
}

/** Whether a comment may be wanted: on a pull request, or in a run by hand or after another one, which stand for such runs. */
function mayComment({ workflow }: DoctorContext): boolean {
  if (workflow === null) return true;
  const { wantsComment, eventName, event } = workflow;
  return wantsComment && (event.pull !== null || /^(?:workflow_|pull_request)/.test(eventName));
}

/** Whether comments may be written cannot be tried: what forbids it is known from the event, or from a read that is refused. */
function checkComments({ pulls, mayWrite }: TokenAccess, { workflow }: DoctorContext): Check {
  if (workflow?.eventName === "pull_request" && workflow.event.pull?.isFork) {
    return createCheck("write-comments", "problem", describeReadOnlyRun("fork"));
  }
  if (workflow?.isDependabot) return createCheck("write-comments", "problem", describeReadOnlyRun("dependabot"));
  if (pulls !== null) {
    return isRefusal(pulls)
      ? createCheck("write-comments", "problem", describeRefusedComments())
      : createCheck("write-comments", "unknown", describeFailedGitHubRead("pull requests", pulls.status));
  }
  if (mayWrite === true) return createCheck("write-comments", "ok", describeAllowedComments());
  if (mayWrite === false) return createCheck("write-comments", "problem", describeRefusedComments());
  return createCheck("write-comments", "unknown", describeUntriedComments());
}

/** 404 comes where nothing was ever uploaded, and after the token was looked at. */
function checkCodeScanning(read: TokenRead): Check {
  if (read === null || read.status === 404) return createCheck("code-scanning", "ok", describeReadableCodeScanning());
  return isRefusal(read)
    ? createCheck("code-scanning", "unknown", describeUnreadableCodeScanning())
    : createCheck("code-scanning", "unknown", describeFailedGitHubRead("code scanning", read.status));
}

function isRefusal({ kind }: ApiFailure): boolean {
  return kind === "forbidden" || kind === "not-found" || kind === "refused" || kind === "bad-token";
}
