import * as core from "@actions/core";
import type { Clock } from "../domain/clock.ts";
import { conclude, type Report } from "../domain/report.ts";
import { isAncestor } from "../git/commits/revisions.ts";
import type { ApiFailure } from "../github/api-failure.ts";
import type { CommentResult } from "../github/comment/comment-result.ts";
import type { EventScope } from "../github/event-scope.ts";
import { createLinks } from "../github/link.ts";
import { isOneLine, renderOneLine } from "../report/terminal/one-line.ts";
import type { PageContext, ReportView } from "../report/view/view.ts";
import type { NotifySettings } from "../settings/notify-settings.ts";
import type { CheckoutContext } from "../targets/checkout.ts";
import type { ScanSetup } from "../targets/scan-setup.ts";
import { VERSION } from "../version.ts";
import { formatRunUrl, readNotifySecret } from "./inputs.ts";
import { type ReportFiles, setOutputs, tryOrWarn } from "./outputs.ts";
import type { PullComment } from "./pull-comment.ts";
import { writeSummary } from "./summary.ts";

const { env } = process;

/** Where a report goes, beside the run itself. `describeScan` tells how the scan was set up, for its proof. */
export type Destination = {
  files: ReportFiles;
  scope: EventScope;
  comment: PullComment | null;
  describeScan: () => Promise<ScanSetup>;
  notify: NotifySettings | null;
};

/**
 * Publishes a report: outputs and files, the comment, annotations, the log, the summary. A containment must be told: where
 * one of them fails there is a warning, and the others go on.
 */
export async function publish(
  report: Report,
  { files, scope, comment, describeScan, notify }: Destination,
  checkout: CheckoutContext,
  clock: Clock,
): Promise<void> {
  const context = await createPageContext(report, checkout, scope, clock);
  await setOutputs(report, files, context, describeScan);
  const result =
    comment && (await tryOrWarn("The comment", () => publishComment(comment, report, context, scope, checkout)));
  const write = result?.kind === "failed" ? result.failure : null;
  const memory = comment?.opened?.memoryFailure ?? null;
  const note = write === null && memory === null ? null : await describeTrouble({ write, memory }, scope);
  if (note) core.warning(note);
  await tryOrWarn("The log", async () => await publishToRun(report, context, note ? [`> ${note}`] : []));
  if (notify) {
    await tryOrWarn("The message", async () => {
      const { sendNews } = await import("./send-news.ts");
      const news = { report, context, notify, secret: readNotifySecret(), scope, comment: comment?.opened ?? null };
      const warning = await sendNews(news, checkout, clock);
      if (warning !== null) core.warning(warning);
    });
  }
  // Last, because it may wait.
  await tryOrWarn("The comment", async () => await comment?.opened?.settle());
}

async function describeTrouble(
  failures: { write: ApiFailure | null; memory: ApiFailure | null },
  { pull }: EventScope,
): Promise<string | null> {
  const { describeCommentTrouble } = await import("../report/wording/pull-request-comment.ts");
  return describeCommentTrouble(failures, pull?.isFork === true);
}

/** Publishes to the run itself: annotations, the log, the job's summary. */
async function publishToRun(report: Report, context: PageContext, notes: readonly string[]): Promise<void> {
  const look = { paint: (_style: string, text: string) => text, width: 100, unicode: true };
  if (isOneLine(report)) return core.info(renderOneLine(report, look));
  // Longer reports are rendered by modules that a clean change does not load.
  const { describeReport } = await import("../report/view/view.ts");
  const view = describeReport(report, context);
  await tryOrWarn("The annotations", async () => await annotate(view));
  await tryOrWarn("The log", async () => {
    const { renderText } = await import("../report/terminal/text.ts");
    core.info(renderText(view, look));
  });
  // Other runners than GitHub's may have no summary, and then core throws.
  const needsSummary = report.findings.length + report.unfinished.length > 0 || conclude(report) !== "clean";
  if (env["GITHUB_STEP_SUMMARY"] && needsSummary) {
    await tryOrWarn("The job's summary", async () => {
      const { renderSummary } = await import("../report/markdown/markdown.ts");
      await writeSummary([renderSummary(view, context), ...notes].join("\n\n"));
    });
  }
  if (view.failure !== null) core.info(view.failure);
}

async function annotate(view: ReportView): Promise<void> {
  const { renderAnnotations } = await import("../report/annotations.ts");
  for (const { level, message, title, path: file, line, column } of renderAnnotations(view)) {
    const place = { file, startLine: line, startColumn: column };
    PRINTERS[level](
      message,
      Object.fromEntries(Object.entries({ title, ...place }).filter(([, value]) => value !== null)),
    );
  }
}

/** Writes the comment. A clean change asks GitHub nothing, unless an earlier comment may name commits that are gone. */
async function publishComment(
  comment: PullComment,
  report: Report,
  context: PageContext,
  scope: EventScope,
  checkout: CheckoutContext,
): Promise<CommentResult | null> {
  if (report.findings.length === 0 && conclude(report) === "clean" && !(await isRewritten(scope, checkout)))
    return null;
  const { chooseMessage } = await import("../github/message.ts");
  const { renderComment, renderGoneComment } = await import("../report/markdown/markdown.ts");
  const { describeReport } = await import("../report/view/view.ts");
  const view = describeReport(report, context);
  const texts = {
    renderComment: (room: number) => renderComment(view, context, room),
    renderGoneComment: (open: readonly string[], more: number) => renderGoneComment({ open, more }, context),
  };
  return await (await comment.open()).write(chooseMessage(report, texts));
}

/** Whether this push removed commits that an earlier comment may name. */
async function isRewritten({ pull }: EventScope, checkout: CheckoutContext): Promise<boolean> {
  if (pull === null || pull.replaced === null) return false;
  // Without a checkout, or in one that lacks the commits, nobody can say that nothing was removed.
  return !(await isAncestor(checkout, pull.replaced, pull.head).catch(() => false));
}

async function createPageContext(
  { change, findings }: Report,
  checkout: CheckoutContext,
  scope: EventScope,
  clock: Clock,
): Promise<PageContext> {
  const { pull } = scope;
  const { serverUrl, repository } = checkout;
  return {
    medium: "workflow",
    range: pull === null ? "push" : "pull request",
    now: clock.now(),
    head: change.kind === "range" ? change.head : (env["GITHUB_SHA"] ?? ""),
    link: createLinks(`${serverUrl}/${repository}`),
    runUrl: formatRunUrl(),
    repository: repository || null,
    defaultBranch: await findBranchFor(findings, scope, checkout, clock),
    serverUrl,
    job: [env["GITHUB_WORKFLOW"], env["GITHUB_JOB"]].filter(Boolean).join(" / ") || null,
    version: VERSION,
  };
}

/** The default branch, which only a workflow that can do without its key needs: GitHub is asked for no other. */
async function findBranchFor(
  findings: Report["findings"],
  scope: EventScope,
  { repository, apiUrl, token }: CheckoutContext,
  clock: Clock,
): Promise<string | null> {
  if (scope.defaultBranch !== null || findings.length === 0) return scope.defaultBranch;
  const [{ isForWorkflow }, { findOwnDefaultBranch }] = await Promise.all([
    import("../report/advice/federation/workflow-place.ts"),
    import("./default-branch.ts"),
  ]);
  if (!findings.some(isForWorkflow)) return null;
  const [owner = "", repo = ""] = repository.split("/");
  return await findOwnDefaultBranch(scope, { apiUrl, repository: { owner, repo }, clock, token });
}

const PRINTERS = { error: core.error, warning: core.warning, notice: core.notice };
