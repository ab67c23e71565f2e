import { decodePath } from "../../domain/path-text.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { ObjectTable } from "../../git/objects/object-table.ts";
import { listTreeChanges, type RepeatBudget, type TreeChange } from "../../git/trees/tree-diff.ts";
import { TreeReader } from "../../git/trees/tree-reader.ts";
import { describeUnknownCommits } from "../../messages/gaps/git/lists.ts";
import { UNCOUNTED_PLACES } from "../../messages/gaps/git/places.ts";
import { type Introduction, IntroductionIndex } from "./introduction-index.ts";
import { KeptObjects } from "./objects/kept-objects.ts";
import { type ListedCommit, RangeCommits } from "./objects/range-commits.ts";

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
  readonly #commits: RangeCommits;
  readonly #objects: KeptObjects;
  readonly #ownsObjects: boolean;
  readonly #gaps: GapCollector;
  readonly #maxRemembered: number | undefined;
  /** The introductions; null when there are too many to remember. */
  #remembered: Promise<RememberedRange | null> | null = null;
  readonly #found = new Map<string, Promise<readonly Introduction[]>>();
  #isCut = false;

  /** `shared` is what others read of the same range. Without it the processes end with each walk. */
  constructor(
    git: Git,
    range: CommitRange,
    gaps: GapCollector,
    maxRemembered?: number,
    shared?: { commits: RangeCommits; objects: KeptObjects },
  ) {
    this.#git = git;
    this.#commits = shared?.commits ?? new RangeCommits(git, range);
    this.#objects = shared?.objects ?? new KeptObjects(git);
    this.#ownsObjects = shared === undefined;
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
    const trees = new TreeReader(this.#objects, this.#gaps);
    const budget: RepeatBudget = { left: MAX_REPEATED_STEPS };
    try {
      for await (const { commit, tree, parents, content } of this.#listWithTrees()) {
        trees.add(commit, tree, content);
        const root = await trees.findRoot(commit);
        const others: (string | null)[] = [];
        for (const parent of parents) others.push(await trees.findRoot(parent));
        if (root === null || others.includes(root)) continue;
        for await (const change of listTreeChanges(trees, root, others, budget)) yield { ...change, commit };
      }
    } finally {
      if (this.#ownsObjects) await this.#objects.close();
    }
    if (budget.left <= 0) this.#reportCut();
  }

  /**
   * Each commit of the range, oldest first. In a large range the trees they name are read by a process of their own, which
   * need not be waited for at each; what it cannot read is left to the one that is asked for single objects.
   */
  async *#listWithTrees(): AsyncGenerator<ListedCommit & { content: Buffer | null }> {
    const waiting: ListedCommit[] = [];
    const list = this.#commits.list();
    const names = async function* () {
      for await (const commits of list) {
        for (const commit of commits) waiting.push(commit);
        yield commits.map(({ tree }) => tree);
      }
    };
    if (this.#ownsObjects || this.#objects.isFull) {
      for await (const result of readObjects(this.#git, names())) {
        if (result.kind !== "object") continue;
        const content = await joinContent(result.chunks);
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const isOwn = next.tree === result.oid;
          yield { ...next, content: isOwn ? content : null };
          if (isOwn) break;
        }
      }
    } else for await (const commits of list) for (const commit of commits) yield { ...commit, content: null };
    for (const commit of waiting) yield { ...commit, content: null };
    const { complaint } = this.#commits;
    if (complaint !== null) this.#gaps.add("unreadable", describeUnknownCommits(complaint), { cause: "damaged" });
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

async function joinContent(chunks: AsyncIterable<Buffer> | readonly Buffer[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The commit of a submodule is no object of this repository. */
function nameBlob({ kind, oid }: TreeChange): string {
  return kind === "blob" ? oid : "0".repeat(oid.length);
}
