/**
 * The text of a key, in an object that does not print it: every ordinary way to turn it into text gives the mask. `reveal`
 * is the only way to the text; search for that word to see every reader.
 */
export declare class Secret {
    #private;
    /** The first 16 hex digits of the SHA-256 of the text: names the key without revealing it. */
    readonly fingerprint: string;
    /** The prefix of the kind, `…`, and the last four characters. */
    readonly mask: string;
    constructor(text: string);
    /** The key itself: to compare it with a record's visible ends, to try it, and to have the runner mask it. */
    reveal(): string;
    toString(): string;
    toJSON(): string;
}
/** The fingerprint of a key's text: the first 16 hex digits of its SHA-256. */
export declare function computeFingerprint(text: string): string;
/** A mask without the key's end, as anyone may see it. */
export declare function truncateMask(mask: string): string;
