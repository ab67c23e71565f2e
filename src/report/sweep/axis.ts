import { formatDay } from "../numbers.ts";

/** A time axis from `start` to `end`; marks are at so much of its length, from 0 to 1. */
export type TimeAxis = { start: Date; end: Date; ticks: readonly { at: number; label: string }[] };

/** More labels than this do not fit beside each other on a phone. */
const MOST_TICKS = 4;

/** In milliseconds. */
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const SPANS = [1, 5, 15, 30]
  .map((count) => count * MINUTE)
  .concat(
    [1, 3, 6, 12].map((count) => count * HOUR),
    [1, 2, 4, 7, 14].map((count) => count * DAY),
  );
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** Makes the axis from the first of these times to `end`; null where there is none before it. */
export function buildAxis(starts: readonly Date[], end: Date): TimeAxis | null {
  const start = starts.reduce((least, at) => Math.min(least, at.getTime()), Number.POSITIVE_INFINITY);
  if (start >= end.getTime()) return null;
  const place = (time: number) => (time - start) / (end.getTime() - start);
  const { times, format } = chooseTicks(start, end.getTime());
  return {
    start: new Date(start),
    end,
    ticks: times.map((time) => ({ at: place(time), label: format(new Date(time)) })),
  };
}

/** Where a time is on the axis; one outside of it is at its end. */
export function locateTime({ start, end }: TimeAxis, at: Date): number {
  const whole = end.getTime() - start.getTime();
  return Math.min(1, Math.max(0, (at.getTime() - start.getTime()) / whole));
}

type Ticks = { times: readonly number[]; format: (at: Date) => string };

/** Full hours, days, months or years, whichever are few enough. */
function chooseTicks(start: number, end: number): Ticks {
  const span = SPANS.find((each) => (end - start) / each <= MOST_TICKS);
  if (span !== undefined) {
    const first = Math.ceil(start / span) * span;
    return { times: listSteps(first, end, (time) => time + span), format: span < DAY ? formatHour : formatDayOfYear };
  }
  const months = MONTHS.find((each) => (end - start) / (each * 30.4 * DAY) <= MOST_TICKS) ?? 600;
  const from = new Date(start);
  const index = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + 1) / months) * months;
  const after = (time: number) => Date.UTC(new Date(time).getUTCFullYear(), new Date(time).getUTCMonth() + months);
  const format = months < 12 ? formatMonth : formatYear;
  const first = Date.UTC(Math.floor(index / 12), index % 12);
  return { times: listSteps(first, end, after), format };
}

function listSteps(first: number, end: number, next: (time: number) => number): readonly number[] {
  const times: number[] = [];
  for (let time = first; time <= end; time = next(time)) times.push(time);
  return times;
}

function formatHour(at: Date): string {
  return at.toISOString().slice(11, 16);
}

function formatDayOfYear(at: Date): string {
  return formatDay(at).replace(/ \d+$/, "");
}

function formatMonth(at: Date): string {
  return formatDay(at).replace(/^\d+ /, "");
}

function formatYear(at: Date): string {
  return String(at.getUTCFullYear());
}
