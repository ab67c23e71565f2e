import { EntryCache } from "./entry-cache.ts";
import { NONE } from "./index-file.ts";
import type { Pack } from "./pack.ts";
import type { PackMemory } from "./pack-memory.ts";

/**
 * An object that stands unpacked in the memory. `reach` is null where all of it has to be looked at; else it is what was
 * returned for the object that it was made of just now.
 */
export type UnpackedObject = {
  object: number;
  at: number;
  size: number;
  reach: number | null;
  /** How many bytes it begins with as the object that it was made of. */
  sameStart: number;
};

/** What is done with the objects of a pack. */
export type PackVisitor = {
  /**
   * Returns how far from a difference something can be that this object did not have, in an object that is made of it; null
   * where all of such an object has to be looked at.
   */
  visit(unpacked: UnpackedObject): number | null;
  /** For an object that is damaged, or too large. */
  visitUnread(object: number): void;
};

/** Larger objects are left to git. */
const MAX_SIZE = 16 * 1024 * 1024;

/** At most so many bytes of objects are kept that others are still to be made of. */
const MAX_HELD = 64 * 1024 * 1024;

/** An object that others are made of: `next` is the first of them that is not made yet. */
type Base = { at: number; size: number; reach: number | null; next: number };

/** Unpacks the objects of a pack, each delta right after its base: each is unpacked once. */
export class PackReader {
  readonly #pack: Pack;
  readonly #memory: PackMemory;
  readonly #visitor: PackVisitor;
  readonly #entries: EntryCache;
  #delta: { at: number; size: number };
  #held = 0;

  constructor(pack: Pack, memory: PackMemory, visitor: PackVisitor) {
    this.#pack = pack;
    this.#memory = memory;
    this.#visitor = visitor;
    this.#entries = new EntryCache(pack, memory);
    this.#delta = { at: memory.allocate(INITIAL_DELTA), size: INITIAL_DELTA };
  }

  /**
   * Visits an object that is stored as a whole, and all that are made of it. Pauses behind each visit: until it goes on,
   * the object stands where it is.
   */
  *readFamily(root: number): Generator<undefined, undefined> {
    const stack: Base[] = [];
    yield* this.#push(stack, root, this.#unpackRoot(root));
    for (let base = stack.at(-1); base; base = stack.at(-1)) {
      const object = base.next;
      base.next = this.#pack.nextDeltas[object] ?? NONE;
      const unpacked = this.#unpackDelta(object, base);
      // What nothing else is made of goes before the next one is kept: of a chain two are held, however long it is.
      if (base.next === NONE) this.#release(stack.pop() ?? base);
      yield* this.#push(stack, object, unpacked);
    }
  }

  close(): void {
    this.#entries.close();
    this.#memory.release(this.#delta.at);
  }

  /** Visits an object, and keeps it if others are made of it. */
  *#push(stack: Base[], object: number, unpacked: UnpackedObject | null): Generator<undefined, undefined> {
    const next = this.#pack.firstDeltas[object] ?? NONE;
    if (unpacked === null) {
      this.#skip(object);
      return;
    }
    const reach = this.#visitor.visit(unpacked);
    yield;
    const base = { at: unpacked.at, size: unpacked.size, reach, next };
    this.#held += unpacked.size;
    if (next === NONE) this.#release(base);
    else stack.push(base);
  }

  #release({ at, size }: Base): void {
    this.#memory.release(at);
    this.#held -= size;
  }

  /** Nothing that is made of an unread object can be read. */
  #skip(object: number): void {
    for (const stack = [object]; stack.length > 0; ) {
      const skipped = stack.pop() ?? NONE;
      this.#visitor.visitUnread(skipped);
      for (
        let delta = this.#pack.firstDeltas[skipped] ?? NONE;
        delta !== NONE;
        delta = this.#pack.nextDeltas[delta] ?? NONE
      )
        stack.push(delta);
    }
  }

  #unpackRoot(object: number): UnpackedObject | null {
    const { size } = this.#entries.open(object);
    if (size > MAX_SIZE) return null;
    const at = this.#memory.allocate(size);
    if (this.#entries.inflate(at)) return { object, at, size, reach: null, sameStart: 0 };
    this.#memory.release(at);
    return null;
  }

  #unpackDelta(object: number, base: Base): UnpackedObject | null {
    const { functions } = this.#memory;
    const { size: length } = this.#entries.open(object);
    if (length > MAX_SIZE) return null;
    this.#growDelta(length);
    if (!this.#entries.inflate(this.#delta.at)) return null;
    const size = functions.measureTarget(this.#delta.at, length) >>> 0;
    if (size > MAX_SIZE || this.#held + size > MAX_HELD) return null;
    const at = this.#memory.allocate(size);
    if (functions.applyDelta(base.at, base.size, this.#delta.at, length, at, size, base.reach ?? 0))
      return { object, at, size, reach: base.reach, sameStart: functions.measureSameStart() };
    this.#memory.release(at);
    return null;
  }

  #growDelta(size: number): void {
    if (size <= this.#delta.size) return;
    this.#memory.release(this.#delta.at);
    this.#delta = { at: this.#memory.allocate(2 * size), size: 2 * size };
  }
}

const INITIAL_DELTA = 64 * 1024;
