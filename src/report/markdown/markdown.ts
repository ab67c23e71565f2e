import type { Report } from "../../domain/report.ts";
import { listSteps } from "../advice/advice.ts";
import { alarm } from "../alarm.ts";
import { escapeHref, formatCode } from "../escape.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import { getSeverity, rankFindings } from "../severity.ts";
import { mapLazily, truncateList } from "../truncate.ts";
import { describeTitle } from "../wording/title.ts";
import { formatHeading, type LinkTo, renderDetails, renderRow, renderSteps, TABLE_HEAD } from "./key.ts";
import {
  describeNotShown,
  renderActions,
  renderFooter,
  renderGaps,
  renderUnfinished,
  type Sheet,
  type Told,
} from "./sections.ts";

/** What a text tells of the run it comes from, and how places can be looked at. */
export type Context = Told & { link: LinkTo };

/** How many keys get their steps unfolded. */
const MOST_STEPS = 3;

/** The comment on the pull request. GitHub refuses bodies over 65,536 characters; hidden lines come on top of this. */
export function renderComment(report: Report, context: Context): string {
  return page(report, context, commentSheet(context), `### ${describeTitle(report)}`, alarm(report.findings));
}

/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
export function renderSummary(report: Report, context: Context): string {
  const utf8 = new TextEncoder();
  const sheet = { room: 1_000_000, size: (text: string) => utf8.encode(text).length, rest: "the JSON report has all" };
  return page(report, context, sheet, `## ${describeTitle(report)}`, alarm(report.findings));
}

/** The comment once nothing that this change brought can do harm any more. */
export function renderResolvedComment(report: Report, context: Context): string {
  const older = report.findings.some((one) => getSeverity(one) === "older");
  const all = "Resolved: nothing that this change brought can do harm any more.";
  const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
  return page(
    report,
    context,
    commentSheet(context),
    `### ${describeTitle(report)}`,
    [opening, alarm(report.findings)].filter(Boolean).join("\n\n"),
  );
}

/** The comment once the commits that held the keys are gone. `open` are fingerprints never proven inactive. */
export function renderGoneComment(open: readonly string[], context: Context): string {
  const history = "The commits that held keys are gone from this pull request: its history was rewritten.";
  const footer = renderFooter(context, null);
  if (open.length === 0) {
    const opening = `Resolved. ${history} All keys found in them were dead by then.`;
    return ["### No OpenAI keys are left in this pull request", opening, footer].join("\n\n");
  }
  const [is, was, it] = open.length === 1 ? ["is", "was", "it"] : ["are", "were", "they"];
  const names = truncateList(
    open.map((one) => formatCode(one)),
    open.length,
    20_000,
    (text) => text.length,
  );
  const more = names.left > 0 ? ` and ${formatNumber(names.left)} more` : "";
  return [
    `### ${formatCount(open.length, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
    `${history} A pushed key stays exposed all the same until it is revoked: anyone may have fetched it.`,
    `Please make sure that ${it} ${is} revoked. Fingerprint${open.length === 1 ? "" : "s"}: ${names.texts.join(", ")}${more}.`,
    footer,
  ].join("\n\n");
}

function commentSheet({ runUrl }: Context): Sheet {
  const summary = runUrl === null ? "the job summary" : `the [job summary](${escapeHref(runUrl)})`;
  return { room: 59_000, size: (text) => text.length, rest: `${summary} has all` };
}

function page(report: Report, context: Context, sheet: Sheet, title: string, opening: string): string {
  const findings = rankFindings(report.findings);
  const setting = { link: context.link, change: report.change.kind };
  const [did, begun, gaps] = [
    renderActions(findings, context, sheet),
    renderUnfinished(report, sheet),
    renderGaps(report, sheet),
  ];
  const footer = renderFooter(context, report);
  const frame = [title, opening, did, begun, gaps, footer];
  let free = sheet.room - sheet.size(frame.join("\n\n")) - 1000;

  const rows = truncateList(
    mapLazily(findings, (one) => renderRow(one, setting)),
    findings.length,
    free / 2,
    sheet.size,
  );
  const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
  free -= sheet.size(table);
  const first = findings.slice(0, MOST_STEPS).filter((one) => listSteps(one, setting.change).length > 0);
  const todo = truncateList(
    mapLazily(
      first,
      (one) => `${first.length > 1 ? `**${formatHeading(one)}**\n\n` : ""}${renderSteps(one, setting.change)}`,
    ),
    first.length,
    free / 2,
    sheet.size,
  );
  free -= sheet.size(todo.texts.join("\n\n"));
  const share = Math.max(1500, free / Math.max(findings.length, 1));
  const folded = truncateList(
    mapLazily(findings, (one) =>
      renderDetails(one, setting, !first.slice(0, todo.texts.length).includes(one), share, sheet.size),
    ),
    findings.length,
    free,
    sheet.size,
  );
  return [
    title,
    opening,
    table,
    describeNotShown(rows.left, "is not in this table", "are not in this table", sheet),
    did,
    todo.texts.length > 0 ? `#### Next\n\n${todo.texts.join("\n\n")}` : "",
    folded.texts.length > 0 ? folded.texts.join("\n\n") : "",
    rows.left < folded.left
      ? describeNotShown(folded.left, "is not shown in full", "are not shown in full", sheet)
      : "",
    begun,
    gaps,
    footer,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
