import type { Coverage } from "../../domain/source.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { ObjectResult } from "../../git/objects/object-stream.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import { Column } from "./column.ts";
import type { Walk } from "./history-walk.ts";
import type { Store } from "./object-database.ts";
import type { ObjectTable } from "./object-table.ts";

/** What became of an object: nothing yet, it was read, or git could not give it. */
const READ = 1;
const NOT_GIVEN = 2;

/** Two lists made apart, and what was read: what refs lead to, and what is on the disk. */
type Lists = { table: ObjectTable; store: Store; walk: Walk; unreachable: boolean };

/**
 * Compares what was read with what was to be read. Reading begins before it is known where the refs lead, so that some
 * objects are read that do not count.
 */
export class ReadAudit {
  readonly #lists: Lists;
  readonly #tally: CoverageCounter;
  readonly #gaps: GapCollector;
  readonly #marks = new Column(new Uint8Array(1024));
  /** Bytes that were counted for an object. */
  readonly #bytes = new Column(new Float64Array(1024));
  readonly #missed: { number: number; answer: Exclude<ObjectResult, { kind: "object" }> }[] = [];

  constructor(lists: Lists, tally: CoverageCounter, gaps: GapCollector) {
    this.#lists = lists;
    this.#tally = tally;
    this.#gaps = gaps;
  }

  /** Whether an object is to be told of, which is certain once the walk is over. What is not known counts. */
  counts(number: number): boolean {
    const { walk, unreachable } = this.#lists;
    return unreachable || !walk.isWhole || walk.reaches(number);
  }

  /** Says that an object was read, and how many bytes of it were counted. */
  read(number: number, bytes: number): void {
    this.#marks.set(number, READ);
    this.#bytes.set(number, bytes);
  }

  /** Says that an object could not be read, or not in full. */
  miss(number: number, answer: Exclude<ObjectResult, { kind: "object" }>): void {
    this.#marks.set(number, NOT_GIVEN);
    if (answer.kind === "unreadable" && answer.isPartial) this.#tally.miss(answer);
    else this.#missed.push({ number, answer });
  }

  /** Once all is read and walked: leaves gaps for what is not here, and takes out of the coverage what does not count. */
  close(): void {
    for (const { number, answer } of this.#missed) if (this.counts(number)) this.#tally.miss(answer);
    const { table, store, walk } = this.#lists;
    let [expected, unread] = [0, 0];
    for (let number = 0; number < table.count; number += 1) {
      const mark = this.#marks.get(number);
      if (!store.has(number)) {
        if (walk.reaches(number)) this.#gaps.missing(table.nameOf(number));
      } else if (this.counts(number)) {
        expected += 1;
        if (mark === 0) unread += 1;
      } else if (mark === READ) {
        this.#takeBack(number);
      }
    }
    if (unread > 0) {
      this.#gaps.add("miscounted", `${expected} objects were expected and ${expected - unread} were read`);
    }
  }

  #takeBack(number: number): void {
    const { coverage } = this.#tally;
    const kind = this.#lists.store.kindOf(number);
    const counted: Partial<Coverage> =
      kind === "commit" ? { commits: 1, texts: 1 } : kind === "tag" ? { texts: 1 } : { blobs: 1 };
    coverage.commits -= counted.commits ?? 0;
    coverage.texts -= counted.texts ?? 0;
    coverage.blobs -= counted.blobs ?? 0;
    coverage.bytes -= this.#bytes.get(number);
  }
}
