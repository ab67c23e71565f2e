import type { Blob } from "../domain/blob.ts";
import type { Coverage } from "../domain/source.ts";
import type { GapCollector } from "../git/gap-collector.ts";
import type { ObjectResult } from "../git/objects/object-stream.ts";

/** What an object is counted as. Trees are read for the names in them and counted as nothing. */
type Kind = "blobs" | "texts" | null;

/** Counts what was read of what was asked for. */
export class CoverageCounter {
  readonly coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  /** Objects that were answered for: read, missing or unreadable. */
  settled = 0;
  readonly #gaps: GapCollector;
  #latest: Kind = null;

  constructor(gaps: GapCollector) {
    this.#gaps = gaps;
  }

  /** Counts an object, that is of this type. */
  settle(type: string): void {
    this.settled += 1;
    if (type === "commit") this.coverage.commits += 1;
    this.#latest = type === "blob" ? "blobs" : type === "tree" ? null : "texts";
    if (this.#latest) this.coverage[this.#latest] += 1;
  }

  /** Counts the bytes of a blob or a message, as they are read. */
  counted(chunks: Blob["chunks"]): Blob["chunks"] {
    if (!(Symbol.iterator in chunks)) return this.#countedLater(chunks);
    for (const chunk of chunks) this.coverage.bytes += chunk.length;
    return chunks;
  }

  async *#countedLater(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.coverage.bytes += chunk.length;
      yield chunk;
    }
  }

  /** Tells of an object that was not read, or not in full. */
  miss(answer: Exclude<ObjectResult, { kind: "object" }>): void {
    if (answer.kind === "missing") {
      this.settled += 1;
      this.#gaps.missing(answer.oid);
      return;
    }
    if (!answer.isPartial) this.settled += 1;
    else if (this.#latest) this.coverage[this.#latest] -= 1;
    this.#gaps.add("unreadable", `git cannot read the object ${answer.oid}, which is damaged`);
  }
}
