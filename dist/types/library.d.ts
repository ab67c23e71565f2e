import { type ScanOptions } from "./library/options.js";
import { type ReportDocument } from "./report/json.js";
export { UsageError } from "./errors.js";
export type { LibraryTarget as Place, ScanOptions } from "./library/options.js";
export type { ReportDocument as Report } from "./report/json.js";
export type { FindingDocument as Finding, SightingDocument as Sighting } from "./report/json-finding.js";
export { VERSION } from "./version.js";
/**
 * Scans as `openai-key-guard scan` does, and returns the report as `schema/report.v1.json` describes it. From the
 * environment it takes only proxies and what git needs; it writes only what the settings ask for.
 *
 * @throws UsageError for an option, a setting or a place that does not work, with a sentence that says what does.
 */
export declare function scan(options?: ScanOptions): Promise<ReportDocument>;
