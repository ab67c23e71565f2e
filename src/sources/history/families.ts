import type { Store } from "./object-database.ts";

/** Beside its bytes each object takes time to be found and begun: about as much as so many bytes. */
const BYTES_PER_OBJECT = 2000;

/**
 * Divides the objects of a store among so many readers, about equal work for each. Families, which are computed from one
 * another, stay together and come one after the other: what git remembers of one is then enough to read it.
 */
export function shares(store: Store, readers: number): readonly (readonly number[])[] {
  const numbers = inFamilies(store);
  const divided: number[][] = Array.from({ length: readers }, () => []);
  const loads = divided.map(() => 0);
  let [root, lightest] = [-1, 0];
  for (const number of numbers) {
    if (store.rootOf(number) !== root) {
      root = store.rootOf(number);
      lightest = loads.indexOf(Math.min(...loads));
    }
    divided[lightest]?.push(number);
    loads[lightest] = (loads[lightest] ?? 0) + store.sizeOf(number) + BYTES_PER_OBJECT;
  }
  return divided;
}

/** All objects, those of a family together, otherwise as they stand on the disk. */
function inFamilies(store: Store): Int32Array {
  const sizes = new Int32Array(store.named);
  for (const number of store.numbers()) sizes[store.rootOf(number)] = (sizes[store.rootOf(number)] ?? 0) + 1;
  /** Where the next object of a family goes, one more than it is; 0 before its first one. */
  const places = new Int32Array(store.named);
  const numbers = new Int32Array(store.count);
  let begun = 0;
  for (const number of store.numbers()) {
    const root = store.rootOf(number);
    if (places[root] === 0) {
      places[root] = begun + 1;
      begun += sizes[root] ?? 0;
    }
    const place = places[root] ?? 1;
    numbers[place - 1] = number;
    places[root] = place + 1;
  }
  return numbers;
}
