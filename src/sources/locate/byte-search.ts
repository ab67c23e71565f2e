/** As many bytes at the start of a string are searched for; the rest is compared. */
const MAX_WINDOW = 32;

/** The bytes that decide how far the search may move on. */
const BLOCK = 4;

/** The largest table of moves, in bits: four megabytes, a fifth of them taken by the windows of 32,000 keys. */
const MAX_TABLE_BITS = 22;

const MIN_TABLE_BITS = 12;

/**
 * Searches texts for many byte strings in one pass, by the algorithm of Wu and Manber ("A fast algorithm for multi-pattern
 * searching", 1994): at each step the last bytes of a window say how far the next place is at which a string may begin.
 * The time depends on the text and hardly on the number of strings.
 */
export class ByteSearch {
  /** The strings that were found, in latin1. */
  readonly found = new Set<string>();
  /** The strings by their window and then by length. */
  readonly #byWindow = new Map<string, Map<number, Set<string>>>();
  readonly #window: number;
  readonly #block: number;
  /** How far the search moves on, by the hash of the block that ends the window; 0 where a string may begin. */
  readonly #moves: Uint8Array;
  readonly #longest: number;
  readonly #distinct: number;
  /** The end of the text so far: a string may span two chunks. */
  #tail: Buffer = Buffer.alloc(0);

  /** `strings` are bytes in latin1. */
  constructor(strings: readonly string[]) {
    const texts = new Set(strings);
    this.#distinct = texts.size;
    let [shortest, longest] = [MAX_WINDOW, 1];
    for (const { length } of texts) [shortest, longest] = [Math.min(shortest, length), Math.max(longest, length)];
    this.#window = Math.max(1, shortest);
    this.#block = Math.min(BLOCK, this.#window);
    this.#longest = longest;
    for (const text of texts) this.#addText(text);
    this.#moves = this.#buildMoves();
  }

  get hasFoundAll(): boolean {
    return this.found.size === this.#distinct;
  }

  /** Searches the next chunk of a text. */
  push(chunk: Buffer): void {
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    const [moves, window, block] = [this.#moves, this.#window, this.#block];
    const mask = moves.length - 1;
    for (let end = window; end <= bytes.length; ) {
      const move = moves[hashBlock(bytes, end - block, block) & mask] ?? 0;
      if (move === 0) this.#compare(bytes, end - window);
      end += move || 1;
    }
    this.#tail = bytes.subarray(Math.max(0, bytes.length - this.#longest + 1));
  }

  /** Ends a text: no string spans two texts. */
  end(): void {
    this.#tail = Buffer.alloc(0);
  }

  #addText(text: string): void {
    const window = text.slice(0, this.#window);
    const byLength = this.#byWindow.get(window) ?? new Map<number, Set<string>>();
    this.#byWindow.set(window, byLength);
    const alike = byLength.get(text.length) ?? new Set();
    byLength.set(text.length, alike.add(text));
  }

  /** Eight times as many slots as blocks, up to the largest table: most blocks of a text then are in no window. */
  #buildMoves(): Uint8Array {
    const blocks = this.#window - this.#block + 1;
    const bits = Math.ceil(Math.log2(Math.max(1, 8 * blocks * this.#byWindow.size)));
    const moves = new Uint8Array(2 ** Math.min(MAX_TABLE_BITS, Math.max(MIN_TABLE_BITS, bits))).fill(blocks);
    for (const text of this.#byWindow.keys()) {
      const bytes = Buffer.from(text, "latin1");
      for (let at = 0; at < blocks; at += 1) {
        const slot = hashBlock(bytes, at, this.#block) & (moves.length - 1);
        moves[slot] = Math.min(moves[slot] ?? 0, blocks - 1 - at);
      }
    }
    return moves;
  }

  #compare(bytes: Buffer, at: number): void {
    const byLength = this.#byWindow.get(bytes.toString("latin1", at, at + this.#window));
    for (const [length, texts] of byLength ?? []) {
      const text = bytes.toString("latin1", at, at + length);
      if (texts.has(text)) this.found.add(text);
    }
  }
}

/** The bits of a block, spread over all bits of the result (Fibonacci hashing). */
function hashBlock(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let next = at; next < at + length; next += 1) value = (value << 8) | (bytes[next] ?? 0);
  const spread = Math.imul(value, 0x9e3779b1);
  return spread ^ (spread >>> 15);
}
