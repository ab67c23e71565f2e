import { parentPort, workerData } from "node:worker_threads";
import { createDetector } from "../../detect/detect.ts";
import { Sieve } from "../../detect/sieve.ts";
import type { Blob } from "../../domain/blob.ts";
import type { Detect, DetectorNote } from "../../domain/candidate.ts";
import { extractHeaderTexts, splitCommit } from "../../git/objects/commit-object.ts";
import { PACK_TYPES } from "../../git/packs/pack.ts";
import { PackMemory } from "../../git/packs/pack-memory.ts";
import { PackReader, type UnpackedObject } from "../../git/packs/pack-reader.ts";
import { TreeLister, type TreeListing } from "../../git/packs/tree-lister.ts";
import { MIN_NAME_BYTES } from "../../git/trees/tree-names.ts";
import { TOO_MANY_PARTS } from "../../messages/gaps/archives.ts";
import { parsePointer } from "../lfs.ts";
import {
  CLEAN,
  type NotedObject,
  type Sieved,
  type SievedFamilies,
  type SievedPack,
  type SieveTask,
  SKIPPED,
  SUSPECT,
} from "./pack-sieve.ts";

/** As many families are taken at a time: a message for each would cost more than to read it. */
const BATCH = 256;

/**
 * As many needles of an object are read, and one more for each `BYTES_PER_READ`. A text that was made to be slow has more
 * of them: the detector, which keeps a budget, looks at it instead.
 */
const FREE_READS = 256;
const BYTES_PER_READ = 1024;

/** As many notes are told of one object, and of all of a thread: they wait until it is known where the objects stand. */
const MAX_NOTES = 100;
const MAX_NOTES_IN_ALL = 20_000;

/** At most as many characters of people are remembered, to be skipped when they come again. */
const MAX_REMEMBERED = 4 * 1024 * 1024;

const COMMIT = PACK_TYPES.indexOf("commit");
const BLOB = PACK_TYPES.indexOf("blob");
const TREE = PACK_TYPES.indexOf("tree");

/** What a thread works with. */
type Tools = { sieve: Sieve; detect: Detect; memory: PackMemory; notes: { left: number } };

/** Goes through the objects of a pack, and says of each whether the detector has to look at it. */
class ObjectSieve {
  readonly #sieve: Sieve;
  readonly #detect: Detect;
  readonly #memory: PackMemory;
  readonly #sieved: Sieved;
  /** How many notes may still be told. */
  readonly #room: { left: number };
  readonly #suspects: number[] = [];
  /** Of the family that is gone through, what the detector has looked at: it comes behind what could not be read. */
  readonly #detected: number[] = [];
  readonly #noted: NotedObject[] = [];
  /** The object that the detector is to look at, where it stands. */
  #waiting: { object: number; content: Buffer } | null = null;
  readonly #people = new Set<string>();
  #remembered = 0;

