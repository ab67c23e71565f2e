import type { Blob } from "../domain/blob.ts";
import type { Coverage } from "../domain/source.ts";
import type { GapCollector } from "../git/gap-collector.ts";
import type { ObjectResult } from "../git/objects/object-stream.ts";

/** Which number of the coverage an object adds to. Trees are read for the names in them, and not counted. */
type CountedAs = "blobs" | "texts" | null;

/** Counts what was read of the requested objects. */
export class CoverageCounter {
  /** The number of requested objects that git answered: they were read, or are missing, or are damaged. */
  answered = 0;
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  readonly #gaps: GapCollector;
  #latest: CountedAs = null;

  constructor(gaps: GapCollector) {
    this.#gaps = gaps;
  }

  get coverage(): Readonly<Coverage> {
    return this.#coverage;
  }

  /** Counts an object of this git type. Its bytes are counted apart, as they are read. */
  countObject(type: string): void {
    this.answered += 1;
    if (type === "commit") this.#coverage.commits += 1;
    this.#latest = countedAs(type);
    if (this.#latest) this.#coverage[this.#latest] += 1;
  }

  /** Counts an object of this git type that was read whole, and how many bytes of it were searched. */
  countSearched(type: string, bytes: number): void {
    this.countObject(type);
    this.#coverage.bytes += bytes;
  }

  /** Counts content that is no object of the repository, such as a file of Git LFS. */
  countFile(): void {
    this.#coverage.blobs += 1;
  }

  /** Takes back an object of this type, and the bytes that were counted for it. */
  uncountObject(type: string, bytes: number): void {
    const kind = countedAs(type);
    if (type === "commit") this.#coverage.commits -= 1;
    if (kind) this.#coverage[kind] -= 1;
    this.#coverage.bytes -= bytes;
  }

  /** Passes on the chunks of a blob or message, and counts their bytes as they are read. */
  countBytes(chunks: Blob["chunks"]): Blob["chunks"] {
    if (!(Symbol.iterator in chunks)) return this.#countStream(chunks);
    for (const chunk of chunks) this.#coverage.bytes += chunk.length;
    return chunks;
  }

  async *#countStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#coverage.bytes += chunk.length;
      yield chunk;
    }
  }

  /** Adds the gap for an object that was not read, or not in full. */
  reportUnread(result: Exclude<ObjectResult, { kind: "object" }>): void {
    if (result.kind === "missing") {
      this.answered += 1;
      this.#gaps.addObject(result.oid, "missing");
      return;
    }
    if (!result.isPartial) this.answered += 1;
    else if (this.#latest) this.#coverage[this.#latest] -= 1;
    this.#gaps.addObject(result.oid, "damaged");
  }
}

function countedAs(type: string): CountedAs {
  if (type === "tree") return null;
  return type === "blob" ? "blobs" : "texts";
}
