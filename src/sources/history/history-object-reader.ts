import { availableParallelism } from "node:os";
import type { Blob } from "../../domain/blob.ts";
import type { Git } from "../../git/git.ts";
import type { ObjectTable } from "../../git/objects/object-table.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import type { RangeObjects } from "../range/range-objects.ts";
import type { ObjectDatabase } from "./object-database.ts";
import { readInParallel, splitObjects } from "./parallel-reader.ts";
import type { ReadAudit } from "./read-audit.ts";

/** Called now and then with how many bytes were read, and how many there are to read. */
export type ProgressCallback = (done: number, expected: number) => void;

/** Below this many bytes one git process reads everything: to start another would take longer. */
const MIN_PARALLEL_BYTES = 4 * 1024 * 1024;

/** More readers only wait for each other, because one thread searches what they read. */
const MAX_READERS = 4;

/** How many object IDs are handed to git at a time. */
const BATCH_SIZE = 1000;

/** What it takes to read the objects of a history. */
export type HistoryObjectContext = {
  git: Git;
  table: ObjectTable;
  database: ObjectDatabase;
  audit: ReadAudit;
  counter: CoverageCounter;
  /** Turns an object into what is searched. */
  objects: RangeObjects;
};

/** Reads the objects of a history that are in scope, and records each in the audit. */
export class HistoryObjectReader {
  readonly #context: HistoryObjectContext;
  readonly #progress: Progress;

  constructor(context: HistoryObjectContext, progress: ProgressCallback) {
    this.#context = context;
    this.#progress = new Progress(progress);
  }

  /** Reads everything once. The object database must be loaded. */
  async *blobs(): AsyncGenerator<Blob> {
    const { git, table, database, audit, counter, objects } = this.#context;
    this.#progress.start(database.totalBytes);
    const readers = database.totalBytes < MIN_PARALLEL_BYTES ? 1 : Math.min(MAX_READERS, availableParallelism());
    const lists = splitObjects(database, readers).map((share) => this.#listOids(share));
    for await (const batch of readInParallel(git, lists)) {
      for (const result of batch) {
        const number = table.find(result.oid);
        if (result.kind === "object") {
          const before = counter.coverage.bytes;
          const blobs = objects.toBlobs(result);
          if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
          else yield* blobs;
          audit.recordRead(number, counter.coverage.bytes - before);
        } else {
          audit.recordUnread(number, result);
        }
        this.#progress.add(database.sizeOf(number));
      }
    }
    this.#progress.finish();
  }

  /** The IDs of the objects that are in scope as far as is known by now, in batches. */
  async *#listOids(numbers: readonly number[]): AsyncGenerator<readonly string[]> {
    const { table, database, audit } = this.#context;
    let batch: string[] = [];
    for (const number of numbers) {
      if (!audit.isInScope(number)) {
        this.#progress.add(database.sizeOf(number));
        continue;
      }
      batch.push(table.oidOf(number));
      if (batch.length < BATCH_SIZE) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

/** How many times the callback is called at most, so that a progress bar costs nothing. */
const PROGRESS_STEPS = 200;

class Progress {
  readonly #callback: ProgressCallback;
  #done = 0;
  #reported = 0;
  #expected = 0;

  constructor(callback: ProgressCallback) {
    this.#callback = callback;
  }

  start(expected: number): void {
    this.#expected = expected;
    this.#callback(this.#done, expected);
  }

  add(done: number): void {
    this.#done += done;
    if (this.#done - this.#reported < this.#expected / PROGRESS_STEPS) return;
    this.#reported = this.#done;
    this.#callback(this.#done, this.#expected);
  }

  finish(): void {
    if (this.#reported < this.#expected) this.#callback(this.#expected, this.#expected);
  }
}
