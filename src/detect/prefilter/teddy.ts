import { SIEVE } from "./teddy-code.ts";
import { hashesOf, tablesOf } from "./teddy-tables.ts";

/** As much of WebAssembly as is used here; the language's own library does not describe it. */
type Wasm = {
  validate(code: Uint8Array): boolean;
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { exports: Exports };
};
type Exports = {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  sieve(text: number, length: number, from: number, out: number, room: number): number;
};

/** The module in memory: the tables, the hashes, the places that were found, the text. */
const HASHES = 192;
const OUT = HASHES + 8192;
const ROOM = 8192;
const TEXT = OUT + 4 * ROOM;

/**
 * So much is copied and searched at once: it stays in the processor's second cache between the two, which is why larger
 * pieces are slower.
 */
const PIECE = 128 * 1024;

const BLOCK = 16;
const PAGE = 65_536;

const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly;

let supported: boolean | null = null;

/** Whether this machine can run the sieve: WebAssembly with SIMD. */
export function isSupported(): boolean {
  supported ??= wasm?.validate(Buffer.from(SIEVE, "base64")) === true;
  return supported;
}

/** Finds, sixteen bytes at a time, the places where the first three bytes of some needle may stand. */
export class Sieve {
  readonly #sieve: Exports["sieve"];
  readonly #text: Uint8Array;
  readonly #found: Int32Array;

  /** The needles have three bytes or more. */
  constructor(needles: readonly Buffer[]) {
    if (!wasm) throw new Error("there is no WebAssembly here");
    const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(SIEVE, "base64")));
    const { memory, sieve } = exports;
    memory.grow(Math.ceil((TEXT + PIECE + 2 * BLOCK) / PAGE) - memory.buffer.byteLength / PAGE);
    const tables = new Uint8Array(memory.buffer);
    tables.set(tablesOf(needles), 0);
    tables.set(hashesOf(needles), HASHES);
    this.#sieve = sieve;
    this.#text = new Uint8Array(memory.buffer, TEXT, PIECE + 2 * BLOCK);
    this.#found = new Int32Array(memory.buffer, OUT, ROOM);
  }

  /** Such places in `from <= place < until`, ascending. Between two of them other texts may be searched. */
  *places(bytes: Buffer, from: number, until: number): Generator<number> {
    for (let start = from; start < until; start += PIECE) {
      for (const place of this.#placesIn(bytes, start, Math.min(start + PIECE, until))) yield start + place;
    }
  }

  /** All of a piece at once: another search may come in between, and its text would be in the way. */
  #placesIn(bytes: Buffer, start: number, stop: number): readonly number[] {
    // Four bytes of every place are looked at, as far as they are there.
    const length = Math.min(stop + 3, bytes.length) - start;
    const rounded = Math.ceil(length / BLOCK) * BLOCK;
    // What an earlier text left behind it may look like a needle; whoever asks compares the bytes anyway.
    this.#text.set(bytes.subarray(start, start + length), 0);
    const places: number[] = [];
    for (let from = 0, count = ROOM; count === ROOM; ) {
      count = this.#sieve(TEXT, rounded, from, OUT, ROOM);
      if (count === 0) return places;
      from = Math.floor(((this.#found[count - 1] ?? 0) + 2) / BLOCK) * BLOCK;
      // A block that did not fit is read again as a whole: what was told of it already is left out.
      const told = places.at(-1) ?? -1;
      for (let at = 0; at < count; at += 1) {
        const place = this.#found[at] ?? 0;
        if (place > told && place < stop - start) places.push(place);
      }
    }
    return places;
  }
}
