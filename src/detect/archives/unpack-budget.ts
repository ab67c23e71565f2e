import type { UnpackWarnings } from "./unpack-warnings.ts";

/**
 * At most this many bytes of packed archives are kept in memory, over all nested ones. Office
 * documents and packages stay well below; hosts refuse files over 100 MB.
 */
const MOST_BUFFERED = 64 * 1024 * 1024;

/**
 * `bytes`: how many may be unpacked. `depth`: how deeply archives may be nested. `buffered`: in bytes.
 */
export type UnpackLimits = { bytes: number; depth: number; buffered?: number };

/** How much may still be unpacked of one blob, shared by all archives that are opened within it. */
export class UnpackBudget {
  #bytes: number;
  #depth: number;
  #buffered: number;

  constructor({ bytes, depth, buffered = MOST_BUFFERED }: UnpackLimits) {
    this.#bytes = bytes;
    this.#depth = depth;
    this.#buffered = buffered;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get depth(): number {
    return this.#depth;
  }

  get buffered(): number {
    return this.#buffered;
  }

  /** Takes bytes that were unpacked. */
  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /**
   * Whether one more archive may be opened within those that are open. Then `leave` is to be called when it is closed.
   */
  mayEnter(): boolean {
    if (this.#depth <= 0) return false;
    this.#depth -= 1;
    return true;
  }

  leave(): void {
    this.#depth += 1;
  }

  /** Takes memory for a packed archive, or gives it back where `bytes` is less than 0. */
  buffer(bytes: number): void {
    this.#buffered -= bytes;
  }
}

/**
 * At least this much may be unpacked of an archive whatever its size: an hour of one log line, or a sheet of zeros, is
 * packed a thousand times, the most that deflate can do, and 32 MiB are unpacked in a tenth of a second.
 */
const UNPACKED_FREELY = 32 * 1024 * 1024;

/**
 * Beyond that, at most this many bytes for each packed one. Logs and dumps stay under 100; a bomb is made to reach
 * 1,000.
 */
const MOST_DENSE = 200;

/** A vendored `node_modules`, or the jar of a large program, has tens of thousands of files; each costs a search. */
const MOST_MEMBERS = 50_000;

/**
 * Streams in a row are one file: logs are packed in pieces, and tables in blocks of some kilobytes. Of more, and shorter
 * ones, each of which takes as long as a hundred kilobytes of text, the rest is left.
 */
const FRAMES_FREELY = 2000;
const BYTES_A_FRAME = 512;

/** How much may still be unpacked of one archive; what goes beyond becomes a warning. */
export class ArchiveBudget {
  readonly #budget: UnpackBudget;
  readonly #warnings: UnpackWarnings;
  #granted = 0;
  #members = 0;
  #frames = 0;
  #isSpent = false;

  constructor(budget: UnpackBudget, warnings: UnpackWarnings) {
    this.#budget = budget;
    this.#warnings = warnings;
  }

  /** Once this is so, nothing more is to be unpacked of the archive. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Whether one more member may be opened. */
  mayOpenMember(): boolean {
    this.#members += 1;
    if (this.#members > MOST_MEMBERS) this.#end("too-many");
    else if (this.#budget.bytes <= 0) this.#end("too-much");
    return !this.#isSpent;
  }

  /** Whether one more stream in a row may be unpacked; `packed` is how many bytes have been read. */
  mayOpenFrame(packed: number): boolean {
    this.#frames += 1;
    if (this.#frames > FRAMES_FREELY + packed / BYTES_A_FRAME) this.#end("too-many");
    else if (this.#budget.bytes <= 0) this.#end("too-much");
    return !this.#isSpent;
  }

  /**
   * As much of an unpacked piece as may be searched. `packed` is how many bytes of the whole archive have been read, so
   * that members which share their packed bytes do not count these twice.
   */
  grant(piece: Buffer, packed: number): Buffer {
    const dense = Math.max(UNPACKED_FREELY, MOST_DENSE * packed) - this.#granted;
    const most = Math.min(dense, this.#budget.bytes);
    if (piece.length > most) this.#end(dense < this.#budget.bytes ? "too-dense" : "too-much");
    const granted = piece.length > most ? piece.subarray(0, Math.max(0, most)) : piece;
    this.#granted += granted.length;
    this.#budget.spend(granted.length);
    return granted;
  }

  #end(warning: "too-many" | "too-much" | "too-dense"): void {
    if (!this.#isSpent) this.#warnings.add(warning);
    this.#isSpent = true;
  }
}
