import { decodePath } from "../../domain/path-text.ts";
import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractComplaint, type Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { ObjectTable } from "../../git/objects/object-table.ts";
import { splitLines } from "../../git/process-streams.ts";
import { listTreeChanges, type RepeatBudget, type TreeChange } from "../../git/trees/tree-diff.ts";
import { TreeReader } from "../../git/trees/tree-reader.ts";
import { describeUnknownCommits } from "../../messages/gaps/git/lists.ts";
import { UNCOUNTED_PLACES } from "../../messages/gaps/git/places.ts";
import { type Introduction, IntroductionIndex } from "./introduction-index.ts";

/** As many steps may be spent over all commits on folders that stand under several names in one commit. */
const MAX_REPEATED_STEPS = 1_000_000;

/** What a commit changes, and by its bytes where. */
type CommitChange = TreeChange & { commit: string };

/** What is remembered of a range. */
type RememberedRange = { table: ObjectTable; index: IntroductionIndex };

/**
 * Which commits of a range introduced which blobs, and at which paths. A merge introduces what none of its parents has:
 * what it takes from one of them was introduced by that side. Renames are not detected: the new name is a new place.
 */
export class Introductions {
  readonly #git: Git;
  readonly #range: CommitRange;
  readonly #gaps: GapCollector;
  readonly #maxRemembered: number | undefined;
  /** The introductions; null when there are too many to remember. */
  #remembered: Promise<RememberedRange | null> | null = null;
  readonly #found = new Map<string, Promise<readonly Introduction[]>>();
  #isCut = false;

  constructor(git: Git, range: CommitRange, gaps: GapCollector, maxRemembered?: number) {
    this.#git = git;
    this.#range = range;
    this.#gaps = gaps;
    this.#maxRemembered = maxRemembered;
  }

  /** The introductions of a blob, oldest first. The first call walks the range. */
  async find(oid: string): Promise<Iterable<Introduction>> {
    const remembered = await this.#remember();
    if (remembered) return remembered.index.listOf(remembered.table.find(oid));
    const found = this.#found.get(oid) ?? this.#walkFor(oid);
    this.#found.set(oid, found);
    return await found;
  }

  /** All introductions of the range, oldest first. For a submodule the object ID is all zeros. */
  async *list(): AsyncGenerator<Introduction> {
    const remembered = await this.#remember();
    if (remembered) yield* remembered.index.listAll();
    else for await (const change of this.#walk()) yield toIntroduction(change);
  }

  async #remember(): Promise<RememberedRange | null> {
    this.#remembered ??= this.#rememberAll();
    return await this.#remembered;
  }

  async #rememberAll(): Promise<RememberedRange | null> {
    const table = new ObjectTable();
    const index = new IntroductionIndex(table, this.#maxRemembered);
    for await (const change of this.#walk()) {
      const [blob, commit] = [nameBlob(change), change.commit].map((oid) => table.add(Buffer.from(oid, "latin1"), 0));
      index.add(blob ?? 0, commit ?? 0, index.addPath(change.path), change.isNew);
      if (index.isFull) return null;
    }
    return { table, index };
  }

  async #walkFor(wanted: string): Promise<readonly Introduction[]> {
    const found: Introduction[] = [];
    for await (const change of this.#walk()) if (change.oid === wanted) found.push(toIntroduction(change));
    return found;
  }

  /** Trees are compared here, and not by git: it holds all paths of a commit at once, and a commit may have any number. */
  async *#walk(): AsyncGenerator<CommitChange> {
    const reader = new ObjectReader(this.#git);
    const trees = new TreeReader(reader, this.#gaps);
    const budget: RepeatBudget = { left: MAX_REPEATED_STEPS };
    try {
      for await (const [commit = "", ...parents] of this.#listCommits()) {
        const root = await trees.findRoot(commit);
        const others: (string | null)[] = [];
        for (const parent of parents) others.push(await trees.findRoot(parent));
        if (root === null || others.includes(root)) continue;
        for await (const change of listTreeChanges(trees, root, others, budget)) yield { ...change, commit };
      }
    } finally {
      await reader.close();
    }
    if (budget.left <= 0) this.#reportCut();
  }

  /** Each commit of the range, oldest first, and its parents. */
  async *#listCommits(): AsyncGenerator<readonly string[]> {
    const options = ["--reverse", "--topo-order", "--parents", ...formatRevisions(this.#range)];
    const revList = this.#git.start(["rev-list", ...options]);
    let isWhole = false;
    try {
      for await (const lines of splitLines(revList.output)) for (const line of lines) yield line.split(" ");
      const { code, stderr } = await revList.exited;
      if (code !== 0)
        this.#gaps.add("unreadable", describeUnknownCommits(extractComplaint(stderr)), { cause: "damaged" });
      isWhole = true;
    } finally {
      if (!isWhole) revList.stop();
    }
  }

  #reportCut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#gaps.add("miscounted", UNCOUNTED_PLACES, { cause: "fault" });
  }
}

function toIntroduction(change: CommitChange): Introduction {
  const { commit, path, isNew } = change;
  return { oid: nameBlob(change), commit, path: decodePath(path), isNew };
}

/** The commit of a submodule is no object of this repository. */
function nameBlob({ kind, oid }: TreeChange): string {
  return kind === "blob" ? oid : "0".repeat(oid.length);
}
