import { NONE } from "./index-file.ts";
import { PACK_TYPES } from "./pack.ts";
import { findNamed } from "./pack-names.ts";
import { type ListedTrees, type ListingPiece, PIECE_LENGTH, type TreeListing } from "./tree-lister.ts";

/** What stands for the signature of a tree below which not everything is known. */
export const UNKNOWN = Number.NaN;

/** Whether somebody wants to know which commits brought an object. */
export type IsSought = (object: number) => boolean;

/** As `scripts/pack.as` has it. */
const MISSING_FILE = -1;
const RENAMED = 0x40000000;

const TREE = PACK_TYPES.indexOf("tree");

/** A tree that is being gone through: its numbers, and the hashes of the names under which its objects stand. */
type OpenTree = { tree: number; numbers: Int32Array; hashes: Int32Array; next: number; end: number };

/** States of objects; 0 while no tree was seen to have it. */
const OPEN = 1;
const REACHED = 2;

/**
 * What the trees of a history have below them. Tells which objects are reached, and of each tree a signature: two
 * trees with the same sought objects under the same paths have the same one, two others have not.
 */
export class TreeGraph {
  /** IDs of files that no pack has, in hexadecimal digits. */
  readonly missing = new Set<string>();
  readonly #listing: TreeListing;
  readonly #pieces: readonly (ListingPiece | undefined)[];
  readonly #hashes: readonly (Int32Array | undefined)[];
  readonly #isSought: IsSought;
  readonly #states: Uint8Array;
  /** By object; two halves, so that no two trees have the same one by chance. */
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  /** The trees that are being gone through, from a root down, and the place of the next number of each. */
  readonly #open: OpenTree[] = [];

  constructor(listing: TreeListing, { pieces, hashes }: ListedTrees, isSought: IsSought) {
    const { count } = listing.names;
    this.#listing = listing;
    this.#pieces = sortByNumber(pieces, ({ piece }) => piece);
    this.#hashes = sortByNumber(hashes, ({ lister }) => lister).map((one) => one?.hashes);
    this.#isSought = isSought;
    this.#states = new Uint8Array(count);
    [this.#first, this.#second] = [new Int32Array(count), new Int32Array(count)];
  }

  /** Whether a tree that was signed has it. */
  isReached(object: number): boolean {
    return this.#states[object] === REACHED;
  }

  /** The signature of a tree by its ID, in bytes; 0 where no sought object is below it. */
  sign(oid: Uint8Array): number {
    const root = findNamed(this.#listing.names, oid);
    if (root === NONE || this.#listing.names.types[root] !== TREE) return UNKNOWN;
    if (this.#states[root] !== REACHED) {
      if (!this.#enter(root)) return UNKNOWN;
      for (let frame = this.#open.at(-1); frame; frame = this.#open.at(-1)) if (!this.#step(frame)) return UNKNOWN;
    }
    return (this.#first[root] ?? 0) * 2 ** 21 + ((this.#second[root] ?? 0) >>> 11);
  }

  /** False where a tree was not listed, or holds itself. */
  #enter(tree: number): boolean {
    const place = (this.#listing.places[tree] ?? 0) - 1;
    const piece = this.#pieces[Math.floor(place / PIECE_LENGTH)];
    const hashes = this.#hashes[piece?.lister ?? NONE];
    if (place < 0 || !piece || !hashes || this.#states[tree] === OPEN) return false;
    const at = place % PIECE_LENGTH;
    this.#states[tree] = OPEN;
    this.#open.push({ tree, numbers: piece.numbers, hashes, next: at + 1, end: at + 1 + (piece.numbers[at] ?? 0) });
    return true;
  }

  /** Goes on with a tree until another has to be gone through first. False where not everything below is known. */
  #step(frame: OpenTree): boolean {
    const { tree, numbers, hashes, end } = frame;
    while (frame.next < end) {
      const number = numbers[frame.next] ?? 0;
      if (number < 0) {
        if (number !== MISSING_FILE) return false;
        this.#addMissing(frame);
        continue;
      }
      const isRenamed = number >= RENAMED;
      const object = isRenamed ? number - RENAMED : number;
      if (this.#listing.names.types[object] === TREE && this.#states[object] !== REACHED) return this.#enter(object);
      if (this.#states[object] !== REACHED) this.#reachFile(object);
      if (this.#first[object] !== 0)
        this.#mix(
          tree,
          (isRenamed ? numbers[frame.next + 1] : hashes[object]) ?? 0,
          this.#first[object] ?? 0,
          this.#second[object] ?? 0,
        );
      frame.next += isRenamed ? 2 : 1;
    }
    this.#states[tree] = REACHED;
    this.#open.pop();
    return true;
  }

  #reachFile(object: number): void {
    this.#states[object] = REACHED;
    if (!this.#isSought(object)) return;
    this.#first[object] = object + 1;
    this.#second[object] = ~object;
  }

  /** A file that no pack has: every commit that brought it is sought. */
  #addMissing(frame: OpenTree): void {
    const { hashBytes } = this.#listing.names;
    const { numbers, next } = frame;
    const [hash = 0, first = 0, second = 0] = numbers.subarray(next + 1, next + 4);
    const id = Buffer.from(numbers.buffer, numbers.byteOffset + 4 * (next + 2), hashBytes);
    this.missing.add(id.toString("hex"));
    this.#mix(frame.tree, hash, first | 1, second);
    frame.next += 2 + hashBytes / 4;
  }

  /** Adds an object under a name to the signature of a tree. The order does not matter: no name comes twice. */
  #mix(tree: number, name: number, first: number, second: number): void {
    const [key = 0, otherKey = 0] = this.#listing.key;
    const sum = ((this.#first[tree] ?? 0) + scramble(name ^ key, first)) | 0;
    this.#first[tree] = sum === 0 ? 1 : sum;
    this.#second[tree] = (this.#second[tree] ?? 0) + scramble(name + otherKey, second ^ first);
  }
}

/** Mixes all bits of two numbers (the finish of MurmurHash3). */
function scramble(one: number, other: number): number {
  let bits = Math.imul(one, 0x9e3779b1) ^ Math.imul(other + 0x7f4a7c15, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13) ^ one, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function sortByNumber<Item>(items: readonly Item[], numberOf: (item: Item) => number): readonly (Item | undefined)[] {
  const sorted: Item[] = [];
  for (const item of items) sorted[numberOf(item)] = item;
  return sorted;
}
