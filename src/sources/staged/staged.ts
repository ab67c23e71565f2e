import { access } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { quoteForMessage, UsageError } from "../../errors.ts";
import { type Environment, Git } from "../../git/git.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import { IndexSource } from "./index-source.ts";

/** What is staged, to be opened. */
export type StagedOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. */
  includes: (path: string) => boolean;
};

/** What is staged, and where its bytes come from. */
export type OpenStaged = { change: Extract<Change, { kind: "staged" }>; source: Source };

/**
 * Opens what the index has and HEAD has not: what a commit would bring. In a hook of git that is the index that git is
 * about to commit, which for `commit --all` and `commit FILE` is one of its own. A UsageError where there is no such
 * repository or index.
 */
export async function openStaged({ repo, environment, includes }: StagedOptions): Promise<OpenStaged> {
  const repository = await repositoryOf(repo, environment);
  const index = await indexIn(repo, repository, environment);
  const git = new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index });
  return { change: { kind: "staged" }, source: new IndexSource(git, repository, includes) };
}

/** A work tree may be far from its repository: git then tells hooks where that is. */
async function repositoryOf(repo: string, environment: Environment): Promise<Repository> {
  const told = environment["GIT_DIR"];
  return await findRepository(repo).catch(async (error: unknown) => {
    if (told === undefined || !(error instanceof UsageError)) throw error;
    return await findRepository(resolve(repo, told));
  });
}

/** Hooks run at the top of the work tree, from where a relative name counts (githooks(5)). Null: the usual index. */
async function indexIn(repo: string, { gitDir }: Repository, environment: Environment): Promise<string | null> {
  const told = environment["GIT_INDEX_FILE"];
  if (told === undefined || told === "") return null;
  const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
  for (const top of tops) {
    const index = resolve(top, told);
    const isThere = await access(index).then(
      () => true,
      () => false,
    );
    if (isThere) return index;
  }
  throw new UsageError(
    `GIT_INDEX_FILE names ${quoteForMessage(told)}, which is not there; unset it, or name an index of git.`,
  );
}
