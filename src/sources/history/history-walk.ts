import { decodePath } from "../../domain/path-text.ts";
import { CommitList } from "../../git/commits/commit-list.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitExit, type GitProcess } from "../../git/git.ts";
import { measureObjectId, NO_OBJECT, NumberColumn, type ObjectTable } from "../../git/objects/object-table.ts";
import type { TreeGraph } from "../../git/packs/tree-graph.ts";
import { splitAtTerminator, splitLines, writeChunk } from "../../git/process-streams.ts";
import { splitLongNames } from "../../git/trees/tree-names.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";
import type { IntroductionIndex } from "../locate/introduction-index.ts";
import { isDiffTreeEntry, parseDiffTreeEntry } from "./diff-tree-entry.ts";
import type { Refs } from "./refs.ts";

/** Lists commits that no ref reaches and that are to be read all the same. */
type ListUnreachable = () => Promise<Iterable<string>>;

/** What the trees of a history have below them, and by pack the number that its first object has there. */
export type HistoryTrees = { graph: TreeGraph; packs: readonly { numbers: Int32Array; start: number }[] };

/** `findTrees`: null where git has to compare all commits, instead of those alone that brought something sought. */
export type WalkOptions = { findTrees: () => Promise<HistoryTrees | null>; listUnreachable: ListUnreachable };

/**
 * Walks the commits that all refs reach, and fills an index of which commit introduced which blobs at which paths. Where
 * the trees were read already, git compares only commits that introduced something sought; the index has no others. A
 * merge introduces what none of its parents has. A blob that no commit introduced is unreachable, unless a ref names it.
 */
export class HistoryWalk {
  /** Whether the walk has finished without an error, so that `isReachable` is final. */
  isComplete = false;
  /** The components of paths that are long enough to hold a key. */
  readonly longNames = new Set<string>();
  readonly #known: readonly string[];
  readonly #git: Git;
  readonly #refs: Refs;
  readonly #table: ObjectTable;
  readonly #index: IntroductionIndex;
  readonly #gaps: GapCollector;
  readonly #commits = new CommitList();
  /** 1 for reachable objects, by object number. */
  readonly #reachable = new NumberColumn(new Uint8Array(1024));
  #processes: readonly GitProcess[] = [];
  /** The object number of the commit whose entries are being read. */
  #commit = 0;
  /** Digits in an object ID; 0 until the first commit. */
  #oidLength = 0;
  /** The entry whose path is the next token. */
  #pending: IntroducedBlob | "skipped" | null = null;
  #isStopped = false;
  #finished: Promise<void> | null = null;

  /** Nothing that the `known` commits reach is walked. */
  constructor(
    git: Git,
    refs: Refs,
    table: ObjectTable,
    index: IntroductionIndex,
    gaps: GapCollector,
    known: readonly string[] = [],
  ) {
    this.#known = known;
    this.#git = git;
    this.#refs = refs;
    this.#table = table;
    this.#index = index;
    this.#gaps = gaps;
  }

  /** Whether a ref reaches the object, as far as the walk has come. */
  isReachable(number: number): boolean {
    return this.#reachable.get(number) > 0;
  }

