import type { Blob } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { BlobName, Coverage, Source } from "../domain/source.ts";
import { quoteForMessage } from "../errors.ts";
import { GapCollector } from "../git/gap-collector.ts";
import { describeBrokenStream, describeUnfinished } from "../messages/gaps/reading.ts";
import { LineIndex } from "./locate/line-index.ts";

/** A stream to open, and the name by which to report it. */
export type StdinOptions = { stream: AsyncIterable<Uint8Array>; name: string };

/** A stream and its source. */
export type OpenStdin = { change: Extract<Change, { kind: "stdin" }>; source: Source };

/** Opens a stream as one blob. It can be read once, so that lines are known for its last megabytes only. */
export function openStdin({ stream, name }: StdinOptions): OpenStdin {
  return { change: { kind: "stdin", name }, source: new StdinSource(stream, name) };
}

class StdinSource implements Source {
  readonly #stream: AsyncIterable<Uint8Array>;
  readonly #name: string;
  readonly #gaps = new GapCollector();
  readonly #lines = new LineIndex();
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  #hasEnded = false;

  constructor(stream: AsyncIterable<Uint8Array>, name: string) {
    this.#stream = stream;
    this.#name = name;
  }

  async *blobs(): AsyncGenerator<Blob> {
    this.#coverage.texts += 1;
    yield { provenance: { kind: "stdin", name: this.#name }, chunks: this.#read() };
  }

  async locate(_blob: Blob, { encoding, member, offset, length }: Hit): Promise<readonly Sighting[]> {
    const position = member === null ? this.#lines.locate(offset, length) : null;
    const sighting: Sighting = {
      where: "stdin",
      path: this.#name,
      line: position?.line ?? null,
      column: position?.column ?? null,
      commit: null,
      author: null,
      at: null,
      encoding,
      member,
      inHead: true,
      preexisting: false,
    };
    return [sighting];
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  async nameOf(): Promise<BlobName> {
    return { name: quoteForMessage(this.#name) };
  }

  account(): ReturnType<Source["account"]> {
    const gaps = [...this.#gaps.list()];
    if (!this.#hasEnded) gaps.push({ kind: "miscounted", detail: describeUnfinished("stream") });
    return { coverage: { ...this.#coverage }, gaps };
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#stream) {
        if (chunk.length === 0) continue;
        this.#lines.push(chunk);
        this.#coverage.bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      this.#gaps.add("unreadable", describeBrokenStream((error as NodeJS.ErrnoException).code));
    }
    this.#hasEnded = true;
  }
}
