/**
 * A part of a blob, to be searched for whatever begins in `from <= place < until`: `bytes` holds as much on both sides
 * of such a place as is needed to judge it, or the blob ends there. `offset` is where `bytes` begins. All are counted
 * from the start of the blob. The windows of a blob have neither gaps nor overlaps.
 */
export type TextWindow = { bytes: Buffer; offset: number; from: number; until: number };

/**
 * Turns a blob's chunks into windows, however they are cut. Keeps one chunk and the end of the one before; copies only
 * the seams between chunks, so that a blob of one chunk is never copied.
 */
export class SlidingWindow {
  readonly #reach: number;
  #bytes: Buffer = Buffer.alloc(0);
  #offset = 0;
  #from = 0;

  /** `reach`: how many bytes before and after every place are needed to judge it. */
  constructor(reach: number) {
    this.#reach = reach;
  }

  /** What can be searched now that this chunk is here. */
  *add(chunk: Uint8Array): Generator<TextWindow> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const reach = this.#reach;
    if (this.#bytes.length === 0) {
      this.#bytes = bytes;
    } else if (bytes.length < 4 * reach) {
      this.#bytes = Buffer.concat([this.#bytes, bytes]);
    } else {
      const previous = this.#bytes;
      this.#bytes = Buffer.concat([previous, bytes.subarray(0, 2 * reach)]);
      yield this.#cut(this.#offset + previous.length + reach);
      this.#offset += previous.length;
      this.#bytes = bytes;
    }
    const until = this.#offset + this.#bytes.length - reach;
    // Small chunks are gathered: each search has a cost of its own.
    if (until - this.#from < reach) return;
    yield this.#cut(until);
    const done = Math.max(0, until - reach - this.#offset);
    this.#bytes = this.#bytes.subarray(done);
    this.#offset += done;
  }

  /** What is left when no more chunks come. */
  rest(): TextWindow {
    return this.#cut(this.#offset + this.#bytes.length);
  }

  #cut(until: number): TextWindow {
    const window = { bytes: this.#bytes, offset: this.#offset, from: this.#from, until };
    this.#from = until;
    return window;
  }
}
