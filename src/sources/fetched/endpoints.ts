import { quoteForMessage, UsageError } from "../../errors.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import { isFullObjectId } from "../../git/commits/revisions.ts";
import type { Git } from "../../git/git.ts";
import type { Fetched } from "./fetched.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** The ends of a range, and by what other names they may be had where the server does not give them out by these. */
export type RangeNames = {
  /** A full object name, or null where there was nothing before. */
  base: string | null;
  /** A full object name. */
  head: string;
  /** References that have the head among their commits. */
  refs: readonly string[];
  /** References that stand in for the base where there is none, or where it is gone from the server. */
  baseRefs: readonly string[];
};

/**
 * What came of the ends: both, or what the last fetch ended with. `names` are those under which the server gives them
 * out; `standsIn`: the base is not the one that was named.
 */
export type HadEnds =
  | { kind: "had"; ends: CommitRange; names: readonly string[]; standsIn: boolean }
  | { kind: "none"; last: Fetched };

const [HEAD, BASE] = ["refs/scan/head", "refs/scan/base"];

/** So far a reference may have moved on since the event. */
const MOVED_ON = 1000;

/**
 * Fetches both ends of a range, with `depth` commits of history behind each and without contents. What the server does
 * not have, or not by that name, is asked for by its next name.
 */
export async function fetchEnds(filling: ScratchRepository, names: RangeNames, depth: number): Promise<HadEnds> {
  const heads = [names.head, ...names.refs];
  const bases = [...(names.base === null ? [] : [names.base]), ...names.baseRefs];
  for (;;) {
    const [head, base] = [heads[0], bases[0]];
    if (head === undefined) return { kind: "none", last: { kind: "unknown", name: names.head } };
    if (base === undefined && names.base !== null) {
      return { kind: "none", last: { kind: "unknown", name: names.base } };
    }
    // Without a base all of the head's history is the change, contents and all.
    const options = base === undefined ? ["--no-filter"] : [`--depth=${depth}`, "--filter=blob:none"];
    const asked = [head, ...(base === undefined ? [] : [base])];
    const wanted = asked.map((name, at) => `+${name}:${at === 0 ? HEAD : BASE}`);
    const fetched = await filling.remote.fetch(wanted, options);
    if (fetched.kind === "fetched") return await found(filling, names, asked);
    if (fetched.kind !== "unknown") return { kind: "none", last: fetched };
    if (fetched.name === head) heads.shift();
    if (fetched.name === base) bases.shift();
    if (fetched.name !== head && fetched.name !== base) return { kind: "none", last: fetched };
  }
}

/**
 * Looks up what came by those names. A reference may lead elsewhere since the event, and then the commit is mostly a few
 * steps behind.
 */
async function found(
  { git, remote }: ScratchRepository,
  { base, head }: RangeNames,
  names: readonly string[],
): Promise<HadEnds> {
  const [headName, baseName] = names;
  if (headName === head && (baseName ?? null) === base)
    return { kind: "had", ends: { base, head }, names, standsIn: false };
  const sought = [head, ...(base === null ? [] : [base])];
  const here = await Promise.all(sought.map((name) => commitAt(git, name)));
  if (here.includes(null)) await remote.fetch(names, [`--deepen=${MOVED_ON}`, "--filter=tree:0"]);
  if ((await commitAt(git, head)) === null) return { kind: "none", last: { kind: "unknown", name: head } };
  if (baseName === undefined) return { kind: "had", ends: { base: null, head }, names, standsIn: false };
  const known = base === null ? null : await commitAt(git, base);
  if (known !== null) return { kind: "had", ends: { base: known, head }, names, standsIn: false };
  const standIn = await commitAt(git, BASE);
  if (standIn === null) return { kind: "none", last: { kind: "unknown", name: baseName } };
  return { kind: "had", ends: { base: standIn, head }, names, standsIn: base !== null };
}

/** The commit of a name, if it is here. Asked of a walk, since `git cat-file` would try to fetch what is not. */
async function commitAt(git: Git, name: string): Promise<string | null> {
  const ending = await git.ask(["rev-list", "--no-walk", "--missing=allow-any", "--end-of-options", name, "--"]);
  const commit = ending.stdout.trim();
  return ending.code === 0 && isFullObjectId(commit) ? commit : null;
}

/** Names go to git as they are: none may be taken for an option or a pattern (git-check-ref-format(1)). */
export function checkNames({ base, head, refs, baseRefs }: RangeNames): void {
  for (const name of [head, ...(base === null ? [] : [base])]) {
    if (!isFullObjectId(name)) throw new UsageError(`${quoteForMessage(name)} is not the full name of a commit.`);
  }
  const odd = [...refs, ...baseRefs].find((name) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(name));
  if (odd !== undefined) throw new UsageError(`${quoteForMessage(odd)} is not a reference, as refs/heads/main is.`);
}
