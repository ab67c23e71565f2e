import type { Report } from "../../domain/report.ts";
import { advice } from "../advice/advice.ts";
import { alarm } from "../alarm.ts";
import { escapeHref, formatCode } from "../escape.ts";
import { counted, grouped } from "../numbers.ts";
import { ranked, standingOf } from "../severity.ts";
import { fitted, lazily } from "../truncate.ts";
import { headline } from "../wording/title.ts";
import { details, headingOf, type LinkTo, row, steps, TABLE_HEAD } from "./key.ts";
import { deeds, foot, type Sheet, type Told, unfinished, unsaid, unseen } from "./sections.ts";

/** What a text tells of the run it comes from, and how places can be looked at. */
export type Context = Told & { link: LinkTo };

/** How many keys get their steps unfolded. */
const MOST_STEPS = 3;

/** The comment on the pull request. GitHub refuses bodies over 65,536 characters; hidden lines come on top of this. */
export function renderComment(report: Report, context: Context): string {
  return page(report, context, commentSheet(context), `### ${headline(report)}`, alarm(report.findings));
}

/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
export function renderSummary(report: Report, context: Context): string {
  const utf8 = new TextEncoder();
  const sheet = { room: 1_000_000, size: (text: string) => utf8.encode(text).length, rest: "the JSON report has all" };
  return page(report, context, sheet, `## ${headline(report)}`, alarm(report.findings));
}

/** The comment once nothing that this change brought can do harm any more. */
export function renderResolvedComment(report: Report, context: Context): string {
  const older = report.findings.some((one) => standingOf(one) === "older");
  const all = "Resolved: nothing that this change brought can do harm any more.";
  const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
  return page(
    report,
    context,
    commentSheet(context),
    `### ${headline(report)}`,
    [opening, alarm(report.findings)].filter(Boolean).join("\n\n"),
  );
}

/** The comment once the commits that held the keys are gone. `open` are fingerprints never proven inactive. */
export function renderGoneComment(open: readonly string[], context: Context): string {
  const history = "The commits that held keys are gone from this pull request: its history was rewritten.";
  const footer = foot(context, null);
  if (open.length === 0) {
    const opening = `Resolved. ${history} All keys found in them were dead by then.`;
    return ["### No OpenAI keys are left in this pull request", opening, footer].join("\n\n");
  }
  const [is, was, it] = open.length === 1 ? ["is", "was", "it"] : ["are", "were", "they"];
  const names = fitted(
    open.map((one) => formatCode(one)),
    open.length,
    20_000,
    (text) => text.length,
  );
  const more = names.left > 0 ? ` and ${grouped(names.left)} more` : "";
  return [
    `### ${counted(open.length, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
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
  const findings = ranked(report.findings);
  const setting = { link: context.link, change: report.change.kind };
  const [did, begun, gaps] = [deeds(findings, context, sheet), unfinished(report, sheet), unseen(report, sheet)];
  const footer = foot(context, report);
  const frame = [title, opening, did, begun, gaps, footer];
  let free = sheet.room - sheet.size(frame.join("\n\n")) - 1000;

  const rows = fitted(
    lazily(findings, (one) => row(one, setting)),
    findings.length,
    free / 2,
    sheet.size,
  );
  const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
  free -= sheet.size(table);
  const first = findings.slice(0, MOST_STEPS).filter((one) => advice(one, setting.change).length > 0);
  const todo = fitted(
    lazily(first, (one) => `${first.length > 1 ? `**${headingOf(one)}**\n\n` : ""}${steps(one, setting.change)}`),
    first.length,
    free / 2,
    sheet.size,
  );
  free -= sheet.size(todo.texts.join("\n\n"));
  const share = Math.max(1500, free / Math.max(findings.length, 1));
  const folded = fitted(
    lazily(findings, (one) =>
      details(one, setting, !first.slice(0, todo.texts.length).includes(one), share, sheet.size),
    ),
    findings.length,
    free,
    sheet.size,
  );
  return [
    title,
    opening,
    table,
    unsaid(rows.left, "is not in this table", "are not in this table", sheet),
    did,
    todo.texts.length > 0 ? `#### Next\n\n${todo.texts.join("\n\n")}` : "",
    folded.texts.length > 0 ? folded.texts.join("\n\n") : "",
    rows.left < folded.left ? unsaid(folded.left, "is not shown in full", "are not shown in full", sheet) : "",
    begun,
    gaps,
    footer,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
