/** The kind of a gap. */
export type GapKind = 
/** The repository lacks an object of the change (a shallow or partial clone, or damage). */
"missing-object"
/** An object or file exists and cannot be read. */
 | "unreadable"
/** More was expected than was read, without any error. */
 | "miscounted"
/** Something could not be fetched from the server. */
 | "unfetched"
/** A Git LFS pointer whose content is not here. */
 | "lfs"
/** An archive or a compressed stream that could not be opened, or not in full: too large, too deep, locked, broken. */
 | "archive"
/** The run's test of its own search failed, so that its result cannot be relied on. */
 | "self-test"
/** A part of OpenAI's list of keys could not be read. */
 | "inventory"
/** The audit file could not be written after a containment. */
 | "audit-file"
/** An entry of the setting `protect` fits nothing: nothing is contained, since it may have been meant for this key. */
 | "protect"
/** A key that the setting `approved` names was not found. */
 | "approved"
/** The operator gave no Admin API key: a choice, not a failure. */
 | "no-admin-key";
/** What is behind a gap, where its kind alone does not say what helps. */
export type GapCause = 
/** The clone ends before the history does. */
"shallow"
/** Git itself failed: an object is damaged, or a list broke off. */
 | "damaged"
/** The path leads to no ordinary file, or out of the folder that is scanned. */
 | "elsewhere"
/** Reading ended early: another run may read everything. */
 | "cut-short"
/** No path fits the globs of the run. */
 | "no-match"
/** GitHub did not say which pull request the run is for. */
 | "pull-request"
/** The ignore file of the base cannot be used. */
 | "ignore-file"
/** Something of ours broke. */
 | "fault";
/** Something that should have been read and was not. A report with gaps is never clean. */
export type Gap = {
    kind: GapKind;
    /** One line for the reader: what was not read, and why. May quote names that others chose; never holds a key. */
    detail: string;
    /** The path that was not read, from the top of the repository or the folder; absent where the gap is about no one path. */
    path?: string;
    cause?: GapCause;
    /** The same without names of the organisation's keys, projects and owners, where `detail` has some. */
    publicDetail?: string;
};
/** Whether a gap is a choice of the operator: to work without an Admin API key. */
export declare function isChoice(gap: Gap): boolean;
/** Whether a gap is about something that was not read, and not about a setting. */
export declare function isUnread(gap: Gap): boolean;
/**
 * Whether a gap keeps a report from being clean. An entry of `protect` that fits nothing does not: what it keeps from being
 * contained is in the report, and other changes must not fail for it.
 */
export declare function isFailure(gap: Gap): boolean;
