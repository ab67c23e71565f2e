const LF = 10;
const EMPTY = Buffer.alloc(0);
const SLAB_BYTES = 64 * 1024;

/** Reads a stream of chunks by lines and by numbers of bytes. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer: Buffer = EMPTY;
  /** How far `#buffer` was read. */
  #offset = 0;
  /** The unused part of the latest slab. */
  #slab: Buffer = EMPTY;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes can be taken without waiting. */
  get available(): number {
    return this.#buffer.length - this.#offset;
  }

  /** The next line without its terminator, if all of it is available; else null, and nothing is read. */
  takeLine(): string | null {
    const end = this.#buffer.indexOf(LF, this.#offset);
    if (end === -1) return null;
    const line = this.#buffer.toString("utf8", this.#offset, end);
    this.#offset = end + 1;
    return line;
  }

  /** At most `size` of the available bytes. */
  take(size: number): Buffer {
    const part = this.#buffer.subarray(this.#offset, this.#offset + size);
    this.#offset += part.length;
    return part;
  }

  /** The next line without its terminator; null at the end of the stream, also where that cuts a line short. */
  async readLine(): Promise<string | null> {
    for (let searched = 0; ; ) {
      if (this.#buffer.indexOf(LF, this.#offset + searched) !== -1) return this.takeLine();
      searched = this.available;
      if (!(await this.#fill())) return null;
    }
  }

  /** Between one and `limit` bytes, as many as are available; an empty buffer at the end of the stream. */
  async readSome(limit: number): Promise<Buffer> {
    if (this.available === 0) await this.#fill();
    return this.take(limit);
  }

  /** Exactly `size` bytes, copied only where they span chunks; null where the stream ends before. */
  async readExactly(size: number): Promise<Buffer | null> {
    if (this.available >= size) return this.take(size);
    const whole = this.#allocate(size);
    for (let filled = 0; filled < size; ) {
      const part = await this.readSome(size - filled);
      if (part.length === 0) return null;
      filled += part.copy(whole, filled);
    }
    return whole;
  }

  /** Small buffers are cut from slabs: one allocation for each of many objects would keep the garbage collector busy. */
  #allocate(size: number): Buffer {
    if (size > SLAB_BYTES / 2) return Buffer.allocUnsafe(size);
    if (this.#slab.length < size) this.#slab = Buffer.allocUnsafe(SLAB_BYTES);
    const buffer = this.#slab.subarray(0, size);
    this.#slab = this.#slab.subarray(size);
    return buffer;
  }

  async #fill(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#buffer = this.available === 0 ? value : Buffer.concat([this.#buffer.subarray(this.#offset), value]);
    this.#offset = 0;
    return true;
  }
}
