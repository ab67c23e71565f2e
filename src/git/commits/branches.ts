import type { RangeChoice, RangeName } from "../../domain/change.ts";
import { UsageError } from "../../errors.ts";
import { NO_COMMITS_YET } from "../../messages/errors/command-line/range.ts";
import { createGitError, Git } from "../git.ts";
import { findRepository } from "../repository.ts";
import type { CommitRange } from "./commit-range.ts";
import { type RepositoryLocation, resolveCommits } from "./revisions.ts";

/** A branch, local or of a remote. `target`: the ref that a symbolic ref names, else null. */
type Branch = { name: string; commit: string; isCurrent: boolean; target: string | null; upstream: string | null };

/** Names of default branches, for repositories where no remote tells it. Git's own `init.defaultBranch` is never read. */
const DEFAULT_NAMES = ["main", "master", "trunk", "develop"];

/** What the current branch is compared with; a null branch means that there is nothing to compare it with. */
type ChosenBase = { branch: Branch | null; by: RangeChoice };

/**
 * The range that is scanned without one being given: the commits that HEAD has and its upstream does not; without an
 * upstream, the default branch of a remote, or the local one. On the local default branch itself all commits are scanned:
 * nothing says which of them left this machine.
 *
 * @throws UsageError where there is no commit yet.
 */
export async function findDefaultRange({
  repo,
  environment,
}: RepositoryLocation): Promise<CommitRange & { name: RangeName }> {
  const git = new Git((await findRepository(repo)).gitDir, environment);
  const [branches, [head]] = await Promise.all([listBranches(git), resolveCommits(git, ["HEAD"])]);
  if (!head) throw new UsageError(NO_COMMITS_YET);
  const { branch, by } = chooseBase(branches);
  if (branch === null) return { base: null, head, name: { text: "HEAD", chosenBy: by } };
  return { base: branch.commit, head, name: { text: `${shortenName(branch)}..HEAD`, chosenBy: by } };
}

function chooseBase(branches: readonly Branch[]): ChosenBase {
  const current = branches.find(({ isCurrent }) => isCurrent);
  const upstream = branches.find(({ name }) => name === current?.upstream);
  if (upstream) return { branch: upstream, by: "upstream" };
  const remote =
    findDefaultBranch(branches, null) ?? findNamed(DEFAULT_NAMES, (name) => findDefaultBranch(branches, name));
  if (remote) return { branch: remote, by: "remote-default" };
  const local = findNamed(DEFAULT_NAMES, (name) => branches.find((branch) => branch.name === `refs/heads/${name}`));
  return local && !local.isCurrent ? { branch: local, by: "local-default" } : { branch: null, by: "all-commits" };
}

function findNamed(names: readonly string[], find: (name: string) => Branch | null | undefined): Branch | null {
  for (const name of names) {
    const found = find(name);
    if (found) return found;
  }
  return null;
}

/** `refs/remotes/origin/main` → `origin/main`. */
function shortenName({ name }: Branch): string {
  return name.replace(/^refs\/(?:heads|remotes)\//, "");
}

/**
 * The base for a branch that was just created, and so has no commit before the push: the default branch of the remote, by
 * the name in the event or the one git remembers. Null where there is none, or where the new branch is the default branch:
 * then all of it is new.
 */
export async function findNewBranchBase(
  location: RepositoryLocation,
  push: { branch: string; defaultBranch: string | null },
): Promise<string | null> {
  if (push.branch === push.defaultBranch) return null;
  const git = new Git((await findRepository(location.repo)).gitDir, location.environment);
  const base = findDefaultBranch(await listBranches(git), push.defaultBranch);
  return base && nameOnRemote(base) !== push.branch ? base.commit : null;
}

/**
 * The revision whose files count as merged: the default branch of the remote, as git remembers it or by the names that it
 * usually has; HEAD in a repository without remote branches. `unknown` where there are some, and none of them is it.
 *
 * @throws UsageError outside of a repository.
 */
export async function findDefaultRevision(location: RepositoryLocation): Promise<string> {
  const git = new Git((await findRepository(location.repo)).gitDir, location.environment);
  const branches = await listBranches(git);
  if (!branches.some(({ name }) => name.startsWith("refs/remotes/"))) return "HEAD";
  const known = [null, "main", "master"].map((name) => findDefaultBranch(branches, name)).find((one) => one !== null);
  return known?.name ?? "unknown";
}

/** The default branch of `origin`, which a clone comes from, or else of any other remote. */
function findDefaultBranch(branches: readonly Branch[], name: string | null): Branch | null {
  const remote = branches.filter((branch) => branch.name.startsWith("refs/remotes/"));
  const isOrigin = (branch: Branch) => branch.name.startsWith("refs/remotes/origin/");
  const ordered = [...remote.filter(isOrigin), ...remote.filter((branch) => !isOrigin(branch))];
  if (name !== null) return ordered.find((branch) => branch.target === null && nameOnRemote(branch) === name) ?? null;
  const remoteHead = ordered.find((branch) => branch.target !== null && branch.name.endsWith("/HEAD"));
  return branches.find((branch) => branch.name === remoteHead?.target) ?? null;
}

/** `refs/remotes/origin/main` → `main`. */
function nameOnRemote({ name }: Branch): string {
  return name.split("/").slice(3).join("/");
}

async function listBranches(git: Git): Promise<readonly Branch[]> {
  const fields = ["%(refname)", "%(objectname)", "%(HEAD)", "%(symref)", "%(upstream)"];
  const exit = await git.run(["for-each-ref", `--format=${fields.join("%00")}`, "refs/heads", "refs/remotes"]);
  if (exit.code !== 0) throw createGitError(exit, "list branches");
  const lines = exit.stdout.split("\n").slice(0, -1);
  return lines.map((line) => {
    const [name = "", commit = "", mark, target, upstream] = line.split("\0");
    return { name, commit, isCurrent: mark === "*", target: target || null, upstream: upstream || null };
  });
}
