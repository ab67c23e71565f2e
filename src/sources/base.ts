import { createHash } from "node:crypto";
import type { Gaps } from "./gaps.ts";
import type { Git } from "./git.ts";
import { missingFrom } from "./listing.ts";
import { readObjects } from "./objects.ts";
import type { Repository } from "./repository.ts";
import { entriesOf } from "./tree.ts";

/** What `git grep` can search for: it takes patterns by the line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;

/** What the tree of the base holds already. A null base holds nothing. */
export class Base {
  readonly #git: Git;
  readonly #commit: string | null;
  readonly #repository: Repository;
  readonly #gaps: Gaps;
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(git: Git, commit: string | null, repository: Repository, gaps: Gaps) {
    this.#git = git;
    this.#commit = commit;
    this.#repository = repository;
    this.#gaps = gaps;
  }

  /** Whether any file has these bytes. What could not be read counts as not having them, and is a gap. */
  async has(bytes: Buffer): Promise<boolean> {
    const commit = this.#commit;
    if (commit === null || bytes.length === 0) return false;
    const digest = createHash("sha256").update(bytes).digest("hex");
    const known = this.#known.get(digest) ?? this.#search(commit, bytes);
    this.#known.set(digest, known);
    return await known;
  }

  async #search(commit: string, bytes: Buffer): Promise<boolean> {
    const text = bytes.toString("latin1");
    if (!PRINTABLE.test(text)) return await this.#readAll(commit, bytes);
    // The bytes are a key: they go through the input, never among the arguments, which any user can list.
    const { code, stderr } = await this.#git.ask(["grep", ...GREP, commit, "--"], `${text}\n`);
    if (code === 0) return true;
    return code === 1 && stderr === "" ? false : await this.#readAll(commit, bytes);
  }

  /** Slower, and sees everything: also what stands on several lines, and what could not be read. */
  async #readAll(commit: string, bytes: Buffer): Promise<boolean> {
    const missing = this.#repository.isPartial ? await missingFrom(this.#git, [`${commit}^{tree}`]) : new Set();
    const oids = new Set<string>();
    for await (const { oid } of entriesOf(this.#git, commit, this.#gaps)) if (!missing.has(oid)) oids.add(oid);
    let unread = missing.size;
    for await (const answer of readObjects(this.#git, inBatches(oids))) {
      if (answer.kind !== "object") unread += 1;
      else if (await holds(answer.chunks, bytes)) return true;
    }
    if (unread > 0) {
      const detail = `${unread} files of the base could not be read, so that a key may have been there before`;
      this.#gaps.add("missing-object", detail);
    }
    return false;
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

async function holds(chunks: AsyncIterable<Buffer> | readonly Buffer[], bytes: Buffer): Promise<boolean> {
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const seen = before.length > 0 ? Buffer.concat([before, chunk]) : chunk;
    if (seen.includes(bytes)) return true;
    before = seen.subarray(Math.max(0, seen.length - bytes.length + 1));
  }
  return false;
}
