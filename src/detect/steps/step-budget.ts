/** So many steps each byte of a blob pays for: a text that is full of parts of keys costs a few times what another does. */
const STEPS_A_BYTE = 0.5;

/** How many steps may be taken beyond what the bytes of a blob pay for. */
export type StepLimits = {
  /** Of every blob, whatever its length. */
  free: number;
  /** Of a blob, out of what all have together. */
  extra: number;
};

/**
 * A step takes some twenty-five nanoseconds: a hundredth of a second, and four. A megabyte of embedded data, written as
 * escapes in a source file, takes one and a half.
 */
const LIMITS: StepLimits = { free: 400_000, extra: 160_000_000 };

/** What all blobs of a detector have together: twenty-four seconds. A history may have a dozen versions of such a file. */
const POOL = 960_000_000;

/** What all blobs of a detector may take together beyond what each pays for. */
export class StepPool {
  #left = POOL;

  /** Takes as many steps as there are, up to these, and returns how many. */
  take(count: number): number {
    const taken = Math.min(this.#left, count);
    this.#left -= taken;
    return taken;
  }
}

/**
 * How many steps may still be taken to look closely at one blob, with all that is packed in it: anybody can write a text
 * that has a part of a key at every byte. What is not looked at closely for want of steps is a gap.
 */
export class StepBudget {
  readonly #pool: StepPool;
  #left: number;
  #extra: number;

  constructor(pool: StepPool, { free, extra }: StepLimits = LIMITS) {
    [this.#pool, this.#left, this.#extra] = [pool, free, extra];
  }

  /** Whether no more may be taken after these. */
  isSpent(more = 0): boolean {
    if (this.#left < more) this.#draw(more);
    return this.#left < more;
  }

  /** Takes steps that were done. */
  spend(steps: number): void {
    this.#left -= steps;
  }

  /** Adds what these bytes pay for. */
  earn(bytes: number): void {
    this.#left += STEPS_A_BYTE * bytes;
  }

  #draw(most: number): void {
    const drawn = this.#pool.take(Math.min(most - this.#left, this.#extra));
    this.#extra -= drawn;
    this.#left += drawn;
  }
}

/** A budget for texts that are short and must be read to their end: names of files and people. */
export function createUnlimitedSteps(): StepBudget {
  return new StepBudget(new StepPool(), { free: Number.POSITIVE_INFINITY, extra: 0 });
}
