import type { UsageBucket } from "../../../domain/impact.ts";
import { formatCount, formatNumber, formatSpan, formatTimeNear } from "../../numbers.ts";

/** "leaked 10:00 UTC", at its place in the drawing. */
export function nameMoment(name: string, at: Date, now: Date | null): string {
  return `${name} ${formatTimeNear(at, now)}`;
}

/** What the drawing shows, for those who see it: how wide a bar is, and which is the highest. */
export function describeBars(buckets: readonly UsageBucket[], highest: UsageBucket, now: Date | null): string {
  const { start, end, requests } = highest;
  const each = buckets[0] ? formatSpan(buckets[0].start, buckets[0].end) : "";
  return `Each bar is ${each}. Most requests: ${formatNumber(requests)}, from ${formatTimeNear(start, now)} to ${formatTimeNear(end, now)}.`;
}

/** That all requests fall into one bar, which is then not drawn. */
export function describeOneBar({ start, end, requests }: UsageBucket, now: Date | null): string {
  const what = requests === 1 ? "The request was" : `All ${formatNumber(requests)} requests were`;
  return `${what} between ${formatTimeNear(start, now)} and ${formatTimeNear(end, now)}.`;
}

/** What the drawing shows, for those who do not see it: each bar that is not empty, and the marks. */
export function describeBarsInWords(
  buckets: readonly UsageBucket[],
  labels: readonly string[],
  now: Date | null,
): string {
  const bars = buckets
    .filter(({ requests }) => requests > 0)
    .map(({ start, requests }) => `${formatCount(requests, "request")} from ${formatTimeNear(start, now)}`);
  return `${bars.join("; ")}. Marked: ${labels.join(", ")}.`;
}
