import { LineIndex, type LinePosition } from "./line-index.ts";

/** Opens a blob once more. */
type Open = () => AsyncIterable<Uint8Array>;

/** Says where hits stand, by reading blobs once more. One blob is kept open; a hit in another one closes it. */
export class PositionReader {
  #latest: { name: string; rereading: Rereading } | null = null;

  /** Null where the blob ends before the bytes do, or they are more than any key has. */
  async place(name: string, open: Open, offset: number, length: number): Promise<LinePosition | null> {
    const before = this.#latest;
    const latest = before?.name === name ? before : { name, rereading: new Rereading(open) };
    this.#latest = latest;
    if (before !== latest) await before?.rereading.close();
    return await latest.rereading.place(offset, length);
  }

  async close(): Promise<void> {
    const latest = this.#latest;
    this.#latest = null;
    await latest?.rereading.close();
  }
}

class Rereading {
  readonly #open: Open;
  #ruler = new LineIndex();
  #chunks: AsyncIterator<Uint8Array> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(open: Open) {
    this.#open = open;
  }

  /** One at a time: all read the same stream. */
  place(offset: number, length: number): Promise<LinePosition | null> {
    const placed = this.#turn.then(async () => await this.#place(offset, length));
    this.#turn = placed.catch(() => {});
    return placed;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#restart();
  }

  async #place(offset: number, length: number): Promise<LinePosition | null> {
    const known = await this.#readOn(offset, length);
    if (known || this.#ruler.passed < offset + length) return known;
    await this.#restart(); // The window has moved on.
    return await this.#readOn(offset, length);
  }

  async #restart(): Promise<void> {
    await this.#chunks?.return?.();
    this.#chunks = null;
    this.#ruler = new LineIndex();
  }

  async #readOn(offset: number, length: number): Promise<LinePosition | null> {
    this.#chunks ??= this.#open()[Symbol.asyncIterator]();
    while (this.#ruler.passed < offset + length) {
      const { done, value } = await this.#chunks.next();
      if (done) return null;
      this.#ruler.pass(value);
    }
    return this.#ruler.place(offset, length);
  }
}
