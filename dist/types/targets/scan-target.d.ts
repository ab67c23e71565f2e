import type { Change } from "../domain/change.js";
import type { Source } from "../domain/source.js";
import { type BasePolicy } from "../ignore-file/base-rules.js";
/** What to look at, for whoever is no event. */
export type ScanTarget = 
/** Commits, as `main..HEAD`; null for those that HEAD has and its upstream or the default branch has not. */
{
    kind: "range";
    range: string | null;
}
/** Commits between two full object names; a null base has none. */
 | {
    kind: "commits";
    base: string | null;
    head: string;
}
/** What is staged for the next commit. */
 | {
    kind: "staged";
}
/** What a push brings, as git tells a pre-push or a pre-receive hook on this stream; `remote` is where it goes. */
 | {
    kind: "pushed";
    stream: AsyncIterable<Uint8Array>;
    remote: string | null;
}
/** Every commit of every branch and tag; `unreachable`: and what none of them leads to any more. */
 | {
    kind: "history";
    unreachable: boolean;
}
/** Files on disk, by globs; all when there are none. `ignored`: those that .gitignore hides, too. */
 | {
    kind: "files";
    globs: readonly string[];
    ignored: boolean;
}
/** One stream, under the name it is to be shown by. */
 | {
    kind: "stdin";
    stream: AsyncIterable<Uint8Array>;
    name: string;
};
/** Where it is, and which paths count. */
export type ScanContext = {
    /** The repository, or the folder of the files. */
    repo: string;
    /** What git may know of the environment. */
    environment: NodeJS.ProcessEnv;
    /** Globs; all paths when there are none. */
    paths: readonly string[];
    exclude: readonly string[];
    /** The ignore file, by its path in the repository. */
    ignoreFile: string;
    /** Told how far a long reading is. */
    progress: (done: number, expected: number) => void;
};
/** What is looked at, and what the base says of it. */
export type OpenScanTarget = {
    change: Change;
    source: Source;
    trusted: BasePolicy;
};
/**
 * Opens a place. Trusted is what stands where the change begins: the base of commits, and for all else the last commit. What only some of them need is loaded for those.
 *
 * @throws UsageError where it is not there, or is not what it should be.
 */
export declare function openScanTarget(place: ScanTarget, around: ScanContext): Promise<OpenScanTarget>;
