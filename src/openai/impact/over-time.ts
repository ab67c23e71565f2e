import type { UsageBucket } from "../../domain/impact.ts";

/** Some requests, in the bucket of OpenAI's that begins `at`, in unix seconds. Null is what its answer does not tell. */
export type RequestCount = { at: number | null; count: number | null };

/** More buckets than this nobody can tell apart on a page. */
const MOST_BUCKETS = 48;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a bucket may be, in seconds: lengths that people know. */
const LENGTHS = [1, 5, 10, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 3, 6, 12].map((hours) => hours * HOUR));

/**
 * Groups requests into adjoining buckets of one length from `since` to `until`, the empty ones too. `width` is the length
 * of the buckets in which OpenAI counted, in seconds. Null where a count cannot be placed: then nothing is drawn from it.
 */
export function groupRequests(
  counts: readonly RequestCount[],
  { since, until }: { since: Date; until: Date },
  width: number,
): readonly UsageBucket[] | null {
  const [first, last] = [toSeconds(since), toSeconds(until)];
  const length = chooseLength(first, last, width);
  const start = Math.floor(first / length) * length;
  const sums = Array.from({ length: countBuckets(first, last, length) }, () => 0);
  for (const { at, count } of counts) {
    const index = at === null ? -1 : Math.floor((at - start) / length);
    const sum = sums[index];
    if (sum === undefined) return null;
    sums[index] = sum + (count ?? 0);
  }
  const toDate = (index: number) => new Date((start + index * length) * 1000);
  return sums.map((requests, index) => ({ start: toDate(index), end: toDate(index + 1), requests }));
}

function chooseLength(first: number, last: number, width: number): number {
  const fits = (length: number) => length >= width && countBuckets(first, last, length) <= MOST_BUCKETS;
  const days = Math.max(1, Math.ceil((last - first) / DAY / (MOST_BUCKETS - 2)));
  return LENGTHS.find(fits) ?? days * DAY;
}

function countBuckets(first: number, last: number, length: number): number {
  return Math.max(0, Math.floor(last / length) - Math.floor(first / length) + 1);
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
