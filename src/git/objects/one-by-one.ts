import type { Git, GitProcess } from "../git.ts";
import { type CatFileBatch, parseCatFile } from "./cat-file-protocol.ts";

/** Small objects by name from one `git cat-file`, where each says which one is wanted next. To be closed. */
export class SequentialReader {
  readonly #cat: GitProcess;
  readonly #answers: AsyncGenerator<CatFileBatch>;

  constructor(git: Git) {
    this.#cat = git.start(["cat-file", "--batch"]);
    this.#answers = parseCatFile(this.#cat.output);
  }

  /** What an object holds, up to so many bytes. Also missing is what git died of, as where a partial clone would have to fetch it. */
  async read(name: string, most: number): Promise<Buffer | "missing" | "large"> {
    this.#cat.input.write(`${name}\n`);
    const { value, done } = await this.#answers.next();
    const [answer] = done ? [] : value.answers;
    if (done || answer?.kind !== "object") return "missing";
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer.chunks) {
      size += chunk.length;
      if (size <= most) parts.push(chunk);
    }
    if (value.finish && !(await value.finish())) return "missing";
    return size > most ? "large" : Buffer.concat(parts);
  }

  async close(): Promise<void> {
    this.#cat.input.end();
    this.#cat.stop();
    await this.#answers.return(undefined);
    await this.#cat.ended;
  }
}
