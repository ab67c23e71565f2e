import { restrictReport } from "./domain/report.ts";
import { type ReportDocument, renderJson } from "./report/json.ts";
import { scanChange } from "./scan/scan.ts";
import { createWorld } from "./scan/world.ts";
import { parseSettings, type SettingName } from "./settings/settings.ts";
import { restrictPolicy } from "./targets/base-policy.ts";
import { openScanTarget, type ScanTarget } from "./targets/scan-target.ts";
import { VERSION } from "./version.ts";

export { UsageError } from "./errors.ts";
export type { ReportDocument } from "./report/json.ts";
export type { ScanTarget } from "./targets/scan-target.ts";
export { VERSION } from "./version.ts";

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
export async function scan({ place, repo, settings: given, signal }: ScanOptions = {}): Promise<ReportDocument> {
  const settings = parseSettings((name) => (given as Partial<Record<SettingName, string>> | undefined)?.[name]);
  const { paths, exclude, ignoreFile } = settings;
  const { change, source, trusted } = await openScanTarget(place ?? { kind: "range", range: null }, {
    repo: repo ?? ".",
    environment: process.env,
    paths,
    exclude,
    ignoreFile,
    progress: () => {},
  });
  const world = await createWorld({
    source,
    settings,
    environment: process.env,
    run: { version: VERSION },
    ignores: async () => trusted.ignore,
    isCancelled: () => signal?.aborted === true,
  });
  const report = await scanChange(change, world, restrictPolicy(settings.policy, trusted));
  return JSON.parse(
    renderJson(restrictReport(report, settings.detail === "full" ? "full" : "minimal"), VERSION),
  ) as ReportDocument;
}
