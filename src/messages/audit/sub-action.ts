import { quoteForMessage } from "../quote.ts";

/** Why an audit without a key for the Admin API cannot begin. */
export const AUDIT_WITHOUT_KEY =
  "openai-admin-key is missing: an audit reads the organisation's keys with it. Create an Admin API key that may read, store it as a secret, and set `openai-admin-key: ${{ secrets.OPENAI_ADMIN_KEY }}`.";

/** The default branch has no file where the workflow says that it is. */
export function describeMissingPolicy(file: string): string {
  return `policy-file names ${quoteForMessage(file)}, and the default branch has no such file. Commit it there, or leave the input out to audit with the default rules.`;
}

/** GitHub did not give the policy file. `why` is a clause. */
export function describeUnreadPolicy(file: string, why: string): string {
  return `The policy file ${quoteForMessage(file)} could not be read from the default branch: ${why}. No audit was made without it: it may turn rules off and name exceptions.`;
}

/** Why GitHub did not give a file, where a permission is missing. */
export const NEEDS_CONTENTS = "github-token may not read the repository. Give the job the permission `contents: read`";

/** Why GitHub did not give a file, where there is no token. */
export const NO_TOKEN = "github-token is empty";

/** GitHub did not do what it was asked for. */
export function describeGitHubFailure(kind: string, status: number | null): string {
  return status === null ? `GitHub did not answer (${kind})` : `GitHub answered ${status} (${kind})`;
}

/** The issue could not be written. `why` is a clause. */
export function describeIssueTrouble(why: string): string {
  return `The issue was not written: ${why}. Everything it would say stands in the job summary.`;
}

/** Why the issue could not be written, where a permission is missing. */
export const NEEDS_ISSUES = "github-token may not write issues. Give the job the permission `issues: write`";

/** Why the issue could not be written, where the repository has none. */
export const NO_ISSUES = "this repository has issues switched off, or github-token may not see them";
