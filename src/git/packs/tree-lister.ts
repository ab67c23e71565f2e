import type { PackMemory } from "./pack-memory.ts";
import type { PackNames } from "./pack-names.ts";
import type { UnpackedObject } from "./pack-reader.ts";

/** The numbers of a piece of a listing: a power of two. */
export const PIECE_LENGTH = 2 ** 18;

/** Longer listings are given up: 96 MB. A history of twenty-five million entries takes git about twenty seconds. */
const MAX_PIECES = 96;

/**
 * A listing of trees that several threads write. The numbers of a tree stand in a piece, their count before them:
 * `scripts/pack.as` says what they are.
 */
export type TreeListing = {
  names: PackNames;
  /** Steers how names are hashed, so that nobody can foresee which two names have the same hash. */
  key: readonly [number, number];
  /** Where the numbers of a tree stand, plus one, by object: the piece times PIECE_LENGTH, and the place in it. 0 for none. */
  places: Int32Array;
  /** How many pieces were begun, and by how many listers. */
  begun: Int32Array;
};

/** A piece of a listing, once it is written. */
export type ListingPiece = { lister: number; piece: number; numbers: Int32Array<ArrayBuffer> };

/** By object: the hash of the name under which a lister saw it first. */
export type NameHashes = { lister: number; hashes: Int32Array<ArrayBuffer> };

/** All that listers have made. */
export type ListedTrees = { pieces: readonly ListingPiece[]; hashes: readonly NameHashes[] };

/** What is done with what a lister makes. `name` is a view. */
export type ListingTaker = {
  takePiece(piece: ListingPiece): void;
  takeHashes(hashes: NameHashes): void;
  takeName(name: Buffer): void;
};

/** Where in `begun` they are counted. */
const [PIECES, LISTERS] = [0, 1];

/** Prepares a listing of the trees in these packs. */
export function createTreeListing(names: PackNames, key: readonly [number, number]): TreeListing {
  const places = new Int32Array(new SharedArrayBuffer(4 * names.count));
  return { names, key, places, begun: new Int32Array(new SharedArrayBuffer(8)) };
}

/** Lists the trees that one thread unpacks. What it cannot list has no place. */
export class TreeLister {
  readonly #listing: TreeListing;
  readonly #memory: PackMemory;
  readonly #tables: readonly number[];
  readonly #longLength: number;
  readonly #taker: ListingTaker;
  readonly #lister: number;
  #piece: ListingPiece = { lister: 0, piece: 0, numbers: new Int32Array() };
  #used = 0;
  #output: { numbers: number; longs: number; size: number } = { numbers: 0, longs: 0, size: 0 };

  /** Tells of each name of `longLength` bytes or more, and of most more than once. */
  constructor(listing: TreeListing, memory: PackMemory, longLength: number, taker: ListingTaker) {
    [this.#listing, this.#memory, this.#longLength, this.#taker] = [listing, memory, longLength, taker];
    this.#lister = Atomics.add(listing.begun, LISTERS, 1);
    const { names, key } = listing;
    const columns = [names.names, names.types, names.slots];
    const [ids = 0, types = 0, slots = 0] = columns.map((column) => this.#copy(column));
    const hashes = memory.allocate(4 * names.count);
    memory.bytes.fill(0, hashes, hashes + 4 * names.count);
    this.#tables = [ids, types, slots, hashes];
    memory.functions.setTables(ids, types, slots, names.slots.length - 1, hashes, names.hashBytes, ...key);
  }

  /** Lists a tree. `object` is its number among the names. */
  list(object: number, { at, size }: Pick<UnpackedObject, "at" | "size">): void {
    this.#growOutput(size);
    const { numbers, longs } = this.#output;
    const count = this.#memory.functions.listTree(at, size, numbers, (size + SLACK) >> 2, longs, this.#longLength);
    if (count < 0 || !this.#makeRoom(count + 1)) return;
    const into = this.#piece.numbers;
    into[this.#used] = count;
    const listed = new Int32Array(this.#memory.functions.memory.buffer, numbers, count);
    into.set(listed, this.#used + 1);
    this.#listing.places[object] = this.#piece.piece * PIECE_LENGTH + this.#used + 1;
    this.#used += count + 1;
    this.#tellLongNames(at);
  }

  /** Passes on the last piece. */
  close(): void {
    if (this.#used > 0) this.#taker.takePiece({ ...this.#piece, numbers: this.#piece.numbers.slice(0, this.#used) });
    const hashes = new Int32Array(this.#memory.functions.memory.buffer, this.#tables.at(-1), this.#listing.names.count);
    this.#taker.takeHashes({ lister: this.#lister, hashes: hashes.slice() });
    for (const table of this.#tables) this.#memory.release(table);
  }

  #copy(column: Uint8Array | Int32Array): number {
    const at = this.#memory.allocate(column.byteLength);
    this.#memory.bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    return at;
  }

  /** False where the listing is full. */
  #makeRoom(count: number): boolean {
    if (this.#used + count <= this.#piece.numbers.length) return true;
    if (count > PIECE_LENGTH) return false;
    const piece = Atomics.add(this.#listing.begun, PIECES, 1);
    if (piece >= MAX_PIECES) return false;
    if (this.#used > 0) this.#taker.takePiece(this.#piece);
    this.#piece = { lister: this.#lister, piece, numbers: new Int32Array(PIECE_LENGTH) };
    this.#used = 0;
    return true;
  }

  #tellLongNames(tree: number): void {
    const count = this.#memory.functions.countLongNames();
    if (count === 0) return;
    const pairs = new Int32Array(this.#memory.functions.memory.buffer, this.#output.longs, 2 * count);
    for (let index = 0; index < 2 * count; index += 2) {
      const from = tree + (pairs[index] ?? 0);
      this.#taker.takeName(this.#memory.bytes.subarray(from, from + (pairs[index + 1] ?? 0)));
    }
  }

  /** An entry has 28 bytes or more, and becomes no more than as many; one with a long name becomes eight beside. */
  #growOutput(size: number): void {
    if (size <= this.#output.size) return;
    if (this.#output.size > 0) {
      this.#memory.release(this.#output.numbers);
      this.#memory.release(this.#output.longs);
    }
    const room = 2 * size;
    this.#output = {
      numbers: this.#memory.allocate(room + SLACK),
      longs: this.#memory.allocate(room >> 2),
      size: room,
    };
  }
}

/** What the listing of a tree may be longer than the tree itself. */
const SLACK = 128;
