/** The pull request of a workflow run could not be looked up; `why`: an end of a sentence. */
export function describeUnknownPullRequest(why: string): string {
  return `The title and description of the pull request were not read, and its commits were compared with the default branch: ${why}.`;
}

/** Why GitHub did not say which pull request a run is for. */
export const LOOKUP_FAULTS = {
  forbidden: "the token may not read pull requests",
  "bad-token": "GitHub refuses the token",
  "not-the-api": "a login page or a proxy answered instead of GitHub's API",
  "no-answer": "GitHub did not answer",
} as const;

/** The same for an answer that tells nothing; `status` is HTTP's. */
export function describeLookupStatus(status: number): string {
  return `GitHub answered ${status}`;
}
