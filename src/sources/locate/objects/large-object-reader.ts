import type { Git, GitProcess } from "../../../git/git.ts";
import { type CatFileBatch, parseCatFile } from "../../../git/objects/cat-file-protocol.ts";
import { writeChunk } from "../../../git/process-streams.ts";

/** Without it git would hold the whole object in memory. */
const LOW_MEMORY = ["-c", "core.bigFileThreshold=8m"];

/**
 * Streams large objects, one after the other, with one process for all of them. What is left unread of one is skipped when
 * the next is asked for. To be closed.
 */
export class LargeObjectReader {
  readonly #git: Git;
  #cat: GitProcess | null = null;
  #batches: AsyncGenerator<CatFileBatch> | null = null;
  /** Skips what is left of the object before; false where git ended inside it. */
  #finish: (() => Promise<boolean>) | null = null;
  /** Settles when the object before has been asked for: all share one pipe. */
  #previous: Promise<unknown> = Promise.resolve();

  constructor(git: Git) {
    this.#git = git;
  }

  /** The content as it arrives. It ends early where the object is missing or damaged, and where another one is streamed. */
  async *stream(oid: string): AsyncGenerator<Buffer> {
    const opening = this.#previous.then(async () => await this.#open(oid));
    this.#previous = opening.catch(() => {});
    yield* await opening;
  }

  /** Ends the process. The next object starts another one. */
  async close(): Promise<void> {
    const cat = this.#cat;
    [this.#cat, this.#batches, this.#finish] = [null, null, null];
    cat?.stop();
    await cat?.exited;
  }

  async #open(oid: string): Promise<AsyncIterable<Buffer> | readonly Buffer[]> {
    const finish = this.#finish;
    this.#finish = null;
    if (finish && !(await finish())) await this.close();
    this.#cat ??= this.#git.start([...LOW_MEMORY, "cat-file", "--batch"]);
    this.#batches ??= parseCatFile(this.#cat.output);
    const isSent = await writeChunk(this.#cat.input, `${oid}\n`);
    const next = isSent ? await this.#batches.next() : null;
    if (!next || next.done) {
      await this.close(); // A damaged object ends git.
      return [];
    }
    const [entry] = next.value.entries;
    this.#finish = next.value.finish;
    return entry?.kind === "object" ? entry.chunks : [];
  }
}
