import * as core from "@actions/core";
import type { AuditReport } from "../../domain/audit-report.ts";
import type { ApiFailure } from "../../github/api-failure.ts";
import type { OutputFile } from "../../output-files/output-file.ts";
import type { AuditContext, AuditView } from "../../report/audit/view.ts";
import type { AuditedRepository } from "../../targets/default-branch-policy.ts";
import { VERSION } from "../../version.ts";
import { formatRunUrl, readNotifySecret } from "../inputs.ts";
import { setAll, tryOrWarn, writeFileOf, writeTemporaryReport } from "../outputs.ts";
import { writeSummary } from "../summary.ts";
import type { AuditInputs } from "./audit-inputs.ts";

const { env } = process;

/** The files that an audit was asked to write; null where it was not. */
export type AuditFiles = { report: OutputFile | null; html: OutputFile | null };

/** Publishes an audit: outputs and files, the log, the job's summary, the issue. Where one fails the others go on. */
export async function publishAudit(
  report: AuditReport,
  inputs: AuditInputs,
  files: AuditFiles,
  repository: AuditedRepository,
): Promise<void> {
  const { describeAudit } = await import("../../report/audit/view.ts");
  const view = describeAudit(report);
  const job = [env["GITHUB_WORKFLOW"], env["GITHUB_JOB"]].filter(Boolean).join(" / ") || null;
  const context: AuditContext = { medium: "workflow", version: VERSION, runUrl: formatRunUrl(), job };
  await setAuditOutputs(report, files, context);
  await tryOrWarn("The log", async () => {
    const { renderAuditText } = await import("../../report/audit/text.ts");
    core.info(renderAuditText(view, { paint: (_style, text) => text, width: 100, unicode: true }, context.medium));
  });
  const issue = inputs.writesIssue
    ? await tryOrWarn("The issue", async () => await publishIssue(report, view, context, inputs, repository))
    : null;
  const trouble = issue?.trouble ?? null;
  if (trouble) core.warning(trouble);
  await tryOrWarn("The message", async () => await sendAuditNews(report, { view, context, issue }, inputs, repository));
  // Other runners than GitHub's may have no summary, and then core throws.
  if (!env["GITHUB_STEP_SUMMARY"]) return;
  await tryOrWarn("The job's summary", async () => {
    const { renderAuditSummary } = await import("../../report/audit/markdown.ts");
    await writeSummary([renderAuditSummary(view, context), ...(trouble ? [`> ${trouble}`] : [])].join("\n\n"));
  });
}

async function setAuditOutputs(report: AuditReport, files: AuditFiles, context: AuditContext): Promise<void> {
  const json = async () => (await import("../../report/audit/json.ts")).renderAuditJsonPieces(report, VERSION);
  const written = files.report ? await writeFileOf(files.report, json) : await writeTemporaryReport(json);
  if (files.html) {
    await writeFileOf(files.html, async () => {
      const { renderAuditHtml } = await import("../../report/audit/html.ts");
      return renderAuditHtml(report, context);
    });
  }
  const { countLevels } = await import("../../report/wording/audit/title.ts");
  await setAll({
    conclusion: report.conclusion,
    ...countLevels(report.findings),
    keys: report.keys.length,
    report: written ?? "",
  });
}

/** What became of the issue: `trouble` says in a sentence why it could not be written. */
type PublishedIssue = { trouble: string | null; url: string | null; isNews: boolean };

/** Tells others of what the issue had not told yet. Without an issue nobody knows what is new: then all is told. */
async function sendAuditNews(
  report: AuditReport,
  { view, context, issue }: { view: AuditView; context: AuditContext; issue: PublishedIssue | null },
  { notify }: AuditInputs,
  { repository: { owner, repo }, clock }: AuditedRepository,
): Promise<void> {
  if (notify === null || view.subjects.length === 0 || issue?.isNews === false) return;
  const [{ createAuditNoticeContent }, { sendContent }] = await Promise.all([
    import("../../report/notice/audit-notice.ts"),
    import("../send-news.ts"),
  ]);
  const source = { repository: owner === "" ? null : `${owner}/${repo}`, issueUrl: issue?.url || null };
  const content = createAuditNoticeContent(report, view, source, context);
  const warning = await sendContent(content, { ...notify, secret: readNotifySecret() }, clock);
  if (warning !== null) core.warning(warning);
}

/** Writes the issue. It costs the issue, and nothing else, where that fails: then everything counts as news. */
async function publishIssue(
  report: AuditReport,
  view: AuditView,
  context: AuditContext,
  { githubToken: token, policyFile }: AuditInputs,
  { apiUrl, repository, clock }: AuditedRepository,
): Promise<PublishedIssue> {
  const fail = (trouble: string) => ({ trouble, url: null, isNews: true });
  const { describeIssueTrouble, NO_TOKEN } = await import("../../messages/audit/sub-action.ts");
  if (token === null) return fail(describeIssueTrouble(NO_TOKEN));
  const [{ ISSUE_TEXT_ROOM }, { writeIssue }, { computeJobId }, { renderAuditIssue }, { listFindingIds }, title] =
    await Promise.all([
      import("../../github/issue/issue-state.ts"),
      import("../../github/issue/sticky-issue.ts"),
      import("../../github/comment/comment-state.ts"),
      import("../../report/audit/markdown.ts"),
      import("../../report/audit/subjects.ts"),
      import("../../report/wording/audit/title.ts"),
    ]);
  const workflow = (env["GITHUB_WORKFLOW_REF"] ?? env["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, "");
  const message = {
    job: computeJobId([workflow, env["GITHUB_JOB"] ?? "", policyFile]),
    title: title.describeIssueTitle(report.findings),
    text: renderAuditIssue(view, context, ISSUE_TEXT_ROOM),
    findings: listFindingIds(report),
    isComplete: report.conclusion !== "incomplete",
  };
  const result = await writeIssue({ apiUrl, token }, repository, message, { clock });
  if (result.kind === "failed") return fail(describeIssueTrouble(await explainFailure(result.failure)));
  return { trouble: null, url: null, isNews: false, ...(result.kind !== "none" && result) };
}

async function explainFailure({ kind, status }: ApiFailure): Promise<string> {
  const { describeGitHubFailure, NEEDS_ISSUES, NO_ISSUES } = await import("../../messages/audit/sub-action.ts");
  if (kind === "forbidden") return NEEDS_ISSUES;
  return kind === "not-found" ? NO_ISSUES : describeGitHubFailure(kind, status);
}
