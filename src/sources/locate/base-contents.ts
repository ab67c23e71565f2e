import { listMissing } from "../../git/commits/rev-list.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { ObjectTable } from "../../git/objects/object-table.ts";
import type { Repository } from "../../git/repository.ts";
import { listPaths } from "../../git/trees/tree.ts";
import { splitLongNames } from "../../git/trees/tree-names.ts";
import { findInTrees } from "../../git/trees/tree-search.ts";
import { describeUnreadBase } from "../../messages/gaps/git/places.ts";
import { nameObjectAt, nameObjectId } from "../../messages/names.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { ByteSearch } from "./byte-search.ts";

/** Objects that are asked for at a time. */
const BATCH = 1000;

/** The base of a change: its commit, and which of its paths count. */
export type Base = {
  git: Git;
  /** Null where there is no base. */
  commit: string | null;
  repository: Repository;
  gaps: GapCollector;
  /** What a run excludes it does not see, so that a key there was never told to anybody. */
  includes: PendingPathFilter;
};

/** What the base has at paths that count: its blobs, and the names that are long enough to hold a key. */
type BaseListing = { blobs: ObjectTable; names: ReadonlySet<string> };

/** Says what the tree of the base holds already, at the paths that count. A null base holds nothing. */
export class BaseContents {
  readonly #git: Git;
  readonly #commit: string | null;
  readonly #repository: Repository;
  readonly #gaps: GapCollector;
  readonly #includes: PendingPathFilter;
  /** The bytes that the base is still to be searched for, in latin1. */
  #wanted: string[] = [];
  #search: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  #listing: Promise<BaseListing> | null = null;
  #allNames: string | null = null;

  constructor({ git, commit, repository, gaps, includes }: Base) {
    this.#git = git;
    this.#commit = commit;
    this.#repository = repository;
    this.#gaps = gaps;
    this.#includes = includes;
  }

  /** Whether the base is to be searched for so many bytes; `add` and `has` do that, once for all keys. */
  mayHave(length: number): boolean {
    return this.#commit !== null && length > 0;
  }

  /** Adds bytes, in latin1, that `has` will be asked for: each search goes through the whole tree of the base. */
  add(text: string): void {
    this.#wanted.push(text);
  }

  /** Whether any file at a path that counts has bytes that were added. The first call searches for all of them together. */
  async has(text: string): Promise<boolean> {
    const commit = this.#commit;
    if (commit === null) return false;
    const strings = this.#wanted;
    if (strings.length > 0) {
      this.#wanted = [];
      const earlier = this.#search;
      this.#search = this.#searchAll(commit, strings).then(async (found) => new Set([...(await earlier), ...found]));
    }
    return (await this.#search).has(text);
  }

  /** Whether the base has this very blob, at a path that counts. */
  async hasBlob(oid: string): Promise<boolean> {
    return this.#commit !== null && (await this.#list(this.#commit)).blobs.has(oid);
  }

  /** Whether a name of a file or a folder has this text, on a path that counts. */
  async hasInName(text: string): Promise<boolean> {
    if (this.#commit === null || text === "") return false;
    const { names } = await this.#list(this.#commit);
    // One long text is searched faster than a hundred thousand short ones. No name has a NUL.
    this.#allNames ??= [...names].join("\0");
    return this.#allNames.includes(text);
  }

  /** Whether the base has a file or a folder of this name, long enough to hold a key, on a path that counts. */
  async hasName(name: string): Promise<boolean> {
    return this.#commit !== null && (await this.#list(this.#commit)).names.has(name);
  }

  async #list(commit: string): Promise<BaseListing> {
    const list = async () => {
      const includes = await this.#includes;
      const [blobs, names] = [new ObjectTable(), new Set<string>()];
      await listPaths(this.#git, commit, this.#gaps, ({ oid, path, type }) => {
        const unknown = splitLongNames(path).filter(({ name }) => !names.has(name));
        const isNew = type === "blob" && !blobs.has(oid);
        if ((!isNew && unknown.length === 0) || !includes(path)) return;
        if (isNew) blobs.add(Buffer.from(oid, "latin1"), 0);
        for (const { name } of unknown) names.add(name);
      });
      return { blobs, names };
    };
    this.#listing ??= list();
    return await this.#listing;
  }

  /** Not by `git grep`, which searches a blob once for each of its paths and line by line. Unreadable files are a gap. */
  async #searchAll(commit: string, strings: readonly string[]): Promise<ReadonlySet<string>> {
    const missing = this.#repository.isPartial ? await listMissing(this.#git, [`${commit}^{tree}`]) : new Set<string>();
    const { blobs } = await this.#list(commit);
    const oids = Array.from({ length: blobs.count }, (_, number) => blobs.oidOf(number)).filter(
      (oid) => !missing.has(oid),
    );
    const search = new ByteSearch(strings);
    const unread = [...missing];
    for await (const result of readObjects(this.#git, batch(oids))) {
      if (result.kind === "object") for await (const chunk of result.chunks) search.push(chunk);
      else unread.push(result.oid);
      search.end();
      if (search.hasFoundAll) return search.found;
    }
    const [first] = unread;
    if (first !== undefined) {
      const place = (await findInTrees(this.#git, [commit], new Set([first]))).get(first);
      const what = place ? nameObjectAt(place) : nameObjectId(first);
      this.#gaps.add("missing-object", describeUnreadBase(unread.length, what));
    }
    return search.found;
  }
}

function* batch(oids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < oids.length; at += BATCH) yield oids.slice(at, at + BATCH);
}