  constructor(tools: Tools, sieved: Sieved) {
    const { sieve, detect, memory, notes } = tools;
    [this.#sieve, this.#detect, this.#memory, this.#sieved, this.#room] = [sieve, detect, memory, sieved, notes];
  }

  /** Whether the detector is to look at the object that was visited last, before anything else is unpacked. */
  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  /** Returns what was found since this was called last. */
  takeFound(): Pick<SievedFamilies, "suspects" | "noted"> {
    return { suspects: Int32Array.from(this.#suspects.splice(0)), noted: this.#noted.splice(0) };
  }

  /** Has the detector look at what waits for it. */
  async detectWaiting(): Promise<void> {
    if (!this.#waiting) return;
    const { object, content } = this.#waiting;
    this.#waiting = null;
    const notes = await listNotes(this.#detect, content);
    // What is noted counts as unread until it is told: should this thread end before.
    this.#sieved.states[object] = notes?.length === 0 ? CLEAN : SUSPECT;
    this.#sieved.sizes[object] = content.length;
    if (notes === null || notes.length > this.#room.left) {
      this.#detected.push(object);
    } else if (notes.length > 0) {
      this.#room.left -= notes.length;
      this.#noted.push({ object, notes });
    }
  }

  /** Call behind each family. */
  endFamily(): void {
    for (const object of this.#detected.splice(0)) this.#suspects.push(object);
  }

  visitUnread(object: number): void {
    if (this.#sieved.states[object] === SKIPPED) return;
    this.#sieved.states[object] = SUSPECT;
    this.#suspects.push(object);
  }

  visit(unpacked: UnpackedObject): number | null {
    const { object, at, size } = unpacked;
    const type = this.#sieved.types[object];
    if (this.#sieved.states[object] === SKIPPED) return null;
    const content = this.#memory.bytes.subarray(at, at + size);
    const reach = this.#isPlain(unpacked, content) ? this.#search(unpacked, content) : null;
    if (type === BLOB && !parsePointer(content)) this.#sortBlob(object, content, reach !== null);
    else if (type === COMMIT && reach !== null) this.#sortCommit(object, content);
    else this.visitUnread(object);
    return reach;
  }

  /** Whether an object is no more than its bytes. What begins as its base does, of which that is known, is like that. */
  #isPlain({ reach, sameStart }: UnpackedObject, content: Buffer): boolean {
    return (reach !== null && sameStart >= this.#sieve.startLength) || !this.#sieve.isMoreThanBytes(content);
  }

  /** As far from a difference as a needle, where none stands in the object; as its context, where some do by chance; else null. */
  #search({ at, size, reach }: UnpackedObject, content: Buffer): number | null {
    const places = reach === null ? null : this.#memory.findNewPlaces(at);
    let found = places && reach !== null ? reach : this.#sieve.reach;
    let left = FREE_READS + size / BYTES_PER_READ;
    for (const place of places ?? this.#memory.findPlaces(at, size)) {
      if (!this.#sieve.isNeedleAt(content, place)) continue;
      left -= 1;
      if (left < 0 || this.#sieve.mayReadAt(content, place)) return null;
      found = Math.max(found, this.#sieve.measureContext(content, place));
    }
    return found;
  }

  #sortBlob(object: number, content: Buffer, isClean: boolean): void {
    if (isClean) {
      this.#sieved.states[object] = CLEAN;
      this.#sieved.sizes[object] = content.length;
    } else {
      this.#waiting = { object, content };
    }
  }

  /** The message stands in the commit as it is. The rest is searched as people see it, and what comes again once. */
  #sortCommit(object: number, content: Buffer): void {
    const { headers, message } = splitCommit(content);
    const { people, signatures } = extractHeaderTexts(headers);
    const [text = Buffer.alloc(0)] = message;
    const mayHold =
      this.#sieve.isMoreThanBytes(text) ||
      (signatures.length > 0 && this.#sieve.mayHold(signatures)) ||
      (this.#isNew(people.toString("latin1")) && this.#sieve.mayHold(people));
    if (mayHold) return this.visitUnread(object);
    this.#sieved.states[object] = CLEAN;
    this.#sieved.sizes[object] = text.length;
  }

  #isNew(people: string): boolean {
    if (this.#people.has(people)) return false;
    if (this.#remembered > MAX_REMEMBERED) {
      this.#people.clear();
      this.#remembered = 0;
    }
    this.#people.add(people);
    this.#remembered += people.length;
    return true;
  }
}

/** Takes families of a pack until there are no more. Other threads take others. */
function* takeRoots({ pack, taken }: SievedPack, round: number): Generator<{ from: number; roots: Int32Array }> {
  for (;;) {
    const from = Atomics.add(taken, round, BATCH);
    if (from >= pack.roots.length) return;
    yield { from, roots: pack.roots.subarray(from, from + BATCH) };
  }
}

async function sievePack(task: SieveTask, index: number, tools: Tools): Promise<void> {
  const sievedPack = task.packs[index];
  if (!sievedPack) return;
  const { pack, sieved } = sievedPack;
  const objects = new ObjectSieve(tools, sieved);
  const reader = new PackReader(pack, tools.memory, objects);
  try {
    for (const { from, roots } of takeRoots(sievedPack, 0)) {
      for (const root of roots) {
        if (!task.types.includes(pack.types[root] ?? 0)) continue;
        for (const _ of reader.readFamily(root)) if (objects.isWaiting) await objects.detectWaiting();
        objects.endFamily();
      }
      const report: SievedFamilies = { pack: index, from, roots: roots.length, ...objects.takeFound() };
      parentPort?.postMessage(report, []);
    }
  } finally {
    reader.close();
  }
}

/** Lists the trees of all packs. Of their names those are remembered that the detector has to look at. */
async function listTrees({ packs }: SieveTask, listing: TreeListing, tools: Tools): Promise<void> {
  const suspects = new Set<string>();
  const lister = new TreeLister(listing, tools.memory, MIN_NAME_BYTES, {
    takePiece: (piece) => parentPort?.postMessage(piece, [piece.numbers.buffer]),
    takeHashes: (hashes) => parentPort?.postMessage(hashes, [hashes.hashes.buffer]),
    takeName: (name) => {
      if (tools.sieve.mayHold(name)) suspects.add(name.toString("latin1"));
    },
  });
  for (const [index, sievedPack] of packs.entries()) {
    const start = listing.names.starts[index] ?? 0;
    const visitor = {
      visit: (unpacked: UnpackedObject) => {
        lister.list(start + unpacked.object, unpacked);
        return null;
      },
      visitUnread: () => {},
    };
    const reader = new PackReader(sievedPack.pack, tools.memory, visitor);
    for (const { roots } of takeRoots(sievedPack, 1))
      for (const root of roots) if (sievedPack.pack.types[root] === TREE) for (const _ of reader.readFamily(root));
    reader.close();
  }
  lister.close();
  for (const name of suspects) {
    const notes = await listNotes(tools.detect, Buffer.from(name, "latin1"));
    if (notes?.length === 0) continue;
    parentPort?.postMessage({ hasSuspectName: true }, []);
    break;
  }
}

/** What the detector notes of a content; null where it finds something, gives up, or has too much to say. */
async function listNotes(detect: Detect, content: Buffer): Promise<readonly DetectorNote[] | null> {
  const tooMuch = new Error("too much");
  const notes: DetectorNote[] = [];
  const note = (noted: DetectorNote) => {
    // How many steps are left depends on what this thread searched before.
    const isOutOfSteps = noted.kind === "unread" && noted.why === TOO_MANY_PARTS;
    if (isOutOfSteps || notes.length === MAX_NOTES) throw tooMuch;
    notes.push(noted);
  };
  const blob: Blob = { provenance: { kind: "object", oid: "" }, chunks: [content] };
  try {
    for await (const _ of detect(blob, note)) return null;
    return notes;
  } catch (error) {
    if (error === tooMuch) return null;
    throw error;
  }
}

/** The thread's whole work. */
async function sieveAll(task: SieveTask): Promise<void> {
  const tools = {
    sieve: new Sieve(task),
    detect: createDetector(task),
    memory: new PackMemory(),
    notes: { left: MAX_NOTES_IN_ALL },
  };
  tools.sieve.writeTables(tools.memory.bytes);
  for (const index of task.packs.keys()) await sievePack(task, index, tools);
  if (task.listing) await listTrees(task, task.listing, tools);
}

// Not awaited: the bundler keeps a module that awaits apart from all others. An error ends the thread.
void sieveAll(workerData as SieveTask);
