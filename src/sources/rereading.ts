import { type Place, Ruler } from "./ruler.ts";

/** A blob read once more, as far as is needed to say where its hits stand. */
export class Rereading {
  readonly #open: () => AsyncIterable<Uint8Array>;
  #ruler = new Ruler();
  #chunks: AsyncIterator<Uint8Array> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(open: () => AsyncIterable<Uint8Array>) {
    this.#open = open;
  }

  /** Null where the blob ends before, or the span is longer than any key. One at a time: all read the same stream. */
  place(offset: number, length: number): Promise<Place | null> {
    const placed = this.#turn.then(async () => await this.#place(offset, length));
    this.#turn = placed.catch(() => {});
    return placed;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#chunks?.return?.();
    this.#chunks = null;
    this.#ruler = new Ruler();
  }

  async #place(offset: number, length: number): Promise<Place | null> {
    const known = await this.#readOn(offset, length);
    if (known || this.#ruler.passed < offset + length) return known;
    // The window has moved on: from the start again.
    await this.#chunks?.return?.();
    this.#chunks = null;
    this.#ruler = new Ruler();
    return await this.#readOn(offset, length);
  }

  async #readOn(offset: number, length: number): Promise<Place | null> {
    this.#chunks ??= this.#open()[Symbol.asyncIterator]();
    while (this.#ruler.passed < offset + length) {
      const { done, value } = await this.#chunks.next();
      if (done) return null;
      this.#ruler.pass(value);
    }
    return this.#ruler.place(offset, length);
  }
}
