import type { Clock } from "../domain/clock.ts";
import type { KeptSecret } from "../domain/kept-key.ts";
import type { GitHubAccess } from "../github/client.ts";
import { readDefaultBranchName } from "../github/repository.ts";

/** The repository that a run is of, as far as it is known. */
type OwnRepository = { repository: string | null; defaultBranch: string | null };

/** So many repositories are asked for; of more the branch stays unknown. */
const MOST_ASKED = 20;

/**
 * Finds the default branches of the repositories that keep keys in secrets, by `owner/name` in lower case. GitHub is asked
 * where there is a token; one of which it says nothing is left out.
 */
export async function findDefaultBranches(
  secrets: readonly KeptSecret[],
  { repository: own, defaultBranch }: OwnRepository,
  access: GitHubAccess | null,
  clock: Clock,
): Promise<ReadonlyMap<string, string>> {
  const branches = new Map<string, string>();
  if (own !== null && defaultBranch !== null) branches.set(own.toLowerCase(), defaultBranch);
  const names = new Set(
    secrets.flatMap(({ secret }) => (secret.kind === "github" ? [`${secret.owner}/${secret.repo}`.toLowerCase()] : [])),
  );
  if (access === null) return branches;
  for (const name of [...names].filter((one) => !branches.has(one)).slice(0, MOST_ASKED)) {
    const [owner = "", repo = ""] = name.split("/");
    const branch = await readDefaultBranchName(access, { owner, repo }, { clock });
    if (branch !== null) branches.set(name, branch);
  }
  return branches;
}
