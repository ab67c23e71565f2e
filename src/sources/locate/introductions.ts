import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractComplaint, type Git, type GitExit } from "../../git/git.ts";
import { pipeTo, splitTokens } from "../../git/process-streams.ts";

/** A commit that brought a blob, and the path at which it did. `isNew`: no parent of the commit had that path. */
export type Introduction = { commit: string; path: string; isNew: boolean };

/** So many are remembered, some tens of megabytes; a longer range is walked again for each blob. */
const REMEMBERED = 250_000;

/**
 * Which commits of a range brought which blobs, and where. A merge brings what it has from none of its parents: what it
 * takes over from one of them was brought by that side.
 */
export class Introductions {
  readonly #git: Git;
  readonly #ends: CommitRange;
  readonly #gaps: GapCollector;
  readonly #remembered: number;
  #all: Promise<ReadonlyMap<string, readonly Introduction[]> | null> | null = null;
  readonly #asked = new Map<string, Promise<readonly Introduction[]>>();

  constructor(git: Git, ends: CommitRange, gaps: GapCollector, remembered = REMEMBERED) {
    this.#git = git;
    this.#ends = ends;
    this.#gaps = gaps;
    this.#remembered = remembered;
  }

  /** Oldest first. The first question walks the range. */
  async of(oid: string): Promise<readonly Introduction[]> {
    this.#all ??= this.#walkAll();
    const all = await this.#all;
    if (all) return all.get(oid) ?? [];
    const known = this.#asked.get(oid) ?? this.#walkFor(oid);
    this.#asked.set(oid, known);
    return await known;
  }

  /** All that the range brought, oldest first: walks it once more. */
  async *all(): AsyncGenerator<Introduction> {
    for await (const [, bringing] of this.#walk([])) yield bringing;
  }

  /** Null when there are too many to remember. */
  async #walkAll(): Promise<ReadonlyMap<string, readonly Introduction[]> | null> {
    const all = new Map<string, Introduction[]>();
    let count = 0;
    for await (const [oid, bringing] of this.#walk([])) {
      if (++count > this.#remembered) return null;
      const known = all.get(oid);
      if (known) known.push(bringing);
      else all.set(oid, [bringing]);
    }
    return all;
  }

  async #walkFor(oid: string): Promise<readonly Introduction[]> {
    const found: Introduction[] = [];
    for await (const [brought, bringing] of this.#walk([`--find-object=${oid}`])) {
      if (brought === oid) found.push(bringing);
    }
    return found;
  }

  /** Two commands of plumbing, since `git log` does what the repository's configuration tells it to. */
  async *#walk(only: readonly string[]): AsyncGenerator<readonly [oid: string, Introduction]> {
    const list = this.#git.start(["rev-list", "--reverse", "--topo-order", ...formatRevisions(this.#ends)]);
    const diff = this.#git.start(["diff-tree", "--stdin", ...RAW, ...only]);
    let walked = false;
    const feeding = pipeTo(list.output, diff.input);
    try {
      let commit = "";
      let entry: readonly string[] | null = null;
      for await (const token of splitTokens(diff.output)) {
        if (entry) {
          const oid = broughtBy(entry);
          if (oid !== null) yield [oid, { commit, path: token, isNew: isAdded(entry) }];
          entry = null;
        } else if (token.startsWith(":")) {
          entry = token.split(" ");
        } else {
          commit = token;
        }
      }
      await feeding;
      for (const running of [list, diff]) this.#check(await running.ended);
      walked = true;
    } finally {
      if (!walked) for (const running of [list, diff]) running.stop();
    }
  }

  #check(ending: GitExit): void {
    if (ending.code === 0) return;
    const what = "which commits brought the keys that were found could not be told in full";
    this.#gaps.add("unreadable", `${what}: ${extractComplaint(ending.stderr)}`);
  }
}

/** `-c` shows of a merge only what differs from every parent. Renames are left alone: the new name is a new place. */
const RAW = ["--root", "-r", "-c", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

/**
 * The blob an entry brings: `:modes… names… status`, one mode and name for each parent and one for the result
 * (git-diff-tree(1), "RAW OUTPUT FORMAT"). Null where a parent has it already and only the mode changed.
 */
function broughtBy(entry: readonly string[]): string | null {
  const names = entry.slice(entry.length / 2, -1);
  const result = names.at(-1);
  return result === undefined || names.slice(0, -1).includes(result) || /^0+$/.test(result) ? null : result;
}

/** The status of an entry is a letter for each parent: A where that parent has no such path. */
function isAdded(entry: readonly string[]): boolean {
  return /^A+$/.test(entry.at(-1) ?? "");
}