  /** Waits for the end of the walk, which must have been started. */
  async waitUntilFinished(): Promise<void> {
    if (!this.#finished) throw new Error("the history was not read yet");
    await this.#finished;
  }

  /**
   * Starts the walk. The promise resolves at its end.
   *
   * @throws UsageError where git is missing or too old.
   */
  start(options: WalkOptions): Promise<void> {
    const finished = this.#run(options);
    finished.catch(() => {}); // The source awaits it at the end, and so does whoever locates a hit.
    this.#finished = finished;
    return finished;
  }

  stop(): void {
    this.#isStopped = true;
    for (const running of this.#processes) running.stop();
  }

  /** Runs two plumbing commands, because the repository's configuration can change what `git log` does. */
  async #run({ findTrees, listUnreachable }: WalkOptions): Promise<void> {
    const revList = this.#git.start(["rev-list", ...REV_LIST_OPTIONS]);
    revList.input.end(this.#known.map((commit) => `^${commit}\n`).join(""));
    this.#processes = [revList];
    await this.#loadCommits(revList);
    const exits = [await revList.exited];
    const trees = this.#isStopped ? null : await findTrees();
    const changes = trees && this.#commits.listChanges((oid) => trees.graph.sign(oid));
    const listed = changes ? this.#listOids(changes) : this.#listAllOids(listUnreachable);
    if (changes?.length !== 0) exits.push(...(await this.#compare(listed)));
    if (trees && changes) this.#markTrees(trees);
    this.isComplete = exits.map((exit) => this.#checkExit(exit)).every((isSuccess) => isSuccess);
  }

  /** Compares commits with their parents. */
  async #compare(commits: AsyncGenerator<readonly string[], undefined>): Promise<readonly GitExit[]> {
    const exits: GitExit[] = [];
    let failures = 0;
    for (let isMore = true; isMore && failures < MAX_FAILURES && !this.#isStopped; ) {
      const diffTree = this.#git.start(["diff-tree", ...DIFF_TREE_OPTIONS], ALLOCATION_LIMIT);
      this.#processes = [diffTree];
      const feeding = feedBatch(commits, diffTree).finally(() => diffTree.input.end());
      feeding.catch(() => {}); // Awaited below.
      for await (const { bytes, end } of splitAtTerminator(NUL, diffTree.output)) this.#parseTokens(bytes, end);
      this.#pending = null;
      isMore = await feeding;
      const exit = await diffTree.exited;
      if (exit.code !== 0) failures += 1;
      exits.push(exit);
    }
    return exits;
  }

  /** A commit takes two lines. Annotated tags, and other objects that a ref names, are followed by a name. */
  async #loadCommits(revList: GitProcess): Promise<void> {
    for (const { oid } of this.#refs.blobs) this.#markReachable(oid);
    let commit = NO_OBJECT;
    for await (const lines of splitLines(revList.output)) {
      for (const line of lines) {
        if (commit !== NO_OBJECT) {
          const [tree = "", ...parents] = line.trimEnd().split(" ");
          this.#commits.add(
            commit,
            tree,
            parents.map((parent) => this.#numberOf(parent)),
          );
          commit = NO_OBJECT;
        } else if (line.startsWith(COMMIT_LINE)) {
          commit = this.#markReachable(line.slice(COMMIT_LINE.length));
        } else {
          const [oid = ""] = line.split(" ");
          if (!this.#refs.trees.has(oid)) this.#markReachable(oid);
        }
      }
    }
  }

  async *#listOids(places: Iterable<number>): AsyncGenerator<readonly string[], undefined> {
    let oids: string[] = [];
    for (const place of places) {
      if (oids.push(this.#table.oidOf(this.#commits.at(place))) < CHUNK) continue;
      yield oids;
      oids = [];
    }
    if (oids.length > 0) yield oids;
  }

  async *#listAllOids(listUnreachable: ListUnreachable): AsyncGenerator<readonly string[], undefined> {
    yield* this.#listOids(Array(this.#commits.count).keys());
    for (const commit of await listUnreachable()) yield [commit];
  }

  /** Marks what the trees of all commits have. */
  #markTrees({ graph, packs }: HistoryTrees): void {
    for (const { numbers, start } of packs) {
      for (const [object, number] of numbers.entries())
        if (number !== NO_OBJECT && graph.isReached(start + object)) this.#reachable.set(number, 1);
    }
    for (const oid of graph.missing) this.#markReachable(oid);
  }

  #numberOf(oid: string): number {
    return this.#table.add(Buffer.from(oid, "latin1"), 0);
  }

  /** Returns the object's number. */
  #markReachable(oid: string): number {
    const number = this.#numberOf(oid);
    this.#reachable.set(number, 1);
    return number;
  }

  /** Parses tokens: the ID of a commit, and then for each of its entries the entry and a path. */
  #parseTokens(bytes: Buffer, end: number): void {
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(NUL, from);
      if (this.#pending !== null) {
        if (this.#pending !== "skipped") this.#addIntroduction(this.#pending, bytes, from, to);
        this.#pending = null;
      } else if (isDiffTreeEntry(bytes, from)) {
        const entry = parseDiffTreeEntry(bytes, from, to, this.#oidLength);
        this.#pending = entry ? { blob: this.#table.add(bytes, entry.oidOffset), isNew: entry.isNew } : "skipped";
      } else {
        this.#oidLength ||= measureObjectId(bytes, from);
        this.#commit = this.#table.add(bytes, from);
      }
      from = to + 1;
    }
  }

  #addIntroduction({ blob, isNew }: IntroducedBlob, bytes: Buffer, from: number, to: number): void {
    if (this.isReachable(this.#commit)) this.#reachable.set(blob, 1);
    const known = this.#index.pathCount;
    const pathNumber = this.#index.addPath(bytes, from, to);
    // Of a path that there is no room for nobody knows whether it came before.
    if (pathNumber > known || this.#index.isFull) {
      for (const { name } of splitLongNames(decodePath(bytes.subarray(from, to)))) this.longNames.add(name);
    }
    this.#index.add(blob, this.#commit, pathNumber, isNew);
  }

  /** True for success. A failure leaves a gap, unless the walk was stopped. */
  #checkExit(exit: GitExit): boolean {
    if (exit.spawnError || exit.code === USAGE_ERROR) throw createGitError(exit, "list commits");
    if (exit.code === 0 || this.#isStopped) return exit.code === 0;
    const complaint = extractComplaint(exit.stderr);
    const tree = /\b(?:tree|fetch) \(?([0-9a-f]{40,64})\b/.exec(complaint)?.[1];
    if (tree !== undefined && !this.#gaps.objects.some(({ oid }) => oid === tree))
      this.#gaps.addObject(tree, "missing-folder");
    this.#gaps.add("unreadable", describeBrokenList("history", complaint), { cause: "damaged" });
    return false;
  }
}

/** As many commits go to one process: what it remembers of them counts against its limit, too. */
const BATCH = 50_000;

/** After as many failures the rest is given up. */
const MAX_FAILURES = 3;

/**
 * Git holds all paths that a commit changes at once. A commit of a few small objects may have a billion of them, if a tree
 * holds one folder under many names. This limits a single allocation (git's wrapper.c): some million paths, or a folder with as many names as fit into it.
 */
const ALLOCATION_LIMIT = { GIT_ALLOC_LIMIT: "12m" } as const;

/** Passes on commits to one process. False once there are no more. */
async function feedBatch(
  commits: AsyncGenerator<readonly string[], undefined>,
  diffTree: GitProcess,
): Promise<boolean> {
  for (let count = 0; count < BATCH; ) {
    const { done, value } = await commits.next();
    if (done) return false;
    count += value.length;
    if (!(await writeChunk(diffTree.input, `${value.join("\n")}\n`))) return true;
  }
  return true;
}

/** The object number of a blob, and whether no parent had its path. */
type IntroducedBlob = { blob: number; isNew: boolean };

const REV_LIST_OPTIONS = [
  "--objects",
  "--filter=tree:0",
  "--reverse",
  "--topo-order",
  "--format=%T %P",
  "--all",
  "--stdin",
];

/** What a line begins with that tells a commit, before one of the format. */
const COMMIT_LINE = "commit ";

/** As many commits are written at once. */
const CHUNK = 1000;

/** `-c` lists of a merge only what differs from every parent. A renamed file counts as introduced at its new path. */
const DIFF_TREE_OPTIONS = [
  "--stdin",
  "--root",
  "-r",
  "-c",
  "--raw",
  "-z",
  "--no-renames",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
];

const NUL = 0;

/** Git's exit code for options it does not know. */
const USAGE_ERROR = 129;
