import type { Introduction } from "../locate/introductions.ts";
import { Column } from "./column.ts";
import { NONE, type ObjectTable } from "./object-table.ts";

/** So many bringings are remembered: a dozen bytes each. */
const REMEMBERED = 6_000_000;

/** Remembers which commits brought which blobs, and where, in a dozen bytes each. */
export class IntroductionIndex {
  /** Whether there were more than can be remembered. */
  isFull = false;
  readonly #table: ObjectTable;
  readonly #remembered: number;
  #count = 0;
  readonly #paths: string[] = [];
  readonly #commits = new Column(new Int32Array(1024));
  /** By the number of a bringing, from 1: what was brought; and the bringing of the same blob before, 0 for none. */
  readonly #places = new Column(new Int32Array(1024));
  readonly #before = new Column(new Int32Array(1024));
  /** The latest bringing of a blob. */
  readonly #latest = new Column(new Int32Array(1024));

  constructor(table: ObjectTable, remembered = REMEMBERED) {
    this.#table = table;
    this.#remembered = remembered;
  }

  /** Gives a path a number. */
  name(path: string): number {
    return this.#paths.push(path);
  }

  add(blob: number, commit: number, path: number, isNew: boolean): void {
    if (this.#count >= this.#remembered) {
      this.isFull = true;
      return;
    }
    this.#count += 1;
    this.#commits.set(this.#count, commit);
    this.#places.set(this.#count, isNew ? -path : path);
    this.#before.set(this.#count, this.#latest.get(blob));
    this.#latest.set(blob, this.#count);
  }

  /** What brought a blob, oldest first. */
  of(blob: number): readonly Introduction[] {
    const found: Introduction[] = [];
    if (blob === NONE) return found;
    for (let at = this.#latest.get(blob); at > 0; at = this.#before.get(at)) found.push(this.#at(at));
    return found.toReversed();
  }

  /** All of them, oldest first. */
  *all(): Generator<Introduction> {
    for (let at = 1; at <= this.#count; at += 1) yield this.#at(at);
  }

  #at(at: number): Introduction {
    const place = this.#places.get(at);
    const path = this.#paths[Math.abs(place) - 1] ?? "";
    return { commit: this.#table.nameOf(this.#commits.get(at)), path, isNew: place < 0 };
  }
}
