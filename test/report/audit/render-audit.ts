import type { AuditReport } from "../../../src/domain/audit-report.ts";
import { renderAuditIssue as issue, renderAuditSummary as summary } from "../../../src/report/audit/markdown.ts";
import { renderAuditText as text } from "../../../src/report/audit/text.ts";
import { type AuditContext, describeAudit } from "../../../src/report/audit/view.ts";
import type { Look } from "../../../src/report/terminal/look.ts";

// Each medium as an entry point uses it: the report is described, and the medium lays that out.

export { renderAuditCsv } from "../../../src/report/audit/csv.ts";
export { renderAuditHtml } from "../../../src/report/audit/html.ts";
export { renderAuditJson } from "../../../src/report/audit/json.ts";

export const renderAuditText = (report: AuditReport, look: Look): string =>
  text(describeAudit(report), look, "terminal");

export const renderAuditSummary = (report: AuditReport, context: AuditContext): string =>
  summary(describeAudit(report), context);

export const renderAuditIssue = (report: AuditReport, context: AuditContext, room = 38_000): string =>
  issue(describeAudit(report), context, room);
