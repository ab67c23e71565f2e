import { selectNews } from "../../domain/news.ts";
import type { Report } from "../../domain/report.ts";
import { describeReport, type PageContext } from "../view/view.ts";
import { renderNoticeDocument } from "./document.ts";
import { buildNotice, type Notice, type NoticeSource } from "./notice.ts";

/** What a message says: to people, and to a program. Only what a channel needs is worked out. */
export type NoticeContent = { notice: () => Notice; document: () => string };

/** What a message says of a scan. What the reader may not know must be taken out of the report before. */
export function createNoticeContent(report: Report, source: NoticeSource, context: PageContext): NoticeContent {
  const news = selectNews(report);
  const fingerprints = new Set(news.map(({ fingerprint }) => fingerprint));
  return {
    notice: () => buildNotice(describeReport(report, context), fingerprints, source, context),
    document: () => renderNoticeDocument(report, news, source, context),
  };
}
