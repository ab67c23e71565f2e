import { ByteReader } from "./byte-reader.ts";

/** What `git cat-file --batch` writes about one object. */
type CatFileEntry =
  | { kind: "object"; oid: string; type: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] }
  | { kind: "missing"; oid: string };

/**
 * Entries that arrived together: small ones, each complete, with `finish` null; or a single large one whose content is
 * still arriving. `finish` then skips what is left of it, and returns false where the output ended inside it.
 */
export type CatFileBatch = { entries: readonly CatFileEntry[]; finish: (() => Promise<boolean>) | null };

/** Objects up to this many bytes come as one chunk. */
const MAX_SMALL_BYTES = 256 * 1024;

/** Parses the output of `git cat-file --batch` (git-cat-file(1), "BATCH OUTPUT"). Ends where the output does. */
export async function* parseCatFile(output: AsyncIterable<Buffer>): AsyncGenerator<CatFileBatch> {
  const reader = new ByteReader(output);
  let entries: CatFileEntry[] = [];
  for (;;) {
    let line = reader.takeLine();
    if (line === null) {
      if (entries.length > 0) yield { entries, finish: null };
      entries = [];
      line = await reader.readLine();
    }
    if (line === null) return;
    const { oid, type, size } = parseHeader(line);
    if (type === "missing") {
      entries.push({ kind: "missing", oid });
      continue;
    }
    // Nobody waits for complete entries while the next one is still arriving.
    if (entries.length > 0 && reader.available <= size) {
      yield { entries, finish: null };
      entries = [];
    }
    if (size <= MAX_SMALL_BYTES) {
      // Awaiting what has arrived would cost more than all the rest, for each of a million objects.
      const content = reader.available > size ? takeContent(reader, size) : await readContent(reader, size);
      if (content === null) return;
      entries.push({ kind: "object", oid, type, chunks: size > 0 ? [content] : [] });
      continue;
    }
    if (entries.length > 0) yield { entries, finish: null };
    entries = [];
    const content = new LargeContent(reader, size);
    yield { entries: [{ kind: "object", oid, type, chunks: content.chunks() }], finish: () => content.finish() };
  }
}

function parseHeader(line: string): { oid: string; type: string; size: number } {
  const [oid = "", type = "", length = ""] = line.split(" ");
  const size = Number.parseInt(length, 10);
  if (type !== "missing" && Number.isNaN(size))
    throw new Error("git cat-file gave an answer that is not in its manual");
  return { oid, type, size };
}

/** The content of an object that has arrived with the line feed after it. */
function takeContent(reader: ByteReader, size: number): Buffer {
  const content = reader.take(size);
  reader.take(1);
  return content;
}

/** The content of an object and the line feed after it; null where the output ends before that. */
async function readContent(reader: ByteReader, size: number): Promise<Buffer | null> {
  const content = await reader.readExactly(size);
  const lineFeed = await reader.readExactly(1);
  return lineFeed === null ? null : content;
}

/** The content of one object as it arrives, and the line feed after it. */
class LargeContent {
  readonly #reader: ByteReader;
  #remaining: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.#remaining = size;
  }

  async *chunks(): AsyncGenerator<Buffer> {
    while (this.#remaining > 0) {
      const chunk = await this.#reader.readSome(this.#remaining);
      if (chunk.length === 0) return;
      this.#remaining -= chunk.length;
      yield chunk;
    }
  }

  /** Skips the rest. Nothing can be read afterwards. */
  async finish(): Promise<boolean> {
    for await (const _ of this.chunks());
    const isComplete = this.#remaining === 0 && (await this.#reader.readExactly(1)) !== null;
    this.#remaining = 0;
    return isComplete;
  }
}
