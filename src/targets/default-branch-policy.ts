import { type AuditPolicy, DEFAULT_AUDIT_POLICY } from "../audit/policy/policy.ts";
import type { Clock } from "../domain/clock.ts";
import { UsageError } from "../errors.ts";
import { type ApiFailure, parseFailure } from "../github/api-failure.ts";
import { type RepositoryName, readDefaultBranchFile } from "../github/repository.ts";
import { decodeText } from "../ignore-file/base-rules.ts";
import {
  describeGitHubFailure,
  describeMissingPolicy,
  describeUnreadPolicy,
  NEEDS_CONTENTS,
  NO_TOKEN,
} from "../messages/audit/sub-action.ts";

/** The policy file, by its path in the repository, and whether somebody named it: then it must be there. */
export type PolicyFile = { policyFile: string; isPolicyNamed: boolean; githubToken: string | null };

/** Where the repository is. */
export type AuditedRepository = { apiUrl: string; repository: RepositoryName; clock: Clock };

/**
 * Reads the policy from the default branch, whatever is checked out: only what was merged there may switch rules off.
 * Without a file the defaults hold.
 *
 * @throws UsageError where GitHub does not give it, where a file that was named is not there, and for a wrong policy.
 */
export async function readDefaultBranchPolicy(
  { policyFile, isPolicyNamed, githubToken }: PolicyFile,
  { apiUrl, repository, clock }: AuditedRepository,
): Promise<AuditPolicy> {
  if (githubToken === null) throw new UsageError(describeUnreadPolicy(policyFile, NO_TOKEN));
  const bytes = await readDefaultBranchFile({ apiUrl, token: githubToken }, repository, policyFile, { clock }).catch(
    (error: unknown) => {
      throw new UsageError(describeUnreadPolicy(policyFile, explainFailure(parseFailure(error))));
    },
  );
  if (bytes === null && isPolicyNamed) throw new UsageError(describeMissingPolicy(policyFile));
  if (bytes === null) return DEFAULT_AUDIT_POLICY;
  // Loaded only when there is a file: the YAML parser is large.
  const { parseAuditPolicy } = await import("../audit/policy/parse.ts");
  return parseAuditPolicy(decodeText(bytes, policyFile), policyFile);
}

function explainFailure({ kind, status }: ApiFailure): string {
  return kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
}
