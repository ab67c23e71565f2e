import { type ApiFailure, isUncertain, parseFailure } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { getObject, getText } from "../payload.ts";
import type { SecretAlert } from "./alert.ts";

/** What became of an alert. */
export type AlertResult =
  | { kind: "resolved" }
  /** It was closed before; `resolution` is GitHub's word for why, null where it gives none that is known here. */
  | { kind: "already-resolved"; resolution: string | null }
  | { kind: "failed"; failure: ApiFailure };

/** In characters: GitHub's limit for the comments of code scanning. It gives none for these. */
const LONGEST_RESOLUTION_COMMENT = 280;

/**
 * Closes an alert as revoked, with one comment that says how that is known. One that is closed already stays as it is: its
 * comment could not be changed. Throws nothing. The answer to the change has the text of the secret, whatever is asked
 * for: nothing of it is kept.
 */
export async function resolveAlert(octokit: Octokit, alert: SecretAlert, comment: string): Promise<AlertResult> {
  try {
    const before = await readState(octokit, alert);
    if (before.isResolved) return { kind: "already-resolved", resolution: before.resolution };
    return await closeAsRevoked(octokit, alert, comment);
  } catch (error) {
    return { kind: "failed", failure: parseFailure(error) };
  }
}

async function closeAsRevoked(octokit: Octokit, alert: SecretAlert, comment: string): Promise<AlertResult> {
  try {
    await octokit.request("PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}", {
      ...alert.repository,
      alert_number: alert.number,
      state: "resolved",
      resolution: "revoked",
      resolution_comment: comment.slice(0, LONGEST_RESOLUTION_COMMENT),
    });
    return { kind: "resolved" };
  } catch (error) {
    const failure = parseFailure(error);
    // A change whose answer was lost is repeated by the client, and GitHub refuses what changes nothing.
    if (!isUncertain(failure) && failure.status !== 400) return { kind: "failed", failure };
    const now = await readState(octokit, alert);
    return now.isResolved && now.resolution === "revoked" ? { kind: "resolved" } : { kind: "failed", failure };
  }
}

/** Why an alert may be closed, in GitHub's words. */
const RESOLUTIONS = ["false_positive", "wont_fix", "revoked", "used_in_tests", "pattern_edited", "pattern_deleted"];

async function readState({ request }: Octokit, { repository, number }: SecretAlert) {
  const { data } = await request("GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}", {
    ...repository,
    alert_number: number,
    // The text was read before, and need not travel again.
    hide_secret: true,
  });
  const { state, resolution } = getObject({ data }, "data");
  const word = getText(resolution);
  return { isResolved: state === "resolved", resolution: RESOLUTIONS.find((one) => one === word) ?? null };
}
