const LF = 10;
const EMPTY = Buffer.alloc(0);

/** A stream of chunks, read by the line and by the number of bytes. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = EMPTY;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its end; null at the end of the stream, also where that cuts a line. */
  async line(): Promise<string | null> {
    for (let searched = 0; ; ) {
      const end = this.#rest.indexOf(LF, searched);
      if (end !== -1) {
        const line = this.#rest.toString("utf8", 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      searched = this.#rest.length;
      if (!(await this.#more())) return null;
    }
  }

  /** Between one and `limit` bytes, whatever is at hand; none at the end of the stream. */
  async some(limit: number): Promise<Buffer> {
    if (this.#rest.length === 0) await this.#more();
    const part = this.#rest.subarray(0, limit);
    this.#rest = this.#rest.subarray(part.length);
    return part;
  }

  /** Exactly `size` bytes, copied only where they span chunks; null where the stream ends before. */
  async exactly(size: number): Promise<Buffer | null> {
    if (this.#rest.length >= size) return await this.some(size);
    const whole = Buffer.allocUnsafe(size);
    for (let filled = 0; filled < size; ) {
      const part = await this.some(size - filled);
      if (part.length === 0) return null;
      filled += part.copy(whole, filled);
    }
    return whole;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }
}
