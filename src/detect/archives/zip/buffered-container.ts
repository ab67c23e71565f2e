import type { Intake } from "../byte-input.ts";
import type { Budget } from "../member.ts";

/**
 * Of a container whose list of files stands at its end so much is held in memory, over all that are open within one
 * another. Office documents and packages stay well below; hosts refuse files over 100 MB.
 */
export const MOST_HELD = 64 * 1024 * 1024;

/** Copied into blocks of this size: chunks may be slivers of large buffers, and joining all at once would double it. */
const BLOCK = 1024 * 1024;

/** The bytes of a container, held in memory so that they can be read in any order. */
export class Held {
  readonly #blocks: Buffer[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(bytes: Buffer): void {
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

/** All that is left to take, or null when it is more than may be held. Whoever is done with it calls `letGo`. */
export async function hold(intake: Intake, budget: Budget): Promise<Held | null> {
  const most = budget.held ?? MOST_HELD;
  const held = new Held();
  for (;;) {
    const piece = await intake.piece();
    if (!piece) break;
    if (held.size + piece.length > most) return null;
    held.add(piece);
  }
  budget.held = most - held.size;
  return held;
}

/** Says that what was held is held no longer. */
export function letGo(held: Held, budget: Budget): void {
  budget.held = (budget.held ?? MOST_HELD) + held.size;
}
