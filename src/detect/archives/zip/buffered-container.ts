import type { ByteInput } from "../byte-input.ts";
import type { UnpackBudget } from "../unpack-budget.ts";

/**
 * Chunks are copied into blocks of this size: they may be slivers of large buffers, and joining all would take twice
 * the memory.
 */
const BLOCK = 1024 * 1024;

/** The bytes of an archive, kept in memory so that they can be read in any order. To be released, whatever happens. */
export class BufferedContainer {
  readonly #budget: UnpackBudget;
  readonly #blocks: Buffer[] = [];
  #size = 0;

  private constructor(budget: UnpackBudget) {
    this.#budget = budget;
  }

  /** All that is left of `input`, or null when it is more than may be kept in memory. */
  static async read(input: ByteInput, budget: UnpackBudget): Promise<BufferedContainer | null> {
    const container = new BufferedContainer(budget);
    for (let bytes = await input.take(); bytes; bytes = await input.take()) {
      if (container.size + bytes.length > budget.buffered) return null;
      container.#add(bytes);
    }
    budget.buffer(container.size);
    return container;
  }

  /** Gives the memory back to the budget. */
  release(): void {
    this.#budget.buffer(-this.#size);
  }

  get size(): number {
    return this.#size;
  }

  #add(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      const within = this.#size % BLOCK;
      if (within === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, within, at);
      at += copied;
      this.#size += copied;
    }
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
}
