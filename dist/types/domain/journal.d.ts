import type { Sighting } from "./candidate.js";
import type { Containment } from "./decision.js";
import type { Outcome } from "./outcome.js";
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
/** The operator's record of everything that is done to keys: a line before each containment, and one after it. */
export type Journal = {
    /** Fingerprints of all keys that earlier runs began to contain. */
    known(): Promise<ReadonlySet<string>>;
    /** Containments that earlier runs began and never ended. */
    unfinished(): Promise<readonly UnfinishedContainment[]>;
    /** Records that a containment begins. When it resolves, the line is on disk; when it rejects, nothing may be done. */
    begin(act: ContainmentRecord): Promise<void>;
    /** Records how a containment ended, also one that an earlier run began. */
    end(fingerprint: string, id: string, outcome: Outcome, at: Date): Promise<void>;
};
/** The journal of operators who keep no record. */
export declare const NO_JOURNAL: Journal;
