import type { Sighting } from "./candidate.js";
import type { Contained } from "./outcome.js";
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
    contained: (Pick<Contained, "by" | "at" | "endsAt" | "verified"> & {
        isEarlier: boolean;
    }) | null;
    /** Whether the change has left the machine: else nothing has leaked. */
    isPublished: boolean;
    findPushTime: FindPushTime;
    now: Date;
};
/** Measures the response to a leak. */
export declare function measureResponse(facts: ResponseFacts): ResponseTimes;
/** A median, and how many keys it is made of. */
export type ResponseMedian = {
    seconds: number;
    keys: number;
};
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
export declare function measureMedians(times: readonly ResponseTimes[]): ResponseMedians;
