import type { Sighting } from "./candidate.js";
import type { Containment } from "./decision.js";
import type { Actor } from "./impact.js";
import type { Contained, Outcome } from "./outcome.js";
/** A containment that is about to begin. Holds no text of the key, not even its ends. */
export type ContainmentRecord = {
    fingerprint: string;
    containment: Containment;
    /** Where the key was seen: the reason for it. */
    sightings: readonly Sighting[];
    at: Date;
};
/** A containment that an earlier run began and did not record the end of: it may have been killed at any point. */
export type UnfinishedContainment = {
    fingerprint: string;
    /** The record's id. */
    id: string;
    act: Containment["kind"];
    at: Date;
};
/** The same, with who started that run. */
export type BegunContainment = UnfinishedContainment & {
    by: Actor | null;
};
/** A containment that an earlier run began. */
export type RecordedContainment = BegunContainment & {
    /** How it ended where it took effect; `open` where nobody recorded an end. */
    end: Pick<Contained, "by" | "at" | "endsAt" | "scopesBefore"> | "open" | "nothing-done";
};
/** The operator's record of everything that is done to keys: a line before each containment, and one after it. */
export type Journal = {
    /** All containments that earlier runs began, by the key's fingerprint, the oldest first. */
    recorded(): Promise<ReadonlyMap<string, readonly RecordedContainment[]>>;
    /** Containments that earlier runs began and never ended. */
    unfinished(): Promise<readonly BegunContainment[]>;
    /** Records that a containment begins. When it resolves, the line is on disk; when it rejects, nothing may be done. */
    begin(act: ContainmentRecord): Promise<void>;
    /** Records how a containment ended, also one that an earlier run began. */
    end(fingerprint: string, id: string, outcome: Outcome, at: Date): Promise<void>;
};
/** The journal of operators who keep no record. */
export declare const NO_JOURNAL: Journal;
