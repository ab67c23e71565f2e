import type { Blob } from "./blob.js";
import type { Hit, Sighting } from "./candidate.js";
import type { Gap } from "./gap.js";
/** How much was read. `texts` counts what is neither a file nor a git blob: commit messages and the like. */
export type Coverage = {
    commits: number;
    blobs: number;
    bytes: number;
    texts: number;
    /** Where only some paths count, and the change touches none of them: how many files it changes. */
    untouched?: UntouchedPaths;
};
/** The globs of `paths`, and how many files changed of which none matches any. */
export type UntouchedPaths = {
    globs: readonly string[];
    changedFiles: number;
};
/** What a person would call a blob, such as its path in quotes; `path` where it has one. */
export type BlobName = {
    name: string;
    path?: string;
};
/** Where bytes come from. */
export type Source = {
    /** Every new object and text of the change, each once. */
    blobs(): AsyncIterable<Blob>;
    /** Locates a hit: every commit and path of the change that introduced it. Expensive: for hits only. */
    locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]>;
    /**
     * The same sightings with `preexisting` final: a source may search the base once for all keys. To be called once all
     * blobs are read, with the very objects that `locate` returned.
     */
    complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]>;
    /** What a person would call the blob; null where it is at no path that counts. Expensive: for gaps only. */
    nameOf(blob: Blob): Promise<BlobName | null>;
    /** What was read, and what should have been and was not. To be called once all blobs are read and located. */
    account(): {
        coverage: Coverage;
        gaps: readonly Gap[];
    };
};
