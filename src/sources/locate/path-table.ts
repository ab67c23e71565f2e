import { decodePath } from "../../domain/path-text.ts";

/** As many bytes of paths are kept at most. */
const MAX_BYTES = 192 * 1024 * 1024;

/** A power of two: where slots are counted by a mask. */
const FIRST_SLOTS = 2048;

/**
 * Gives paths numbers, from 0, each path once. They are kept as bytes outside the heap: a tree that holds one folder under
 * many names makes millions of paths of a few bytes.
 */
export class PathTable {
  /** Whether no more paths are taken in: those that are new get the number of the last one. */
  isFull = false;
  /** The number of paths. */
  count = 0;
  #bytes = Buffer.alloc(64 * 1024);
  /** Where each path ends in `#bytes`; the next begins there. */
  #ends = new Float64Array(1024);
  /** Path numbers plus one, by hash, with open addressing; 0 is a free slot. */
  #slots = new Int32Array(FIRST_SLOTS);

  /** The number of the path that stands in `bytes` from one offset to another. */
  add(bytes: Buffer, from: number, to: number): number {
    if (this.count * 2 >= this.#slots.length) this.#growSlots();
    const slot = this.#findSlot(bytes, from, to);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    const start = this.#startOf(this.count);
    const end = start + to - from;
    if (end > MAX_BYTES) {
      this.isFull = true;
      return Math.max(0, this.count - 1);
    }
    this.#reserve(end);
    bytes.copy(this.#bytes, start, from, to);
    this.#ends[this.count] = end;
    this.count += 1;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  get(number: number): string {
    return decodePath(this.#bytes.subarray(this.#startOf(number), this.#ends[number] ?? 0));
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  /** The slot of a path, or the free slot where it belongs. */
  #findSlot(bytes: Buffer, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashBytes(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0 || this.#isEqual(known, bytes, from, to)) return slot;
    }
  }

  #isEqual(number: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#startOf(number);
    if ((this.#ends[number] ?? 0) - start !== to - from) return false;
    // From the end, where paths differ.
    for (let index = to - from - 1; index >= 0; index -= 1) {
      if (this.#bytes[start + index] !== bytes[from + index]) return false;
    }
    return true;
  }

  #reserve(bytes: number): void {
    if (bytes > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(bytes, Math.min(MAX_BYTES, this.#bytes.length * 2)));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    if (this.count < this.#ends.length) return;
    const ends = new Float64Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.count; number += 1) {
      this.#slots[this.#findSlot(this.#bytes, this.#startOf(number), this.#ends[number] ?? 0)] = number + 1;
    }
  }
}

/** FNV-1a, 32 bits, seeded so that nobody can choose paths that all have the same hash. */
function hashBytes(bytes: Buffer, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const SEED = Math.floor(Math.random() * 0x7fffffff);
