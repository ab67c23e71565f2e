import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitProcess } from "../../git/git.ts";
import { measureObjectId, NumberColumn, type ObjectTable } from "../../git/objects/object-table.ts";
import { splitAtTerminator } from "../../git/process-streams.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";

/** The type of an object. `unknown`: git could not tell; it says more when the content is requested. */
export type ObjectType = "unknown" | "blob" | "commit" | "tag";

const TYPES: readonly ObjectType[] = ["unknown", "blob", "commit", "tag"];

/**
 * Lists what is in git's object database, except for trees: loose objects and packs, including those of alternates, in
 * the order in which they are stored. Of an object that is stored as a delta, the base is known too: when one process
 * reads a delta chain in sequence, each object is computed only once.
 *
 * Everything is kept in columns by object number.
 */
export class ObjectDatabase {
  /** The size of all objects together. */
  totalBytes = 0;
  /** The number of objects in the database. */
  count = 0;
  readonly #table: ObjectTable;
  /** Object numbers, in storage order. */
  readonly #stored = new NumberColumn(new Int32Array(1024));
  /** Indexes into TYPES plus one; 0 for objects that are not in the database. */
  readonly #types = new NumberColumn(new Uint8Array(1024));
  /** In bytes. */
  readonly #sizes = new NumberColumn(new Float64Array(1024));
  /** Object numbers of delta bases plus one; 0 for none. */
  readonly #deltaBases = new NumberColumn(new Int32Array(1024));
  /** Digits in an object ID; 0 until the first line. */
  #oidLength = 0;
  #running: GitProcess | null = null;
  #isStopped = false;

  constructor(table: ObjectTable) {
    this.#table = table;
  }

  /** The number of objects with an object number, in the database or not. */
  get numbered(): number {
    return this.#table.count;
  }

  has(number: number): boolean {
    return this.#types.get(number) > 0;
  }

  typeOf(number: number): ObjectType {
    return TYPES[this.#types.get(number) - 1] ?? "unknown";
  }

  /** In bytes. */
  sizeOf(number: number): number {
    return this.#sizes.get(number);
  }

  /** The numbers of all objects, in storage order. */
  *numbers(): Generator<number> {
    for (let row = 0; row < this.count; row += 1) yield this.#stored.get(row);
  }

  /**
   * Loads the list. Where it breaks off there is a gap.
   *
   * @throws UsageError where git is missing or too old.
   */
  async load(git: Git, gaps: GapCollector): Promise<void> {
    const running = git.start([
      "cat-file",
      "--batch-all-objects",
      "--unordered",
      "--buffer",
      `--batch-check=${FIELDS}`,
    ]);
    this.#running = running;
    running.input.end();
    for await (const { bytes, end } of splitAtTerminator(LF, running.output)) this.#parseLines(bytes, end);
    const exit = await running.exited;
    if (exit.code === 0 || this.#isStopped) return;
    if (exit.spawnError || exit.code === USAGE_ERROR) throw createGitError(exit, "list objects");
    gaps.add("unreadable", describeBrokenList("repository", extractComplaint(exit.stderr)), { cause: "damaged" });
  }

  stop(): void {
    this.#isStopped = true;
    this.#running?.stop();
  }

  /** Returns the object that a delta chain starts from. Shortens the chain, so that the next call is faster. */
  findDeltaRoot(number: number): number {
    let root = number;
    for (let base = this.#deltaBases.get(root); base > 0; base = this.#deltaBases.get(root)) root = base - 1;
    for (let current = number; current !== root; ) {
      const next = this.#deltaBases.get(current) - 1;
      this.#deltaBases.set(current, root + 1);
      current = next;
    }
    return root;
  }

  /** Parses lines of `oid type size deltabase`, or of `oid missing` where an object cannot be read. */
  #parseLines(bytes: Buffer, end: number): void {
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(LF, from);
      this.#oidLength ||= measureObjectId(bytes, from);
      const type = from + this.#oidLength;
      if (bytes[type] === BLANK && !startsWith(bytes, type, TREE)) this.#addObject(bytes, { from, type, to });
      from = to + 1;
    }
  }

  #addObject(bytes: Buffer, line: { from: number; type: number; to: number }): void {
    const number = this.#table.add(bytes, line.from);
    if (this.has(number)) return;
    this.#stored.set(this.count, number);
    this.count += 1;
    const type = TYPE_PREFIXES.findIndex((prefix) => startsWith(bytes, line.type, prefix)) + 1;
    this.#types.set(number, type + 1);
    if (TYPES[type] === "unknown") return;
    const sizeOffset = bytes.indexOf(BLANK, line.type + 1) + 1;
    const size = Number.parseInt(bytes.toString("latin1", sizeOffset, line.to), 10);
    this.#sizes.set(number, size);
    this.totalBytes += size;
    const base = line.to - this.#oidLength;
    if (!isZero(bytes, base, line.to)) this.#deltaBases.set(number, this.#table.add(bytes, base) + 1);
  }
}

const FIELDS = "%(objectname) %(objecttype) %(objectsize) %(deltabase)";

/** What follows the object ID, up to where the types differ. */
const TREE = Buffer.from(" tr");
const TYPE_PREFIXES = [" b", " c", " ta"].map((prefix) => Buffer.from(prefix)); // In the order of TYPES.

const LF = 10;
const BLANK = 32;
const ZERO = 48;

/** Git's exit code for options it does not know. */
const USAGE_ERROR = 129;

function startsWith(bytes: Buffer, offset: number, prefix: Buffer): boolean {
  for (let index = 0; index < prefix.length; index += 1) if (bytes[offset + index] !== prefix[index]) return false;
  return true;
}

/** Whether the object ID is all zeros, which names no object. */
function isZero(bytes: Buffer, from: number, to: number): boolean {
  let offset = from;
  while (offset < to && bytes[offset] === ZERO) offset += 1;
  return offset === to;
}
