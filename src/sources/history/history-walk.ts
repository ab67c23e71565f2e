import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitExit, type GitProcess } from "../../git/git.ts";
import { isLong } from "../../git/objects/tree-names.ts";
import { splitAtTerminator, splitLines, writeChunk } from "../../git/process-streams.ts";
import { Column } from "./column.ts";
import { isEntry, rawEntryAt } from "./diff-tree-entry.ts";
import type { IntroductionIndex } from "./introduction-index.ts";
import { lengthAt, type ObjectTable } from "./object-table.ts";
import type { Refs } from "./refs.ts";

/**
 * Goes through the commits that branches, tags and other refs lead to, and tells a ledger which of them brought which
 * blobs, and where. A merge brings what it has from none of its parents. What no commit brought, no ref leads to, but for
 * the objects that a ref names itself.
 */
export class Walk {
  /** Whether it is over, and nothing was left out. */
  isWhole = false;
  /** The parts of paths that are long enough to hold a key. */
  readonly names = new Set<string>();
  readonly #git: Git;
  readonly #refs: Refs;
  readonly #table: ObjectTable;
  readonly #ledger: IntroductionIndex;
  readonly #gaps: GapCollector;
  readonly #reached = new Column(new Uint8Array(1024));
  readonly #paths = new Map<string, number>();
  #running: readonly GitProcess[] = [];
  /** The commit whose entries are being read, and how many digits its name has. */
  #commit = 0;
  #length = 0;
  /** The entry whose path comes next. */
  #entry: Entry | "nothing" | null = null;
  #isStopped = false;
  #going: Promise<void> | null = null;

  constructor(git: Git, refs: Refs, table: ObjectTable, ledger: IntroductionIndex, gaps: GapCollector) {
    this.#git = git;
    this.#refs = refs;
    this.#table = table;
    this.#ledger = ledger;
    this.#gaps = gaps;
  }

  /** Whether a ref leads to an object, as far as it is known. */
  reaches(number: number): boolean {
    return this.#reached.get(number) > 0;
  }

  /** When it is over. It has to have begun. */
  get over(): Promise<void> {
    if (!this.#going) throw new Error("the history was not read yet");
    return this.#going;
  }

  /** Begins. `lost` gives commits that no ref leads to, and that are to be told of all the same. */
  go(lost: () => Promise<Iterable<string>>): Promise<void> {
    const going = this.#go(lost);
    going.catch(() => {}); // Awaited by whoever asks where something stands, and at the end.
    this.#going = going;
    return going;
  }

  async #go(lost: () => Promise<Iterable<string>>): Promise<void> {
    // Of two commands of plumbing: `git log` does what the repository's configuration tells it to.
    const list = this.#git.start([
      "rev-list",
      "--objects",
      "--filter=tree:0",
      "--reverse",
      "--topo-order",
      "--all",
      "--",
    ]);
    const diff = this.#git.start(["diff-tree", "--stdin", ...RAW]);
    this.#running = [list, diff];
    const feeding = this.#feed(list, diff, lost).finally(() => diff.input.end());
    feeding.catch(() => {}); // Awaited below.
    for await (const { bytes, end } of splitAtTerminator(NUL, diff.output)) this.#read(bytes, end);
    await feeding;
    const endings = [await list.ended, await diff.ended];
    this.isWhole = endings.map((ending) => this.#isWell(ending)).every((isWell) => isWell);
  }

  stop(): void {
    this.#isStopped = true;
    for (const running of this.#running) running.stop();
  }

  /** Commits stand alone on a line; behind an annotated tag, and what else a ref names, there is its name. */
  async #feed(list: GitProcess, diff: GitProcess, lost: () => Promise<Iterable<string>>): Promise<void> {
    for (const { oid } of this.#refs.strays) this.#reach(oid);
    for await (const lines of splitLines(list.output)) {
      const commits = lines.filter((line) => !line.includes(" "));
      const others = lines.length > commits.length ? lines.filter((line) => line.includes(" ")) : [];
      for (const commit of commits) this.#reach(commit);
      for (const [oid = ""] of others.map((line) => line.split(" "))) if (!this.#refs.trees.has(oid)) this.#reach(oid);
      if (commits.length > 0 && !(await writeChunk(diff.input, `${commits.join("\n")}\n`))) return;
    }
    for (const commit of await lost()) if (!(await writeChunk(diff.input, `${commit}\n`))) return;
  }

  #reach(oid: string): void {
    this.#reached.set(this.#table.add(Buffer.from(oid, "latin1"), 0), 1);
  }

  /** Tokens: the name of a commit, and then for each of its entries the entry and a path. */
  #read(bytes: Buffer, end: number): void {
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(NUL, from);
      if (this.#entry !== null) {
        if (this.#entry !== "nothing") this.#add(this.#entry, bytes, from, to);
        this.#entry = null;
      } else if (isEntry(bytes, from)) {
        const entry = rawEntryAt(bytes, from, to, this.#length);
        this.#entry = entry ? { blob: this.#table.add(bytes, entry.at), isNew: entry.isNew } : "nothing";
      } else {
        this.#length ||= lengthAt(bytes, from);
        this.#commit = this.#table.add(bytes, from);
      }
      from = to + 1;
    }
  }

  #add({ blob, isNew }: Entry, bytes: Buffer, from: number, to: number): void {
    if (this.reaches(this.#commit)) this.#reached.set(blob, 1);
    const path = bytes.toString("utf8", from, to);
    let known = this.#paths.get(path);
    if (known === undefined) {
      known = this.#ledger.name(path);
      this.#paths.set(path, known);
      if (isLong(to - from)) this.#addNames(path);
    }
    this.#ledger.add(blob, this.#commit, known, isNew);
  }

  #addNames(path: string): void {
    for (const name of path.split("/")) if (isLong(Buffer.byteLength(name))) this.names.add(name);
  }

  #isWell(ending: GitExit): boolean {
    if (ending.failed || ending.code === USAGE) throw createGitError(ending, "go through all commits");
    if (ending.code === 0 || this.#isStopped) return ending.code === 0;
    const what = "the commits of all branches and tags could not be gone through in full";
    this.#gaps.add("unreadable", `${what}: ${extractComplaint(ending.stderr)}`);
    return false;
  }
}

/** What the latest entry brings, whose path is read next. */
type Entry = { blob: number; isNew: boolean };

/** `-c` shows of a merge only what differs from every parent. Renames are left alone: the new name is a new place. */
const RAW = ["--root", "-r", "-c", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

const NUL = 0;

/** The exit code of git for options it does not know. */
const USAGE = 129;
