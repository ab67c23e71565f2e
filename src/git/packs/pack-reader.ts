import { closeSync, openSync, readSync } from "node:fs";
import { NAME_DELTA, NONE, OFFSET_DELTA, type Pack } from "./pack.ts";
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

  /** Visits an object that is stored as a whole, and all that are made of it. */
  readFamily(root: number): void {
    const stack: Base[] = [];
    this.#push(stack, root, this.#unpackRoot(root));
    for (let base = stack.at(-1); base; base = stack.at(-1)) {
      const object = base.next;
      base.next = this.#pack.nextDeltas[object] ?? NONE;
      const unpacked = this.#unpackDelta(object, base);
      // What nothing else is made of goes before the next one is kept: of a chain two are held, however long it is.
      if (base.next === NONE) this.#release(stack.pop() ?? base);
      this.#push(stack, object, unpacked);
    }
  }

  close(): void {
    this.#entries.close();
    this.#memory.release(this.#delta.at);
  }

  /** Visits an object, and keeps it if others are made of it. */
  #push(stack: Base[], object: number, unpacked: UnpackedObject | null): void {
    const next = this.#pack.firstDeltas[object] ?? NONE;
    if (unpacked === null) return this.#skip(object);
    const reach = this.#visitor.visit(unpacked);
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

/** Pages of the file that are kept in the memory. */
const PAGE = 32 * 1024;
const PAGES = 64;

/** The packed bytes of the entries of a pack. */
class EntryCache {
  readonly #pack: Pack;
  readonly #memory: PackMemory;
  readonly #descriptor: number;
  readonly #pages: number;
  /** Which place in the memory has a page of the file; and which page each place has, or NONE. */
  readonly #places = new Map<number, number>();
  readonly #pageOfPlace = new Float64Array(PAGES).fill(NONE);
  #next = 0;
  /** For entries that do not stand in one page. */
  #large: { at: number; size: number };
  /** The entry that was opened last: where it stands packed, how long it is and its header, and its size when unpacked. */
  #opened = { at: 0, length: 0, header: 0, size: 0 };

  constructor(pack: Pack, memory: PackMemory) {
    this.#pack = pack;
    this.#memory = memory;
    this.#descriptor = openSync(pack.file, "r");
    this.#pages = memory.allocate(PAGE * PAGES);
    this.#large = { at: memory.allocate(PAGE), size: PAGE };
  }

  close(): void {
    closeSync(this.#descriptor);
    this.#memory.release(this.#pages);
    this.#memory.release(this.#large.at);
  }

  /** Opens an entry. `size`: how many bytes it has unpacked. */
  open(object: number): { size: number } {
    const { at, length } = this.#load(object);
    const { bytes } = this.#memory;
    let byte = bytes[at] ?? 0;
    const type = (byte >> 4) & 7;
    let [header, size] = [1, byte & 15];
    for (let factor = 16; byte & 0x80 && header < length; factor *= 128) {
      byte = bytes[at + header++] ?? 0;
      size += (byte & 0x7f) * factor;
    }
    if (type === OFFSET_DELTA) while ((bytes[at + header++] ?? 0) & 0x80);
    if (type === NAME_DELTA) header += this.#pack.hashBytes;
    this.#opened = { at, length, header, size };
    return { size };
  }

  /** Unpacks the entry that was opened last, to an address with room for its size. False where it is damaged. */
  inflate(to: number): boolean {
    const { at, length, header, size } = this.#opened;
    return header <= length && this.#memory.functions.inflate(at + header, length - header, to, size) !== 0;
  }

  /** Where the packed bytes of an entry stand now, from its header on. */
  #load(object: number): { at: number; length: number } {
    const offset = this.#pack.offsets[object] ?? 0;
    const length = (this.#pack.offsets[object + 1] ?? 0) - offset;
    const page = Math.floor(offset / PAGE);
    if (Math.floor((offset + length - 1) / PAGE) === page)
      return { at: this.#loadPage(page) + (offset % PAGE), length };
    if (length > this.#large.size) {
      this.#memory.release(this.#large.at);
      this.#large = { at: this.#memory.allocate(2 * length), size: 2 * length };
    }
    readSync(this.#descriptor, this.#memory.bytes, this.#large.at, length, offset);
    return { at: this.#large.at, length };
  }

  #loadPage(page: number): number {
    const known = this.#places.get(page);
    if (known !== undefined) return this.#pages + known * PAGE;
    const place = this.#next;
    this.#next = (this.#next + 1) % PAGES;
    this.#places.delete(this.#pageOfPlace[place] ?? NONE);
    this.#pageOfPlace[place] = page;
    this.#places.set(page, place);
    const at = this.#pages + place * PAGE;
    readSync(this.#descriptor, this.#memory.bytes, at, PAGE, page * PAGE);
    return at;
  }
}
