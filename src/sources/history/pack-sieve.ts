import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { DetectorNote } from "../../domain/candidate.ts";
import { PACK_TYPES, type Pack } from "../../git/packs/pack.ts";
import type { ListedTrees, ListingPiece, NameHashes, TreeListing } from "../../git/packs/tree-lister.ts";

/** What became of an object; 0 while nothing has. */
export const CLEAN = 1;
/** The detector has to look at it, or it could not be read. */
export const SUSPECT = 2;
/** It is not to be looked at. */
export const SKIPPED = 3;
/** It was told that the detector has to look at it. */
const REPORTED = 4;
/** It was told what the detector noted of it: there is no key in it. */
export const NOTED = 5;

/** By object of a pack: its type, what became of it, and how many bytes of it were searched. Shared by threads. */
export type Sieved = { types: Uint8Array; states: Uint8Array; sizes: Uint32Array };

/** A pack that is gone through, and how many of its families were taken so far: at first, and then for their trees. */
export type SievedPack = { pack: Pack; sieved: Sieved; taken: Int32Array };

/**
 * What a thread is told. `types`: which objects are looked at, as indexes into PACK_TYPES. `listing`: where trees are
 * listed; null where they are not wanted.
 */
export type SieveTask = {
  packs: readonly SievedPack[];
  types: readonly number[];
  listing: TreeListing | null;
  otherVendors: boolean;
};

/** What the detector noted of an object in which it found no key. */
export type NotedObject = { object: number; notes: readonly DetectorNote[] };

/**
 * What a thread tells of some families: the first of them, how many these were, the objects that have to be looked at, and
 * those of which all is known.
 */
export type SievedFamilies = {
  pack: number;
  from: number;
  roots: number;
  suspects: Int32Array;
  noted: readonly NotedObject[];
};

/** What a thread tells of trees. `hasSuspectName`: the detector has to look at the name of a file or folder. */
export type SievedTrees = ListingPiece | NameHashes | { hasSuspectName: true };

/** What all threads told of trees, once they have ended. */
export type SievedNames = ListedTrees & { hasSuspectName: boolean };

