import { describeUnreadableTree } from "../../messages/gaps/git/lists.ts";
import type { GapCollector } from "../gap-collector.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import { TreeObject } from "./tree-object.ts";

/** As many bytes of trees are kept: commits that follow one another have most of theirs in common. */
const MAX_KEPT_BYTES = 32 * 1024 * 1024;

/** The trees of as many commits are remembered. */
const MAX_ROOTS = 10_000;

/** Headers that lead from a commit to its tree, and from a tag to what it names. */
const LEAD = /^(?:tree|object) ([0-9a-f]{40,64})\n/;

/** Reads trees, and keeps those that were read last. A tree that cannot be read is a gap. */
export class TreeReader {
  readonly #reader: Pick<ObjectReader, "read">;
  readonly #gaps: GapCollector;
  /** In the order in which they were read last. */
  readonly #kept = new Map<string, { tree: TreeObject; bytes: number }>();
  readonly #roots = new Map<string, string | null>();
  #keptBytes = 0;

  constructor(reader: Pick<ObjectReader, "read">, gaps: GapCollector) {
    this.#reader = reader;
    this.#gaps = gaps;
  }

  /** Null where it cannot be read. */
  async read(oid: string): Promise<TreeObject | null> {
    const known = this.#kept.get(oid);
    if (known) {
      this.#kept.delete(oid);
      this.#kept.set(oid, known);
      return known.tree;
    }
    const content = await this.#reader.read(oid);
    if (typeof content === "string") {
      this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
      return null;
    }
    const tree = new TreeObject(content, oid.length / 2);
    this.#keep(oid, tree, content.length);
    return tree;
  }

  /** Takes in which tree a commit names, and the content of that tree where somebody has read it. */
  add(commit: string, root: string, content: Buffer | null): void {
    this.#addRoot(commit, root);
    if (content && !this.#kept.has(root)) this.#keep(root, new TreeObject(content, root.length / 2), content.length);
  }

  /** The tree of a commit, of a tag of one, or the tree that is named; null where it cannot be read. */
  async findRoot(oid: string): Promise<string | null> {
    const known = this.#roots.get(oid);
    if (known !== undefined) return known;
    let root: string | null = oid;
    for (let lead: string | undefined = oid; lead !== undefined; ) {
      root = lead;
      const content: Buffer | "missing" | "too-large" = await this.#reader.read(lead);
      if (typeof content === "string") {
        this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
        root = null;
        break;
      }
      lead = LEAD.exec(content.toString("latin1", 0, 80))?.[1];
    }
    this.#addRoot(oid, root);
    return root;
  }

  #addRoot(commit: string, root: string | null): void {
    if (this.#roots.size >= MAX_ROOTS) this.#roots.clear();
    this.#roots.set(commit, root);
  }

  #keep(oid: string, tree: TreeObject, bytes: number): void {
    this.#kept.set(oid, { tree, bytes });
    this.#keptBytes += bytes;
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (this.#keptBytes <= MAX_KEPT_BYTES || oldest === oid) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= freed;
    }
  }
}
