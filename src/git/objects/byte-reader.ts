const LF = 10;
const EMPTY = Buffer.alloc(0);
const SLAB = 64 * 1024;

/** A stream of chunks, read by the line and by the number of bytes. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #bytes: Buffer = EMPTY;
  /** How far `#bytes` was read. */
  #at = 0;
  /** What is left of the latest slab. */
  #slab: Buffer = EMPTY;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes can be read without waiting. */
  get atHand(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next line without its end, where it can be read without waiting; else null, and nothing is read. */
  lineAtHand(): string | null {
    const end = this.#bytes.indexOf(LF, this.#at);
    if (end === -1) return null;
    const line = this.#bytes.toString("utf8", this.#at, end);
    this.#at = end + 1;
    return line;
  }

  /** The next line without its end; null at the end of the stream, also where that cuts a line. */
  async line(): Promise<string | null> {
    for (let searched = 0; ; ) {
      if (this.#bytes.indexOf(LF, this.#at + searched) !== -1) return this.lineAtHand();
      searched = this.atHand;
      if (!(await this.#more())) return null;
    }
  }

  /** So many bytes, which are at hand. */
  take(size: number): Buffer {
    const part = this.#bytes.subarray(this.#at, this.#at + size);
    this.#at += part.length;
    return part;
  }

  /** Between one and `limit` bytes, whatever is at hand; none at the end of the stream. */
  async some(limit: number): Promise<Buffer> {
    if (this.atHand === 0) await this.#more();
    return this.take(limit);
  }

  /** Exactly `size` bytes, copied only where they span chunks; null where the stream ends before. */
  async exactly(size: number): Promise<Buffer | null> {
    if (this.atHand >= size) return this.take(size);
    const whole = this.#room(size);
    for (let filled = 0; filled < size; ) {
      const part = await this.some(size - filled);
      if (part.length === 0) return null;
      filled += part.copy(whole, filled);
    }
    return whole;
  }

  /** Memory is taken in slabs: one piece for each of many objects would keep the garbage collector busy. */
  #room(size: number): Buffer {
    if (size > SLAB / 2) return Buffer.allocUnsafe(size);
    if (this.#slab.length < size) this.#slab = Buffer.allocUnsafe(SLAB);
    const room = this.#slab.subarray(0, size);
    this.#slab = this.#slab.subarray(size);
    return room;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#bytes = this.atHand === 0 ? value : Buffer.concat([this.#bytes.subarray(this.#at), value]);
    this.#at = 0;
    return true;
  }
}
