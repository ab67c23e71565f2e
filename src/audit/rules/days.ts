import { formatCount, formatDay } from "../../report/numbers.ts";

/** In milliseconds. */
export const A_DAY = 24 * 60 * 60 * 1000;

/** The whole days between two times. */
export function countDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / A_DAY);
}

/** "143 days ago, on 8 Jul 2026" */
export function describeAge(at: Date, now: Date): string {
  return `${formatCount(countDays(at, now), "day")} ago, on ${formatDay(at)}`;
}

/** A day of UTC, as usage has it, as a date: its first moment. */
export function getDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
