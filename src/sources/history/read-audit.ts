import type { GapCollector } from "../../git/gap-collector.ts";
import type { ObjectResult } from "../../git/objects/object-stream.ts";
import { NumberColumn, type ObjectTable } from "../../git/objects/object-table.ts";
import { describeMissingObjects } from "../../messages/gaps/reading.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import type { HistoryWalk } from "./history-walk.ts";
import type { ObjectDatabase } from "./object-database.ts";

/** The state of an object; 0 is unread. */
const READ = 1;
const FAILED = 2;

type UnreadResult = Exclude<ObjectResult, { kind: "object" }>;

/** What decides which objects are in scope: what refs reach, and what is in the database. */
type AuditScope = { table: ObjectTable; database: ObjectDatabase; walk: HistoryWalk; unreachable: boolean };

/**
 * Compares the objects that were read with those that should have been. Reading starts before the walk knows what refs
 * reach, so that some objects are read that turn out to be out of scope.
 */
export class ReadAudit {
  readonly #scope: AuditScope;
  readonly #counter: CoverageCounter;
  readonly #gaps: GapCollector;
  /** By object number. */
  readonly #states = new NumberColumn(new Uint8Array(1024));
  /** The bytes that were counted, by object number. */
  readonly #bytes = new NumberColumn(new Float64Array(1024));
  /** Results to report at the end, if their objects are in scope. */
  readonly #unread: { number: number; result: UnreadResult }[] = [];

  constructor(scope: AuditScope, counter: CoverageCounter, gaps: GapCollector) {
    this.#scope = scope;
    this.#counter = counter;
    this.#gaps = gaps;
  }

  /** Whether the object is to be reported. Final once the walk has finished; until then an open question counts as yes. */
  isInScope(number: number): boolean {
    const { walk, unreachable } = this.#scope;
    return unreachable || !walk.isComplete || walk.isReachable(number);
  }

  /** Records that an object was read, and how many bytes were counted for it. */
  recordRead(number: number, bytes: number): void {
    this.#states.set(number, READ);
    this.#bytes.set(number, bytes);
  }

  /** Records that an object could not be read, or not in full. */
  recordUnread(number: number, result: UnreadResult): void {
    this.#states.set(number, FAILED);
    if (result.kind === "unreadable" && result.isPartial) this.#counter.reportUnread(result);
    else this.#unread.push({ number, result });
  }

  /** Call once everything is read and walked: adds the gaps, and removes from the coverage what is out of scope. */
  finish(): void {
    for (const { number, result } of this.#unread) if (this.isInScope(number)) this.#counter.reportUnread(result);
    const { table, database, walk } = this.#scope;
    let [expected, unread] = [0, 0];
    for (let number = 0; number < table.count; number += 1) {
      const state = this.#states.get(number);
      if (!database.has(number)) {
        if (walk.isReachable(number)) this.#gaps.addObject(table.oidOf(number), "missing");
      } else if (this.isInScope(number)) {
        expected += 1;
        if (state === 0) unread += 1;
      } else if (state === READ) {
        this.#uncount(number);
      }
    }
    if (unread > 0) {
      this.#gaps.add("miscounted", describeMissingObjects(expected - unread, expected));
    }
  }

  #uncount(number: number): void {
    const type = this.#scope.database.typeOf(number);
    this.#counter.uncountObject(type === "unknown" ? "blob" : type, this.#bytes.get(number));
  }
}
