import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Blob } from "../../domain/blob.ts";
import type { NotedBlob } from "../../domain/candidate.ts";
import type { Git } from "../../git/git.ts";
import { type ObjectResult, readInBatches } from "../../git/objects/object-stream.ts";
import { NO_OBJECT, type ObjectTable } from "../../git/objects/object-table.ts";
import type { Pack } from "../../git/packs/pack.ts";
import { TreeGraph } from "../../git/packs/tree-graph.ts";
import { createTreeListing, type TreeListing } from "../../git/packs/tree-lister.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import type { RangeObjects } from "../range/range-objects.ts";
import type { HistoryTrees } from "./history-walk.ts";
import type { ObjectDatabase } from "./object-database.ts";
import { CLEAN, createSievedPack, NOTED, PackSieve, type Sieved, type SievedPack } from "./pack-sieve.ts";
import type { ReadAudit } from "./read-audit.ts";

/** Called now and then with how many bytes were read, and how many there are to read. */
export type ProgressCallback = (done: number, expected: number) => void;

/** A thread takes some 40 MB. Where git compares all commits meanwhile, one core is for that. */
const MAX_THREADS = 3;

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
  /** The commit that is checked out, which git reads in any case; null where there is none. */
  head: string | null;
  /** As the detector has it. */
  otherVendors: boolean;
  /** Hears of each commit before its texts are given. */
  onCommit: (oid: string, content: Buffer) => void;
};

/**
 * Reads the objects of a history that are in scope, and records each in the audit. Packs are gone through here, in several
 * threads; git reads what the detector has to look at, and all that does not stand in these packs.
 */
export class HistoryObjectReader {
  readonly #context: HistoryObjectContext;
  readonly #progress: Progress;
  #packs: readonly SievedPack[] = [];
  #listing: TreeListing | null = null;
  #sieve: PackSieve | null = null;
  /** Blobs of which the threads told what the detector noted. */
  readonly #noted: NotedBlob[] = [];

  constructor(context: HistoryObjectContext, progress: ProgressCallback) {
    this.#context = context;
    this.#progress = new Progress(progress);
  }

