import { delimiter, resolve } from "node:path";
import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { UsageError } from "../../errors.ts";
import { listNewAmong, listNewCommits } from "../../git/commits/new-commits.ts";
import { type Push, parseFrameworkPush, parseRefUpdates, type RefUpdate } from "../../git/commits/ref-updates.ts";
import { createMissingCommitError, isFullObjectId, resolveCommits } from "../../git/commits/revisions.ts";
import { type Environment, Git } from "../../git/git.ts";
import { mayHoldKey } from "../../git/objects/tree-names.ts";

import { findRepository } from "../../git/repository.ts";
import { concatSources, createLazySource } from "../concat-sources.ts";
import { openTexts } from "../texts.ts";
import { openRange } from "./range.ts";

/** A push to be opened, before it leaves or where it arrives. */
export type PushedOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: (path: string) => boolean;
  /** All that git told the hook on standard input. */
  lines: string;
  /** The remote that is pushed to, as git tells a pre-push hook; without it what any remote has counts as known. */
  remote?: string | null;
};

/** What is pushed, and where its bytes come from. Of several branches the change is that of the first with new commits. */
export type OpenPushed = { change: Change; source: Source };

/** What one ref brings. */
type Part = { base: string | null; head: string; known: readonly string[]; names: readonly string[] };

/**
 * Opens what a push brings to the server: the commits that none of its refs has, over all branches and tags that are pushed
 * at once; annotated tags; the names of new refs. Before a push leaves, what the server has is what was last seen of it. A
 * UsageError where the lines are none of git's, or name what is not here.
 */
export async function openPushed(options: PushedOptions): Promise<OpenPushed> {
  const { environment, includes } = options;
  const { pushed, remote } = toldBy(options);
  const repo = await folderOf(options.repo, environment);
  const variables = pushed.here === "receiver" ? quarantineVariables(environment, options.repo) : {};
  const { gitDir } = await findRepository(repo);
  const git = new Git(gitDir, environment, variables);
  const refs = pushed.here === "receiver" ? ["--all"] : [remote === null ? "--remotes" : `--remotes=${remote}`];
  const parts = await partsOf(git, pushed.updates, refs);
  const [first] = parts;
  if (!first)
    return { change: { kind: "texts", of: "a push that brings no commit" }, source: openTexts({ texts: [] }) };
  const sources = parts.map((part) => {
    const range = { repo, environment, includes, variables, ...part };
    return createLazySource(async () => (await openRange(range)).source);
  });
  return { change: { kind: "range", base: first.base, head: first.head }, source: concatSources(sources) };
}

function toldBy({ lines, environment, remote }: PushedOptions): { pushed: Push; remote: string | null } {
  const pushed = parseRefUpdates(lines);
  const byFramework = pushed.updates.length === 0 ? parseFrameworkPush(environment) : null;
  if (!byFramework) return { pushed, remote: remote || null };
  return { pushed: { here: "sender", updates: [byFramework.update] }, remote: byFramework.remote };
}

/** A bare repository, or a work tree far from its own, is where git tells its hooks. */
async function folderOf(repo: string, environment: Environment): Promise<string> {
  const told = environment["GIT_DIR"];
  return await findRepository(repo).then(
    () => repo,
    (error: unknown) => {
      if (told === undefined || !(error instanceof UsageError)) throw error;
      return resolve(repo, told);
    },
  );
}

/** What each ref brings that neither the server has nor a ref before it brought. Those that bring nothing are left out. */
async function partsOf(git: Git, updates: readonly RefUpdate[], refs: readonly string[]): Promise<readonly Part[]> {
  const arriving = updates.filter((update) => update.after !== null);
  const heads = await resolveCommits(git, arriving.map(afterOf));
  const olds = updates.flatMap(({ before }) => before ?? []);
  const known = olds.length > 0 ? (await resolveCommits(git, olds)).filter((one) => one !== null) : [];
  const commits = heads.filter((one) => one !== null);
  const fresh = commits.length > 1 ? await listNewAmong(git, commits, known, refs) : new Set(commits);
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const [at, update] of arriving.entries()) {
    const [head, commit = null] = [afterOf(update), heads[at]];
    if (commit === null && !isFullObjectId(head)) throw createMissingCommitError(head);
    const names = update.before === null ? [update.ref] : [];
    const isOld = commit !== null && (seen.has(commit) || !fresh.has(commit));
    const part = isOld ? null : await edgeOf(git, commit, [...known, ...seen], refs);
    const isWorth = part !== null || isTag(head, commit) || names.some((name) => mayHoldKey(Buffer.byteLength(name)));
    if (isWorth)
      parts.push({
        ...(part ?? { base: commit, known: [] }),
        head: isFullObjectId(head) ? head : (commit ?? head),
        names,
      });
    if (commit !== null) seen.add(commit);
  }
  return parts;
}

/** Null where no commit is new. Of several known commits the first one says what was there before. What is no commit is new. */
async function edgeOf(git: Git, commit: string | null, known: readonly string[], refs: readonly string[]) {
  if (commit === null) return { base: null, known: [] };
  const { isAny, boundary } = await listNewCommits(git, commit, known, refs);
  if (!isAny) return null;
  const base = boundary.find((one) => known.includes(one)) ?? boundary[0] ?? null;
  return { base, known: boundary.filter((one) => one !== base) };
}

/** An annotated tag is an object of its own, and its message a text that the push brings. */
function isTag(head: string, commit: string | null): boolean {
  return isFullObjectId(head) && head !== commit;
}

function afterOf({ after }: RefUpdate): string {
  if (after === null) throw new Error("a ref that is taken away brings nothing");
  return after;
}

/**
 * The variables that let git see the objects of a push, which it keeps apart until a pre-receive hook accepts them
 * (git-receive-pack(1), "QUARANTINE ENVIRONMENT"). Empty where nothing is in quarantine: without that check these
 * variables could have git read objects of somebody else's choosing. `folder` is where the hook runs.
 */
function quarantineVariables(environment: Environment, folder: string): Readonly<Record<string, string>> {
  const objects = environment["GIT_OBJECT_DIRECTORY"];
  if (!environment["GIT_QUARANTINE_PATH"] || !objects) return {};
  const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  // Git quotes a folder that has the delimiter in its name; such ones it writes in full.
  const absolute = (name: string) => (name === "" || name.includes('"') ? name : resolve(folder, name));
  return {
    GIT_OBJECT_DIRECTORY: resolve(folder, objects),
    ...(alternates
      ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.split(delimiter).map(absolute).join(delimiter) }
      : {}),
  };
}
