import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { type Introduction, Introductions } from "../locate/introductions.ts";
import { NO_OBJECT, NumberColumn, type ObjectTable } from "./object-table.ts";

/** How many introductions are remembered, at sixteen bytes each. */
const MAX_INTRODUCTIONS = 6_000_000;

/**
 * Remembers which commits introduced which blobs at which paths, in sixteen bytes each.
 *
 * Introductions are numbered from 1. Four columns hold their blob, their commit, their path and the previous introduction of the
 * same blob, so that the introductions of a blob form a linked list that starts at the latest one.
 */
export class IntroductionIndex {
  /** Whether there were more introductions than can be remembered. */
  isFull = false;
  readonly #table: ObjectTable;
  readonly #limit: number;
  #count = 0;
  readonly #paths: string[] = [];
  /** Object numbers of blobs, by introduction. */
  readonly #blobs = new NumberColumn(new Int32Array(1024));
  /** Object numbers of commits, by introduction. */
  readonly #commits = new NumberColumn(new Int32Array(1024));
  /** Path numbers by introduction, from 1; negative where no parent of the commit had the path. */
  readonly #signedPaths = new NumberColumn(new Int32Array(1024));
  /** The previous introduction of the same blob, by introduction; 0 for none. */
  readonly #previous = new NumberColumn(new Int32Array(1024));
  /** The latest introduction, by object number of the blob; 0 for none. */
  readonly #latest = new NumberColumn(new Int32Array(1024));

  constructor(table: ObjectTable, limit = MAX_INTRODUCTIONS) {
    this.#table = table;
    this.#limit = limit;
  }

  /** Returns a number for a new path, to be used with `add`. */
  addPath(path: string): number {
    return this.#paths.push(path);
  }

  /** `blob` and `commit` are object numbers, `path` is a path number. */
  add(blob: number, commit: number, path: number, isNew: boolean): void {
    if (this.#count >= this.#limit) {
      this.isFull = true;
      return;
    }
    this.#count += 1;
    this.#blobs.set(this.#count, blob);
    this.#commits.set(this.#count, commit);
    this.#signedPaths.set(this.#count, isNew ? -path : path);
    this.#previous.set(this.#count, this.#latest.get(blob));
    this.#latest.set(blob, this.#count);
  }

  /** Lists the introductions of a blob, oldest first. */
  listOf(blob: number): readonly Introduction[] {
    const found: Introduction[] = [];
    if (blob === NO_OBJECT) return found;
    const oid = this.#table.oidOf(blob);
    for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) found.push(this.#get(row, oid));
    return found.toReversed();
  }

  /** Lists all introductions, oldest first. */
  *listAll(): Generator<Introduction> {
    for (let row = 1; row <= this.#count; row += 1) yield this.#get(row, this.#table.oidOf(this.#blobs.get(row)));
  }

  #get(row: number, oid: string): Introduction {
    const signedPath = this.#signedPaths.get(row);
    const path = this.#paths[Math.abs(signedPath) - 1] ?? "";
    return { oid, commit: this.#table.oidOf(this.#commits.get(row)), path, isNew: signedPath < 0 };
  }
}

/** Every ref, and HEAD, in place of a head (rev-list(1)). */
export const ALL_REFS: CommitRange = { base: null, head: "--all" };

/** The introductions of a whole history: taken from the index of the one walk, however many are requested. */
export class HistoryIntroductions extends Introductions {
  readonly #table: ObjectTable;
  readonly #index: IntroductionIndex;
  readonly #waitForWalk: () => Promise<void>;

  /** The index is complete once the walk has finished. */
  constructor(
    git: Git,
    gaps: GapCollector,
    table: ObjectTable,
    index: IntroductionIndex,
    waitForWalk: () => Promise<void>,
  ) {
    super(git, ALL_REFS, gaps, 0);
    this.#table = table;
    this.#index = index;
    this.#waitForWalk = waitForWalk;
  }

  override async find(oid: string): Promise<readonly Introduction[]> {
    await this.#waitForWalk();
    return this.#index.isFull ? await super.find(oid) : this.#index.listOf(this.#table.find(oid));
  }

  override async *list(): AsyncGenerator<Introduction> {
    await this.#waitForWalk();
    if (this.#index.isFull) yield* super.list();
    else yield* this.#index.listAll();
  }
}
