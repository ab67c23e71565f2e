import { NO_OBJECT, NumberColumn, type ObjectTable } from "../../git/objects/object-table.ts";
import { PathTable } from "./path-table.ts";

/** A commit that introduced a blob at a path. `isNew`: no parent of the commit had that path. */
export type Introduction = { oid: string; commit: string; path: string; isNew: boolean };

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
  readonly #paths = new PathTable();
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

  /** The number of a path, to be used with `add`, from its bytes, which may stand among others. */
  addPath(bytes: Buffer, from = 0, to = bytes.length): number {
    return this.#paths.add(bytes, from, to) + 1;
  }

  /** How many paths there are: numbers of paths go up to it. */
  get pathCount(): number {
    return this.#paths.count;
  }

  /** `blob` and `commit` are object numbers, `path` is a path number. */
  add(blob: number, commit: number, path: number, isNew: boolean): void {
    if (this.#count >= this.#limit || this.#paths.isFull) {
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
  *listOf(blob: number): Generator<Introduction> {
    if (blob === NO_OBJECT) return;
    let count = 0;
    for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) count += 1;
    const rows = new Int32Array(count);
    for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) rows[--count] = row;
    const oid = this.#table.oidOf(blob);
    for (const row of rows) yield this.#get(row, oid);
  }

  /** Lists all introductions, oldest first. */
  *listAll(): Generator<Introduction> {
    for (let row = 1; row <= this.#count; row += 1) yield this.#get(row, this.#table.oidOf(this.#blobs.get(row)));
  }

  #get(row: number, oid: string): Introduction {
    const signedPath = this.#signedPaths.get(row);
    const path = this.#paths.get(Math.abs(signedPath) - 1);
    return { oid, commit: this.#table.oidOf(this.#commits.get(row)), path, isNew: signedPath < 0 };
  }
}
