import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitProcess } from "../../git/git.ts";
import { splitAtTerminator } from "../../git/process-streams.ts";
import { Column } from "./column.ts";
import { lengthAt, type ObjectTable } from "./object-table.ts";

/** What kind an object is. `unknown`: git could not tell, and will say more when it is asked for the content. */
export type Kind = "unknown" | "blob" | "commit" | "tag";

const KINDS: readonly Kind[] = ["unknown", "blob", "commit", "tag"];

/**
 * What the object database holds, but for its trees: loose objects and packs, those of alternates too, in the order in
 * which they stand on the disk. Of objects that are kept as a difference from another one it knows from which: read by
 * the same process one after the other, each is computed once.
 */
export class Store {
  /** Bytes in all objects together. */
  bytes = 0;
  readonly #table: ObjectTable;
  /** Objects, as they stand on the disk. */
  readonly #order = new Column(new Int32Array(1024));
  #count = 0;
  /** Digits in a name. */
  #length = 0;
  /** Of what is here, one more than its place in KINDS. */
  readonly #kinds = new Column(new Uint8Array(1024));
  readonly #sizes = new Column(new Float64Array(1024));
  /** What each is a difference from; one more than it is, and 0 for none. */
  readonly #bases = new Column(new Int32Array(1024));
  #running: GitProcess | null = null;
  #isStopped = false;

  constructor(table: ObjectTable) {
    this.#table = table;
  }

  /** How many objects it holds. */
  get count(): number {
    return this.#count;
  }

  /** How many objects have a number, here or not. */
  get named(): number {
    return this.#table.count;
  }

  has(number: number): boolean {
    return this.#kinds.get(number) > 0;
  }

  kindOf(number: number): Kind {
    return KINDS[this.#kinds.get(number) - 1] ?? "unknown";
  }

  sizeOf(number: number): number {
    return this.#sizes.get(number);
  }

  /** All objects, as they stand on the disk. */
  *numbers(): Generator<number> {
    for (let at = 0; at < this.#count; at += 1) yield this.#order.get(at);
  }

  /** Lists everything. Where git cannot, there is a gap. */
  async list(git: Git, gaps: GapCollector): Promise<void> {
    const running = git.start([
      "cat-file",
      "--batch-all-objects",
      "--unordered",
      "--buffer",
      `--batch-check=${FIELDS}`,
    ]);
    this.#running = running;
    running.input.end();
    for await (const { bytes, end } of splitAtTerminator(LF, running.output)) this.#add(bytes, end);
    const ending = await running.ended;
    if (ending.code === 0 || this.#isStopped) return;
    if (ending.failed || ending.code === USAGE) throw createGitError(ending, "list all objects");
    gaps.add("unreadable", `the list of all objects broke off: ${extractComplaint(ending.stderr)}`);
  }

  stop(): void {
    this.#isStopped = true;
    this.#running?.stop();
  }

  /** What a chain of differences starts from. Chains are shortened on the way. */
  rootOf(number: number): number {
    let root = number;
    for (let base = this.#bases.get(root); base > 0; base = this.#bases.get(root)) root = base - 1;
    for (let here = number; here !== root; ) {
      const next = this.#bases.get(here) - 1;
      this.#bases.set(here, root + 1);
      here = next;
    }
    return root;
  }

  /** Lines of `name kind size base`, or of `name missing` where an object cannot be read. */
  #add(bytes: Buffer, end: number): void {
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(LF, from);
      this.#length ||= lengthAt(bytes, from);
      const kind = from + this.#length;
      if (bytes[kind] === BLANK && !startsWith(bytes, kind, TREE)) this.#addOne(bytes, from, kind, to);
      from = to + 1;
    }
  }

  #addOne(bytes: Buffer, from: number, kind: number, to: number): void {
    const number = this.#table.add(bytes, from);
    if (this.has(number)) return;
    this.#order.set(this.#count, number);
    this.#count += 1;
    const known = OPENINGS.findIndex((opening) => startsWith(bytes, kind, opening)) + 1;
    this.#kinds.set(number, known + 1);
    if (known === 0) return;
    const size = Number.parseInt(bytes.toString("latin1", bytes.indexOf(BLANK, kind + 1) + 1, to), 10);
    this.#sizes.set(number, size);
    this.bytes += size;
    const base = to - this.#length;
    if (!isZero(bytes, base, to)) this.#bases.set(number, this.#table.add(bytes, base) + 1);
  }
}

/** What stands behind a name in the list, and no more of it than tells the kinds apart. */
const TREE = Buffer.from(" tr");
const OPENINGS = [" b", " c", " ta"].map((opening) => Buffer.from(opening)); // In the order of KINDS.

const FIELDS = "%(objectname) %(objecttype) %(objectsize) %(deltabase)";

const LF = 10;
const BLANK = 32;
const ZERO = 48;

/** The exit code of git for options it does not know. */
const USAGE = 129;

function startsWith(bytes: Buffer, at: number, opening: Buffer): boolean {
  for (let index = 0; index < opening.length; index += 1) if (bytes[at + index] !== opening[index]) return false;
  return true;
}

/** The name of no object is all zeros. */
function isZero(bytes: Buffer, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === ZERO) at += 1;
  return at === to;
}
