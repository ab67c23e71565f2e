import type { Clock } from "../../src/domain/clock.ts";

/** When a test clock starts, unless it is told otherwise. */
const START = new Date("2026-11-20T10:00:00Z");

type Sleeper = { due: number; wake: () => void };

/**
 * A clock on which nobody waits: a sleep moves the time on to its end and resolves on a later turn of the event loop.
 * Concurrent sleepers wake in the order of their ends, one a turn. Time stands still but for sleeps and `advance`.
 *
 * Give the same clock to the product and to the sandbox, so that what one waits for, the other sees pass.
 * Never race a sleep against real input or output: the sleep wins.
 */
export class TestClock implements Clock {
  /** Every sleep that was asked for, in milliseconds, in order. */
  readonly sleeps: number[] = [];
  readonly #start: number;
  #time: number;
  /** In order of due time. */
  #sleepers: Sleeper[] = [];
  #isTurning = false;

  constructor(start: Date = START) {
    this.#start = start.getTime();
    this.#time = this.#start;
  }

  now = (): Date => new Date(this.#time);

  elapsed = (): number => this.#time - this.#start;

  sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    this.sleeps.push(milliseconds);
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const sleeper = { due: this.#time + Math.max(0, milliseconds), wake: end };
      signal?.addEventListener("abort", end, { once: true });
      const after = this.#sleepers.findIndex(({ due }) => due > sleeper.due);
      this.#sleepers.splice(after === -1 ? this.#sleepers.length : after, 0, sleeper);
      this.#turn();
    });
  };

  /** Lets time pass, as while something else was done. Sleepers whose end is reached wake on the next turns. */
  advance(milliseconds: number): void {
    this.#time += milliseconds;
  }

  #turn(): void {
    if (this.#isTurning) return;
    this.#isTurning = true;
    setImmediate(() => {
      this.#isTurning = false;
      const [next] = this.#sleepers;
      if (!next) return;
      this.#time = Math.max(this.#time, next.due);
      next.wake();
      this.#turn();
    });
  }
}
