/** Shorter names hold no key: the shortest that was ever given out has 51 characters, and no half of one is a key. */
const SHORTEST = 32;

/** Whether a name of so many bytes can hold a key. */
export function mayHoldKey(length: number): boolean {
  return length >= SHORTEST;
}

/** The shortest mode before a name, and the blank between them. */
const MODE = "40000 ".length;

/**
 * Reads the names out of a tree, as git keeps it: for each entry `mode name NUL` and an object name in bytes. Names too
 * short to hold a key are passed over.
 */
export class TreeNameParser {
  readonly #hash: number;
  #cut: Buffer = Buffer.alloc(0);

  /** `oid` is the tree's own object name, which is as long as those in it. */
  constructor(oid: string) {
    this.#hash = oid.length / 2;
  }

  /** The names that are whole in this chunk and what was left of the one before. */
  in(chunk: Buffer): readonly Buffer[] {
    const bytes = this.#cut.length > 0 ? Buffer.concat([this.#cut, chunk]) : chunk;
    const names: Buffer[] = [];
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(0, at);
      if (end === -1 || end + 1 + this.#hash > bytes.length) break;
      if (mayHoldKey(end - at - MODE)) {
        const name = bytes.subarray(bytes.indexOf(" ", at) + 1, end);
        if (mayHoldKey(name.length)) names.push(name);
      }
      at = end + 1 + this.#hash;
    }
    this.#cut = bytes.subarray(at);
    return names;
  }
}
