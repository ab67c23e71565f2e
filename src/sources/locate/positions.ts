import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { BaseContents } from "./base-contents.ts";
import { PositionReader } from "./position-reader.ts";

/** What a hit is in: the object of git that stands for it, a name that nothing else has, and how to read it once more. */
export type PositionOrigin = { oid: string; name: string; open: () => AsyncIterable<Uint8Array> };

/** What is the same of a hit in every commit that brought it. */
export type Position = Pick<Sighting, "line" | "column" | "encoding" | "member" | "preexisting">;

/** Sightings whose `preexisting` waits for a search of the base for many keys at once. */
type Undecided = { bytes: Buffer; sightings: readonly Sighting[] };

/** Says at which line and column hits stand, and whether the base had the very bytes. */
export class Positions {
  readonly #base: BaseContents;
  readonly #gaps: GapCollector;
  readonly #rereadings = new PositionReader();
  readonly #unsearched = new WeakMap<Hit, Buffer>();
  #undecided: Undecided[] = [];

  constructor(base: BaseContents, gaps: GapCollector) {
    this.#base = base;
    this.#gaps = gaps;
  }

  /**
   * In an archive there are no lines, and the bytes that hold a key are no key: the base has the archive, or not. Where
   * there are many keys `preexisting` is left false; `decideLater` takes note of what was made of it.
   */
  async of({ oid, name, open }: PositionOrigin, hit: Hit): Promise<Position> {
    const { encoding, member, offset, length } = hit;
    if (member !== null) {
      return { line: null, column: null, encoding, member, preexisting: await this.#base.hasBlob(oid) };
    }
    const place = await this.#rereadings.place(name, open, offset, length);
    if (!place) {
      this.#gaps.add("unreadable", `the line of a key in ${name} could not be told, or whether the base had it`);
      return { line: null, column: null, encoding, member, preexisting: false };
    }
    const { line, column, bytes } = place;
    const preexisting = await this.#base.has(bytes);
    if (preexisting === null) this.#unsearched.set(hit, bytes);
    return { line, column, encoding, member, preexisting: preexisting ?? false };
  }

  /** Takes note of the sightings of a hit, if it could not be said whether the base had it. */
  decideLater(hit: Hit, sightings: readonly Sighting[]): void {
    const bytes = this.#unsearched.get(hit);
    if (bytes && sightings.length > 0) this.#undecided.push({ bytes, sightings });
  }

  /** Searches the base once for all that waits, and says in the sightings what it had. */
  async decide(): Promise<void> {
    const waiting = this.#undecided;
    this.#undecided = [];
    const isThere = await this.#base.among(waiting.map(({ bytes }) => bytes));
    for (const { bytes, sightings } of waiting) {
      if (isThere(bytes)) for (const sighting of sightings) sighting.preexisting = true;
    }
  }

  /** Lets go of what was read last. */
  async forget(): Promise<void> {
    await this.#rereadings.close();
  }
}
