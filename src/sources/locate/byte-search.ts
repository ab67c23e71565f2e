/** As many bytes at the start of a string are searched for; the rest is compared. */
const PREFIX_LENGTH = 8;

/**
 * Searches texts for many byte strings in one pass. Keys of a kind begin alike, so that there are few different prefixes
 * to search for, however many keys there are.
 */
export class ByteSearch {
  /** The strings that were found, in latin1. */
  readonly found = new Set<string>();
  /** The strings by prefix and then by length. */
  readonly #byPrefix = new Map<string, Map<number, Set<string>>>();
  readonly #longest: number;
  readonly #distinct: number;
  /** The end of the text so far: a string may span two chunks. */
  #tail: Buffer = Buffer.alloc(0);

  constructor(strings: readonly Buffer[]) {
    for (const bytes of strings) {
      const text = bytes.toString("latin1");
      const prefix = text.slice(0, PREFIX_LENGTH);
      const byLength = this.#byPrefix.get(prefix) ?? new Map<number, Set<string>>();
      this.#byPrefix.set(prefix, byLength);
      byLength.set(text.length, (byLength.get(text.length) ?? new Set()).add(text));
    }
    this.#distinct = new Set(strings.map((bytes) => bytes.toString("latin1"))).size;
    this.#longest = strings.reduce((longest, { length }) => Math.max(longest, length), 1);
  }

  get hasFoundAll(): boolean {
    return this.found.size === this.#distinct;
  }

  /** Searches the next chunk of a text. */
  push(chunk: Buffer): void {
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    for (const [prefix, byLength] of this.#byPrefix) {
      for (let at = bytes.indexOf(prefix, 0, "latin1"); at !== -1; at = bytes.indexOf(prefix, at + 1, "latin1")) {
        for (const [length, texts] of byLength) {
          const text = bytes.toString("latin1", at, at + length);
          if (texts.has(text)) this.found.add(text);
        }
      }
    }
    this.#tail = bytes.subarray(Math.max(0, bytes.length - this.#longest + 1));
  }

  /** Ends a text: no string spans two texts. */
  end(): void {
    this.#tail = Buffer.alloc(0);
  }
}
