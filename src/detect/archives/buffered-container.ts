/**
 * Chunks are copied into blocks of this size: they may be slivers of large buffers, and joining all would take twice
 * the memory.
 */
const BLOCK = 1024 * 1024;

/** The memory that containers share: how many bytes may still be kept, and how some are taken, or given back. */
export type MemoryAllowance = { readonly buffered: number; buffer(bytes: number): void };

/** The bytes of an archive, kept in memory so that they can be read in any order. To be released, whatever happens. */
export class BufferedContainer {
  readonly #allowance: MemoryAllowance;
  readonly #blocks: Buffer[] = [];
  #size = 0;

  constructor(allowance: MemoryAllowance) {
    this.#allowance = allowance;
  }

  /** Adds the next bytes; returns whether they may be kept in memory. */
  add(bytes: Buffer): boolean {
    if (bytes.length > this.#allowance.buffered) return false;
    this.#allowance.buffer(bytes.length);
    let at = 0;
    while (at < bytes.length) {
      const within = this.#size % BLOCK;
      if (within === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, within, at);
      at += copied;
      this.#size += copied;
    }
    return true;
  }

  /** Gives the memory back; nothing can be read any more. */
  release(): void {
    this.#allowance.buffer(-this.#size);
    this.#blocks.length = 0;
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  /** The bytes from `start` to `end`, block by block; what lies outside is left out. */
  *pieces(start: number, end: number): Generator<Buffer> {
    const last = Math.min(end, this.#size);
    for (let at = Math.max(0, start); at < last; ) {
      const from = at % BLOCK;
      const count = Math.min(BLOCK - from, last - at);
      const block = this.#blocks[Math.floor(at / BLOCK)];
      if (block) yield block.subarray(from, from + count);
      at += count;
    }
  }

  /** The bytes from `start` to `end` in one: for what is known to be small. */
  slice(start: number, end: number): Buffer {
    const pieces = [...this.pieces(start, end)];
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }

  /** Where these bytes, fewer than a block, begin next from a place on and before another; -1 where they do not. */
  indexOf(sought: Buffer, from: number, until: number = this.#size): number {
    const top = Math.min(this.#size, until + sought.length - 1);
    for (let at = from; at < top; ) {
      const end = Math.min(top, at - (at % BLOCK) + BLOCK);
      const found = this.slice(at, end).indexOf(sought);
      if (found >= 0) return at + found;
      // The bytes may stand across the end of the block.
      const seam = Math.max(at, end - sought.length + 1);
      const across = this.slice(seam, Math.min(top, end + sought.length - 1)).indexOf(sought);
      if (across >= 0) return seam + across;
      at = end;
    }
    return -1;
  }
}
