import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { type Introduction, Introductions } from "../locate/introductions.ts";
import type { Walk } from "./history-walk.ts";
import type { IntroductionIndex } from "./introduction-index.ts";
import type { ObjectTable } from "./object-table.ts";

/** In place of a head: every ref, and HEAD (rev-list(1)). */
export const EVERY_REF: CommitRange = { base: null, head: "--all" };

/** What brought which blob in a whole history: remembered from the one walk, however many are asked for. */
export class HistoryIntroductions extends Introductions {
  readonly #table: ObjectTable;
  readonly #ledger: IntroductionIndex;
  readonly #walk: Walk;

  /** `ledger` is complete when the walk is over. */
  constructor(git: Git, gaps: GapCollector, table: ObjectTable, ledger: IntroductionIndex, walk: Walk) {
    super(git, EVERY_REF, gaps, 0);
    this.#table = table;
    this.#ledger = ledger;
    this.#walk = walk;
  }

  override async of(oid: string): Promise<readonly Introduction[]> {
    await this.#walk.over;
    return this.#ledger.isFull ? await super.of(oid) : this.#ledger.of(this.#table.of(oid));
  }

  override async *all(): AsyncGenerator<Introduction> {
    await this.#walk.over;
    if (this.#ledger.isFull) yield* super.all();
    else yield* this.#ledger.all();
  }
}
