import * as core from "@actions/core";
import type { Clock } from "../domain/clock.ts";
import type { Report } from "../domain/report.ts";
import type { StickyComment } from "../github/comment/sticky-comment.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { NoticeContent } from "../report/notice/content.ts";
import type { NoticeSource } from "../report/notice/notice.ts";
import type { PageContext } from "../report/view/view.ts";
import type { NotifySettings } from "../settings/notify-settings.ts";
import type { CheckoutContext } from "../targets/checkout.ts";
import { VERSION } from "../version.ts";
import { readNotifySecret } from "./notify-secret.ts";

const { env } = process;

/** What a message is about, and who asked for it. `comment` remembers what the last run told; null where there is none. */
export type News = {
  report: Report;
  context: PageContext;
  notify: NotifySettings;
  scope: EventScope;
  comment: StickyComment | null;
};

/** Tells others of a scan, where it has news for them. What fails is one warning. */
export async function sendNews(
  { report, context, notify, scope, comment }: News,
  { serverUrl, repository }: CheckoutContext,
  clock: Clock,
): Promise<void> {
  const { hasNews } = await import("../domain/news.ts");
  if (!hasNews(report, notify.when, comment?.before ?? null)) return;
  const { createNoticeContent } = await import("../report/notice/content.ts");
  const source = describeSource(scope, { serverUrl, repository });
  await sendContent(createNoticeContent(report, source, context), notify, clock);
}

/** Sends a message, with what signs it for a program. What fails is one warning. */
export async function sendContent(
  content: NoticeContent,
  { url, format }: Pick<NotifySettings, "url" | "format">,
  clock: Clock,
): Promise<void> {
  const { sendNotice } = await import("../notify/send-notice.ts");
  const target = { url, format, secret: readNotifySecret() };
  const warning = await sendNotice(target, content, { clock, name: "notify-url", version: VERSION, environment: env });
  if (warning !== null) core.warning(warning);
}

function describeSource(
  { pull }: EventScope,
  { serverUrl, repository }: Pick<CheckoutContext, "serverUrl" | "repository">,
): NoticeSource {
  const url = (number: number) => `${serverUrl}/${repository}/pull/${number}`;
  return { repository: repository || null, pull: pull && { number: pull.number, url: url(pull.number) } };
}
