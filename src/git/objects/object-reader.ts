import type { Git, GitProcess } from "../git.ts";
import { writeChunk } from "../process-streams.ts";
import { type CatFileBatch, parseCatFile } from "./cat-file-protocol.ts";
import { readContent } from "./content.ts";

/** Objects up to this many bytes are handed over whole. */
const SMALL = 4 * 1024 * 1024;

/**
 * Gives single objects when they are asked for, with one process for all of them: to start one for each of a thousand
 * hits would take longer than everything else.
 */
export class ObjectReader {
  readonly #git: Git;
  #running: GitProcess | null = null;
  #answers: AsyncGenerator<CatFileBatch> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(git: Git) {
    this.#git = git;
  }

  /** The content of an object, which is held whole; null where git cannot give it, or it has more bytes than `most`. */
  content(oid: string, most = Number.POSITIVE_INFINITY): Promise<Buffer | null> {
    const content = this.#turn.then(async () => await this.#ask(oid, most));
    this.#turn = content.catch(() => {});
    return content;
  }

  /** The content of an object as it arrives: a large one, and one that is damaged, by a process of its own. */
  async *open(type: "blob" | "commit" | "tag", oid: string): AsyncGenerator<Buffer> {
    const small = await this.content(oid, SMALL);
    if (small) yield small;
    else yield* readContent(this.#git, type, oid);
  }

  /** Ends the process. Whoever asks again starts another one. */
  close(): void {
    this.#running?.stop();
    this.#running = null;
    this.#answers = null;
  }

  async #ask(oid: string, most: number): Promise<Buffer | null> {
    this.#running ??= this.#git.start(["cat-file", "--batch"]);
    this.#answers ??= parseCatFile(this.#running.output);
    const isAsked = await writeChunk(this.#running.input, `${oid}\n`);
    const next = isAsked ? await this.#answers.next() : null;
    if (!next || next.done) {
      this.close(); // A damaged object ends git.
      return null;
    }
    const [answer] = next.value.answers;
    if (answer?.kind !== "object") return null;
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of answer.chunks) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
    const isWhole = (await next.value.finish?.()) ?? true;
    return isWhole && size <= most ? Buffer.concat(parts) : null;
  }
}
