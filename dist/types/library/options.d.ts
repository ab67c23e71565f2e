import { type SettingName } from "../settings/settings.js";
import type { ScanTarget } from "../targets/scan-target.js";
/** Inputs of the Action that do nothing here: `place` says what to scan, and the caller gets the report. */
type ActionOnly = "scan" | "comment" | "github-token" | "report-file" | "sarif-file" | "proof-file" | "notify-url" | "notify-when" | "notify-format" | "doctor" | "close-alerts";
/** Settings by the names of the Action's inputs, written as there. An empty string counts as not given. */
export type LibrarySettings = Partial<Record<Exclude<SettingName, ActionOnly>, string>>;
/** What a program may scan: all but the alerts of GitHub, which are read by whoever runs the command line. */
export type LibraryTarget = Exclude<ScanTarget, {
    kind: "alerts";
}>;
/** How to scan. */
export type ScanOptions = {
    /** What to scan; the commits that HEAD has and its upstream does not when left out. */
    place?: LibraryTarget;
    /** The repository, or the folder of the files; the current folder when left out. */
    repo?: string;
    settings?: LibrarySettings;
    /** Once aborted, no other key is contained; the current one is finished. */
    signal?: AbortSignal;
};
/**
 * Checks what a caller passed, who may write JavaScript: a misspelt `dry-run` that is ignored would revoke keys.
 *
 * @throws UsageError naming the option that is unknown or has a wrong value, and what works.
 */
export declare function parseScanOptions(options: unknown): ScanOptions;
export {};
