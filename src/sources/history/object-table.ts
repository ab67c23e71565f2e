/** The value of each ASCII code as a hexadecimal digit. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

const ZERO = 48;

/** No object. */
export const NONE = -1;

/** Names are kept in bytes, and compared by words of 32 bits: five for SHA-1, eight for SHA-256. */
const DIGITS_PER_WORD = 8;
const BYTES_PER_WORD = 4;

/**
 * Numbers objects from 0 in the order in which they are first named. A history can have millions of them, and as strings
 * in a map their names would take some hundred bytes each; here it is about forty.
 */
export class ObjectTable {
  /** How many objects were named. */
  count = 0;
  /** Words in a name; 0 until the first one. */
  #width = 0;
  #words = new Uint32Array(0);
  /** The same memory. */
  #bytes = Buffer.alloc(0);
  /** Numbers of objects by the hash of their names, one more than they are; 0 is free. */
  #slots = new Int32Array(0);

  /** The number of the object whose name stands in `bytes`, which is new where the name is. */
  add(bytes: Uint8Array, at: number): number {
    if (this.#width === 0) this.#width = lengthAt(bytes, at) / DIGITS_PER_WORD;
    if (this.count * 2 >= this.#slots.length) this.#grow();
    this.#read(bytes, at);
    const slot = this.#slotOf(this.count);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known !== NONE) return known;
    this.count += 1;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  /** The number of an object, and NONE where it was not named. */
  of(oid: string): number {
    if (this.count === 0 || oid.length !== this.#width * DIGITS_PER_WORD) return NONE;
    this.#read(Buffer.from(oid, "latin1"), 0);
    return (this.#slots[this.#slotOf(this.count)] ?? 0) - 1;
  }

  /** The name of an object. */
  nameOf(number: number): string {
    const length = this.#width * BYTES_PER_WORD;
    return this.#bytes.toString("hex", number * length, (number + 1) * length);
  }

  /** Puts a name behind the last one, where the next one will stand. */
  #read(bytes: Uint8Array, at: number): void {
    const length = this.#width * BYTES_PER_WORD;
    let from = at;
    for (let to = this.count * length; to < (this.count + 1) * length; to += 1) {
      this.#bytes[to] = ((DIGITS[bytes[from] ?? 0] ?? 0) << 4) | (DIGITS[bytes[from + 1] ?? 0] ?? 0);
      from += 2;
    }
  }

  /** Where the name of this number is, or would be. Names are hashes: their first word spreads as well as any. */
  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = (this.#words[number * this.#width] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known === NONE || this.#isSame(known, number)) return slot;
    }
  }

  #isSame(one: number, other: number): boolean {
    for (let word = 0; word < this.#width; word += 1) {
      if (this.#words[one * this.#width + word] !== this.#words[other * this.#width + word]) return false;
    }
    return true;
  }

  #grow(): void {
    this.#slots = new Int32Array(Math.max(2048, this.#slots.length * 2));
    const words = new Uint32Array(this.#width * (this.#slots.length / 2 + 1));
    words.set(this.#words.subarray(0, this.count * this.#width));
    this.#words = words;
    this.#bytes = Buffer.from(words.buffer);
    for (let number = 0; number < this.count; number += 1) this.#slots[this.#slotOf(number)] = number + 1;
  }
}

/** How many hexadecimal digits stand in a row. */
export function lengthAt(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] === ZERO || DIGITS[bytes[end] ?? 0]) end += 1;
  return end - at;
}
