import type { ResponseMedian, ResponseMedians } from "../../domain/response.ts";
import { type Line, line, words } from "../line.ts";
import { formatCount, formatDay, formatNumber, formatSpan, formatTime } from "../numbers.ts";
import type { ExposureState, KeyExposure } from "../sweep/exposure.ts";
import { measureLength } from "../sweep/exposure.ts";

/** What the parts of a sweep's report are called. */
export const SWEEP_HEADINGS = {
  glance: "The organisation at a glance",
  open: "Act on these first",
  picture: "How long leaked keys could be used",
  repositories: "By repository",
} as const;

/** What the figures of a sweep are called. */
export const SWEEP_FIGURES = {
  repositories: "Repositories read",
  exposed: "Leaked to stopped, median",
  detected: "Leaked to found, median",
  contained: "Found to contained, median",
  longest: "Longest still open",
} as const;

/** What each state of a key is called over a number and in the legend. */
export const EXPOSURE_NAMES = {
  works: "Keys that work",
  "may-work": "Keys that may work",
  limited: "Limited keys",
  dead: "Dead keys",
} as const satisfies Record<ExposureState, string>;

/** What each state means, for whoever reads the number. */
export const EXPOSURE_NOTES = {
  works: "for anyone, right now",
  "may-work": "nobody knows: treat them as live",
  limited: "quarantined, or about to end",
  dead: "they work for nobody",
} as const satisfies Record<ExposureState, string>;

/** What the bars of the picture are. */
export const BAR_NAMES = {
  works: "works",
  "may-work": "may work",
  limited: "limited",
  ended: "ended",
  unknown: "dead, end unknown",
} as const;

/** The columns of the tables of a sweep. */
export const SWEEP_COLUMNS = {
  works: "Works?",
  key: "Key",
  whose: "Whose",
  where: "Where",
  since: "Leaked",
  next: "Next",
  exposed: "Could be used",
  repository: "Repository",
  states: { works: "Work", "may-work": "May work", limited: "Limited", dead: "Dead" },
  gaps: "Not read",
} as const;

/** The right end of the time axis. */
export const NOW = "now";

/** Where a time is not known. */
export const UNKNOWN = "unknown";

/** Says what the list of repositories leaves out. */
export const REPOSITORIES_NOTE =
  "A key counts in every repository that has it. Repositories without a key, and without anything that was not read, are not listed.";

/** What most times of the picture are. */
export const COMMIT_TIMES_NOTE =
  "Nobody said when these commits were pushed: their own time stands for it, so a key may have leaked later than shown.";

/** "298 of 300" */
export function describeRead(repositories: number, unread: number): string {
  return `${formatNumber(repositories - unread)} of ${formatNumber(repositories)}`;
}

/** "2 not read to the end; 12 left out by choice"; null where all of the organisation was read. */
export function describeUnread(unread: number, leftOut: number): string | null {
  const parts = [
    ...(unread > 0 ? [`${formatNumber(unread)} not read to the end`] : []),
    ...(leftOut > 0 ? [`${formatNumber(leftOut)} left out by choice`] : []),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

/** "3 days" */
export function describeSeconds(seconds: number): string {
  return formatSpan(new Date(0), new Date(seconds * 1000)).replace("under", "less than");
}

/** What a median is made of: "of 4 of 12 keys". `all` keys were found. */
export function describeMedianOf(name: keyof ResponseMedians, median: ResponseMedian | null, all: number): string {
  if (median === null) return NO_MEDIAN[name];
  return `of ${median.keys === all ? "" : `${formatNumber(median.keys)} of `}${formatCount(all, "key")}`;
}

/** Why there is no median. */
const NO_MEDIAN = {
  exposed: "of no key are both times known",
  detected: "of no key are both times known",
  contained: "this sweep contained no key",
} as const satisfies Record<keyof ResponseMedians, string>;

/** "since 3 Mar 2024", after the longest time that is still open. */
export function describeOpenSince(start: Date): string {
  return `since ${formatDay(start)}`;
}

/** Since when a key is exposed: "20 Nov 2026, 10:03 UTC (3 days)". */
export function describeSince(exposure: KeyExposure, now: Date | null): string {
  const length = measureLength(exposure, now);
  if (exposure.start === null) return UNKNOWN;
  return length === null
    ? formatTime(exposure.start)
    : `${formatTime(exposure.start)} (${describeSeconds(length / 1000)})`;
}

/** How long a key was exposed, in words: "412 days, still open: since 12 Oct 2025". */
export function describeExposureTime(exposure: KeyExposure, now: Date | null): string {
  const { state, start, end } = exposure;
  const length = measureLength(exposure, now);
  const long = length === null ? null : describeSeconds(length / 1000);
  const since = start === null ? "since when is not known" : `since ${formatDay(start)}`;
  if (end !== null) {
    const over = state === "limited" ? `quarantined on ${formatDay(end)}` : `ended on ${formatDay(end)}`;
    return start === null ? `${over}, ${since}` : `${long}: ${since}, ${over}`;
  }
  if (state === "dead")
    return start === null ? "dead, its times are not known" : `${since}; dead, since when is not known`;
  const open = state === "limited" ? "still accepted" : state === "works" ? "still open" : "may still be open";
  return long === null ? `${open}, ${since}` : `${long}, ${open}: ${since}`;
}

/** What the picture shows, in a sentence. `shown` of `all` keys are in it. */
export function describePicture(shown: number, all: number): Line {
  const left = all - shown;
  const bars = words(
    "A bar for each key, from its leak until it was stopped. An arrow means that nothing has stopped it.",
  );
  return left > 0 ? line`${bars} ${words(`And ${formatNumber(left)} more, which the JSON report has.`)}` : bars;
}

/** "and 12 more below" */
export function describeMoreOpen(count: number): string {
  return `And ${formatCount(count, "more key")} that ${count === 1 ? "works or may work" : "work or may work"}, below.`;
}

/** "And 12 more: the JSON report has all." */
export function describeMore(count: number, rest: string): string {
  return `And ${formatNumber(count)} more: ${rest}.`;
}

/** Where a terminal's reader finds all keys. */
export const IN_JSON = "--format json has all";
