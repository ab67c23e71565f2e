/** The value of each ASCII code as a hexadecimal digit. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

const ZERO = 48;

/** The number of no object. */
export const NO_OBJECT = -1;

/** Object IDs are kept as bytes, and compared as words of 32 bits: five for SHA-1, eight for SHA-256. */
const DIGITS_PER_WORD = 8;
const BYTES_PER_WORD = 4;

/**
 * Gives objects numbers, from 0 in the order in which they are added. A history can have millions of objects; as strings
 * in a map their IDs would take some hundred bytes each, here they take about forty.
 *
 * Layout: the IDs stand one after the other in `#words`, the ID of object n at n × `#width`. `#slots` is a hash table with
 * open addressing over them.
 */
export class ObjectTable {
  /** The number of objects. */
  count = 0;
  /** Words in an ID; 0 until the first one is added. */
  #width = 0;
  #words = new Uint32Array(0);
  /** The memory of `#words`, as bytes. */
  #bytes = Buffer.alloc(0);
  /** Object numbers plus one, by the hash of the ID; 0 is a free slot. */
  #slots = new Int32Array(0);

  /** Returns the number of the object whose ID stands in `bytes` at this offset, as hexadecimal digits. */
  add(bytes: Uint8Array, offset: number): number {
    if (this.#width === 0) this.#width = measureObjectId(bytes, offset) / DIGITS_PER_WORD;
    if (this.count * 2 >= this.#slots.length) this.#grow();
    this.#parseBehindLast(bytes, offset);
    return this.#addLast();
  }

  /** Returns the number of the object with this ID, in bytes. */
  addBytes(id: Uint8Array): number {
    this.#width ||= id.length / BYTES_PER_WORD;
    if (this.count * 2 >= this.#slots.length) this.#grow();
    this.#bytes.set(id, this.count * id.length);
    return this.#addLast();
  }

  /** Adds the object whose ID stands behind the last one, if it is new. */
  #addLast(): number {
    const slot = this.#findSlot(this.count);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known !== NO_OBJECT) return known;
    this.count += 1;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  /** Returns the number of an object, or NO_OBJECT where it was not added. */
  find(oid: string): number {
    if (this.count === 0 || oid.length !== this.#width * DIGITS_PER_WORD) return NO_OBJECT;
    this.#parseBehindLast(Buffer.from(oid, "latin1"), 0);
    return (this.#slots[this.#findSlot(this.count)] ?? 0) - 1;
  }

  /** Whether the object was added. */
  has(oid: string): boolean {
    return this.find(oid) !== NO_OBJECT;
  }

  oidOf(number: number): string {
    const length = this.#width * BYTES_PER_WORD;
    return this.#bytes.toString("hex", number * length, (number + 1) * length);
  }

  /** Parses an ID to where the next object will stand, so that it can be compared with the others. */
  #parseBehindLast(bytes: Uint8Array, offset: number): void {
    const length = this.#width * BYTES_PER_WORD;
    let from = offset;
    for (let to = this.count * length; to < (this.count + 1) * length; to += 1) {
      this.#bytes[to] = ((DIGITS[bytes[from] ?? 0] ?? 0) << 4) | (DIGITS[bytes[from + 1] ?? 0] ?? 0);
      from += 2;
    }
  }

  /** The slot of an object, or the free slot where it belongs. IDs are hashes, so that their first word will do as one. */
  #findSlot(number: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = (this.#words[number * this.#width] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known === NO_OBJECT || this.#hasSameId(known, number)) return slot;
    }
  }

  #hasSameId(first: number, second: number): boolean {
    for (let word = 0; word < this.#width; word += 1) {
      if (this.#words[first * this.#width + word] !== this.#words[second * this.#width + word]) return false;
    }
    return true;
  }

  #grow(): void {
    this.#slots = new Int32Array(Math.max(2048, this.#slots.length * 2));
    const words = new Uint32Array(this.#width * (this.#slots.length / 2 + 1));
    words.set(this.#words.subarray(0, this.count * this.#width));
    this.#words = words;
    this.#bytes = Buffer.from(words.buffer);
    for (let number = 0; number < this.count; number += 1) this.#slots[this.#findSlot(number)] = number + 1;
  }
}

type Numbers = Float64Array | Int32Array | Uint8Array;

/** A number for each object, by its object number; 0 until it is set. Grows as needed. */
export class NumberColumn {
  #numbers: Numbers;

  /** The type of the array says which numbers fit. */
  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  get(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.#numbers.length) this.#grow(row);
    this.#numbers[row] = value;
  }

  #grow(row: number): void {
    const NumberArray = this.#numbers.constructor as new (length: number) => Numbers;
    const numbers = new NumberArray(Math.max(1024, row + 1, this.#numbers.length * 2));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}

/** Counts the hexadecimal digits from an offset on: how long object IDs are here. */
export function measureObjectId(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (bytes[end] === ZERO || DIGITS[bytes[end] ?? 0]) end += 1;
  return end - offset;
}
