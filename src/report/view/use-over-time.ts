import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { UsageBucket } from "../../domain/impact.ts";
import { getContainment } from "../evidence.ts";
import { isCalendarTime } from "../numbers.ts";
import { ACTIONS } from "../wording/key/outcome.ts";
import { nameExpiry, nameLeak } from "../wording/key/timeline.ts";
import { describeBars, describeBarsInWords, describeOneBar, nameMoment } from "../wording/key/use-over-time.ts";

/** A moment that is marked among the bars. */
export type Moment = { at: Date; label: string; tone: "bad" | "good" };

/**
 * How the use of a key went on: bars where it was used in more than one stretch of time, and a sentence in any case.
 * `inWords` says what the bars show.
 */
export type UseOverTime = {
  bars: { buckets: readonly UsageBucket[]; moments: readonly Moment[]; inWords: string } | null;
  summary: string;
};

/** How the use of a key went on since it leaked; null where it was not used, or OpenAI did not tell when. */
export function buildUseOverTime(finding: Finding, change: Change, now: Date | null): UseOverTime | null {
  const buckets = finding.impact?.buckets ?? [];
  const used = buckets.filter(({ requests }) => requests > 0);
  const [highest, ...others] = used.toSorted((a, b) => b.requests - a.requests);
  if (!highest) return null;
  if (others.length === 0) return { bars: null, summary: describeOneBar(highest, now) };
  const moments = listMoments(finding, change, now).filter(({ at }) => at >= (buckets[0]?.start ?? at));
  const labels = moments.map(({ label }) => label);
  return {
    bars: { buckets, moments, inWords: describeBarsInWords(buckets, labels, now) },
    summary: describeBars(buckets, highest, now),
  };
}

/** When it leaked, and when it was contained. An expiry that is still to come is not among what was counted. */
function listMoments(finding: Finding, change: Change, now: Date | null): readonly Moment[] {
  const since = finding.impact?.since ?? null;
  const contained = getContainment(finding);
  const end = contained?.endsAt ?? null;
  const isOver = end !== null && nameExpiry(end, now) === "Expired";
  const mark = (at: Date | null | undefined, name: string, tone: Moment["tone"]): readonly Moment[] =>
    isCalendarTime(at) ? [{ at, label: nameMoment(name, at, now), tone }] : [];
  return [
    ...mark(since, nameLeak(change), "bad"),
    ...(contained === null ? [] : mark(contained.at, ACTIONS[contained.by].done, "good")),
    ...(isOver ? mark(end, "expired", "good") : []),
  ];
}
