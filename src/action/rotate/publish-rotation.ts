import * as core from "@actions/core";
import type { RotationReport } from "../../domain/rotation.ts";
import type { OutputFile } from "../../output-files/output-file.ts";
import type { RotationContext } from "../../report/rotation/view.ts";
import { VERSION } from "../../version.ts";
import { formatRunUrl } from "../inputs.ts";
import { setAll, tryOrWarn, writeFileOf, writeTemporaryReport } from "../outputs.ts";
import { writeSummary } from "../summary.ts";

const { env } = process;

/** Publishes what came of rotations: outputs and the report, the log, the job's summary. Where one fails the others go on. */
export async function publishRotation(
  report: RotationReport,
  file: OutputFile | null,
  hasAuditFile: boolean,
): Promise<void> {
  const { describeRotation } = await import("../../report/rotation/view.ts");
  const context: RotationContext = {
    medium: "workflow",
    version: VERSION,
    runUrl: formatRunUrl(),
    goOn: null,
    hasAuditFile,
  };
  const view = describeRotation(report, context);
  const json = async () => (await import("../../report/rotation/json.ts")).renderRotationJson(report, VERSION);
  const written = file ? await writeFileOf(file, json) : await writeTemporaryReport(json);
  const rotated = report.rotations.filter(({ state }) => state.kind === "rotated" || state.kind === "planned").length;
  const failed = report.rotations.length - rotated;
  await setAll({ rotated, failed, report: written ?? "" });
  await tryOrWarn("The log", async () => {
    const { renderRotationText } = await import("../../report/rotation/text.ts");
    core.info(renderRotationText(view, { paint: (_style, text) => text, width: 100, unicode: true }));
  });
  // Other runners than GitHub's may have no summary, and then core throws.
  if (!env["GITHUB_STEP_SUMMARY"]) return;
  await tryOrWarn("The job's summary", async () => {
    const { renderRotationSummary } = await import("../../report/rotation/markdown.ts");
    await writeSummary(renderRotationSummary(view, context));
  });
}
