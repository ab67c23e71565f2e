/** Bytes that are put one behind another, up to a bound: cheaper than a list of a million small pieces. */
export class Pile {
  readonly #most: number;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;
  #isFull = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether more was put on it than it may hold. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** What is on it, until more is put there. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  put(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#most || this.#isFull) {
      this.#isFull = true;
      return;
    }
    if (length > this.#bytes.length) {
      const grown = Buffer.alloc(Math.min(this.#most, Math.max(4096, 2 * length)));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }
}
