import { NONE } from "./index-file.ts";
import type { NamedPack } from "./pack.ts";

/**
 * What the objects of several packs are called. They are numbered from 0 on, pack by pack. The columns are shared memory,
 * so that threads need no copies.
 */
export type PackNames = {
  hashBytes: number;
  /** The number of objects. */
  count: number;
  /** The number of each pack's first object. */
  starts: readonly number[];
  /** One after the other, in bytes. */
  names: Uint8Array;
  /** Indexes into PACK_TYPES, by object. */
  types: Uint8Array;
  /** Numbers of objects plus one, by the first four bytes of the name; 0 is a free slot. Of the same object twice, the first. */
  slots: Int32Array;
};

/** Names are hashes, so that their beginning will do as one. Twice as many slots as objects. */
export function createPackNames(packs: readonly NamedPack[], hashBytes: number): PackNames {
  const starts: number[] = [];
  let count = 0;
  for (const { pack } of packs) {
    starts.push(count);
    count += pack.count;
  }
  const names = new Uint8Array(new SharedArrayBuffer(count * hashBytes));
  const types = new Uint8Array(new SharedArrayBuffer(count));
  for (const [index, { pack, oids }] of packs.entries()) {
    names.set(oids, (starts[index] ?? 0) * hashBytes);
    types.set(pack.types, starts[index]);
  }
  const slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count + 2))));
  const all = { hashBytes, count, starts, names, types, slots };
  for (let object = 0; object < count; object += 1) {
    const slot = findSlot(all, names, object * hashBytes);
    slots[slot] ||= object + 1;
  }
  return all;
}

/** The object with this name, in bytes; NONE where no pack has it. */
export function findNamed(names: PackNames, name: Uint8Array): number {
  return (names.slots[findSlot(names, name, 0)] ?? 0) + NONE;
}

/** The slot of the name that stands in `bytes`, or the free slot where it belongs. */
function findSlot({ names, slots, hashBytes }: PackNames, bytes: Uint8Array, at: number): number {
  const mask = slots.length - 1;
  // The lowest byte first, as WebAssembly loads it.
  const start =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  for (let slot = start & mask; ; slot = (slot + 1) & mask) {
    const object = (slots[slot] ?? 0) - 1;
    if (object < 0 || isSameName(names, object * hashBytes, bytes, at, hashBytes)) return slot;
  }
}

function isSameName(first: Uint8Array, from: number, second: Uint8Array, at: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (first[from + index] !== second[at + index]) return false;
  return true;
}
