/** Shares what there is so much of among those who want a part, in the order in which they come. */
export class Budget {
  readonly #total: number;
  #reserved = 0;
  #waiting: { amount: number; start: () => void }[] = [];

  constructor(total: number) {
    this.#total = total;
  }

  /** How much there is in all. */
  get total(): number {
    return this.#total;
  }

  /**
   * Waits until there is so much left. Who wants more than there is waits for all of it. The function that is returned
   * gives it back.
   */
  async reserve(wanted: number): Promise<() => void> {
    const amount = Math.min(wanted, this.#total);
    if (this.#waiting.length > 0 || this.#reserved + amount > this.#total) {
      await new Promise<void>((start) => {
        this.#waiting.push({ amount, start });
      });
    } else {
      this.#reserved += amount;
    }
    return () => {
      this.#reserved -= amount;
      this.#startNext();
    };
  }

  /** In the order in which they came: a large one is not kept waiting by small ones for ever. */
  #startNext(): void {
    for (let next = this.#waiting[0]; next && this.#reserved + next.amount <= this.#total; next = this.#waiting[0]) {
      this.#waiting = this.#waiting.slice(1);
      this.#reserved += next.amount;
      next.start();
    }
  }
}
