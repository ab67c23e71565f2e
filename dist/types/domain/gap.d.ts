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
/** A glob of the setting `paths` matches no file: a typing error, and what it was meant for was not looked at. */
 | "paths"
/** Entries of the ignore file match no key of the whole history: they may be left over. */
 | "ignore"
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
/** The change makes the ignore file unusable. */
 | "broken-ignore-file"
/** The keys file of the base cannot be used. */
 | "keys-file"
/** OpenAI does not accept the Admin API key, or it is none. */
 | "admin-key"
/** The Admin API key may not read everything that is listed. */
 | "admin-permission"
/** OpenAI does not answer this machine, or its answer is not to be had from here. */
 | "openai-refuses-machine"
/** What answered may not have been OpenAI. */
 | "openai-address"
/** OpenAI failed, was silent or too busy. */
 | "openai-down"
/** OpenAI shows a key in a form that is not known here. */
 | "unknown-form"
/** A repository of a sweep was not read. */
 | "repository"
/** A key that a sweep found, and that its repository no longer has. */
 | "lost-key"
/** A shard of a sweep handed over nothing, or not all. */
 | "shard"
/** Another scanner's report leaves out the secrets. */
 | "redacted"
/** GitHub's alerts were not all told, or not in full. */
 | "alerts"
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
    /** `owner/name` of the repository that it is about, in a sweep. */
    repository?: string;
    /** The same without names of the organisation's keys, projects and owners, where `detail` has some. */
    publicDetail?: string;
};
/** Whether a gap is a choice of the operator: to work without an Admin API key. */
export declare function isChoice(gap: Gap): boolean;
/** Whether a gap is about something that was not read, and not about a setting. */
export declare function isUnread(gap: Gap): boolean;
/** Whether a key may stand in what was not read. */
export declare function mayHideKey(gap: Gap): boolean;
/**
 * Whether a gap keeps a report from being clean. A setting that matches nothing does not: it is told as a warning, and
 * changes that have nothing to do with it must not fail.
 */
export declare function isFailure(gap: Gap): boolean;
