/**
 * The text of a key, in an object that will not print itself: every ordinary way to turn it into text gives the mask.
 * `reveal` is the one way to the text; search for that word to see every reader.
 */
export declare class Secret {
    #private;
    /** The first 16 hex digits of the SHA-256 of the text: names the key without telling it. */
    readonly fingerprint: string;
    /** The prefix of the kind, `…`, and the last four characters. */
    readonly mask: string;
    constructor(text: string);
    /** The key itself. For comparing it with a record's visible ends, for trying it, and for the runner's masking. */
    reveal(): string;
    toString(): string;
    toJSON(): string;
}
/** The fingerprint of a key's text: the first 16 hex digits of its SHA-256. */
export declare function computeFingerprint(text: string): string;
/** A mask without the key's end: what may be shown to strangers. */
export declare function truncateMask(mask: string): string;
/** The text, with the whole of any key in it cut to `sk-…`: a net under the types, for names that hold one, as paths can. */
export declare function redactKeys(text: string): string;
