import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { EntryHeaders } from "./entry-headers.ts";
import { IndexFile, NONE } from "./index-file.ts";

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
  const index = new IndexFile(readFileSync(file.replace(/pack$/, "idx")), hashBytes);
  const descriptor = openSync(file, "r");
  try {
    const offsets = sortOffsets(index, fstatSync(descriptor).size - hashBytes);
    const entries = new EntryHeaders(descriptor, hashBytes);
    return {
      pack: { file, count: index.count, hashBytes, offsets, ...readDeltas(index, offsets, entries) },
      oids: sortNames(index, offsets),
    };
  } finally {
    closeSync(descriptor);
  }
}

function sortOffsets(index: IndexFile, end: number): Float64Array {
  const offsets = new Float64Array(new SharedArrayBuffer(8 * (index.count + 1)));
  offsets.set(Float64Array.from({ length: index.count }, (_, row) => index.offsetOf(row)).toSorted());
  offsets[index.count] = end;
  return offsets;
}

/** The names in the order of their objects. */
function sortNames(index: IndexFile, offsets: Float64Array): Buffer {
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
function readDeltas(index: IndexFile, offsets: Float64Array, entries: EntryHeaders): DeltaColumns {
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
