/** What a repository of this size takes on disk at most, as far as it can be known: packs, their indexes, and what grew. */
const FACTOR = 1.5;

/** In bytes: what even an empty repository takes. */
const FIXED = 10 * 1024 * 1024;

/** Shares the disk among the repositories that are there at once. */
export class DiskBudget {
  readonly #total: number;
  #reserved = 0;
  #waiting: { bytes: number; start: () => void }[] = [];

  /** `total` is in bytes. */
  constructor(total: number) {
    this.#total = total;
  }

  /** How many bytes there are in all. */
  get total(): number {
    return this.#total;
  }

  /** Whether a repository of so many KB fits at all. */
  mayHold(kilobytes: number): boolean {
    return estimateBytes(kilobytes) <= this.#total;
  }

  /** Waits until there is room for a repository of so many KB. The function that is returned frees it again. */
  async reserve(kilobytes: number): Promise<() => void> {
    const bytes = Math.min(estimateBytes(kilobytes), this.#total);
    if (this.#waiting.length > 0 || this.#reserved + bytes > this.#total) {
      await new Promise<void>((start) => {
        this.#waiting.push({ bytes, start });
      });
    } else {
      this.#reserved += bytes;
    }
    return () => {
      this.#reserved -= bytes;
      this.#startNext();
    };
  }

  /** In the order in which they came: a large one is not kept waiting by small ones for ever. */
  #startNext(): void {
    for (let next = this.#waiting[0]; next && this.#reserved + next.bytes <= this.#total; next = this.#waiting[0]) {
      this.#waiting = this.#waiting.slice(1);
      this.#reserved += next.bytes;
      next.start();
    }
  }
}

function estimateBytes(kilobytes: number): number {
  return kilobytes * 1024 * FACTOR + FIXED;
}
