import { isUnpublished } from "../domain/change.ts";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import type { ToldBefore } from "../domain/news.ts";
import { PrivateText } from "../domain/private-text.ts";
import type { Report } from "../domain/report.ts";
import type { Settings } from "../settings/settings.ts";
import { VERSION } from "../version.ts";
import { createPlaceLinks } from "./links.ts";

const { env, stderr } = process;

/**
 * Tells others of a scan, where the settings name somebody. What never left the machine is nobody else's business.
 * `before`: what an earlier run found, which is no news; null where nobody knows.
 */
export async function sendNews(
  report: Report,
  { notify }: Pick<Settings, "notify">,
  before: ToldBefore | null = null,
): Promise<void> {
  if (notify === null || isUnpublished(report.change)) return;
  const { hasNews } = await import("../domain/news.ts");
  if (!hasNews(report, notify.when, before)) return;
  const [{ sendNotice }, { createNoticeContent }, { BARE_CONTEXT }] = await Promise.all([
    import("../notify/send-notice.ts"),
    import("../report/notice/content.ts"),
    import("../report/context.ts"),
  ]);
  const { change } = report;
  const here = env["GITHUB_REPOSITORY"] || null;
  const link = await createPlaceLinks(change);
  const source = { repository: nameScope(change) ?? here, pull: null };
  const context = { ...BARE_CONTEXT, now: SYSTEM_CLOCK.now(), head: "", version: VERSION, link };
  const secret = env["NOTIFY_SECRET"] ? new PrivateText(env["NOTIFY_SECRET"]) : null;
  const world = { clock: SYSTEM_CLOCK, name: "NOTIFY_URL", version: VERSION, environment: env };
  const warning = await sendNotice({ ...notify, secret }, createNoticeContent(report, source, context), world);
  if (warning !== null) stderr.write(`${warning}\n`);
}

/** The organisation or repository that a report is of, where it is not the one that the run is of. */
function nameScope(change: Report["change"]): string | null {
  if (change.kind === "sweep") return change.organization;
  return change.kind === "alerts" ? change.of : null;
}
