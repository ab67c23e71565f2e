/** Told how much is done of how much there is. */
export type Told = (done: number, expected: number) => void;

/** So many times at the most something is told. */
const STEPS = 200;

/** Tells how far the work is, now and then and at its end. */
export class Progress {
  readonly #tell: Told;
  #done = 0;
  #told = 0;
  #expected = 0;

  constructor(tell: Told) {
    this.#tell = tell;
  }

  expect(expected: number): void {
    this.#expected = expected;
    this.#tell(this.#done, expected);
  }

  add(done: number): void {
    this.#done += done;
    if (this.#done - this.#told < this.#expected / STEPS) return;
    this.#told = this.#done;
    this.#tell(this.#done, this.#expected);
  }

  end(): void {
    if (this.#told < this.#expected) this.#tell(this.#expected, this.#expected);
  }
}
