export { quoteForMessage } from "./messages/quote.js";
/**
 * An error that the reader can fix: a setting, an argument, a missing permission. Its message is a whole sentence that
 * names what was given and what works; entry points print it without a stack and end with exit code 2.
 */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
