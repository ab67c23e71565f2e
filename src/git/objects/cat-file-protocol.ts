import { ByteReader } from "./byte-reader.ts";

/** What `git cat-file` says of one object. */
type Said =
  | { kind: "object"; oid: string; type: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] }
  | { kind: "missing"; oid: string };

/**
 * Answers that are at hand. Either small ones, all whole, or a single large one, which `finish` skips what is left of:
 * false where the output ended inside it. `settled` are those known to be whole.
 */
export type CatFileBatch = { answers: readonly Said[]; settled: number; finish: (() => Promise<boolean>) | null };

/** Objects up to this many bytes come as one chunk. */
const SMALL = 256 * 1024;

/** The protocol of git-cat-file(1), "BATCH OUTPUT". Ends where the output does. */
export async function* parseCatFile(output: AsyncIterable<Buffer>): AsyncGenerator<CatFileBatch> {
  const reader = new ByteReader(output);
  let batch: Said[] = [];
  for (;;) {
    let line = reader.lineAtHand();
    if (line === null) {
      if (batch.length > 0) yield whole(batch);
      batch = [];
      line = await reader.line();
    }
    if (line === null) return;
    const { oid, type, size } = headerIn(line);
    if (type === "missing") {
      batch.push({ kind: "missing", oid });
      continue;
    }
    if (batch.length > 0 && reader.atHand <= size) {
      yield whole(batch);
      batch = [];
    }
    if (size <= SMALL) {
      const content = reader.atHand > size ? reader.take(size) : await reader.exactly(size);
      const end = reader.atHand > 0 ? reader.take(1) : await reader.exactly(1);
      if (content === null || end === null) return;
      batch.push({ kind: "object", oid, type, chunks: size > 0 ? [content] : [] });
      continue;
    }
    if (batch.length > 0) yield whole(batch);
    batch = [];
    const content = new Content(reader, size);
    yield {
      answers: [{ kind: "object", oid, type, chunks: content.chunks() }],
      settled: 0,
      finish: () => content.finish(),
    };
  }
}

function whole(answers: readonly Said[]): CatFileBatch {
  return { answers, settled: answers.length, finish: null };
}

function headerIn(line: string): { oid: string; type: string; size: number } {
  const [oid = "", type = "", length = ""] = line.split(" ");
  const size = Number.parseInt(length, 10);
  if (type !== "missing" && Number.isNaN(size))
    throw new Error("git cat-file gave an answer that is not in its manual");
  return { oid, type, size };
}

/** The content of one object, as it arrives, and the line feed after it. */
class Content {
  readonly #reader: ByteReader;
  #left: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.#left = size;
  }

  async *chunks(): AsyncGenerator<Buffer> {
    while (this.#left > 0) {
      const part = await this.#reader.some(this.#left);
      if (part.length === 0) return;
      this.#left -= part.length;
      yield part;
    }
  }

  /** Skips the rest. Nothing can be read afterwards. */
  async finish(): Promise<boolean> {
    for await (const _ of this.chunks());
    const isWhole = this.#left === 0 && (await this.#reader.exactly(1)) !== null;
    this.#left = 0;
    return isWhole;
  }
}
