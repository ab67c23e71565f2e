import { formatCount, formatTime } from "../numbers.ts";
import { type Markup, markup } from "./markup.ts";

/** Whether a time is one that a calendar has: commits may claim any, and none at all. */
export function isCalendarTime(at: Date | null): at is Date {
  const year = at?.getUTCFullYear() ?? Number.NaN;
  return year >= 0 && year <= 9999;
}

/** A time, as browsers and screen readers know it. */
export function renderTime(at: Date): Markup {
  return markup`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long it is from one time to another, in its largest unit: "3 hours", "under a minute". */
export function formatDuration(from: Date, to: Date): string {
  const span = to.getTime() - from.getTime();
  const [unit, length] = UNITS.find(([, each]) => span >= each) ?? [];
  return unit === undefined ? "under a minute" : formatCount(Math.floor(span / (length ?? 1)), unit);
}
