import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractComplaint, type Git, type GitExit } from "../../git/git.ts";
import { pipeTo, splitTokens } from "../../git/process-streams.ts";

/** A commit that introduced a blob at a path. `isNew`: no parent of the commit had that path. */
export type Introduction = { oid: string; commit: string; path: string; isNew: boolean };

/** At most this many are kept in memory, some tens of megabytes; a longer range is walked again for each blob. */
const MAX_REMEMBERED = 250_000;

/** `-c` shows of a merge only what differs from every parent. Renames are not detected: the new name is a new place. */
const RAW = ["--root", "-r", "-c", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

/**
 * Which commits of a range introduced which blobs, and at which paths. A merge introduces what none of its parents has:
 * what it takes from one of them was introduced by that side.
 */
export class Introductions {
  readonly #git: Git;
  readonly #range: CommitRange;
  readonly #gaps: GapCollector;
  readonly #maxRemembered: number;
  /** The introductions by blob; null when there are too many to remember. */
  #remembered: Promise<ReadonlyMap<string, readonly Introduction[]> | null> | null = null;
  readonly #found = new Map<string, Promise<readonly Introduction[]>>();

  constructor(git: Git, range: CommitRange, gaps: GapCollector, maxRemembered = MAX_REMEMBERED) {
    this.#git = git;
    this.#range = range;
    this.#gaps = gaps;
    this.#maxRemembered = maxRemembered;
  }

  /** The introductions of a blob, oldest first. The first call walks the range. */
  async find(oid: string): Promise<readonly Introduction[]> {
    this.#remembered ??= this.#rememberAll();
    const remembered = await this.#remembered;
    if (remembered) return remembered.get(oid) ?? [];
    const found = this.#found.get(oid) ?? this.#walkFor(oid);
    this.#found.set(oid, found);
    return await found;
  }

  /** All introductions of the range, oldest first: walks it once more. */
  async *list(): AsyncGenerator<Introduction> {
    yield* this.#walk([]);
  }

  async #rememberAll(): Promise<ReadonlyMap<string, readonly Introduction[]> | null> {
    const byBlob = new Map<string, Introduction[]>();
    let count = 0;
    for await (const introduction of this.#walk([])) {
      if (++count > this.#maxRemembered) return null;
      const known = byBlob.get(introduction.oid);
      if (known) known.push(introduction);
      else byBlob.set(introduction.oid, [introduction]);
    }
    return byBlob;
  }

  async #walkFor(wanted: string): Promise<readonly Introduction[]> {
    const found: Introduction[] = [];
    for await (const introduction of this.#walk([`--find-object=${wanted}`])) {
      if (introduction.oid === wanted) found.push(introduction);
    }
    return found;
  }

  /** Two plumbing commands, since `git log` does what the repository's configuration tells it to. */
  async *#walk(options: readonly string[]): AsyncGenerator<Introduction> {
    const revList = this.#git.start(["rev-list", "--reverse", "--topo-order", ...formatRevisions(this.#range)]);
    const diffTree = this.#git.start(["diff-tree", "--stdin", ...RAW, ...options]);
    const piping = pipeTo(revList.output, diffTree.input);
    let isWhole = false;
    try {
      let commit = "";
      let entry: readonly string[] | null = null;
      for await (const token of splitTokens(diffTree.output)) {
        if (entry) {
          const oid = introducedBlob(entry);
          if (oid !== null) yield { oid, commit, path: token, isNew: isAdded(entry) };
          entry = null;
        } else if (token.startsWith(":")) {
          entry = token.split(" ");
        } else {
          commit = token;
        }
      }
      await piping;
      for (const git of [revList, diffTree]) this.#check(await git.exited);
      isWhole = true;
    } finally {
      if (!isWhole) for (const git of [revList, diffTree]) git.stop();
    }
  }

  #check(exit: GitExit): void {
    if (exit.code === 0) return;
    const what = "which commits brought the keys that were found could not be told in full";
    this.#gaps.add("unreadable", `${what}: ${extractComplaint(exit.stderr)}`);
  }
}

/**
 * The blob that an entry introduces: `:modes… names… status`, one mode and name for each parent and one for the result
 * (git-diff-tree(1), "RAW OUTPUT FORMAT"). Null where a parent has it already and only the mode changed.
 */
function introducedBlob(entry: readonly string[]): string | null {
  const names = entry.slice(entry.length / 2, -1);
  const result = names.at(-1);
  return result === undefined || names.slice(0, -1).includes(result) || /^0+$/.test(result) ? null : result;
}

/** The status of an entry is a letter for each parent: A where that parent has no such path. */
function isAdded(entry: readonly string[]): boolean {
  return /^A+$/.test(entry.at(-1) ?? "");
}
