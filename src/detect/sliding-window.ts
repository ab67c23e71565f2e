/**
 * A stretch of a blob, to be searched for whatever begins in `from <= place < until`: as much as was asked for on both
 * sides of such a place is in `bytes`, or the blob ends there. `offset` is where `bytes` begins. All count from the
 * start of the blob. The views of a blob follow one another without gap or overlap.
 */
export type View = { bytes: Buffer; offset: number; from: number; until: number };

/**
 * Turns a blob's chunks into views, however they are cut. Holds one chunk and the end of the one before; copies the
 * seams between chunks and nothing else, so that a blob of one chunk is never copied.
 */
export class Views {
  readonly #reach: number;
  #held: Buffer = Buffer.alloc(0);
  #offset = 0;
  #from = 0;

  /** `reach`: so many bytes before and behind every place are needed to judge it. */
  constructor(reach: number) {
    this.#reach = reach;
  }

  /** What can be searched now that this chunk is here. */
  *add(chunk: Uint8Array): Generator<View> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const reach = this.#reach;
    if (this.#held.length === 0) {
      this.#held = bytes;
    } else if (bytes.length < 4 * reach) {
      this.#held = Buffer.concat([this.#held, bytes]);
    } else {
      const held = this.#held;
      this.#held = Buffer.concat([held, bytes.subarray(0, 2 * reach)]);
      yield this.#view(this.#offset + held.length + reach);
      this.#offset += held.length;
      this.#held = bytes;
    }
    const until = this.#offset + this.#held.length - reach;
    // Little chunks are gathered, or each would be searched for the sake of a few bytes.
    if (until - this.#from < reach) return;
    yield this.#view(until);
    const done = Math.max(0, until - reach - this.#offset);
    this.#held = this.#held.subarray(done);
    this.#offset += done;
  }

  /** What is left when no more chunks come. */
  rest(): View {
    return this.#view(this.#offset + this.#held.length);
  }

  #view(until: number): View {
    const view = { bytes: this.#held, offset: this.#offset, from: this.#from, until };
    this.#from = until;
    return view;
  }
}
