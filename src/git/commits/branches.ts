import { UsageError } from "../../errors.ts";
import { createGitError, Git } from "../git.ts";
import { findRepository } from "../repository.ts";
import type { CommitRange } from "./commit-range.ts";
import { type RepositoryLocation, resolveCommits } from "./revisions.ts";

/** What a branch, here or of a remote, is and points to. Null is what does not apply. */
type Ref = { name: string; commit: string; isCurrent: boolean; target: string | null; upstream: string | null };

/** What is scanned when nothing was said: the commits HEAD has, and its upstream or the remote's default branch has not. */
export async function findDefaultRange({ repo, environment }: RepositoryLocation): Promise<CommitRange> {
  const git = new Git((await findRepository(repo)).gitDir, environment);
  const [refs, [head]] = await Promise.all([refsOf(git), resolveCommits(git, ["HEAD"])]);
  if (!head) throw new UsageError("There is no commit yet, and so no range; scan files instead, with --files.");
  const upstream = refs.find(({ isCurrent }) => isCurrent)?.upstream;
  const known = refs.find(({ name }) => name === upstream) ?? defaultOf(refs, null);
  if (known) return { base: known.commit, head };
  throw new UsageError(
    "The branch has no upstream, and there is no default branch of a remote to compare it with; " +
      "name a range, such as main..HEAD.",
  );
}

/**
 * The best base for a branch that was just created, which has no commit before it: the default branch of the remote, by
 * the name the event gives or the one git remembers. Null where there is none, or where the new branch is the default
 * one: then all of it is new.
 */
export async function findNewBranchBase(
  where: RepositoryLocation,
  pushed: { branch: string; defaultBranch: string | null },
): Promise<string | null> {
  if (pushed.branch === pushed.defaultBranch) return null;
  const git = new Git((await findRepository(where.repo)).gitDir, where.environment);
  const base = defaultOf(await refsOf(git), pushed.defaultBranch);
  return base && shortOf(base) !== pushed.branch ? base.commit : null;
}

/** `origin` comes first, as where a clone comes from; then any other remote. */
function defaultOf(refs: readonly Ref[], name: string | null): Ref | null {
  const remote = refs.filter((ref) => ref.name.startsWith("refs/remotes/"));
  const ordered = [...remote.filter(isOrigins), ...remote.filter((ref) => !isOrigins(ref))];
  if (name !== null) return ordered.find((ref) => ref.target === null && shortOf(ref) === name) ?? null;
  const pointer = ordered.find((ref) => ref.target !== null && ref.name.endsWith("/HEAD"));
  return refs.find((ref) => ref.name === pointer?.target) ?? null;
}

function isOrigins({ name }: Ref): boolean {
  return name.startsWith("refs/remotes/origin/");
}

/** The name of a remote's branch on that remote. */
function shortOf({ name }: Ref): string {
  return name.split("/").slice(3).join("/");
}

async function refsOf(git: Git): Promise<readonly Ref[]> {
  const fields = ["%(refname)", "%(objectname)", "%(HEAD)", "%(symref)", "%(upstream)"];
  const ending = await git.run(["for-each-ref", `--format=${fields.join("%00")}`, "refs/heads", "refs/remotes"]);
  if (ending.code !== 0) throw createGitError(ending, "list branches");
  const lines = ending.stdout.split("\n").slice(0, -1);
  return lines.map((line) => {
    const [name = "", commit = "", mark, target, upstream] = line.split("\0");
    return { name, commit, isCurrent: mark === "*", target: target || null, upstream: upstream || null };
  });
}
