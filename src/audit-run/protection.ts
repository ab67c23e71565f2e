import { UsageError } from "../errors.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import { describeUnknownProtection } from "../messages/errors/command-line/audit.ts";
import { readFirstFileVersions } from "../targets/base-file.ts";
import { readBasePolicy } from "../targets/base-policy.ts";

/**
 * Reads what the ignore file protects, as HEAD has it: what stands in the work tree may not be committed yet. Outside of a
 * repository there is none.
 *
 * @throws UsageError where it cannot be read: nobody can tell then which keys it protects.
 */
export async function readProtection(location: RepositoryLocation, ignoreFile: string): Promise<readonly string[]> {
  const { protect, mayContain, gaps } = await readBasePolicy(
    { ignoreFile },
    await readFirstFileVersions(location, ["HEAD"], ignoreFile),
  );
  if (!mayContain) throw new UsageError(describeUnknownProtection(gaps.map(({ detail }) => detail).join(" ")));
  return protect;
}
