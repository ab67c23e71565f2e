import type { Report } from "../domain/report.ts";
import type { SweepMeasure } from "../domain/sweep.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import type { OutputFile } from "../output-files/output-file.ts";
import type { Settings } from "../settings/settings.ts";
import type { OpenScanTarget } from "../targets/scan-target.ts";
import { VERSION } from "../version.ts";

/** Writes the proof of a scan, and returns whether that worked. Where not, standard error says so. */
export async function writeProof(
  report: Report,
  proof: OutputFile,
  settings: Settings,
  { change, basePolicy }: Pick<OpenScanTarget, "change" | "basePolicy">,
  sweep?: SweepMeasure,
): Promise<boolean> {
  const [{ describeScanSetup }, { renderPredicate }] = await Promise.all([
    import("../targets/scan-setup.ts"),
    import("../report/proof/predicate.ts"),
  ]);
  const setup = await describeScanSetup(settings, change, async () => basePolicy);
  const code = await proof
    .write(renderPredicate(report, { version: VERSION, ...setup, ...(sweep && { sweep }) }))
    .then(() => null, getErrorCode);
  if (code === null) return true;
  const { describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  process.stderr.write(`${describeOutputFailure(`${proof.name} ${JSON.stringify(proof.file)}`, code)}\n`);
  return false;
}
