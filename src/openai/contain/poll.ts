import { pause } from "../pause.ts";

/** How long to wait for a change to take effect, in milliseconds. OpenAI says "within a few seconds" of a deletion. */
export type Patience = {
  total: number;
  /** The first pause between two questions; those after it are longer. */
  first: number;
  /** How long a good answer has to hold. */
  hold?: number;
  /** Whether somebody wants the run to end: then what was not yet seen is said to be that. */
  isOver?: () => boolean;
};

/** What tells the time: of what was done, and of how long to wait for it. */
export type Clocks = {
  patience: Patience;
  now: () => Date;
};

/** One good answer proves nothing: deleted keys have been seen to work again after they were refused. */
export const IN_A_ROW = 3;

const HOLD = 600;

/** A pause grows up to this many milliseconds. */
const LONGEST_PAUSE = 5_000;

/** Asks until so many good answers came in a row, spread over the time they have to hold. False when patience is over. */
export async function holds(
  isGood: () => Promise<boolean>,
  { total, first, hold = HOLD, isOver = () => false }: Patience,
  times = IN_A_ROW,
): Promise<boolean> {
  const until = performance.now() + total;
  let pausing = first;
  let good = 0;
  for (;;) {
    good = (await isGood()) ? good + 1 : 0;
    if (good >= times) return true;
    const wait = good > 0 ? hold / (IN_A_ROW - 1) : pausing;
    if (performance.now() + wait > until || isOver()) return false;
    await pause(wait);
    if (good === 0) pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
  }
}
