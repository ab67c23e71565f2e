import { readSync } from "node:fs";

/** The numbers of the types of entries that are deltas. See gitformat-pack(5). */
export const OFFSET_DELTA = 6;
export const NAME_DELTA = 7;

/** This much is read at once: most entries are small, and stand one behind the other. */
const PIECE = 64 * 1024;

/** A type and a size, and a base: an offset of nine bytes, or a name. */
const LONGEST_HEADER = 64;

/** Reads the headers of entries: where one is near the one that was read before, without going to the file again. */
export class EntryHeaders {
  readonly #descriptor: number;
  readonly #hashBytes: number;
  readonly #piece = Buffer.alloc(PIECE + LONGEST_HEADER);
  #start = 0;
  #end = 0;

  constructor(descriptor: number, hashBytes: number) {
    this.#descriptor = descriptor;
    this.#hashBytes = hashBytes;
  }

  /** The number of the type, and the base of a delta: where it stands, or its name. */
  read(offset: number): { type: number; base: number | Buffer | null } {
    if (offset < this.#start || offset + LONGEST_HEADER > this.#end) this.#load(offset);
    let at = offset - this.#start;
    const type = ((this.#piece[at] ?? 0) >> 4) & 7;
    while ((this.#piece[at++] ?? 0) & 0x80);
    if (type === NAME_DELTA) return { type, base: Buffer.from(this.#piece.subarray(at, at + this.#hashBytes)) };
    if (type !== OFFSET_DELTA) return { type, base: null };
    let byte = this.#piece[at++] ?? 0;
    let distance = byte & 0x7f;
    while (byte & 0x80 && distance < offset) {
      byte = this.#piece[at++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 0x7f);
    }
    return { type, base: offset - distance };
  }

  /** So that the offset stands near the end: the entries are read from the last to the first. */
  #load(offset: number): void {
    this.#start = Math.max(0, offset + LONGEST_HEADER - PIECE);
    const length = readSync(this.#descriptor, this.#piece, 0, PIECE, this.#start);
    this.#piece.fill(0, length);
    this.#end = length < PIECE ? Number.POSITIVE_INFINITY : this.#start + length;
  }
}
