/** So many bytes at the start of a string are searched for; what follows is compared. */
const PREFIX = 8;

/**
 * Looks for many strings of bytes in one pass. Keys of a kind begin alike, so that there are few different beginnings to
 * search for, however many keys there are.
 */
export class ByteStrings {
  /** Those that were found, in latin1. */
  readonly found = new Set<string>();
  /** Of each beginning the strings by their lengths. */
  readonly #byPrefix = new Map<string, Map<number, Set<string>>>();
  readonly #longest: number;
  readonly #distinct: number;
  #before: Buffer = Buffer.alloc(0);

  constructor(wanted: readonly Buffer[]) {
    for (const bytes of wanted) {
      const text = bytes.toString("latin1");
      const byLength = this.#byPrefix.get(text.slice(0, PREFIX)) ?? new Map<number, Set<string>>();
      this.#byPrefix.set(text.slice(0, PREFIX), byLength);
      byLength.set(text.length, (byLength.get(text.length) ?? new Set()).add(text));
    }
    this.#distinct = new Set(wanted.map((bytes) => bytes.toString("latin1"))).size;
    this.#longest = Math.max(1, ...wanted.map(({ length }) => length));
  }

  get hasAll(): boolean {
    return this.found.size === this.#distinct;
  }

  /** Looks into the next chunk of a text, and at the seam before it. */
  pass(chunk: Buffer): void {
    const seen = this.#before.length > 0 ? Buffer.concat([this.#before, chunk]) : chunk;
    for (const [prefix, byLength] of this.#byPrefix) {
      for (let at = seen.indexOf(prefix, 0, "latin1"); at !== -1; at = seen.indexOf(prefix, at + 1, "latin1")) {
        for (const [length, texts] of byLength) {
          const text = seen.toString("latin1", at, at + length);
          if (texts.has(text)) this.found.add(text);
        }
      }
    }
    this.#before = seen.subarray(Math.max(0, seen.length - this.#longest + 1));
  }

  /** Ends a text: nothing reaches from one into the next. */
  end(): void {
    this.#before = Buffer.alloc(0);
  }
}
