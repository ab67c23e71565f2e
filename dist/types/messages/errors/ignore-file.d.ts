/** The file holds a key. */
export declare const HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";
/** The word until without a day. */
export declare const EMPTY_UNTIL = "until is empty. Write a day such as 2027-01-31, or remove the word.";
/** Two entries for one key. */
export declare const DUPLICATE_ENTRY = "There is an entry for this fingerprint already. Keep one of the two.";
/** What may be wrong with a field of an entry: sentences about the field, which do not repeat what was written. */
export declare const ENTRY_FAULTS: {
    readonly "no-fingerprint": "is missing. Copy the 16 hex digits from the report.";
    readonly "fingerprint-is-key": "is a key, which has leaked now. Revoke the key. Write its fingerprint, the 16 hex digits in the report.";
    readonly "bad-fingerprint": "must be the 16 hex digits from the report, in lower case.";
    readonly "no-reason": "is missing. Say why this key may be ignored.";
    readonly "long-reason": "is longer than 300 characters. Shorten it.";
    readonly "reason-has-key": "holds a key. Remove it, and revoke that key.";
    readonly "bad-day": "is not a day. Write it as 2027-01-31, or leave it out.";
};
/** A field of an entry, in the file or on the command line, and what is wrong with it. */
export declare function describeEntryFault(field: string, fault: keyof typeof ENTRY_FAULTS): string;
/** An entry that would never hold. `day` is in ISO form. */
export declare function describePastDay(day: string): string;
/** The file is not text. */
export declare function describeNotUtf8(name: string): string;
/** The file is kept by Git LFS. */
export declare function describeLfsPointer(name: string): string;
/** The setting leads out of the repository. `value` is quoted. */
export declare function describeOutsidePath(value: string): string;
/** There is no work tree to edit the file in. `folder` is quoted. */
export declare function describeNoWorkTree(folder: string): string;
/** A folder, a link or a device stands in the file's place. */
export declare function describeIrregularFile(name: string): string;
/** The system refuses the file. */
export declare function describeInaccessibleFile(name: string, access: "read" | "written", code: string): string;
/** More than one fingerprint after `ignore`. What was typed may be a key, and is not repeated. */
export declare function describeManyFingerprints(count: number): string;
