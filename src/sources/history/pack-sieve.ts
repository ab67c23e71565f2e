import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { PACK_TYPES, type Pack } from "../../git/packs/pack.ts";

/** What became of an object; 0 while nothing has. */
export const CLEAN = 1;
/** The detector has to look at it, or it could not be read. */
export const SUSPECT = 2;
/** It is not to be looked at. */
export const SKIPPED = 3;
/** It was told that the detector has to look at it. */
const REPORTED = 4;

/** By object of a pack: its type, what became of it, and how many bytes of it were searched. Shared by threads. */
export type Sieved = { types: Uint8Array; states: Uint8Array; sizes: Uint32Array };

/** A pack that is gone through, and how many of its families were taken so far. */
export type SievedPack = { pack: Pack; sieved: Sieved; taken: Int32Array };

/** What a thread is told. `types`: which objects are looked at, as indexes into PACK_TYPES. */
export type SieveTask = { packs: readonly SievedPack[]; types: readonly number[]; otherVendors: boolean };

/** What a thread tells of some families: the objects that have to be looked at, and how many families these were. */
export type SievedFamilies = { pack: number; suspects: Int32Array; roots: number };

/** Beside this file; in a bundle too. */
const WORKER = new URL(`./history-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** What is looked at. Of trees the names are known from the commits that brought them. */
const TYPES = (["commit", "blob", "tag"] as const).map((type) => PACK_TYPES.indexOf(type));

/** Most of what a thread allocates is short-lived: more room for it would only stay taken. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Prepares a pack. */
export function createSievedPack(pack: Pack, isSkipped: (object: number) => boolean): SievedPack {
  const states = new Uint8Array(new SharedArrayBuffer(pack.count));
  for (let object = 0; object < pack.count; object += 1) if (isSkipped(object)) states[object] = SKIPPED;
  const sizes = new Uint32Array(new SharedArrayBuffer(4 * pack.count));
  return { pack, sieved: { types: pack.types, states, sizes }, taken: new Int32Array(new SharedArrayBuffer(4)) };
}

/**
 * Goes through packs in several threads, and says which objects the detector has to look at. Whatever happens to a
 * thread: what it did not get to is in the end among these objects.
 */
export class PackSieve {
  readonly #packs: readonly SievedPack[];
  readonly #workers: readonly Worker[];
  readonly #reports: SievedFamilies[] = [];
  #running: number;
  #wake = () => {};

  constructor(packs: readonly SievedPack[], { threads, otherVendors }: { threads: number; otherVendors: boolean }) {
    this.#packs = packs;
    const task: SieveTask = { packs, types: TYPES, otherVendors };
    this.#workers = Array.from({ length: threads }, () => startWorker(task)).filter((worker) => worker !== null);
    this.#running = this.#workers.length;
    for (const worker of this.#workers) {
      worker.on("message", (report: SievedFamilies) => this.#receive(report));
      worker.on("error", () => {}); // What it did not get to is read in another way.
      worker.on("exit", () => {
        this.#running -= 1;
        this.#wake();
      });
    }
  }

  /** What is found, some families at a time, in the order in which threads get to it. */
  async *reports(): AsyncGenerator<SievedFamilies> {
    for (;;) {
      const report = this.#reports.shift();
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
      if (suspects.length > 0) yield { pack, suspects, roots: 0 };
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #receive(report: SievedFamilies): void {
    const states = this.#packs[report.pack]?.sieved.states ?? new Uint8Array();
    for (const object of report.suspects) states[object] = REPORTED;
    this.#reports.push(report);
    this.#wake();
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
