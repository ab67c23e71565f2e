import { type AuditReport, isExcepted, isMended } from "../../domain/audit-report.ts";
import { identifySubject } from "../audit/subjects.ts";
import type { AuditContext, AuditView } from "../audit/view.ts";
import { showName, stressLine } from "../line.ts";
import { countLevelsLeft } from "../wording/audit/title.ts";
import { describeMoreFindings, describeNoticePlace, NOTICE_LINKS } from "../wording/notice.ts";
import type { NoticeContent } from "./content.ts";
import { renderListed } from "./document.ts";
import { MOST_ITEMS, type Notice, type NoticeSource } from "./notice.ts";

/** Where a message of an audit leads. */
type AuditNoticeSource = Pick<NoticeSource, "repository"> & { issueUrl: string | null };

/** What a message says of an audit. What the reader may not know must be taken out of the report before. */
export function createAuditNoticeContent(
  report: AuditReport,
  view: AuditView,
  source: AuditNoticeSource,
  context: AuditContext,
): NoticeContent {
  return {
    notice: () => buildAuditNotice(view, source, context),
    document: () => renderAuditDocument(report, source, context),
  };
}

function buildAuditNotice(
  { mark, title, subjects }: AuditView,
  { repository, issueUrl }: AuditNoticeSource,
  { runUrl, version }: AuditContext,
): Notice {
  const shown = subjects.slice(0, MOST_ITEMS);
  return {
    mark,
    title,
    place: describeNoticePlace(repository, null),
    items: shown.map(({ level, name, findings }) => ({
      mark: level === "error" ? "🔴" : "🟡",
      head: stressLine(name),
      lines: findings.map(({ detail }) => showName(detail)),
    })),
    describeMore: describeMoreFindings,
    more: subjects.length - shown.length,
    links: [
      ...(issueUrl === null ? [] : [{ text: NOTICE_LINKS.issue, url: issueUrl }]),
      ...(runUrl === null ? [] : [{ text: NOTICE_LINKS.run, url: runUrl }]),
    ],
    version,
  };
}

/** Which rules found which keys, by their ids: names and dates are in the report. */
function renderAuditDocument(
  report: AuditReport,
  { repository, issueUrl }: AuditNoticeSource,
  { runUrl, version }: AuditContext,
): string {
  const counting = report.findings.filter((one) => !isExcepted(one) && !isMended(one));
  const base = {
    schema: "openai-key-guard/notice/v1",
    kind: "audit",
    tool: { name: "openai-key-guard", version },
    repository,
    issue: issueUrl,
    run: runUrl,
    conclusion: report.conclusion,
    ...countLevelsLeft(report.findings),
    keys: report.keys.length,
  };
  const findings = counting.map((one) => ({ rule: one.rule, level: one.level, subject: identifySubject(one) }));
  return renderListed(base, "findings", findings);
}
