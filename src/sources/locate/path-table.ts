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

  add(path: Buffer): number {
    if (this.count * 2 >= this.#slots.length) this.#growSlots();
    const slot = this.#findSlot(path);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    const from = this.#startOf(this.count);
    if (from + path.length > MAX_BYTES) {
      this.isFull = true;
      return Math.max(0, this.count - 1);
    }
    this.#reserve(from + path.length);
    path.copy(this.#bytes, from);
    this.#ends[this.count] = from + path.length;
    this.count += 1;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  get(number: number): string {
    return decodePath(this.#slice(number));
  }

  #slice(number: number): Buffer {
    return this.#bytes.subarray(this.#startOf(number), this.#ends[number] ?? 0);
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  /** The slot of a path, or the free slot where it belongs. */
  #findSlot(path: Buffer): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashBytes(path) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0 || this.#slice(known).equals(path)) return slot;
    }
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
      this.#slots[this.#findSlot(this.#slice(number))] = number + 1;
    }
  }
}

/** FNV-1a, 32 bits, seeded so that nobody can choose paths that all have the same hash. */
function hashBytes(bytes: Buffer): number {
  let hash = SEED;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const SEED = Math.floor(Math.random() * 0x7fffffff);
