import type { IgnoreEntry } from "../domain/ignore-entry.js";
import type { ENTRY_FAULTS } from "../messages/errors/ignore-file.js";
/** What the ignore file says. The base's version counts: a change cannot ignore its own keys. */
export type IgnoreFile = {
    ignore: readonly IgnoreEntry[];
    /** Globs of paths that are left out, as the setting of this name. */
    exclude: readonly string[];
    /** Ids or names of what is never contained automatically, as the setting of this name. */
    protect: readonly string[];
};
/** What a repository without the file says. */
export declare const NOTHING_IGNORED: IgnoreFile;
/** The fields of an entry as they were written. A field that was left out is null. */
export type EntryFields = {
    fingerprint: string | null;
    reason: string | null;
    until: string | null;
};
/** What is wrong with an entry, and with which field of it. */
export type InvalidEntry = {
    kind: "invalid";
    field: keyof EntryFields;
    fault: EntryFault;
};
type EntryFault = keyof typeof ENTRY_FAULTS;
/** Reads an entry, from a file or from the command line. What was written may be a key, so that no error repeats it. */
export declare function parseEntry({ fingerprint, reason, until, }: EntryFields): {
    kind: "entry";
    entry: IgnoreEntry;
} | InvalidEntry;
export {};
