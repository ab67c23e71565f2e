import { MARKER } from "../keys/families.ts";
import { isTable, type Letters, LONGEST_TABLE, lettersIn, readBy } from "./pdf-letters.ts";
import type { Shown } from "./pdf-shown.ts";
import { Pile } from "./pile.ts";

/** A document has a handful of fonts, a large one some dozens. */
const MOST_TABLES = 100;

const MARKER_LETTERS: readonly string[] = [...new Set(MARKER)];

/** So many bytes are read by tables, over all of them, which takes a few seconds. */
const MOST_READ = 64 * 1024 * 1024;

/** The tables of letters that the fonts of a PDF bring, each once. */
export class Tables {
  readonly #tables = new Map<string, Letters>();
  #isFull = false;

  get isEmpty(): boolean {
    return this.#tables.size === 0;
  }

  /** Whether there were more than are kept, or more to read than is read. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** A stream begins. `add` says whether it is a table: its beginning tells. */
  begin(): { add: (piece: Buffer) => boolean; end: () => void } {
    let pile: Pile | null | undefined;
    return {
      add: (piece) => {
        if (pile === undefined) pile = isTable(piece) ? new Pile(LONGEST_TABLE) : null;
        pile?.put(piece);
        return pile !== null;
      },
      end: () => {
        if (pile) this.#put(pile.bytes.toString("latin1"));
      },
    };
  }

  /** What was shown, once by each table. */
  *read(shown: Shown): Generator<Iterable<Buffer>> {
    let left = MOST_READ;
    for (const letters of this.#tables.values()) {
      left -= shown.size;
      if (left < 0) this.#isFull = true;
      else yield shown.text((codes) => readBy(letters, codes));
    }
  }

  #put(table: string): void {
    const letters = lettersIn(table);
    const known = new Set(letters?.letters.values());
    // Documents have many fonts, and most with the few letters of a heading: no key was written with those.
    if (!letters || !MARKER_LETTERS.every((letter) => known.has(letter))) return;
    const key = [letters.width, ...[...letters.letters].flat()].join(" ");
    if (this.#tables.size >= MOST_TABLES && !this.#tables.has(key)) this.#isFull = true;
    else this.#tables.set(key, letters);
  }
}
