import type { Sighting } from "./candidate.js";
import type { Containment } from "./decision.js";
import type { Actor } from "./impact.js";
import type { Contained, Outcome } from "./outcome.js";
import type { RecordedRotation, RotationEntry } from "./rotation-record.js";
/** A containment that is about to begin, and the reason for it. Holds no text of the key, not even its ends. */
export type ContainmentRecord = {
    containment: Containment;
    at: Date;
} & ({
    fingerprint: string /** Where the key was seen. */;
    sightings: readonly Sighting[];
}
/** The rule of an audit that found it. Nobody has its text, so that it has no fingerprint. */
 | {
    fingerprint: null;
    rule: string;
}
/** The rotation that needs it no more. Of a key that it created nobody keeps the text either. */
 | {
    fingerprint: null;
    rotation: string;
});
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
/** A containment that an earlier audit began and did not record the end of. Nobody has the text of its key. */
export type UnfinishedFix = Omit<BegunContainment, "fingerprint"> & {
    /** Of an expiry: how many seconds the key was left. */
    grace: number | null;
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
    /** Containments that earlier runs began and never ended, of keys that leaked. */
    unfinished(): Promise<readonly BegunContainment[]>;
    /** The same of keys that a rule of an audit found. */
    unfinishedFixes(): Promise<readonly UnfinishedFix[]>;
    /** Records that a containment begins. When it resolves, the line is on disk; when it rejects, nothing may be done. */
    begin(act: ContainmentRecord): Promise<void>;
    /** Records how a containment ended, also one that an earlier run began. A key that an audit found has no fingerprint. */
    end(fingerprint: string | null, id: string, outcome: Outcome, at: Date): Promise<void>;
    /**
     * All rotations that were begun, the oldest first. The file is read anew: another run may go on with one.
     *
     * @throws whatever keeps the file from being read.
     */
    rotations(): Promise<readonly RecordedRotation[]>;
    /** Records a step of a rotation. When it resolves, the line is on disk; when it rejects, nothing may be done. */
    noteRotation(entry: RotationEntry): Promise<void>;
};
/** The journal of operators who keep no record. */
export declare const NO_JOURNAL: Journal;
