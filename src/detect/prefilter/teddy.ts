import { TEDDY_CODE } from "./teddy-code.ts";

/** The part of WebAssembly that is used here; TypeScript's own library does not describe it. */
type Wasm = {
  validate(code: Uint8Array): boolean;
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { exports: Exports };
};
type Exports = {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  findCandidates(text: number, length: number, from: number, out: number, capacity: number): number;
};

/** The module's memory: nibble tables at 0, then hash bits, found places, and the text. */
const HASHES = 192;
const OUT = HASHES + 8192;
const CAPACITY = 8192;
const TEXT = OUT + 4 * CAPACITY;

/**
 * This much is copied and searched at once: it stays in the processor's second cache between the two, which is why
 * larger pieces are slower.
 */
const PIECE = 128 * 1024;

const BLOCK = 16;
const PAGE = 65_536;

const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly;

let supported: boolean | null = null;

/** Whether this machine can run Teddy: it takes WebAssembly with SIMD. */
export function isTeddySupported(): boolean {
  supported ??= wasm?.validate(Buffer.from(TEDDY_CODE, "base64")) === true;
  return supported;
}

/** Finds, sixteen bytes at a time, the places where the first three bytes of a needle may stand. */
export class Teddy {
  readonly #findCandidates: Exports["findCandidates"];
  readonly #text: Uint8Array;
  readonly #found: Int32Array;

  /**
   * `tables` are those of `buildTeddyTables`. The needles have three bytes or more.
   *
   * @throws Error where `isTeddySupported` is false.
   */
  constructor(tables: Uint8Array) {
    if (!wasm) throw new Error("there is no WebAssembly here");
    const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(TEDDY_CODE, "base64")));
    const { memory, findCandidates } = exports;
    memory.grow(Math.ceil((TEXT + PIECE + 2 * BLOCK) / PAGE) - memory.buffer.byteLength / PAGE);
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(tables, 0);
    this.#findCandidates = findCandidates;
    this.#text = new Uint8Array(memory.buffer, TEXT, PIECE + 2 * BLOCK);
    this.#found = new Int32Array(memory.buffer, OUT, CAPACITY);
  }

  /** Such places in `from <= place < until`, ascending. Other texts may be searched between two of them. */
  *findCandidates(bytes: Buffer, from: number, until: number): Generator<number> {
    for (let start = from; start < until; start += PIECE) {
      for (const place of this.#searchPiece(bytes, start, Math.min(start + PIECE, until))) yield start + place;
    }
  }

  /** All places of a piece at once: another search may come in between and overwrite the text. */
  #searchPiece(bytes: Buffer, start: number, stop: number): readonly number[] {
    // Three bytes of every place are looked at, as far as they are there.
    const length = Math.min(stop + 3, bytes.length) - start;
    const rounded = Math.ceil(length / BLOCK) * BLOCK;
    // Bytes of an earlier text after this one may look like a needle; the caller compares all bytes anyway.
    this.#text.set(bytes.subarray(start, start + length), 0);
    const places: number[] = [];
    for (let from = 0, count = CAPACITY; count === CAPACITY; ) {
      count = this.#findCandidates(TEXT, rounded, from, OUT, CAPACITY);
      if (count === 0) return places;
      from = Math.floor(((this.#found[count - 1] ?? 0) + 2) / BLOCK) * BLOCK;
      // A block that did not fit is read again as a whole: its places that are known already are left out.
      const last = places.at(-1) ?? -1;
      for (let at = 0; at < count; at += 1) {
        const place = this.#found[at] ?? 0;
        if (place > last && place < stop - start) places.push(place);
      }
    }
    return places;
  }
}
