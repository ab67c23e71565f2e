/** Pieces are never larger, so that what is unpacked from one stays small too. */
const LARGEST_PIECE = 64 * 1024;

/** The bytes of an archive, taken once and in order, and no faster than the caller takes them. */
export class ByteInput {
  readonly #chunks: AsyncIterator<Uint8Array>;
  /** Bytes that were read and not yet taken, the next ones last. Never joined: they may be put back often. */
  #rest: Buffer[] = [];
  #offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Where the next byte stands, from the start of the archive. */
  get offset(): number {
    return this.#offset;
  }

  /** The next bytes, as they come and at most `most`; null at the end. */
  async take(most: number = LARGEST_PIECE): Promise<Buffer | null> {
    const bytes = this.#rest.pop() ?? (await this.#next());
    if (!bytes) return null;
    const piece = bytes.subarray(0, Math.min(most, LARGEST_PIECE));
    if (piece.length < bytes.length) this.#rest.push(bytes.subarray(piece.length));
    this.#offset += piece.length;
    return piece;
  }

  /** The next `count` bytes in one piece; fewer at the end. For what is known to be small. */
  async takeExactly(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      const piece = await this.take(missing);
      if (!piece) break;
      pieces.push(piece);
      missing -= piece.length;
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }

  /** Puts back bytes that were taken last, to be taken again. */
  putBack(bytes: Buffer): void {
    if (bytes.length > 0) this.#rest.push(bytes);
    this.#offset -= bytes.length;
  }

  /** Skips `count` bytes, or to the end; returns how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      const piece = await this.take(left);
      if (!piece) break;
      left -= piece.length;
    }
    return count - left;
  }

  /** Skips whatever is left. */
  async drain(): Promise<void> {
    this.#rest = [];
    while (!(await this.#chunks.next()).done);
  }

  /** Closes the chunks: to be called once, whether or not all were taken. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<Buffer | null> {
    for (;;) {
      const { value, done } = await this.#chunks.next();
      if (done) return null;
      if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  }
}
