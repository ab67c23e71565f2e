import type { Sighting } from "./candidate.ts";

/** As many places of a key are listed, in the order in which they are met. SARIF takes no more of one key either. */
export const MAX_LISTED = 100;

/**
 * Lists the places of one key, however often it was seen: the first ones one by one, and all others as a number at a
 * listed place that is like them. What is decided by places (whether one is still in the head, whether all were there
 * before, when the first was) is decided by the list as by all of them.
 */
export class SightingList {
  readonly #limit: number;
  readonly #listed: { sighting: Sighting; unlisted: number }[] = [];
  readonly #spellings = new Map<object, number>();
  /** The listed place that stands for all of its class, by class. */
  readonly #representatives = new Map<string, { sighting: Sighting; unlisted: number }>();
  /** The earliest place so far, where the limit left it out. */
  #earliest: Sighting | null = null;
  #firstSeen = Number.POSITIVE_INFINITY;

  constructor(limit = MAX_LISTED) {
    this.#limit = limit;
  }

  /** How many places are listed one by one. */
  get length(): number {
    return this.#listed.length + (this.#earliest ? 1 : 0);
  }

  /** Adds a place. One that stands for others brings them along. */
  add(sighting: Sighting): void {
    const at = sighting.at?.getTime() ?? Number.NaN;
    const isEarliest = at < this.#firstSeen;
    if (isEarliest) this.#firstSeen = at;
    const name = this.#classify(sighting);
    const representative = this.#representatives.get(name);
    if (!representative || this.#listed.length < this.#limit) {
      const entry = { sighting, unlisted: sighting.unlisted ?? 0 };
      this.#listed.push(entry);
      if (!representative) this.#representatives.set(name, entry);
    } else if (isEarliest) {
      this.#fold(this.#earliest);
      this.#earliest = sighting;
    } else {
      representative.unlisted += countPlaces([sighting]);
    }
  }

  /** The places that are listed, in their order; the earliest is last where the limit left it out. */
  list(): readonly Sighting[] {
    const listed = this.#listed.map(({ sighting, unlisted }) =>
      unlisted === (sighting.unlisted ?? 0) ? sighting : { ...sighting, unlisted },
    );
    return this.#earliest ? [...listed, this.#earliest] : listed;
  }

  #fold(sighting: Sighting | null): void {
    const representative = sighting && this.#representatives.get(this.#classify(sighting));
    if (representative) representative.unlisted += countPlaces([sighting]);
  }

  /** What decisions and advice depend on, and what is still to be learnt of a place. */
  #classify({ where, inHead, preexisting, spelling, repository = "" }: Sighting): string {
    if (spelling && !this.#spellings.has(spelling)) this.#spellings.set(spelling, this.#spellings.size);
    return `${where} ${inHead} ${preexisting} ${repository} ${spelling ? this.#spellings.get(spelling) : ""}`;
  }
}

/** Lists places, up to a limit. */
export function listSightings(sightings: Iterable<Sighting>, limit = MAX_LISTED): readonly Sighting[] {
  const list = new SightingList(limit);
  for (const sighting of sightings) list.add(sighting);
  return list.list();
}

/** How many places these are, with those that they stand for. */
export function countPlaces(sightings: Iterable<Sighting>): number {
  let count = 0;
  for (const { unlisted = 0 } of sightings) count += 1 + unlisted;
  return count;
}
