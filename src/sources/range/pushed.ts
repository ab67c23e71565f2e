import { delimiter, resolve } from "node:path";
import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { UsageError } from "../../errors.ts";
import { countNewCommits, findNewCommits, type KnownHistory, listNewAmong } from "../../git/commits/new-commits.ts";
import { readPreCommitRequest } from "../../git/commits/pre-commit-framework.ts";
import { type Push, parseRefUpdates, type RefUpdate } from "../../git/commits/ref-updates.ts";
import { createMissingCommitError, isFullObjectId, resolveCommits } from "../../git/commits/revisions.ts";
import { type Environment, Git } from "../../git/git.ts";
import { findRepository } from "../../git/repository.ts";
import { mayHoldKey } from "../../git/trees/tree-names.ts";
import { A_PUSH } from "../../messages/names.ts";
import { concatSources, createLazySource } from "../concat-sources.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { openTexts } from "../texts.ts";
import { openRange } from "./range.ts";

/** A push to scan, before it leaves or where it arrives. */
export type PushedOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: PendingPathFilter;
  /** The standard input of the hook. */
  lines: string;
  /** The remote that is pushed to, as git tells a pre-push hook; without it the branches of all remotes count as known. */
  remote?: string | null;
};

/** What is pushed, and where its bytes come from. Of several branches the change is that of the first with new commits. */
export type OpenPushed = { change: Change; source: Source };

/** What one ref adds to the server: a range of commits, and the name of the ref if it is new. */
type PushedRange = {
  base: string | null;
  head: string;
  known: readonly string[];
  names: readonly string[];
  /** How many commits are new. */
  count: number;
};

/**
 * Opens what a push adds to the server: the commits that none of its refs has, over all branches and tags that are pushed
 * at once; annotated tags; the names of new refs. Notes and tags that stay behind are not read. Before a push leaves, the
 * server is known by its remote-tracking refs; `unpushed` stands in the change where no other remote has a commit of it.
 *
 * @throws UsageError where the input is not git's, or names a commit that is not here.
 */
export async function openPushed(options: PushedOptions): Promise<OpenPushed> {
  const { environment, includes } = options;
  const { push, remote } = parsePush(options);
  const repo = await findFolder(options.repo, environment);
  const variables = push.side === "receiver" ? quarantineVariables(environment, options.repo) : {};
  const { gitDir } = await findRepository(repo);
  const git = new Git(gitDir, environment, variables);
  const refs = push.side === "receiver" ? ["--all"] : [remote === null ? "--remotes" : `--remotes=${remote}`];
  const known = { commits: await resolveKnown(git, push.updates), refs };
  const ranges = await findPushedRanges(git, push.updates, known);
  const [first] = ranges;
  if (!first) return { change: { kind: "texts", of: A_PUSH }, source: openTexts({ texts: [] }) };
  const sources = ranges.map(({ base, head, known: more, names }) => {
    const range = { repo, environment, includes, variables, base, head, known: more, names, attached: false };
    return createLazySource(async () => (await openRange(range)).source);
  });
  const change = { kind: "range", base: first.base, head: first.head } as const;
  const isUnpushed = push.side === "sender" && (remote === null || !(await isAtOtherRemote(git, ranges, known)));
  return { change: isUnpushed ? { ...change, unpushed: true } : change, source: concatSources(sources) };
}

function parsePush({ lines, environment, remote }: PushedOptions): { push: Push; remote: string | null } {
  const push = parseRefUpdates(lines);
  const request = push.updates.length === 0 ? readPreCommitRequest(environment) : null;
  if (request?.kind !== "push") return { push, remote: remote || null };
  return { push: { side: "sender", updates: [request.update] }, remote: request.remote };
}

/** In a bare repository, or a work tree far from its own, GIT_DIR tells the hook where the repository is. */
async function findFolder(repo: string, environment: Environment): Promise<string> {
  const gitDir = environment["GIT_DIR"];
  return await findRepository(repo).then(
    () => repo,
    (error: unknown) => {
      if (gitDir === undefined || !(error instanceof UsageError)) throw error;
      return resolve(repo, gitDir);
    },
  );
}

/** What each ref adds to the server and to the refs before it. Refs that add nothing are left out. */
async function findPushedRanges(
  git: Git,
  updates: readonly RefUpdate[],
  known: KnownHistory,
): Promise<readonly PushedRange[]> {
  const arriving = updates.flatMap(({ ref, before, after }) => (after === null ? [] : [{ ref, before, after }]));
  const commits = await resolveCommits(
    git,
    arriving.map(({ after }) => after),
  );
  const existing = commits.filter((commit) => commit !== null);
  const added = existing.length > 1 ? await listNewAmong(git, existing, known) : new Set(existing);
  const ranges: PushedRange[] = [];
  const earlier = new Set<string>();
  for (const [at, { ref, before, after }] of arriving.entries()) {
    const commit = commits[at] ?? null;
    if (commit === null && !isFullObjectId(after)) throw createMissingCommitError(after);
    const isOld = commit !== null && (earlier.has(commit) || !added.has(commit));
    const range = isOld ? null : await findBase(git, commit, { ...known, commits: [...known.commits, ...earlier] });
    const names = before === null ? [ref] : [];
    if (range || isTag(after, commit) || names.some((name) => mayHoldKey(Buffer.byteLength(name)))) {
      const head = isFullObjectId(after) ? after : (commit ?? after);
      ranges.push({ ...(range ?? { base: commit, known: [], count: 0 }), head, names });
    }
    if (commit !== null) earlier.add(commit);
  }
  return ranges;
}

/** The commits that the server's refs had before, as far as they are here. */
async function resolveKnown(git: Git, updates: readonly RefUpdate[]): Promise<readonly string[]> {
  const before = updates.flatMap((update) => update.before ?? []);
  return before.length > 0 ? (await resolveCommits(git, before)).filter((commit) => commit !== null) : [];
}

/** Null where no commit is new. The base is a former head of a ref if there is one. What is no commit is all new. */
async function findBase(
  git: Git,
  commit: string | null,
  known: KnownHistory,
): Promise<Pick<PushedRange, "base" | "known" | "count"> | null> {
  if (commit === null) return { base: null, known: [], count: 0 };
  const { count, boundary } = await findNewCommits(git, commit, known);
  if (count === 0) return null;
  const base = boundary.find((name) => known.commits.includes(name)) ?? boundary[0] ?? null;
  return { base, known: boundary.filter((name) => name !== base), count };
}

/** Whether a remote other than the one that is pushed to has some of the new commits, by the remote-tracking refs. */
async function isAtOtherRemote(git: Git, ranges: readonly PushedRange[], known: KnownHistory): Promise<boolean> {
  const count = ranges.reduce((sum, range) => sum + range.count, 0);
  const heads = ranges.map(({ head }) => head);
  return count > 0 && (await countNewCommits(git, heads, { ...known, refs: ["--remotes"] })) < count;
}

/** An annotated tag is an object of its own, and its message a text that the push adds. */
function isTag(name: string, commit: string | null): boolean {
  return isFullObjectId(name) && name !== commit;
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
