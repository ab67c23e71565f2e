import type { Change } from "../domain/change.ts";
import type { BasePolicy } from "../ignore-file/base-rules.ts";
import type { Settings } from "../settings/settings.ts";
import { computeSettingsDigest } from "../settings/settings-digest.ts";

/** How a scan was set up, for those who want proof of it. */
export type ScanSetup = {
  /** `computeSettingsDigest` of its settings. */
  settings: string;
  /** Whether settings or the ignore file of the base left out paths. */
  isFiltered: boolean;
};

/** Tells how a scan was set up. Of texts no path is left out, and the ignore file may not have been fetched for them. */
export async function describeScanSetup(
  settings: Settings,
  change: Change,
  basePolicy: () => Promise<BasePolicy>,
): Promise<ScanSetup> {
  const isFiltered =
    settings.paths.length + settings.exclude.length > 0 ||
    (change.kind !== "texts" && (await basePolicy()).exclude.length > 0);
  return { settings: computeSettingsDigest(settings), isFiltered };
}
