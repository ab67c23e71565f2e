import { ObjectTable } from "../../git/objects/object-table.ts";
import { splitLongNames } from "../../git/trees/tree-names.ts";
import type { LocatedRange, LocatorContext } from "../locate/blob-locator.ts";
import { includeEverything } from "../path-filter.ts";
import type { RangeObjects } from "./range-objects.ts";

/**
 * What a range brings from where nobody looked to where keys count: blobs, and names long enough to hold a key. Git lists
 * objects that are new, and these the base has already, at paths that are excluded.
 */
type MovedObjects = { blobs: string[]; names: string[] };

/** Remembers which blobs of a range were read, and finds those that it only moved to a path that counts. */
export class MovedObjectSearch {
  readonly #located: LocatedRange;
  readonly #openContext: () => LocatorContext;
  readonly #objects: RangeObjects;
  readonly #read = new ObjectTable();

  constructor(located: LocatedRange, openContext: () => LocatorContext, objects: RangeObjects) {
    this.#located = located;
    this.#openContext = openContext;
    this.#objects = objects;
  }

  /** Records that a blob was read, or that it could not be. */
  addRead(oid: string): void {
    this.#read.add(Buffer.from(oid, "latin1"), 0);
  }

  /** Walks the range, where some paths are excluded: nothing is found otherwise. To be called once the range is read. */
  async find(): Promise<MovedObjects> {
    const { range, includes } = this.#located;
    if ((await includes) === includeEverything || range.base === null) return { blobs: [], names: [] };
    const { base } = this.#openContext();
    const unread = await this.#listUnread();
    const moved: MovedObjects = { blobs: [], names: [] };
    for (const oid of unread.blobs) if (!(await base.hasBlob(oid))) moved.blobs.push(oid);
    for (const name of unread.names) if (!(await base.hasName(name))) moved.names.push(name);
    return moved;
  }

  /** What the range brings to paths that count, and no new object of it had. */
  async #listUnread(): Promise<{ blobs: ReadonlySet<string>; names: ReadonlySet<string> }> {
    const includes = await this.#located.includes;
    const [blobs, names] = [new Set<string>(), new Set<string>()];
    for await (const { oid, path } of this.#openContext().introductions.list()) {
      if (!includes(path)) continue;
      if (!isSubmodule(oid) && !this.#read.has(oid)) blobs.add(oid);
      for (const { name } of splitLongNames(path)) if (!this.#objects.hasSeen(name)) names.add(name);
    }
    return { blobs, names };
  }
}

/** The commit of a submodule is no object of this repository, and listed as zeros. */
function isSubmodule(oid: string): boolean {
  return /^0+$/.test(oid);
}
