import * as core from "@actions/core";
import type { Clock } from "../../domain/clock.ts";
import { listStoredSecrets, NO_KEPT_SECRETS } from "../../domain/kept-key.ts";
import type { RotationReport } from "../../domain/rotation.ts";
import type { OutputFile } from "../../output-files/output-file.ts";
import type { RotationContext, RotationView } from "../../report/rotation/view.ts";
import type { NotifySettings } from "../../settings/notify-settings.ts";
import { VERSION } from "../../version.ts";
import { describeRepositories, type ReportingRun } from "../default-branch.ts";
import { formatRunUrl, readNotifySecret } from "../inputs.ts";
import { setAll, tryOrWarn, writeFileOf, writeTemporaryReport } from "../outputs.ts";
import { writeSummary } from "../summary.ts";

const { env } = process;

/** Whom to tell of rotations. */
type RotationReceiver = {
  repository: string | null;
  notify: NotifySettings | null;
  clock: Clock;
  reporting: ReportingRun;
};

/** Publishes what came of rotations: outputs and the report, the log, the job's summary. Where one fails the others go on. */
export async function publishRotation(
  report: RotationReport,
  file: OutputFile | null,
  hasAuditFile: boolean,
  told: RotationReceiver,
): Promise<void> {
  const { describeRotation } = await import("../../report/rotation/view.ts");
  const context: RotationContext = {
    medium: "workflow",
    version: VERSION,
    runUrl: formatRunUrl(),
    goOn: null,
    hasAuditFile,
    kept: await describeRepositories(listStoredSecrets(report), told.reporting).catch(() => NO_KEPT_SECRETS),
  };
  const view = describeRotation(report, context);
  const json = async () => (await import("../../report/rotation/json.ts")).renderRotationJson(report, VERSION);
  const written = file ? await writeFileOf(file, json) : await writeTemporaryReport(json);
  const rotated = report.rotations.filter(({ state }) => state.kind === "rotated" || state.kind === "planned").length;
  const failed = report.rotations.length - rotated;
  await setAll({ rotated, failed, report: written ?? "" });
  await tryOrWarn("The log", async () => {
    const { renderRotationText } = await import("../../report/rotation/text.ts");
    core.info(renderRotationText(view, { paint: (_style, text) => text, width: 100, unicode: true }, context.medium));
  });
  await sendRotationNews(report, view, context, told);
  // Other runners than GitHub's may have no summary, and then core throws.
  if (!env["GITHUB_STEP_SUMMARY"]) return;
  await tryOrWarn("The job's summary", async () => {
    const { renderRotationSummary } = await import("../../report/rotation/markdown.ts");
    await writeSummary(renderRotationSummary(view, context));
  });
}

/** Tells others of what was rotated, and of what was to be and is not. */
async function sendRotationNews(
  report: RotationReport,
  view: RotationView,
  context: RotationContext,
  { repository, notify, clock }: RotationReceiver,
): Promise<void> {
  if (notify === null) return;
  const [{ createRotationNoticeContent, hasRotationNews }, { sendContent }] = await Promise.all([
    import("../../report/notice/rotation-notice.ts"),
    import("../send-news.ts"),
  ]);
  if (!hasRotationNews(report)) return;
  const content = createRotationNoticeContent(report, view, repository, context);
  const warning = await sendContent(content, { ...notify, secret: readNotifySecret() }, clock);
  if (warning !== null) core.warning(warning);
}
