import { formatCount, formatDay } from "../../report/numbers.ts";
import type { Verdict } from "../rule.ts";

/** In milliseconds. */
export const A_DAY = 24 * 60 * 60 * 1000;

/** The whole days between two times. */
export function countDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / A_DAY);
}

/**
 * Whether a date has yet to come, by more than clocks and zones differ. A key was made and used in the past: either the
 * date or the clock of this machine is wrong, and no age follows from the two.
 */
export function isAhead(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() - now.getTime() > A_DAY;
}

/** The verdict on a key with such a date. */
export const AHEAD = {
  kind: "not-judged",
  because: "a date of it lies ahead of this machine's clock",
} as const satisfies Verdict;

/** "143 days ago, on 8 Jul 2026" */
export function describeAge(at: Date, now: Date): string {
  return `${formatCount(countDays(at, now), "day")} ago, on ${formatDay(at)}`;
}

/** A day of UTC, as usage has it, as a date: its first moment. */
export function getDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
