declare const SOURCES: string | undefined;

/** The version in package.json; a test compares them. */
export const VERSION = "0.1.0";

/** The git tree of `src` that this was built from, to be found by `git rev-parse <commit>:src`; null when it is no bundle. */
export const SOURCES_ID: string | null = typeof SOURCES === "string" ? SOURCES : null;
