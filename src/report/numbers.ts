/** A whole number with commas: 12,345. Not by `toLocaleString`: loading its tables takes a tenth of a clean run. */
export function formatNumber(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "1 key", "2 keys". */
export function formatCount(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "20 Nov 2026, 10:03 UTC" */
export function formatTime(at: Date): string {
  return isCalendarTime(at) ? `${formatDay(at)}, ${formatClock(at)}` : "an unknown time";
}

/** "10:03 UTC" where it is on the day of `now`, else with its day. */
export function formatTimeNear(at: Date, now: Date | null): string {
  const isToday = now !== null && isCalendarTime(at) && isCalendarTime(now) && formatDay(at) === formatDay(now);
  return isToday ? formatClock(at) : formatTime(at);
}

/** "at 10:03 UTC" where it is on the day of `now`, else "on" its day. */
export function formatWhen(at: Date, now: Date | null): string {
  const text = formatTimeNear(at, now);
  return text === formatTime(at) ? `on ${text}` : `at ${text}`;
}

/** "20 Nov 2026" */
export function formatDay(at: Date): string {
  if (!isCalendarTime(at)) return "an unknown day";
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

function formatClock(at: Date): string {
  return `${at.toISOString().slice(11, 16)} UTC`;
}

/** Whether a calendar of four-digit years has this time: a commit may claim any time, or one that is invalid. */
export function isCalendarTime(at: Date | null | undefined): at is Date {
  const year = at?.getUTCFullYear() ?? Number.NaN;
  return year >= 0 && year <= 9999;
}

/** A size, with 1 KB = 1,024 bytes: "50 KB", "1 byte". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return formatCount(bytes, "byte");
  const units = ["KB", "MB", "GB", "TB"];
  const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length);
  const amount = bytes / 1024 ** power;
  return `${amount < 10 ? Math.round(amount * 10) / 10 : formatNumber(Math.round(amount))} ${units[power - 1]}`;
}

/** "85 ms", "1.5 s", "2 min 5 s" */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** The time between two times in its largest unit: "3 hours", "under a minute". */
export function formatSpan(from: Date, to: Date): string {
  const span = to.getTime() - from.getTime();
  const [unit, length] = UNITS.find(([, each]) => span >= each) ?? [];
  return unit === undefined ? "under a minute" : formatCount(Math.floor(span / (length ?? 1)), unit);
}

/** "5 minutes ago"; the time itself, where the reader's time is not known or is before it. */
export function formatAgo(at: Date, now: Date | null): string {
  return now === null || now < at
    ? `${formatWhen(at, now)}`
    : `${formatSpan(at, now).replace("under", "less than")} ago`;
}

/** The same words with a capital at their beginning. */
export function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
