import type { AuditReport } from "../../src/domain/audit-report.ts";
import { AUDITS, auditContext, createLargeAudit } from "../../test/report/audit/audit-stories.ts";
import {
  renderAuditHtml,
  renderAuditIssue,
  renderAuditSummary,
  renderAuditText,
} from "../../test/report/audit/render-audit.ts";
import type { Case } from "./cases.ts";
import { renderGitHubPage } from "./github-page.ts";
import { createTerminalLook, renderTerminalPage } from "./terminal-page.ts";

function listAuditCases(name: string, one: AuditReport): readonly Case[] {
  const state = `audit-${name}`;
  const [issue, summary] = [renderAuditIssue(one, auditContext), renderAuditSummary(one, auditContext)];
  const page = renderAuditHtml(one, auditContext);
  const terminal = (columns: number) => renderAuditText(one, createTerminalLook(columns));
  return [
    { state, medium: "comment", text: issue, toPage: (theme) => renderGitHubPage(issue, "comment", theme) },
    { state, medium: "summary", text: summary, toPage: (theme) => renderGitHubPage(summary, "summary", theme) },
    { state, medium: "page", text: page, toPage: () => page },
    {
      state,
      medium: "terminal",
      text: terminal(80),
      toPage: (theme, columns) => renderTerminalPage(terminal(columns), theme),
    },
  ];
}

/** Every audit in every medium; of very many keys the page alone, whose picture they fill. */
export const AUDIT_CASES: readonly Case[] = [
  ...Object.entries(AUDITS).flatMap(([name, one]) => listAuditCases(name, one)),
  ...listAuditCases("of-5000-keys", createLargeAudit(5000)).filter(({ medium }) => medium === "page"),
];
