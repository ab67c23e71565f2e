import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import type { ObjectTable } from "../../git/objects/object-table.ts";
import type { Introduction, IntroductionIndex } from "../locate/introduction-index.ts";
import { Introductions } from "../locate/introductions.ts";

/** Every ref, and HEAD, in place of a head (rev-list(1)). */
const ALL_REFS: CommitRange = { base: null, head: "--all" };

/** The introductions of a whole history: taken from the index of the one walk, however many are requested. */
export class HistoryIntroductions extends Introductions {
  readonly #table: ObjectTable;
  readonly #index: IntroductionIndex;
  readonly #waitForWalk: () => Promise<void>;

  /** The index is complete once the walk has finished. */
  constructor(
    git: Git,
    gaps: GapCollector,
    table: ObjectTable,
    index: IntroductionIndex,
    waitForWalk: () => Promise<void>,
  ) {
    super(git, ALL_REFS, gaps, 0);
    this.#table = table;
    this.#index = index;
    this.#waitForWalk = waitForWalk;
  }

  override async find(oid: string): Promise<Iterable<Introduction>> {
    await this.#waitForWalk();
    return this.#index.isFull ? await super.find(oid) : this.#index.listOf(this.#table.find(oid));
  }

  override async *list(): AsyncGenerator<Introduction> {
    await this.#waitForWalk();
    if (this.#index.isFull) yield* super.list();
    else yield* this.#index.listAll();
  }
}
