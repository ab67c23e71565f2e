import { listMissing } from "../../git/commits/rev-list.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { listEntries } from "../../git/objects/tree.ts";
import type { Repository } from "../../git/repository.ts";
import { ByteStrings } from "./byte-search.ts";

/** What `git grep` can search for: it takes patterns by the line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;

/** So many searches are made one by one, as the answers are wanted. Each looks through the whole tree of the base. */
const FEW = 8;

/** What the tree of the base holds already. A null base holds nothing. */
export class BaseContents {
  readonly #git: Git;
  readonly #commit: string | null;
  readonly #repository: Repository;
  readonly #gaps: GapCollector;
  /** Answers by what was searched for, in latin1. */
  readonly #known = new Map<string, Promise<boolean>>();
  #blobs: Promise<ReadonlySet<string>> | null = null;

  constructor(git: Git, commit: string | null, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#commit = commit;
    this.#repository = repository;
    this.#gaps = gaps;
  }

  /** Whether any file has these bytes. Null when too much was searched for already: then ask `among`, for all at once. */
  async has(bytes: Buffer): Promise<boolean | null> {
    const commit = this.#commit;
    if (commit === null || bytes.length === 0) return false;
    const text = bytes.toString("latin1");
    if (!this.#known.has(text)) {
      if (this.#known.size >= FEW) return null;
      this.#known.set(text, this.#search(commit, bytes));
    }
    return (await this.#known.get(text)) ?? false;
  }

  /** Those of many strings that any file has. What could not be read counts as not having them, and is a gap. */
  async among(strings: readonly Buffer[]): Promise<(bytes: Buffer) => boolean> {
    if (this.#commit === null || strings.length === 0) return () => false;
    const found = await this.#readAll(this.#commit, strings);
    return (bytes) => found.has(bytes.toString("latin1"));
  }

  /** Whether any path of the base has this very blob. */
  async hasBlob(oid: string): Promise<boolean> {
    if (this.#commit === null) return false;
    return (await this.#blobsOf(this.#commit)).has(oid);
  }

  async #blobsOf(commit: string): Promise<ReadonlySet<string>> {
    this.#blobs ??= this.#listed(commit);
    return await this.#blobs;
  }

  async #listed(commit: string): Promise<ReadonlySet<string>> {
    const oids = new Set<string>();
    for await (const { oid } of listEntries(this.#git, commit, this.#gaps)) oids.add(oid);
    return oids;
  }

  async #search(commit: string, bytes: Buffer): Promise<boolean> {
    const text = bytes.toString("latin1");
    if (PRINTABLE.test(text)) {
      // The bytes are a key: they go through the input, never among the arguments, which any user can list.
      const { code, stderr } = await this.#git.ask(["grep", ...GREP, commit, "--"], `${text}\n`);
      if (code === 0) return true;
      if (code === 1 && stderr === "") return false;
    }
    return (await this.#readAll(commit, [bytes])).has(text);
  }

  /** Slower than one `git grep`, and sees everything: also what stands on several lines, and what could not be read. */
  async #readAll(commit: string, strings: readonly Buffer[]): Promise<ReadonlySet<string>> {
    const missing = this.#repository.isPartial ? await listMissing(this.#git, [`${commit}^{tree}`]) : new Set();
    const oids = [...(await this.#blobsOf(commit))].filter((oid) => !missing.has(oid));
    const search = new ByteStrings(strings);
    let unread = missing.size;
    for await (const answer of readObjects(this.#git, inBatches(oids))) {
      if (answer.kind === "object") for await (const chunk of answer.chunks) search.pass(chunk);
      else unread += 1;
      search.end();
      if (search.hasAll) return search.found;
    }
    if (unread > 0) {
      const detail = `${unread} files of the base could not be read, so that a key may have been there before`;
      this.#gaps.add("missing-object", detail);
    }
    return search.found;
  }
}

/** Patterns come from the input, and one match is enough. */
const GREP = ["-q", "-F", "--text", "--no-textconv", "--no-recurse-submodules", "-f", "-"];

const BATCH = 1000;

async function* inBatches(oids: Iterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for (const oid of oids) {
    batch.push(oid);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
