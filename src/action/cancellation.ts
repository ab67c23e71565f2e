import * as core from "@actions/core";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import { CANCELLED } from "../messages/errors/action.ts";
import { CANCELLED_LATE, FAILURE_TITLE } from "../messages/warnings/action.ts";

/**
 * What happens when the runner cancels the run: it sends SIGINT, and some seconds later SIGTERM. Before the first
 * containment the run stops at once; from then on the current key is finished, and no other begun.
 */
export class Cancellation {
  readonly #aborting = new AbortController();
  #isContaining = false;
  #isCancelled = false;
  #cleanUp: () => Promise<void> = async () => {};

  /** Aborts when the run stops at once. */
  get signal(): AbortSignal {
    return this.#aborting.signal;
  }

  /** Whether no other key may be contained. */
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** Listens for the runner's signals, until the function is called that it returns. */
  listen(): () => void {
    const cancel = () => this.#cancel();
    const signals = ["SIGINT", "SIGTERM"] as const;
    for (const signal of signals) process.on(signal, cancel);
    return () => {
      for (const signal of signals) process.off(signal, cancel);
    };
  }

  /** `cleanUp` is called before a cancelled run ends; it may be called twice. */
  setCleanUp(cleanUp: () => Promise<void>): void {
    this.#cleanUp = cleanUp;
  }

  beginContainment(): void {
    this.#isContaining = true;
  }

  #cancel(): void {
    if (!this.#isContaining) return this.#stop();
    // Only the first signal is reported: a second one does not break off the containment either.
    if (!this.#isCancelled) core.warning(CANCELLED_LATE);
    this.#isCancelled = true;
  }

  #stop(): void {
    const cancelled = new UsageError(CANCELLED);
    this.#aborting.abort(cancelled);
    core.error(cancelled.message, { title: FAILURE_TITLE });
    void this.#cleanUp().finally(() => process.exit(EXIT_CODES.incomplete));
  }
}
