import type { Hit } from "../../domain/candidate.ts";
import type { Base } from "../base.ts";
import type { Gaps } from "../gaps.ts";
import type { Git } from "../git.ts";
import { type Making, Makings, makingOf } from "../makings.ts";
import { type Origin, type Place, Places } from "../places.ts";
import type { Desk } from "./desk.ts";

/** Objects up to this many bytes are read whole to tell a line in them. */
const SMALL = 1024 * 1024;

/** Tells where hits stand, of a thousand as fast as of one. */
export class HistoryPlaces extends Places {
  readonly #desk: Desk;
  readonly #sizeOf: (oid: string) => number;

  constructor(base: Base, gaps: Gaps, desk: Desk, sizeOf: (oid: string) => number) {
    super(base, gaps);
    this.#desk = desk;
    this.#sizeOf = sizeOf;
  }

  override async of(origin: Origin, hit: Hit): Promise<Place> {
    const { oid, name, open } = origin;
    if (name !== oid || this.#sizeOf(oid) > SMALL) return await super.of(origin, hit);
    return await super.of({ oid, name, open: () => this.#read(oid, open) }, hit);
  }

  async *#read(oid: string, open: Origin["open"]): AsyncGenerator<Uint8Array> {
    const content = await this.#desk.content(oid);
    if (content) yield content;
    else yield* open();
  }
}

/** Who made which commit, of a thousand as fast as of one. */
export class HistoryMakings extends Makings {
  readonly #desk: Desk;
  readonly #made = new Map<string, Making>();

  constructor(git: Git, desk: Desk) {
    super(git);
    this.#desk = desk;
  }

  override async of(commits: readonly string[]): Promise<(commit: string) => Making> {
    for (const commit of commits) {
      const content = this.#made.has(commit) ? null : await this.#desk.content(commit);
      if (content) this.#made.set(commit, makingOf(content));
    }
    return (commit) => this.#made.get(commit) ?? { author: null, at: null };
  }
}
