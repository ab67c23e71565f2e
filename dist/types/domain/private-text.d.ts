/**
 * A text that is no key and must not be printed all the same, such as an address with a token in it: every ordinary way to
 * turn it into text gives `…`. `reveal` is the only way to it, as with a `Secret`.
 */
export declare class PrivateText {
    #private;
    constructor(text: string);
    /** The text itself: to use it, and to have the runner mask it. */
    reveal(): string;
    toString(): string;
    toJSON(): string;
}
