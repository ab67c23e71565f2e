import { PACK_CODE } from "./pack-code.ts";

/** The part of WebAssembly that is used here; TypeScript's own library does not describe it. */
type Wasm = {
  validate(code: Uint8Array): boolean;
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { exports: PackFunctions };
};

/** Addresses are offsets in the memory, sizes are in bytes. scripts/pack.as describes each function. */
type PackFunctions = {
  memory: { buffer: ArrayBuffer };
  inflate(source: number, sourceLength: number, output: number, size: number): number;
  measureTarget(delta: number, length: number): number;
  applyDelta(
    base: number,
    baseSize: number,
    delta: number,
    length: number,
    output: number,
    size: number,
    reach: number,
  ): number;
  measureSameStart(): number;
  findCandidates(text: number, length: number, from: number, out: number, capacity: number): number;
  findNewCandidates(text: number, out: number, capacity: number): number;
  setTables(
    names: number,
    types: number,
    slots: number,
    mask: number,
    hashes: number,
    length: number,
    low: number,
    high: number,
  ): void;
  listTree(tree: number, size: number, out: number, capacity: number, longs: number, longLength: number): number;
  countLongNames(): number;
  allocate(size: number): number;
  release(at: number): void;
};

/** Behind everything that is read or written, so many bytes may be read or written too. */
const SLACK = 64;

/** Where Teddy's places go, and how many: behind its tables, as `detect/prefilter/teddy` has it. */
const PLACES = 192 + 8192;
const CAPACITY = 8192;

const BLOCK = 16;

const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly;

/** Whether this machine can read packs: it takes WebAssembly with SIMD. */
export function canReadPacks(): boolean {
  return wasm?.validate(Buffer.from(PACK_CODE, "base64")) === true;
}

/** What reads packs: functions over one memory, in which objects are unpacked and searched. */
export class PackMemory {
  readonly functions: PackFunctions;
  #bytes: Buffer;

  /** @throws Error where `canReadPacks` is false. */
  constructor() {
    if (!wasm) throw new Error("there is no WebAssembly here");
    this.functions = new wasm.Instance(new wasm.Module(Buffer.from(PACK_CODE, "base64"))).exports;
    this.#bytes = Buffer.from(this.functions.memory.buffer);
  }

  /** The memory as it is now: a view of it is of no use once it has grown, which `allocate` may make it do. */
  get bytes(): Buffer {
    if (this.#bytes.buffer !== this.functions.memory.buffer) this.#bytes = Buffer.from(this.functions.memory.buffer);
    return this.#bytes;
  }

  /** The address of so many bytes. Throws where there is no more memory. */
  allocate(size: number): number {
    return this.functions.allocate(size + SLACK) >>> 0;
  }

  release(at: number): void {
    this.functions.release(at);
  }

  /** The places in a text where a needle may begin, relative to it and ascending; needs Teddy's tables at address 0. */
  *findPlaces(text: number, size: number): Generator<number> {
    const length = Math.ceil(size / BLOCK) * BLOCK;
    for (let from = 0, count = CAPACITY, last = -1; count === CAPACITY; ) {
      count = this.functions.findCandidates(text, length, from, PLACES, CAPACITY);
      // A block that did not fit is read again as a whole.
      const places = this.#takePlaces(count).filter((place) => place > last);
      yield* places;
      last = places.at(-1) ?? last;
      from = Math.floor((last + 2) / BLOCK) * BLOCK;
    }
  }

  /**
   * The same in what the last delta put into the text; null where there are too many to tell them all. They may come twice.
   */
  findNewPlaces(text: number): readonly number[] | null {
    const count = this.functions.findNewCandidates(text, PLACES, CAPACITY);
    return count === CAPACITY ? null : this.#takePlaces(count);
  }

  /** A copy: other searches write to the same place. */
  #takePlaces(count: number): readonly number[] {
    return count === 0 ? [] : [...new Int32Array(this.functions.memory.buffer, PLACES, count)];
  }
}
