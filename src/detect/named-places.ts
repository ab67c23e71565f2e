import type { Hit } from "../domain/candidate.ts";

/**
 * Where keys were found, to tell what is the same: files of an archive, or a wide text. Most come in the order in which they stand.
 */
export class NamedPlaces {
  /** The places by key, in order. */
  readonly #byKey = new Map<string, { offset: number; end: number }[]>();

  add({ secret, offset, length }: Hit): void {
    const places = this.#byKey.get(secret.fingerprint) ?? [];
    if (places.length === 0) this.#byKey.set(secret.fingerprint, places);
    const before = this.#countBefore(secret.fingerprint, offset);
    if (places[before - 1]?.offset !== offset) places.splice(before, 0, { offset, end: offset + length });
  }

  /** Whether a hit in the archive's own bytes stands in a file that has the key. */
  has({ secret, offset, length }: Hit): boolean {
    const last = this.#byKey.get(secret.fingerprint)?.[this.#countBefore(secret.fingerprint, offset) - 1];
    return last !== undefined && offset + length <= last.end;
  }

  /** How many places of a key begin at this offset or before it. */
  #countBefore(fingerprint: string, offset: number): number {
    const places = this.#byKey.get(fingerprint) ?? [];
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
