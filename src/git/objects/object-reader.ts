import type { Git, GitProcess } from "../git.ts";
import { writeChunk } from "../process-streams.ts";
import { type CatFileBatch, parseCatFile } from "./cat-file-protocol.ts";
import { readObjects } from "./object-stream.ts";

/** Larger objects are streamed, by a process of their own. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

/**
 * Reads single objects, one after the other, with one process for all of them: a process for each of a thousand hits
 * would take longer than everything else. To be closed.
 */
export class ObjectReader {
  readonly #git: Git;
  #cat: GitProcess | null = null;
  #batches: AsyncGenerator<CatFileBatch> | null = null;
  /** Settles when the read before has ended: all share one pipe. */
  #previous: Promise<unknown> = Promise.resolve();

  constructor(git: Git) {
    this.#git = git;
  }

  /**
   * The content of an object, held whole, by its name or a revision. `missing` is also what is damaged, and what a partial
   * clone would have to fetch; `too-large` what has more than `limit` bytes.
   */
  read(name: string, limit = Number.POSITIVE_INFINITY): Promise<Buffer | "missing" | "too-large"> {
    const content = this.#previous.then(async () => await this.#readNext(name, limit));
    this.#previous = content.catch(() => {});
    return content;
  }

  /** The content of an object as it arrives. It ends early where the object is missing or damaged. */
  async *stream(oid: string): AsyncGenerator<Buffer> {
    const content = await this.read(oid, MAX_BUFFERED_BYTES);
    if (typeof content !== "string") {
      if (content.length > 0) yield content;
      return;
    }
    for await (const result of readObjects(this.#git, [[oid]])) if (result.kind === "object") yield* result.chunks;
  }

  /** Ends the process. The next read starts another one. */
  async close(): Promise<void> {
    const cat = this.#cat;
    this.#cat = null;
    this.#batches = null;
    cat?.stop();
    await cat?.exited;
  }

  async #readNext(name: string, limit: number): Promise<Buffer | "missing" | "too-large"> {
    this.#cat ??= this.#git.start(["cat-file", "--batch"]);
    this.#batches ??= parseCatFile(this.#cat.output);
    const isSent = await writeChunk(this.#cat.input, `${name}\n`);
    const next = isSent ? await this.#batches.next() : null;
    if (!next || next.done) {
      await this.close(); // A damaged object ends git.
      return "missing";
    }
    const { entries, finish } = next.value;
    const [entry] = entries;
    if (entry?.kind !== "object") return "missing";
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of entry.chunks) {
      size += chunk.length;
      if (size > limit) break;
      parts.push(chunk);
    }
    if (finish && !(await finish())) return "missing";
    return size > limit ? "too-large" : Buffer.concat(parts);
  }
}
