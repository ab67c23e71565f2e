import { listMissing } from "../../git/commits/rev-list.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { listEntries } from "../../git/objects/tree.ts";
import type { Repository } from "../../git/repository.ts";
import { ByteSearch } from "./byte-search.ts";

/** What `git grep` can search for: it takes a pattern a line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;

/** Patterns come from the input, and one match is enough. */
const GREP = ["grep", "-q", "-F", "--text", "--no-textconv", "--no-recurse-submodules", "-f", "-"];

/** Each search by itself goes through the whole tree of the base. Further strings wait for one search of them all. */
const MAX_SINGLE_SEARCHES = 8;

/** Objects that are asked for at a time. */
const BATCH = 1000;

/** Says what the tree of the base holds already. A null base holds nothing. */
export class BaseContents {
  readonly #git: Git;
  readonly #commit: string | null;
  readonly #repository: Repository;
  readonly #gaps: GapCollector;
  /** The searches that were made one by one, by the string in latin1. */
  readonly #singleSearches = new Map<string, Promise<boolean>>();
  #deferred: Buffer[] = [];
  #deferredSearch: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  #blobs: Promise<ReadonlySet<string>> | null = null;

  constructor(git: Git, commit: string | null, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#commit = commit;
    this.#repository = repository;
    this.#gaps = gaps;
  }

  /** Whether any file has these bytes. Null: that is deferred, after some searches; ask `hasDeferred` at the end. */
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

  /** Whether the base has this very blob, at any path. */
  async hasBlob(oid: string): Promise<boolean> {
    return this.#commit !== null && (await this.#listBlobs(this.#commit)).has(oid);
  }

  async #listBlobs(commit: string): Promise<ReadonlySet<string>> {
    const list = async () => {
      const oids = new Set<string>();
      for await (const { oid } of listEntries(this.#git, commit, this.#gaps)) oids.add(oid);
      return oids;
    };
    this.#blobs ??= list();
    return await this.#blobs;
  }

  async #search(commit: string, bytes: Buffer): Promise<boolean> {
    const text = bytes.toString("latin1");
    if (PRINTABLE.test(text)) {
      // The bytes are a key: they go through the input, never among the arguments, which any user can list.
      const { code, stderr } = await this.#git.run([...GREP, commit, "--"], `${text}\n`);
      if (code === 0) return true;
      if (code === 1 && stderr === "") return false;
    }
    return (await this.#searchAll(commit, [bytes])).has(text);
  }

  /** Slower than one `git grep`, and finds what that cannot: strings on several lines. Unreadable files are a gap. */
  async #searchAll(commit: string, strings: readonly Buffer[]): Promise<ReadonlySet<string>> {
    const missing = this.#repository.isPartial ? await listMissing(this.#git, [`${commit}^{tree}`]) : new Set();
    const oids = [...(await this.#listBlobs(commit))].filter((oid) => !missing.has(oid));
    const search = new ByteSearch(strings);
    let unread = missing.size;
    for await (const result of readObjects(this.#git, batch(oids))) {
      if (result.kind === "object") for await (const chunk of result.chunks) search.push(chunk);
      else unread += 1;
      search.end();
      if (search.hasFoundAll) return search.found;
    }
    if (unread > 0) {
      const detail = `${unread} files of the base could not be read, so that a key may have been there before`;
      this.#gaps.add("missing-object", detail);
    }
    return search.found;
  }
}

function* batch(oids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < oids.length; at += BATCH) yield oids.slice(at, at + BATCH);
}
