import type { Clock } from "../domain/clock.ts";
import type { PrivateText } from "../domain/private-text.ts";
import type { Report } from "../domain/report.ts";
import type { StickyComment } from "../github/comment/sticky-comment.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { NotifyTarget } from "../notify/send-notice.ts";
import type { NoticeContent } from "../report/notice/content.ts";
import type { NoticeSource } from "../report/notice/notice.ts";
import type { PageContext } from "../report/view/view.ts";
import type { NotifySettings } from "../settings/notify-settings.ts";
import type { CheckoutContext } from "../targets/checkout.ts";
import { VERSION } from "../version.ts";

const { env } = process;

/** What a message is about, and who asked for it. `comment` remembers what the last run told; null where there is none. */
export type News = {
  report: Report;
  context: PageContext;
  notify: NotifySettings;
  secret: PrivateText | null;
  scope: EventScope;
  comment: StickyComment | null;
};

/** Tells others of a scan, where it has news for them. Returns a sentence where that failed, for a warning. */
export async function sendNews(
  { report, context, notify, secret, scope, comment }: News,
  { serverUrl, repository }: CheckoutContext,
  clock: Clock,
): Promise<string | null> {
  const { hasNews } = await import("../domain/news.ts");
  if (!hasNews(report, notify.when, comment?.before ?? null)) return null;
  const { createNoticeContent } = await import("../report/notice/content.ts");
  const source = describeSource(scope, { serverUrl, repository });
  return await sendContent(createNoticeContent(report, source, context), { ...notify, secret }, clock);
}

/** Sends a message, with what signs it for a program. Returns a sentence where that failed, for a warning. */
export async function sendContent(
  content: NoticeContent,
  { url, format, secret }: NotifyTarget,
  clock: Clock,
): Promise<string | null> {
  const { sendNotice } = await import("../notify/send-notice.ts");
  const target = { url, format, secret };
  return await sendNotice(target, content, { clock, name: "notify-url", version: VERSION, environment: env });
}

function describeSource(
  { pull }: EventScope,
  { serverUrl, repository }: Pick<CheckoutContext, "serverUrl" | "repository">,
): NoticeSource {
  const url = (number: number) => `${serverUrl}/${repository}/pull/${number}`;
  return { repository: repository || null, pull: pull && { number: pull.number, url: url(pull.number) } };
}
