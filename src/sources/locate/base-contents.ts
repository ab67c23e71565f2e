import { listMissing } from "../../git/commits/rev-list.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { ObjectTable } from "../../git/objects/object-table.ts";
import { splitTokens } from "../../git/process-streams.ts";
import type { Repository } from "../../git/repository.ts";
import { listPaths } from "../../git/trees/tree.ts";
import { splitLongNames } from "../../git/trees/tree-names.ts";
import { findInTrees } from "../../git/trees/tree-search.ts";
import { describeUnreadBase } from "../../messages/gaps/git/places.ts";
import { nameObjectAt, nameObjectId } from "../../messages/names.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { ByteSearch } from "./byte-search.ts";

/** What `git grep` can search for: it takes a pattern a line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;

/** Patterns come from the input. The files that match are named, each ended by NUL: only some paths may count. */
const GREP = ["grep", "-l", "-z", "-F", "--text", "--no-textconv", "--no-recurse-submodules", "--full-name", "-f", "-"];

/** Each search by itself goes through the whole tree of the base. Further strings wait for one search of them all. */
const MAX_SINGLE_SEARCHES = 8;

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
type BaseListing = { blobs: ObjectTable; names: ReadonlySet<string>; isWhole: boolean };

/** Says what the tree of the base holds already, at the paths that count. A null base holds nothing. */
export class BaseContents {
  readonly #git: Git;
  readonly #commit: string | null;
  readonly #repository: Repository;
  readonly #gaps: GapCollector;
  readonly #includes: PendingPathFilter;
  /** The searches that were made one by one, by the string in latin1. */
  readonly #singleSearches = new Map<string, Promise<boolean>>();
  #deferred: Buffer[] = [];
  #deferredSearch: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  #listing: Promise<BaseListing> | null = null;
  #allNames: string | null = null;

  constructor({ git, commit, repository, gaps, includes }: Base) {
    this.#git = git;
    this.#commit = commit;
    this.#repository = repository;
    this.#gaps = gaps;
    this.#includes = includes;
  }

  /** Whether any file at a path that counts has these bytes. Null: that is deferred, after some searches; ask `hasDeferred` at the end. */
  async has(bytes: Buffer): Promise<boolean | null> {
    const commit = this.#commit;
    if (commit === null || bytes.length === 0) return false;
    const text = bytes.toString("latin1");
    const known = this.#singleSearches.get(text);
    if (known) return await known;
    if (this.#singleSearches.size >= MAX_SINGLE_SEARCHES) {
      this.#deferred.push(bytes);
      return null;
    }
    const search = this.#search(commit, bytes);
    this.#singleSearches.set(text, search);
    return await search;
  }

  /** Whether any file has bytes that were deferred. The first call searches for all of them together. */
  async hasDeferred(bytes: Buffer): Promise<boolean> {
    const commit = this.#commit;
    if (commit === null) return false;
    const strings = this.#deferred;
    if (strings.length > 0) {
      this.#deferred = [];
      const earlier = this.#deferredSearch;
      this.#deferredSearch = this.#searchAll(commit, strings).then(
        async (found) => new Set([...(await earlier), ...found]),
      );
    }
    return (await this.#deferredSearch).has(bytes.toString("latin1"));
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
      const isWhole = await listPaths(this.#git, commit, this.#gaps, ({ oid, path, type }) => {
        const unknown = splitLongNames(path).filter(({ name }) => !names.has(name));
        const isNew = type === "blob" && !blobs.has(oid);
        if ((!isNew && unknown.length === 0) || !includes(path)) return;
        if (isNew) blobs.add(Buffer.from(oid, "latin1"), 0);
        for (const { name } of unknown) names.add(name);
      });
      return { blobs, names, isWhole };
    };
    this.#listing ??= list();
    return await this.#listing;
  }

  async #search(commit: string, bytes: Buffer): Promise<boolean> {
    const text = bytes.toString("latin1");
    // Git searches each path, and so one blob as often as it has paths.
    const { isWhole } = await this.#list(commit);
    const isFound = isWhole && PRINTABLE.test(text) ? await this.#grep(commit, text) : null;
    return isFound ?? (await this.#searchAll(commit, [bytes])).has(text);
  }

  /** Null where git could not search all of the base. */
  async #grep(commit: string, text: string): Promise<boolean | null> {
    const includes = await this.#includes;
    const grep = this.#git.start([...GREP, commit, "--"]);
    // The bytes are a key: they go through the input, never among the arguments, which any user can list.
    grep.input.end(`${text}\n`);
    for await (const file of splitTokens(grep.output)) {
      if (!includes(file.slice(commit.length + 1))) continue;
      grep.stop();
      return true;
    }
    const { code, stderr } = await grep.exited;
    return code !== null && code < 2 && stderr === "" ? false : null;
  }

  /** Slower than one `git grep`, and finds what that cannot: strings on several lines. Unreadable files are a gap. */
  async #searchAll(commit: string, strings: readonly Buffer[]): Promise<ReadonlySet<string>> {
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
