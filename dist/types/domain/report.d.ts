import type { Change } from "./change.js";
import { type Finding } from "./finding.js";
import { type Gap } from "./gap.js";
import type { UnfinishedContainment } from "./journal.js";
import type { Coverage } from "./source.js";
/** What a run found, what it could not see, and how much it read. */
export type Report = {
    change: Change;
    coverage: Coverage & {
        milliseconds: number;
    };
    findings: readonly Finding[];
    gaps: readonly Gap[];
    /** What the organisation that OpenAI was asked as calls itself; null where nobody said, or it is not to be shown. */
    askedAs: string | null;
    /** What an earlier run began to contain, and this one did not meet again: to be looked at by a person. */
    unfinished: readonly UnfinishedContainment[];
};
/** The one word for a report. */
export type Conclusion = "clean" | "leaked" | "incomplete";
/** How much the reader may learn: `minimal` names no project, owner or key, and shows no end of a key. */
export type Detail = "full" | "minimal";
/** What a report comes to, whatever the run is set to fail on. */
export declare function conclude({ findings, gaps }: Report): Conclusion;
/** How a run ends: as its report does, but for findings the operator lets pass. */
export declare function concludeRun(report: Report): Conclusion;
/** The report as this reader may see it. */
export declare function restrictReport(report: Report, detail: Detail): Report;
