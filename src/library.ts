import { SYSTEM_CLOCK } from "./domain/clock.ts";
import { restrictReport } from "./domain/report.ts";
import { parseScanOptions, type ScanOptions } from "./library/options.ts";
import { findCheckout } from "./output-files/links.ts";
import { type ReportDocument, renderJson } from "./report/json.ts";
import { scanChange } from "./scan/scan.ts";
import { createWorld, openAuditJournal } from "./scan/world.ts";
import { parseSettings } from "./settings/settings.ts";
import { restrictPolicy } from "./targets/base-policy.ts";
import { openScanTarget } from "./targets/scan-target.ts";
import { VERSION } from "./version.ts";

export { UsageError } from "./errors.ts";
export type { LibraryTarget as Place, ScanOptions } from "./library/options.ts";
export type { ReportDocument as Report } from "./report/json.ts";
export type { FindingDocument as Finding, SightingDocument as Sighting } from "./report/json-finding.ts";
export { VERSION } from "./version.ts";

/**
 * Scans as `openai-key-guard scan` does, and returns the report as `schema/report.v1.json` describes it. From the
 * environment it takes only proxies and what git needs; it writes only what the settings ask for.
 *
 * @throws UsageError for an option, a setting or a place that does not work, with a sentence that says what does.
 */
export async function scan(options: ScanOptions = {}): Promise<ReportDocument> {
  const { place = { kind: "range", range: null }, repo = ".", settings: given, signal } = parseScanOptions(options);
  const settings = parseSettings((name) => (given as Readonly<Record<string, string>> | undefined)?.[name]);
  const { paths, exclude, ignoreFile } = settings;
  const { env: environment } = process;
  const audit = { run: { version: VERSION }, clock: SYSTEM_CLOCK, checkouts: [(await findCheckout(repo)) ?? repo] };
  const journal = await openAuditJournal(settings.auditFile, audit);
  const { change, source, basePolicy } = await openScanTarget(place, {
    repo,
    environment,
    paths,
    pathsName: "paths",
    otherVendors: false,
    exclude,
    ignoreFile,
    progress: () => {},
  });
  const policy = restrictPolicy(settings.policy, basePolicy);
  const isCancelled = () => signal?.aborted === true;
  const world = createWorld({
    source,
    settings,
    environment,
    journal,
    ignores: async () => basePolicy,
    keysFile: async () => {
      const { readLocalBaseKeys } = await import("./targets/base-keys.ts");
      return await readLocalBaseKeys(change, { repo, environment }, settings);
    },
    replaceKey:
      policy.onLeak === "rotate"
        ? (await import("./rotate/connection.ts")).openKeyReplacer({
            settings: { ...settings, policy },
            environment,
            clock: SYSTEM_CLOCK,
            apiUrl: "https://api.github.com",
            checkouts: audit.checkouts,
            onKeyCreated: () => {},
          })
        : null,
    isCancelled,
  });
  const report = await scanChange(change, world, policy);
  const shown = restrictReport(report, settings.detail === "full" ? "full" : "minimal");
  return JSON.parse(renderJson(shown, VERSION)) as ReportDocument;
}
