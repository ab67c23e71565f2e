/** The version in package.json; a test compares them. */
export declare const VERSION = "0.1.0";
/**
 * The git tree of `src` that the bundle was built from, as `git rev-parse <commit>:src` gives it; null outside a bundle.
 * It stands in a file beside the bundle, so that a change of one source file leaves the other files as they are.
 */
export declare function readSourcesId(): Promise<string | null>;
