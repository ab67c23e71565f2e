import type { Gaps } from "../../git/gaps.ts";
import type { Git } from "../../git/git.ts";
import type { Ends } from "../../git/rev-list.ts";
import { type Bringing, Bringings } from "../locate/introductions.ts";
import type { Ledger } from "./introduction-index.ts";
import type { ObjectTable } from "./object-table.ts";
import type { Walk } from "./walk.ts";

/** In place of a head: every ref, and HEAD (rev-list(1)). */
export const EVERY_REF: Ends = { base: null, head: "--all" };

/** What brought which blob in a whole history: remembered from the one walk, however many are asked for. */
export class HistoryBringings extends Bringings {
  readonly #table: ObjectTable;
  readonly #ledger: Ledger;
  readonly #walk: Walk;

  /** `ledger` is complete when the walk is over. */
  constructor(git: Git, gaps: Gaps, table: ObjectTable, ledger: Ledger, walk: Walk) {
    super(git, EVERY_REF, gaps, 0);
    this.#table = table;
    this.#ledger = ledger;
    this.#walk = walk;
  }

  override async of(oid: string): Promise<readonly Bringing[]> {
    await this.#walk.over;
    return this.#ledger.isFull ? await super.of(oid) : this.#ledger.of(this.#table.of(oid));
  }

  override async *all(): AsyncGenerator<Bringing> {
    await this.#walk.over;
    if (this.#ledger.isFull) yield* super.all();
    else yield* this.#ledger.all();
  }
}
