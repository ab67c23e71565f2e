import type { Sighting } from "./candidate.ts";
import type { Contained } from "./outcome.ts";

/**
 * Where the time of a leak is known from: from GitHub's account of the push, from its alert, or from the commit or text
 * itself, which may be older than the leak.
 */
export type ExposureSource = "pushed" | "alerted" | "committed";

/** When a leaked key was exposed, and when the response to that did what. Null is what is not known, or was not done. */
export type ResponseTimes = {
  exposedAt: Date | null;
  exposedAtIs: ExposureSource | null;
  /** When this run found it, identified it, and saw that its containment holds. Of an earlier run's act nobody knows. */
  foundAt: Date | null;
  identifiedAt: Date | null;
  /** When it was contained, by this run or an earlier one. */
  containedAt: Date | null;
  verifiedAt: Date | null;
  /** How long anyone could use the key, in whole seconds. Null while nothing is known to have ended that. */
  secondsExposed: number | null;
};

/** When a commit was pushed; null where nobody says so. */
export type FindPushTime = (commit: string) => Date | null;

/** What is known of a key when its response is measured. */
export type ResponseFacts = Pick<ResponseTimes, "foundAt" | "identifiedAt" | "verifiedAt"> & {
  sightings: readonly Sighting[];
  /** What was done to it; null for nothing. `isEarlier`: by an earlier run. */
  contained: (Pick<Contained, "by" | "at" | "endsAt" | "verified"> & { isEarlier: boolean }) | null;
  /** Whether the change has left the machine: else nothing has leaked. */
  isPublished: boolean;
  findPushTime: FindPushTime;
  now: Date;
};

/** Measures the response to a leak. */
export function measureResponse(facts: ResponseFacts): ResponseTimes {
  const { contained, foundAt, identifiedAt, verifiedAt, now } = facts;
  const exposure = facts.isPublished ? findExposure(facts) : null;
  const isEarlier = contained?.isEarlier === true;
  const end = contained === null ? null : findEnd(contained, now);
  return {
    exposedAt: exposure?.at ?? null,
    exposedAtIs: exposure?.source ?? null,
    foundAt: isEarlier ? null : foundAt,
    identifiedAt: isEarlier ? null : identifiedAt,
    containedAt: contained?.at ?? null,
    verifiedAt: isEarlier ? null : verifiedAt,
    secondsExposed: exposure && end && countSeconds(exposure.at, end),
  };
}

type Exposed = { at: Date; source: ExposureSource };

/** When others could first read the key. Of one that the base had already, nobody knows. */
function findExposure({ sightings, findPushTime }: Pick<ResponseFacts, "sightings" | "findPushTime">): Exposed | null {
  if (sightings.some(({ preexisting }) => preexisting)) return null;
  const exposures = sightings.flatMap(({ where, commit, at }): readonly Exposed[] => {
    const pushedAt = commit === null ? null : findPushTime(commit);
    if (pushedAt !== null) return [{ at: pushedAt, source: "pushed" }];
    return at === null || Number.isNaN(at.getTime())
      ? []
      : [{ at, source: where === "alert" ? "alerted" : "committed" }];
  });
  const [first] = exposures.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ?? null;
}

/** Since when the key does no more harm: an expiry ends it when it comes. */
function findEnd({ by, at, endsAt, verified }: NonNullable<ResponseFacts["contained"]>, now: Date): Date | null {
  if (!verified) return null;
  if (by !== "expire") return at;
  return endsAt !== null && endsAt <= now ? endsAt : null;
}

/** Null where the clocks of commits and ours contradict each other. */
function countSeconds(from: Date, to: Date): number | null {
  const seconds = Math.floor((to.getTime() - from.getTime()) / 1000);
  return seconds >= 0 ? seconds : null;
}

/** A median, and how many keys it is made of. */
export type ResponseMedian = { seconds: number; keys: number };

/** How long the response takes in the middle; null where no key has both of the times. */
export type ResponseMedians = {
  /** From the leak to the end of the exposure: of keys whose exposure has ended. */
  exposed: ResponseMedian | null;
  /** From the leak to when this run found the key. */
  detected: ResponseMedian | null;
  /** From there to its containment. */
  contained: ResponseMedian | null;
};

/** Measures how long the response to these keys takes in the middle. */
export function measureMedians(times: readonly ResponseTimes[]): ResponseMedians {
  const between = (from: Date | null, to: Date | null) => (from && to ? countSeconds(from, to) : null);
  return {
    exposed: computeMedian(times.map(({ secondsExposed }) => secondsExposed)),
    detected: computeMedian(times.map(({ exposedAt, foundAt }) => between(exposedAt, foundAt))),
    contained: computeMedian(times.map(({ foundAt, containedAt }) => between(foundAt, containedAt))),
  };
}

/** The middle of the values that are known; of an even number the lower one's and the upper one's mean, in whole seconds. */
function computeMedian(values: readonly (number | null)[]): ResponseMedian | null {
  const sorted = values.filter((value): value is number => Number.isFinite(value)).toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) return null;
  return { seconds: Math.floor((lower + upper) / 2), keys: sorted.length };
}
