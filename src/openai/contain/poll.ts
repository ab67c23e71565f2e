import type { Clock } from "../../domain/clock.ts";

/** When to look whether a change has taken effect. OpenAI says "within a few seconds" of a deletion. In milliseconds. */
export type PollSchedule = {
  /** How long to go on looking. */
  total: number;
  /** The first pause between two looks; later ones are longer. */
  first: number;
  /** How long a good answer has to hold. */
  hold?: number;
};

/** What polling needs. When the run is cancelled, what was not seen yet is reported as not seen. */
export type Polling = { clock: Clock; schedule: PollSchedule; isCancelled: () => boolean };

/** One good answer proves nothing: deleted keys have been seen to work again after they were refused. */
export const IN_A_ROW = 3;

const HOLD = 600;

/** The longest pause, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** Looks until this many good answers came in a row, spread over the time they have to hold. False when time is up. */
export async function pollUntil(
  isGood: () => Promise<boolean>,
  { clock, schedule, isCancelled }: Polling,
  times = IN_A_ROW,
): Promise<boolean> {
  const { total, first, hold = HOLD } = schedule;
  const deadline = clock.elapsed() + total;
  let pause = first;
  let good = 0;
  for (;;) {
    good = (await isGood()) ? good + 1 : 0;
    if (good >= times) return true;
    const wait = good > 0 ? hold / (IN_A_ROW - 1) : pause;
    if (clock.elapsed() + wait > deadline || isCancelled()) return false;
    await clock.sleep(wait);
    if (good === 0) pause = Math.min(pause * 1.6, LONGEST_PAUSE);
  }
}