  /** Starts the threads. The object database must be loaded. `listsTrees`: whether they list trees, too. */
  start(listsTrees: boolean): void {
    const { table, database, head, otherVendors } = this.#context;
    // Trees, and what stands in another pack too, have no number here; the head is read by git.
    const left = [NO_OBJECT, head === null ? NO_OBJECT : table.find(head)];
    const packs = database.packs.map(({ pack, numbers }) =>
      createSievedPack(pack, (object) => left.includes(numbers[object] ?? NO_OBJECT)),
    );
    this.#listing = listsTrees && database.names ? createTreeListing(database.names, createKey()) : null;
    const free = availableParallelism() - (this.#listing ? 0 : 1);
    const threads = packs.length > 0 ? Math.max(1, Math.min(MAX_THREADS, free)) : 0;
    this.#packs = packs;
    this.#sieve = new PackSieve(packs, { threads, otherVendors, listing: this.#listing });
  }

  /** What the trees of the packs have below them, once the threads have ended; null where that is not to be relied on. */
  async findTrees(): Promise<HistoryTrees | null> {
    if (!this.#sieve || !this.#listing) return null;
    const { starts } = this.#listing.names;
    const trees = await this.#sieve.listTrees();
    if (trees.hasSuspectName) return null;
    const states = new Uint8Array(this.#listing.names.count);
    for (const [index, { sieved }] of this.#packs.entries()) states.set(sieved.states, starts[index]);
    const graph = new TreeGraph(this.#listing, trees, (object) => states[object] !== CLEAN);
    const packs = this.#context.database.packs.map(({ numbers }, index) => ({ numbers, start: starts[index] ?? 0 }));
    return { graph, packs };
  }

  /** Reads everything once, after the start. */
  async *blobs(): AsyncGenerator<Blob> {
    const { git, database } = this.#context;
    const packs = this.#packs;
    const sieve = this.#sieve;
    if (!sieve) throw new Error("the threads were not started");
    this.#progress.start(sum(database.unpacked.map((number) => database.sizeOf(number))) + sum(packs.map(measurePack)));
    try {
      for await (const results of readInBatches(git, this.#listOids(sieve))) {
        yield* this.#noted.splice(0);
        for (const result of results) yield* this.#toBlobs(result);
      }
      yield* this.#noted.splice(0);
    } finally {
      await sieve.stop();
    }
    for (const [index, { pack, sieved }] of packs.entries())
      this.#recordClean(pack, sieved, database.packs[index]?.numbers);
    this.#progress.finish();
  }

  async stop(): Promise<void> {
    await this.#sieve?.stop();
  }

  async *#toBlobs(result: ObjectResult): AsyncGenerator<Blob> {
    const { table, database, audit, counter, objects } = this.#context;
    const number = table.find(result.oid);
    if (result.kind === "object") {
      const before = counter.coverage.bytes;
      const [content, ...more] = Array.isArray(result.chunks) ? result.chunks : [];
      if (result.type === "commit" && content && more.length === 0) this.#context.onCommit(result.oid, content);
      yield* objects.toBlobs(result);
      audit.recordRead(number, counter.coverage.bytes - before);
    } else {
      audit.recordUnread(number, result);
    }
    this.#progress.add(database.sizeOf(number));
  }

  /** The IDs of the objects that git has to read and that are in scope as far as is known by now, in batches. */
  async *#listOids(sieve: PackSieve): AsyncGenerator<readonly string[]> {
    const { table, database, audit, head } = this.#context;
    const isInPack = head !== null && database.packs.some(({ numbers }) => numbers.includes(table.find(head)));
    if (isInPack) yield [head];
    for (let from = 0; from < database.unpacked.length; from += BATCH_SIZE) {
      const numbers = database.unpacked.slice(from, from + BATCH_SIZE);
      const oids = numbers.filter((number) => audit.isInScope(number)).map((number) => table.oidOf(number));
      if (oids.length > 0) yield oids;
      for (const number of numbers) if (!audit.isInScope(number)) this.#progress.add(database.sizeOf(number));
    }
    for await (const { pack, suspects, noted, roots } of sieve.reports()) {
      const { numbers, pack: read } = database.packs[pack] ?? {};
      const numberOf = (object: number) => numbers?.[object] ?? NO_OBJECT;
      for (const { object, notes } of noted) {
        const provenance = { kind: "object", oid: table.oidOf(numberOf(object)) } as const;
        if (audit.isInScope(numberOf(object))) this.#noted.push({ provenance, chunks: [], noted: notes });
      }
      const inScope = [...suspects].map(numberOf).filter((number) => audit.isInScope(number));
      if (inScope.length > 0) yield inScope.map((number) => table.oidOf(number));
      if (read) this.#progress.add((measurePack({ pack: read }) / read.roots.length) * roots);
    }
  }

  /** Counts what was gone through and is in scope. */
  #recordClean(pack: Pack, { states, sizes }: Sieved, numbers: Int32Array = new Int32Array()): void {
    const { database, audit, counter } = this.#context;
    for (let object = 0; object < pack.count; object += 1) {
      const number = numbers[object] ?? NO_OBJECT;
      if ((states[object] !== CLEAN && states[object] !== NOTED) || !audit.isInScope(number)) continue;
      counter.countSearched(database.typeOf(number), sizes[object] ?? 0);
      audit.recordRead(number, sizes[object] ?? 0);
    }
  }
}

/** Two numbers that nobody can foresee. */
function createKey(): readonly [number, number] {
  const bytes = randomBytes(8);
  return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
}

/** The bytes of a pack's file. */
function measurePack({ pack }: { pack: Pack }): number {
  return pack.offsets[pack.count] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
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
