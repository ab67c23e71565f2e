import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";

/** The types of objects, at the numbers that a pack has for them. A delta has the type of its base. */
export const PACK_TYPES = ["unknown", "commit", "tree", "blob", "tag"] as const;

/**
 * A pack of git: its objects are numbered from 0 in the order in which they stand. The columns are shared memory, so that
 * threads need no copies.
 */
export type Pack = {
  file: string;
  count: number;
  /** How long the names of objects are. */
  hashBytes: number;
  /** Where each object stands, and behind the last one where it ends. */
  offsets: Float64Array;
  /** Indexes into PACK_TYPES, by object. */
  types: Uint8Array;
  /** The objects that are stored as a whole, in order. */
  roots: Int32Array;
  /** The first of the objects that are stored as a difference from this one, and the next one with the same base; or NONE. */
  firstDeltas: Int32Array;
  nextDeltas: Int32Array;
};

/** A pack, and the names of its objects one after the other, in bytes. */
export type NamedPack = { pack: Pack; oids: Buffer };

/** No object. */
export const NONE = -1;

/** The numbers of the types of entries that are deltas. See gitformat-pack(5). */
export const OFFSET_DELTA = 6;
export const NAME_DELTA = 7;

/** How large all packs of a folder are together, in bytes; 0 where there are none. */
export function measurePacks(folder: string): number {
  return listPacks(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

/**
 * Reads which objects the packs of a folder have, and which of them are made of which. `hashBytes`: how long names are.
 *
 * @throws Error where a pack is damaged, or of a version that is not known here.
 */
export function readPacks(folder: string, hashBytes: number): readonly NamedPack[] {
  return listPacks(folder).map((file) => readPack(file, hashBytes));
}

/** The packs that have an index, as all have that git reads objects from. */
function listPacks(folder: string): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const all = new Set(names);
  const packs = names.filter((name) => name.endsWith(".pack") && all.has(name.replace(/pack$/, "idx")));
  return packs.toSorted().map((name) => path.join(folder, name));
}

function readPack(file: string, hashBytes: number): NamedPack {
  const index = new PackIndex(readFileSync(file.replace(/pack$/, "idx")), hashBytes);
  const descriptor = openSync(file, "r");
  try {
    const offsets = sortOffsets(index, fstatSync(descriptor).size - hashBytes);
    const entries = new EntryReader(descriptor, hashBytes);
    return {
      pack: { file, count: index.count, hashBytes, offsets, ...readDeltas(index, offsets, entries) },
      oids: sortNames(index, offsets),
    };
  } finally {
    closeSync(descriptor);
  }
}

/** The index of a pack, version 2 (gitformat-pack(5)): rows of names in ascending order, and where their objects stand. */
class PackIndex {
  readonly count: number;
  readonly hashBytes: number;
  readonly #bytes: Buffer;
  readonly #offsets: number;

  constructor(bytes: Buffer, hashBytes: number) {
    if (bytes.length < NAMES || bytes.readUInt32BE(0) !== INDEX_MAGIC || bytes.readUInt32BE(4) !== 2)
      throw new Error("the index of a pack has an unknown version");
    this.count = bytes.readUInt32BE(NAMES - 4);
    this.hashBytes = hashBytes;
    this.#bytes = bytes;
    // A checksum of four bytes for each row stands between.
    this.#offsets = NAMES + this.count * (hashBytes + 4);
    if (bytes.length < this.#offsets + 4 * this.count + 2 * hashBytes) throw new Error("the index of a pack is cut");
  }

  /** Copies the name in a row. Byte by byte: a view for each of millions would take longer. */
  copyName(row: number, names: Buffer, at: number): void {
    const from = NAMES + row * this.hashBytes;
    for (let index = 0; index < this.hashBytes; index += 1) names[at + index] = this.#bytes[from + index] ?? 0;
  }

  offsetOf(row: number): number {
    const offset = this.#bytes.readUInt32BE(this.#offsets + 4 * row);
    if (offset < LARGE) return offset;
    return Number(this.#bytes.readBigUInt64BE(this.#offsets + 4 * this.count + 8 * (offset - LARGE)));
  }

  /** The row of a name, or NONE. */
  find(name: Buffer): number {
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const from = NAMES + middle * this.hashBytes;
      const order = this.#bytes.compare(name, 0, name.length, from, from + this.hashBytes);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }
}

const INDEX_MAGIC = 0xff744f63;

/** Where the names begin: behind the magic, the version, and 256 counts, the last of which is that of all. */
const NAMES = 8 + 4 * 256;

/** From this number on, an offset is a row of another table. */
const LARGE = 0x80000000;

function sortOffsets(index: PackIndex, end: number): Float64Array {
  const offsets = new Float64Array(new SharedArrayBuffer(8 * (index.count + 1)));
  offsets.set(Float64Array.from({ length: index.count }, (_, row) => index.offsetOf(row)).toSorted());
  offsets[index.count] = end;
  return offsets;
}

/** The names in the order of their objects. */
function sortNames(index: PackIndex, offsets: Float64Array): Buffer {
  const names = Buffer.allocUnsafe(index.count * index.hashBytes);
  for (let row = 0; row < index.count; row += 1) {
    index.copyName(row, names, findObject(offsets, index.offsetOf(row)) * index.hashBytes);
  }
  return names;
}

/** The object that stands at an offset, or NONE. */
function findObject(offsets: Float64Array, offset: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = offsets[middle] ?? 0;
    if (found === offset) return middle;
    if (found < offset) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}

type DeltaColumns = Pick<Pack, "types" | "roots" | "firstDeltas" | "nextDeltas">;

/** Reads the type of each object, and of a delta what it is made of. One whose base is not in the pack belongs to nobody. */
function readDeltas(index: PackIndex, offsets: Float64Array, entries: EntryReader): DeltaColumns {
  const { count } = index;
  const [types, bases] = [new Uint8Array(new SharedArrayBuffer(count)), new Int32Array(count).fill(NONE)];
  const [firstDeltas, nextDeltas] = [createColumn(count), createColumn(count)];
  const roots: number[] = [];
  for (let object = count - 1; object >= 0; object -= 1) {
    const { type, base } = entries.read(offsets[object] ?? 0);
    if (base === null) {
      types[object] = type;
      roots.push(object);
      continue;
    }
    const row = typeof base === "number" ? NONE : index.find(base);
    const offset = typeof base === "number" ? base : row === NONE ? NONE : index.offsetOf(row);
    const found = findObject(offsets, offset);
    if (found === NONE) continue;
    // From the last to the first, so that the list of a base is in order.
    bases[object] = found;
    nextDeltas[object] = firstDeltas[found] ?? NONE;
    firstDeltas[found] = object;
  }
  for (let object = 0; object < count; object += 1) types[object] = typeOfRoot(object, types, bases);
  const column = createColumn(roots.length);
  column.set(roots.toReversed());
  return { types, roots: column, firstDeltas, nextDeltas };
}

/** Deltas that are made of each other in a circle, which git never writes, have no type. */
function typeOfRoot(object: number, types: Uint8Array, bases: Int32Array): number {
  let root = object;
  for (let steps = 0; (bases[root] ?? NONE) !== NONE && types[root] === 0; steps += 1) {
    if (steps > bases.length) return 0;
    root = bases[root] ?? NONE;
  }
  return types[root] ?? 0;
}

function createColumn(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * count)).fill(NONE);
}

/** This much is read at once: most entries are small, and stand one behind the other. */
const PIECE = 64 * 1024;

/** A type and a size, and a base: an offset of nine bytes, or a name. */
const LONGEST_HEADER = 64;

/** Reads the headers of entries: where one is near the one that was read before, without going to the file again. */
class EntryReader {
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
