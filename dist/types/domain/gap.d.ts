/** What kind of thing we were asked to see and could not. */
export type GapKind = 
/** An object the change names is not in the repository (a shallow or partial clone, or damage). */
"missing-object"
/** An object or file is there and cannot be read. */
 | "unreadable"
/** More was expected than was read, and nothing said why. */
 | "miscounted"
/** It could not be fetched from the server that has it. */
 | "unfetched"
/** A Git LFS pointer: the content itself is elsewhere. */
 | "lfs"
/** An archive or a compressed stream that could not be opened, or not in full: too large, too deep, locked, broken. */
 | "archive"
/** The run's own test of its reading and searching failed, so that nothing it says can be relied on. */
 | "self-test"
/** A part of OpenAI's listing of keys could not be read. */
 | "inventory"
/** The audit file could not be written after something was done. */
 | "audit-file"
/** The operator gave no Admin API key: a choice, not a failure. */
 | "no-admin-key";
/** Something we were asked to see and could not. A report with gaps is never clean. */
export type Gap = {
    kind: GapKind;
    /** One line for a person: what was not seen, and why. May quote names others chose; never holds a key. */
    detail: string;
};
/** Whether this gap is a failure to see. Working without an Admin API key is a choice the operator made. */
export declare function isFailure(gap: Gap): boolean;
