import { type ReportDocument } from "./report/json.js";
import { type SettingName } from "./settings/settings.js";
import { type ScanTarget } from "./targets/scan-target.js";
export { UsageError } from "./errors.js";
export type { ReportDocument } from "./report/json.js";
export type { ScanTarget } from "./targets/scan-target.js";
export { VERSION } from "./version.js";
/** How to scan. Settings have the names, values and defaults of the Action's inputs. */
export type ScanOptions = {
    /** What to look at; the commits that HEAD has and its upstream has not when left out. */
    place?: ScanTarget;
    /** The repository, or the folder of the files; the current folder when left out. */
    repo?: string;
    settings?: Partial<Record<Exclude<SettingName, "scan" | "comment" | "github-token">, string>>;
    /** Whether to stop before the next key is contained; the one in hand is finished. */
    signal?: AbortSignal;
};
/**
 * Scans as `openai-key-guard scan` does, and gives the report as `schema/report.v1.json` describes it. Nothing is taken
 * from the environment but what git needs, and nothing is written but what the settings ask for.
 *
 * @throws UsageError for a setting or a place that does not work, with a sentence that says what would.
 */
export declare function scan({ place, repo, settings: given, signal }?: ScanOptions): Promise<ReportDocument>;
