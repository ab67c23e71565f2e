import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { quoteForMessage, UsageError } from "../../errors.ts";
import { type Environment, Git } from "../../git/git.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import { describeMissingIndex } from "../../messages/errors/hooks.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { addPathUse, checkStagedPaths, type PathUse } from "../path-use.ts";
import { IndexSource } from "./index-source.ts";

/** What is staged, to be scanned. */
export type StagedOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. */
  includes: PendingPathFilter;
  /** The globs of `paths`: whether each matches anything. None are checked when left out. */
  paths?: readonly string[];
};

/** What is staged, where its bytes come from, and what the globs of `paths` match. */
export type OpenStaged = { change: Extract<Change, { kind: "staged" }>; source: Source; pathUse: PathUse };

/**
 * Opens what the index has and HEAD does not: what a commit would add. In a git hook that is the index that is about to be
 * committed, which for `commit --all` and `commit FILE` is a temporary one.
 *
 * @throws UsageError where there is no such repository or index.
 */
export async function openStaged({ repo, environment, includes, paths = [] }: StagedOptions): Promise<OpenStaged> {
  const repository = await findHookRepository(repo, environment);
  const index = findIndex(repo, repository, environment);
  const git = new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index });
  const pathUse = await checkStagedPaths(git, paths);
  const source = new IndexSource(git, repository, includes);
  // A glob that matches nothing is refused before anything is read.
  if (paths.length === 0) source.start();
  return { change: { kind: "staged" }, source: addPathUse(source, pathUse), pathUse };
}

/** Whether the index differs from HEAD. Where there is no HEAD yet, it counts as different. */
export async function hasStagedChanges({ repo, environment }: Omit<StagedOptions, "includes">): Promise<boolean> {
  const { gitDir } = await findHookRepository(repo, environment);
  return (await new Git(gitDir, environment).run(["diff-index", "--cached", "--quiet", "HEAD", "--"])).code !== 0;
}

/** A work tree may be far from its repository: GIT_DIR then tells the hook where that is. */
async function findHookRepository(repo: string, environment: Environment): Promise<Repository> {
  const gitDir = environment["GIT_DIR"];
  return await findRepository(repo).catch(async (error: unknown) => {
    if (gitDir === undefined || !(error instanceof UsageError)) throw error;
    return await findRepository(resolve(repo, gitDir));
  });
}

/** Hooks run at the top of the work tree, which relative paths start from (githooks(5)). Null: the default index. */
function findIndex(repo: string, { gitDir }: Repository, environment: Environment): string | null {
  const file = environment["GIT_INDEX_FILE"];
  if (file === undefined || file === "") return null;
  const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
  for (const top of tops) {
    const index = resolve(top, file);
    if (existsSync(index)) return index;
  }
  throw new UsageError(describeMissingIndex(quoteForMessage(file)));
}
