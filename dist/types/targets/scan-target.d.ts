import type { Change } from "../domain/change.js";
import type { Source } from "../domain/source.js";
import type { AlertScope } from "../github/alerts/alert-scope.js";
import { type BasePolicy } from "../ignore-file/base-rules.js";
import type { InputFormat } from "../sources/scanner-reports/input-format.js";
import type { CloseAlerts } from "./alerts/alert-closing.js";
/** What to scan, where no event says so. */
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
/** Every commit of every branch and tag; `unreachable`: also those that no branch or tag leads to any more. */
 | {
    kind: "history";
    unreachable: boolean;
}
/** Files on disk, by globs; all when there are none. `ignored`: also those that .gitignore hides. */
 | {
    kind: "files";
    globs: readonly string[];
    ignored: boolean;
}
/** GitHub's open alerts for keys of OpenAI's, of a repository or an organisation. */
 | {
    kind: "alerts";
    scope: AlertScope;
    access: {
        apiUrl: string;
        token: string;
    };
}
/** One stream, by the name that reports call it: a text, or the report of another scanner. */
 | {
    kind: "stdin";
    stream: AsyncIterable<Uint8Array>;
    name: string;
    format?: InputFormat;
};
/** Where the target is, and which paths count. */
export type ScanContext = {
    /** The repository, or the folder of the files. */
    repo: string;
    /** The variables that git may see. */
    environment: NodeJS.ProcessEnv;
    /** Globs; all paths when there are none. */
    paths: readonly string[];
    /** What the reader calls the setting `paths`: `--paths` on the command line. */
    pathsName: string;
    exclude: readonly string[];
    /** The ignore file, by its path in the repository. */
    ignoreFile: string;
    /** Whether keys of other vendors are to be noted: then objects of a history that hold one are read too. */
    otherVendors: boolean;
    /** Called while a long history is read. */
    progress: (done: number, expected: number) => void;
};
/** What is scanned, and what the base's ignore file says. */
export type OpenScanTarget = {
    change: Change;
    source: Source;
    basePolicy: BasePolicy;
    /** Closes alerts whose keys are proven dead; absent where no alerts are read. */
    closeAlerts?: CloseAlerts;
};
/**
 * Opens a target. The ignore file that counts is that of the base of commits, and for everything else that of HEAD. Code
 * that only some targets need is loaded for those.
 *
 * @throws UsageError where the target does not exist, or is not what it should be.
 */
export declare function openScanTarget(target: ScanTarget, context: ScanContext): Promise<OpenScanTarget>;
