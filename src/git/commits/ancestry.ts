import { Git } from "../git.ts";
import { findRepository } from "../repository.ts";
import { isFullObjectId, type RepositoryLocation } from "./revisions.ts";

/**
 * Whether a commit is known to be an ancestor of another, both by full object name. One that is not here any more, as
 * after a force-push, is not known to be.
 */
export async function isAncestor(
  { repo, environment }: RepositoryLocation,
  ancestor: string,
  head: string,
): Promise<boolean> {
  if (!isFullObjectId(ancestor) || !isFullObjectId(head)) return false;
  const git = new Git((await findRepository(repo)).gitDir, environment);
  return (await git.ask(["merge-base", "--is-ancestor", ancestor, head])).code === 0;
}
