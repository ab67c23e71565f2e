/** Why a repository's SARIF was not uploaded, beside a failed request. */
export type UploadObstacle = "not-whole" | "no-branch" | "rejected" | "stopped" | "too-many" | "too-large";

/** By the obstacle, or the kind of the request's failure. */
const REASONS: Readonly<Record<string, string>> = {
  "not-whole": "not all of it could be read. What is missing would close alerts. The alerts there stay as they are.",
  "no-branch": "its default branch is not known, or has no commit.",
  rejected: "GitHub took it, and then could not process it.",
  stopped: "uploading ended before.",
  "too-many": "a sweep uploads to no more than 500 repositories. GitHub takes 1,000 files an hour.",
  "too-large": "it is larger than GitHub takes.",
  forbidden:
    "the token may not. It needs Code scanning alerts: write (security_events), and code scanning must be switched on there. Private repositories need GitHub Code Security for it.",
  "not-found": "GitHub does not show it to the token, or no longer has the commit.",
  archived: "it is archived, and can only be read.",
  "bad-token": "GitHub no longer accepts the token. An app's token ends after an hour.",
  "kept-out": "a rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
  limited: "GitHub asks to slow down. Try again later.",
  outage: "GitHub failed. Try again later.",
  "no-answer": "GitHub did not answer.",
  "not-the-api": "what answered was not GitHub's API. Check the proxy, and GITHUB_API_URL.",
};

/** Repositories whose upload failed for the same reason. */
export function describeFailedUpload(repositories: readonly string[], reason: string): string {
  const shown = repositories.slice(0, MOST_NAMED).join(", ");
  const more = repositories.length - MOST_NAMED;
  const names = more > 0 ? `${shown} and ${more} more` : shown;
  return `SARIF was not uploaded to ${names}: ${REASONS[reason] ?? "GitHub refused it."}`;
}

/** As many names stand in a line. */
const MOST_NAMED = 20;

/** How many repositories got theirs. */
export function describeUploads(count: number): string {
  return `SARIF was uploaded to ${count === 1 ? "1 repository" : `${count} repositories`}.`;
}

/** `--upload-sarif` with `--dry-run`. */
export function describeDryUpload(count: number): string {
  return `SARIF would be uploaded to ${count === 1 ? "1 repository" : `${count} repositories`}. Nothing was uploaded, since this is a dry run.`;
}
