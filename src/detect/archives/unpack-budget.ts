import type { Budget } from "./member.ts";
import type { Remarks } from "./unpack-warnings.ts";

/**
 * So much may come out of a container whatever its size: an hour of one log line, or a sheet of zeros, packs a thousand
 * times, which is all that deflate can do, and 32 MiB are unpacked in a tenth of a second.
 */
const FREE = 32 * 1024 * 1024;

/** Beyond that, so many bytes for each packed one. Logs and dumps stay under 100; a bomb is made to reach 1,000. */
const DENSEST = 200;

/** A vendored `node_modules`, or the jar of a large program, has tens of thousands of files; every one costs a search. */
const MOST_MEMBERS = 50_000;

/** What one container may still give out: it stands between whatever unpacks and whoever reads. */
export class Allowance {
  readonly #budget: Budget;
  readonly #remarks: Remarks;
  #given = 0;
  #members = 0;
  #isSpent = false;

  constructor(budget: Budget, remarks: Remarks) {
    this.#budget = budget;
    this.#remarks = remarks;
  }

  /** Once this is so, nothing more is to be unpacked of the container. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Whether one more member may be opened. */
  admits(): boolean {
    this.#members += 1;
    if (this.#members > MOST_MEMBERS) this.#end("too-many");
    else if (this.#budget.bytes <= 0) this.#end("too-much");
    return !this.#isSpent;
  }

  /**
   * As much of an unpacked piece as may be given out. `packed` is how many bytes of the container have been read: the
   * whole of it, not of one member, so that members which share their packed bytes are counted against those once.
   */
  grant(piece: Buffer, packed: number): Buffer {
    const dense = Math.max(FREE, DENSEST * packed) - this.#given;
    const most = Math.min(dense, this.#budget.bytes);
    if (piece.length > most) this.#end(dense < this.#budget.bytes ? "too-dense" : "too-much");
    const granted = piece.length > most ? piece.subarray(0, Math.max(0, most)) : piece;
    this.#given += granted.length;
    this.#budget.bytes -= granted.length;
    return granted;
  }

  #end(why: "too-many" | "too-much" | "too-dense"): void {
    if (!this.#isSpent) this.#remarks.note(why);
    this.#isSpent = true;
  }
}
