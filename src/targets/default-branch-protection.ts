import type { Clock } from "../domain/clock.ts";
import { UsageError } from "../errors.ts";
import { parseFailure } from "../github/api-failure.ts";
import { type RepositoryName, readDefaultBranchFile } from "../github/repository.ts";
import { parseBasePolicy } from "../ignore-file/base-rules.ts";
import { describeGitHubFailure, NEEDS_CONTENTS } from "../messages/audit/sub-action.ts";
import { describeUnknownProtection } from "../messages/errors/command-line/audit.ts";

/**
 * Reads what the ignore file of the default branch protects, through GitHub's API.
 *
 * @throws UsageError where it cannot be read: nobody can tell then which keys it protects.
 */
export async function readDefaultProtection(
  { path, token }: { path: string; token: string },
  { apiUrl, repository, clock }: { apiUrl: string; repository: RepositoryName; clock: Clock },
): Promise<readonly string[]> {
  const bytes = await readDefaultBranchFile({ apiUrl, token }, repository, path, { clock }).catch((error: unknown) => {
    const { kind, status } = parseFailure(error);
    const why = kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
    throw new UsageError(describeUnknownProtection(`${why}.`));
  });
  if (bytes === null) return [];
  const { protect, mayContain, gaps } = await parseBasePolicy({ kind: "file", bytes }, null, path);
  if (!mayContain) throw new UsageError(describeUnknownProtection(gaps.map(({ detail }) => detail).join(" ")));
  return protect;
}
