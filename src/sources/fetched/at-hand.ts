import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import { listMissing } from "../../git/commits/rev-list.ts";
import { isFullObjectId, type RepositoryLocation } from "../../git/commits/revisions.ts";
import { Git } from "../../git/git.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import { measureCompleteness } from "./completeness.ts";

/**
 * Whether the repository at hand has all that a range brought, so that nothing need be fetched. Not so where there is no
 * repository, where it lacks an end, where it is a shallow clone that does not reach far enough, or a partial one without
 * the contents. The ends are full object names.
 */
export async function isAtHand({ repo, environment }: RepositoryLocation, ends: CommitRange): Promise<boolean> {
  const { base, head } = ends;
  if (!isFullObjectId(head) || (base !== null && !isFullObjectId(base))) return false;
  const repository = await findRepository(repo).catch(() => null);
  if (!repository) return false;
  const git = new Git(repository.gitDir, environment);
  return (await hasCommits(git, ends)) && (await reaches(git, ends, repository));
}

/** Asked of a list of what is there, since a partial clone would try to fetch what is not. */
async function hasCommits(git: Git, ends: CommitRange): Promise<boolean> {
  const { code } = await git.ask(["rev-list", "--max-count=1", ...formatRevisions(ends), "--"]);
  return code === 0;
}

async function reaches(git: Git, ends: CommitRange, { shallow, isPartial }: Repository): Promise<boolean> {
  if (
    shallow.size > 0 &&
    (ends.base === null || (await measureCompleteness(git, ends, { shallow, since: null })).kind !== "exact")
  ) {
    return false;
  }
  return !isPartial || (await listMissing(git, formatRevisions(ends))).size === 0;
}
