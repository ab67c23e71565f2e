import { NumberColumn } from "../objects/object-table.ts";

/** Tells of a root tree what is sought below it: a number that is the same for two trees exactly where that is. */
export type SignTree = (oid: Uint8Array) => number;

/** Commits, parents before their children, with their trees: about forty bytes each. */
export class CommitList {
  /** The number of commits. */
  count = 0;
  /** Object numbers, by place in the list. */
  readonly #commits = new NumberColumn(new Int32Array(1024));
  /** Places in the list plus one, by object number; 0 for none. */
  readonly #places = new NumberColumn(new Int32Array(1024));
  /** The IDs of the trees, one after the other, in bytes. */
  #trees = Buffer.alloc(0);
  #treeLength = 0;
  /** Object numbers of parents, and where those of a commit end. */
  readonly #parents = new NumberColumn(new Int32Array(1024));
  readonly #parentEnds = new NumberColumn(new Int32Array(1024));

  /** Adds a commit and its parents by object number; `tree` is the ID of its tree in hexadecimal digits. */
  add(commit: number, tree: string, parents: readonly number[]): void {
    this.#treeLength ||= tree.length / 2;
    const from = this.count * this.#treeLength;
    if (from + this.#treeLength > this.#trees.length)
      this.#trees = Buffer.concat([this.#trees, Buffer.alloc(Math.max(64 * 1024, from))]);
    this.#trees.write(tree, from, "hex");
    let end = this.#parentEnds.get(this.count);
    for (const parent of parents) this.#parents.set(end++, parent);
    this.#parentEnds.set(this.count + 1, end);
    this.#commits.set(this.count, commit);
    this.count += 1;
    this.#places.set(commit, this.count);
  }

  /** The object number of the commit at a place. */
  at(place: number): number {
    return this.#commits.get(place);
  }

  /**
   * The places of the commits below whose tree something sought stands as below that of no parent; null where it is not
   * known of a tree what is below it.
   */
  listChanges(signTree: SignTree): readonly number[] | null {
    const signatures = new Float64Array(this.count);
    const changes: number[] = [];
    for (let place = 0; place < this.count; place += 1) {
      const from = place * this.#treeLength;
      const signature = signTree(this.#trees.subarray(from, from + this.#treeLength));
      if (Number.isNaN(signature)) return null;
      signatures[place] = signature;
      if (signature !== 0 && !this.#hasParentLike(place, signature, signatures)) changes.push(place);
    }
    return changes;
  }

  #hasParentLike(place: number, signature: number, signatures: Float64Array): boolean {
    for (let at = this.#parentEnds.get(place); at < this.#parentEnds.get(place + 1); at += 1) {
      const parent = this.#places.get(this.#parents.get(at)) - 1;
      if (parent >= 0 && parent < place && signatures[parent] === signature) return true;
    }
    return false;
  }
}
