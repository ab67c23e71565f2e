import { UsageError } from "../../errors.ts";
import {
  describeAmbiguousRevision,
  describeInvalidRevision,
  describeMissingCommit,
  describeShallowRange,
  describeUnresolvedRevision,
} from "../../messages/errors/revisions.ts";
import { createGitError, type Environment, extractComplaint, Git, type GitExit } from "../git.ts";
import { findRepository } from "../repository.ts";

/** A folder inside a repository, and the environment in which git runs there. */
export type RepositoryLocation = { repo: string; environment: Environment };

/**
 * A commit that a range needs and the repository does not have: an end that is unknown here, as after a force-push or in
 * a shallow clone, or the commit at which a shallow clone ends inside the range. Fetching mends it, and so does comparing
 * with another commit.
 */
export class MissingCommit extends UsageError {
  /** The commit as it was named, or the shallow boundary's full object name. */
  readonly commit: string;

  constructor(commit: string, message: string) {
    super(message);
    this.commit = commit;
  }
}

/** The error for an end of a range that is no commit of the repository. */
export function createMissingCommitError(name: string): MissingCommit {
  return new MissingCommit(name, describeMissingCommit(name));
}

/** The error for a range that runs past the boundary of a shallow clone, at this commit. */
export function createShallowError(commit: string): MissingCommit {
  return new MissingCommit(commit, describeShallowRange(commit));
}

/** Whether a name is a full object name, of SHA-1 or SHA-256. */
export function isFullObjectId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}

/**
 * Resolves revisions to the full object names of their commits, with one process; null for what names no commit.
 *
 * @throws UsageError for a name that cannot be a revision, or that means several commits here. Git takes one of them, a
 * tag before a branch, and warns: whoever can push a tag called `main` could so empty the range `main..HEAD`.
 */
export async function resolveCommits(git: Git, names: readonly string[]): Promise<readonly (string | null)[]> {
  for (const name of names) {
    // Names go through the input, a line each, so that none can pass for an option.
    if (name === "" || /\p{Cc}/u.test(name)) throw new UsageError(describeInvalidRevision(name));
  }
  const words = [...new Set(names.flatMap(listAmbiguousWords))];
  const meanings = words.map((word) => ({ word, refs: [word, ...REF_RULES.map((rule) => rule.replace("*", word))] }));
  const asked = [...names, ...meanings.flatMap(({ refs }) => refs)];
  const exit = await git.run(["cat-file", "--batch-check"], asked.map((name) => `${name}^{commit}\n`).join(""));
  const lines = exit.stdout.split("\n").slice(0, -1);
  if (lines.length !== asked.length) throw createResolveError(exit, names[lines.length]);
  const commits = lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
  for (const [at, { word, refs }] of meanings.entries()) {
    const from = names.length + at * refs.length;
    const [own = null, ...others] = commits.slice(from, from + refs.length);
    const found = others.flatMap((commit, rule) => (commit === null ? [] : [{ commit, ref: refs[rule + 1] ?? "" }]));
    await requireOneMeaning(git, word, own, found);
  }
  return commits.slice(0, names.length);
}

/** Where git looks for a ref by a part of its name (gitrevisions(7), "<refname>"). */
const REF_RULES = ["refs/*", "refs/tags/*", "refs/heads/*", "refs/remotes/*", "refs/remotes/*/HEAD"];

/** The part of a revision that may name several refs. Full names may not, nor HEAD: git looks for that one first. */
function listAmbiguousWords(name: string): readonly string[] {
  const word = /^[^~^:@]*(?:@(?!\{)[^~^:@]*)*/.exec(name)?.[0] ?? "";
  return /^(?:|@|HEAD|refs\/.*)$/.test(word) || isFullObjectId(word) ? [] : [word];
}

/** `own` is the commit that git takes the word for, and `found` those of the refs that it may mean. */
async function requireOneMeaning(
  git: Git,
  word: string,
  own: string | null,
  found: readonly { commit: string; ref: string }[],
): Promise<void> {
  if (found.length === 0) return;
  const abbreviated = /^[0-9a-f]{4,}$/i.test(word) ? await listAbbreviated(git, word) : [];
  const meanings = [...found, ...abbreviated.map((commit) => ({ commit, ref: commit }))];
  if (own !== null && !meanings.some(({ commit }) => commit === own)) meanings.push({ commit: own, ref: own });
  if (new Set(meanings.map(({ commit }) => commit)).size < 2) return;
  const refs = meanings.map(({ ref }) => ref);
  throw new UsageError(describeAmbiguousRevision(word, refs));
}

/** The commits whose names begin with this word: a ref of that name hides them. */
async function listAbbreviated(git: Git, word: string): Promise<readonly string[]> {
  const { stdout } = await git.run(["rev-parse", `--disambiguate=${word.toLowerCase()}`]);
  const oids = stdout.split("\n").slice(0, -1);
  const exit = await git.run(["cat-file", "--batch-check"], oids.map((oid) => `${oid}\n`).join(""));
  return exit.stdout.split("\n").flatMap((line) => /^([0-9a-f]+) commit /.exec(line)?.[1] ?? []);
}

/** Some names end git: `branch@{upstream}` without an upstream is one. */
function createResolveError(exit: GitExit, culprit: string | undefined): Error {
  if (culprit === undefined || !/^fatal: .*(?:upstream|branch|log for)/m.test(exit.stderr)) {
    return createGitError(exit, "find commits");
  }
  return new UsageError(describeUnresolvedRevision(culprit, extractComplaint(exit.stderr)));
}

/**
 * Whether one commit is an ancestor of another, both by full object name. False as well where one of them is not here any
 * more, as after a force-push.
 */
export async function isAncestor(
  { repo, environment }: RepositoryLocation,
  ancestor: string,
  head: string,
): Promise<boolean> {
  if (!isFullObjectId(ancestor) || !isFullObjectId(head)) return false;
  const git = new Git((await findRepository(repo)).gitDir, environment);
  return (await git.run(["merge-base", "--is-ancestor", ancestor, head])).code === 0;
}
