/**
 * Counts what a search does, in steps of about twenty-five nanoseconds: what it takes to look at a byte or two and to keep
 * something of them. Whatever looks at more than some bytes around a needle counts what it does; the weights were measured
 * over texts that are made to be slow. The same text takes the same steps on every machine.
 */
let steps = 0;

/** Adds to the count. */
export function countSteps(count: number): void {
  steps += count;
}

/** How many were counted until now. Nothing that searches a text waits: the difference between two is of one search. */
export function readSteps(): number {
  return steps;
}
