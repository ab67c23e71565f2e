import type { SilentCounts } from "./candidate.js";
import type { Change } from "./change.js";
import type { Decision } from "./decision.js";
import { type Finding } from "./finding.js";
import { type Gap } from "./gap.js";
import type { KeyRecord } from "./inventory.js";
import type { UnfinishedContainment } from "./journal.js";
import type { Coverage } from "./source.js";
/** What a run found, what it could not read, and how much it read. */
export type Report = {
    change: Change;
    coverage: Coverage & {
        milliseconds: number;
    };
    /** Texts of a key's shape that are none, and so no findings. */
    silent: SilentCounts;
    findings: readonly Finding[];
    gaps: readonly Gap[];
    /** The name of the organisation whose Admin API key was used; null where it is not known, or must not be shown. */
    askedAs: string | null;
    /** Containments that an earlier run began, and whose end this one could not infer: for a person to check. */
    unfinished: readonly UnfinishedContainment[];
};
/** A report in one word. */
export type Conclusion = "clean" | "leaked" | "incomplete";
/** How much a report shows: `minimal` names no project, owner or key, and shows no end of a key. */
export type Detail = "full" | "minimal";
/** The conclusion of a report, whatever the run is set to fail on. */
export declare function conclude({ findings, gaps }: Report): Conclusion;
/** The conclusion that decides the exit code: findings that the operator lets pass do not count. */
export declare function concludeRun(report: Report): Conclusion;
/** Restricts a report to what its reader may see. */
export declare function restrictReport(report: Report, detail: Detail): Report;
/** Removes the names from what was decided about a key. */
export declare function removeNamesFromDecision(decision: Decision): Decision;
/** Removes a record's names. Its id stays: it is no secret and names nobody, and its owners find the key by it. */
export declare function removeNames(record: KeyRecord): KeyRecord;
/** The keys of one repository of a sweep, with their places there alone. */
export declare function selectRepository(findings: readonly Finding[], name: string): readonly Finding[];
