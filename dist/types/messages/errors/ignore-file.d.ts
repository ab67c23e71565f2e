/** A fault at a place of the file. `what` is a sentence about it; lines count from 1. */
export declare function describeFileFault(name: string, line: number, what: string): string;
/** What the YAML parser may stumble over. Its own sentences quote the file, which may hold a key. */
export declare const YAML_FAULTS: {
    readonly tab: "This line is indented with a tab. Use spaces.";
    readonly duplicate: "This word is here twice. Keep one of the two.";
    readonly missing: "A colon, a quote or a bracket is missing, here or above.";
    readonly sign: "This text begins with a character that means something in YAML. Put the text in quotes.";
    readonly colon: "There is a second colon here, or too much indentation. Put a text that has a colon in quotes.";
    readonly deep: "This is nested too deeply.";
    readonly other: "This is not valid YAML. Check the indentation.";
    readonly second: "A second document begins here. Keep one.";
    readonly directive: "This line is a directive for the YAML parser. Remove it.";
    readonly alias: "This text begins with *, which is an alias in YAML. Put the text in quotes.";
    readonly anchor: "This text begins with &, which is an anchor in YAML. Put the text in quotes.";
    readonly tag: "This text begins with !, which is a tag in YAML. Put the text in quotes.";
};
/** The file holds a key. */
export declare const HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";
/** Something else stands where words with values belong. */
export declare function describeNoFields(what: string, words: readonly string[]): string;
/** Something else stands where a list belongs. */
export declare function describeNoList(what: string): string;
/** An item without anything in it. */
export declare function describeEmptyItem(list: string): string;
/** Something else stands where a text belongs. */
export declare function describeNoText(what: string): string;
/** A word that the file does not know. `word` is quoted, or null where it may be a key; `hint` may name the nearest. */
export declare function describeUnknownWord(word: string | null, known: readonly string[], hint: string): string;
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
/** The file is too large to be read. */
export declare function describeLargeFile(name: string): string;
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