/** Beside this file; in a bundle too. */
const WORKER = new URL(`./history-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** What is looked at. Trees are listed. */
const TYPES = (["commit", "blob", "tag"] as const).map((type) => PACK_TYPES.indexOf(type));

/**
 * Most of what a thread allocates is short-lived: more room for it would only stay taken. The lower the limit of the rest,
 * the earlier V8 collects it; this is several times what a thread needs. One that exceeds it ends, and git reads what it left.
 */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** Prepares a pack. */
export function createSievedPack(pack: Pack, isSkipped: (object: number) => boolean): SievedPack {
  const states = new Uint8Array(new SharedArrayBuffer(pack.count));
  for (let object = 0; object < pack.count; object += 1) if (isSkipped(object)) states[object] = SKIPPED;
  const sizes = new Uint32Array(new SharedArrayBuffer(4 * pack.count));
  return { pack, sieved: { types: pack.types, states, sizes }, taken: new Int32Array(new SharedArrayBuffer(8)) };
}

/** How packs are gone through. `listing`: where trees are listed. */
type SieveOptions = { threads: number; otherVendors: boolean; listing?: TreeListing | null };

/**
 * Goes through packs in several threads, and says which objects the detector has to look at. Whatever happens to a
 * thread: what it did not get to is in the end among these objects.
 */
export class PackSieve {
  readonly #packs: readonly SievedPack[];
  readonly #workers: readonly Worker[];
  readonly #reports: FamilyQueue;
  readonly #trees: { pieces: ListingPiece[]; hashes: NameHashes[]; hasSuspectName: boolean };
  readonly #ended: Promise<void>;
  #running: number;
  #wake = () => {};
  #end = () => {};

  constructor(packs: readonly SievedPack[], { threads, otherVendors, listing = null }: SieveOptions) {
    this.#packs = packs;
    this.#reports = new FamilyQueue(packs.map(({ pack }) => pack.roots.length));
    this.#trees = { pieces: [], hashes: [], hasSuspectName: false };
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const task: SieveTask = { packs, types: TYPES, listing, otherVendors };
    this.#workers = Array.from({ length: threads }, () => startWorker(task)).filter((worker) => worker !== null);
    this.#running = this.#workers.length;
    for (const worker of this.#workers) {
      worker.on("message", (report: SievedFamilies | SievedTrees) => this.#receive(report));
      worker.on("error", () => {}); // What it did not get to is read in another way.
      worker.on("exit", () => {
        this.#running -= 1;
        if (this.#running === 0) this.#end();
        this.#wake();
      });
    }
    if (this.#running === 0) this.#end();
  }

  /** What was told of trees, once all threads have ended. */
  async listTrees(): Promise<SievedNames> {
    await this.#ended;
    return this.#trees;
  }

  /** What is found, some families at a time, in the order of the packs, whichever thread is faster. */
  async *reports(): AsyncGenerator<SievedFamilies> {
    for (;;) {
      const report = this.#reports.take(this.#running === 0);
      if (report) {
        yield report;
      } else if (this.#running === 0) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
    for (const [pack, { sieved }] of this.#packs.entries()) {
      const suspects = listUnsieved(sieved);
      if (suspects.length > 0) yield { pack, from: 0, roots: 0, suspects, noted: [] };
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #receive(report: SievedFamilies | SievedTrees): void {
    if ("numbers" in report) return void this.#trees.pieces.push(report);
    if ("hashes" in report) return void this.#trees.hashes.push(report);
    if ("hasSuspectName" in report) {
      this.#trees.hasSuspectName = true;
      return;
    }
    const states = this.#packs[report.pack]?.sieved.states ?? new Uint8Array();
    for (const object of report.suspects) states[object] = REPORTED;
    for (const { object } of report.noted) states[object] = NOTED;
    this.#reports.add(report);
    this.#wake();
  }
}

/** Puts what several threads tell into the order of the packs. */
export class FamilyQueue {
  readonly #families: readonly number[];
  readonly #waiting: SievedFamilies[] = [];
  /** The families that come next. */
  #next = { pack: 0, from: 0 };

  /** `families`: how many each pack has. */
  constructor(families: readonly number[]) {
    this.#families = families;
  }

  add(report: SievedFamilies): void {
    this.#waiting.push(report);
  }

  /**
   * Takes the next report; undefined where it has not come yet. Where a thread ended early its families never come:
   * `isLast` says that no more will, and the others are taken then as they are.
   */
  take(isLast: boolean): SievedFamilies | undefined {
    while (this.#next.from >= (this.#families[this.#next.pack] ?? Number.POSITIVE_INFINITY))
      this.#next = { pack: this.#next.pack + 1, from: 0 };
    const { pack, from } = this.#next;
    const at = this.#waiting.findIndex((report) => report.pack === pack && report.from === from);
    if (at === -1) return isLast ? this.#waiting.shift() : undefined;
    const [report] = this.#waiting.splice(at, 1);
    this.#next = { pack, from: from + (report?.roots ?? 0) };
    return report;
  }
}

/** Null where threads are not allowed. No environment: it may hold keys, and nothing there needs it. */
function startWorker(task: SieveTask): Worker | null {
  try {
    return new Worker(WORKER, { workerData: task, env: {}, resourceLimits: LIMITS });
  } catch {
    return null;
  }
}

function listUnsieved({ types, states }: Sieved): Int32Array {
  const unsieved: number[] = [];
  for (const [object, state] of states.entries()) {
    if (state === SUSPECT) unsieved.push(object);
    if (state === 0 && (types[object] === 0 || TYPES.includes(types[object] ?? 0))) unsieved.push(object);
  }
  return Int32Array.from(unsieved);
}
