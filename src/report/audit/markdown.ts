import { clipText, escapeHref, escapeMarkdown, escapePlain } from "../escape.ts";
import { formatMarkdown, LONGEST_NAME } from "../line.ts";
import { formatFederation } from "../markdown/federation.ts";
import { type Size, truncateList } from "../truncate.ts";
import type { Tone } from "../view/key.ts";
import { describeFound } from "../wording/audit/finding.ts";
import {
  AUDIT_COLUMNS,
  AUDIT_SECTIONS,
  describeExceptionCount,
  describeMoreElsewhere,
  describeQuietRules,
  NOT_JUDGED_MEANS,
} from "../wording/audit/labels.ts";
import { linkRest, REST } from "../wording/labels.ts";
import { REPOSITORY } from "../wording/pull-request-comment.ts";
import { formatMarkdownProse } from "./prose.ts";
import type { AuditFindingView, AuditSubjectView } from "./subjects.ts";
import type { AuditContext, AuditView } from "./view.ts";

/** How much a page holds, in which unit, and where the rest is. */
type AuditPage = { room: number; size: Size; rest: string; level: "##" | ""; rows: number };

const MARKS: Readonly<Record<Tone, string>> = { bad: "🔴", warn: "🟡", good: "✅", quiet: "⚪" };

/** What the sentences on what is not shown take at most. */
const RESERVE = 1000;

/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
export function renderAuditSummary(view: AuditView, context: AuditContext): string {
  return renderPage(view, context, { room: 1_000_000, size: countBytes, rest: REST.report, level: "##", rows: 2000 });
}

/**
 * The text of the audit's issue, in at most `room` bytes. It tells no time and no number of requests, so that two audits
 * that found the same say the same.
 */
export function renderAuditIssue(view: AuditView, context: AuditContext, room: number): string {
  const rest = context.runUrl === null ? REST.summary : formatMarkdown(linkRest(context.runUrl));
  return renderPage(view, context, { room, size: countBytes, rest, level: "", rows: 200 });
}

const utf8 = new TextEncoder();

/** GitHub limits bytes. */
function countBytes(text: string): number {
  return utf8.encode(text).length;
}

/** What has to be there takes its room first; then the keys, as many as fit. */
function renderPage(view: AuditView, context: AuditContext, page: AuditPage): string {
  const title = `${page.level === "" ? "**" : "## "}${view.mark} ${escapeMarkdown(view.title)}${page.level === "" ? "**" : ""}`;
  const head = [title, renderFirst(view), view.fixed ?? ""];
  const rest = [
    renderRules(view, page),
    renderProjects(view, page),
    renderNotJudged(view, page),
    renderExceptions(view, page),
    renderFederations(view, page),
    renderNotes(view, page),
    renderFooter(view, context, page),
  ];
  const free = page.room - page.size([...head, ...rest].join("\n\n")) - RESERVE;
  return [...head, renderTable(view, page, free), ...rest].filter((part) => part !== "").join("\n\n");
}

function renderFirst({ first, tone }: AuditView): string {
  if (first === null) return "";
  const kind = tone === "bad" ? "CAUTION" : "WARNING";
  const { name, detail, advice } = first;
  return `> [!${kind}]\n> **${AUDIT_SECTIONS.first}:** ${formatMarkdown(name)}: ${formatMarkdownProse(detail)}. ${formatMarkdownProse(advice)}`;
}

function renderTable({ subjects }: AuditView, { size, rest, rows }: AuditPage, free: number): string {
  if (subjects.length === 0) return "";
  const { texts } = truncateList(subjects.slice(0, rows), renderRow, free, size);
  const { level, subject, found } = AUDIT_COLUMNS;
  const table = [`| ${level} | ${subject} | ${found} |`, "|---|---|---|", ...texts].join("\n");
  const left = subjects.length - texts.length;
  const more = left > 0 ? describeMoreElsewhere(left, rest) : "";
  return [texts.length > 0 ? table : "", more].filter((part) => part !== "").join("\n\n");
}

function renderRow({ level, tone, name, place, findings }: AuditSubjectView): string {
  const where = place.length === 0 ? "" : `<br>${formatMarkdown(place, "cell")}`;
  const found = findings.map((one) => renderFound(one, level)).join("<br>");
  return `| ${MARKS[tone]}&nbsp;${level} | ${formatMarkdown(name, "cell")}${where} | ${found} |`;
}

function renderFound(finding: AuditFindingView, level: string): string {
  const { rule, detail, exception, fix } = finding;
  const other = finding.level === level ? "" : ` (${finding.level})`;
  const remark = exception === null ? "" : `; ${formatMarkdownProse(exception, "cell")}`;
  const done = fix === null ? "" : `<br>${MARKS[fix.tone]} ${escapeMarkdown(fix.text)}`;
  return `**${escapeMarkdown(rule)}**${other}: ${formatMarkdownProse(detail, "cell")}${remark}${done}`;
}

function renderRules({ rules, quietRules }: AuditView, page: AuditPage): string {
  const lines = rules
    .filter(({ found }) => found > 0)
    .map(({ rule, title, level, found, advice }) => {
      const what = advice.map((one) => formatMarkdownProse(one)).join(" ");
      return `- **${escapeMarkdown(rule)}** (${describeFound(found, level)}): ${escapeMarkdown(title)}. ${what}`;
    });
  const quiet = lines.length > 0 && quietRules > 0 ? `\n\n${describeQuietRules(quietRules)}` : "";
  return `${renderSection(AUDIT_SECTIONS.rules, lines, page)}${quiet}`;
}

function renderProjects({ projects }: AuditView, { room, size, rest }: AuditPage): string {
  if (projects.length < 2) return "";
  const format = ({ name, keys, errors, warnings }: AuditView["projects"][number]) =>
    `| ${formatMarkdown(name, "cell")} | ${keys} | ${errors} | ${warnings} |`;
  const { texts, left } = truncateList(projects.slice(0, MOST_PROJECTS), format, room / 8, size);
  const more = left + Math.max(0, projects.length - MOST_PROJECTS);
  const { project, keys, errors, warnings } = AUDIT_COLUMNS;
  return [
    `<details><summary>${AUDIT_SECTIONS.projects}</summary>`,
    "",
    `| ${project} | ${keys} | ${errors} | ${warnings} |`,
    "|---|--:|--:|--:|",
    ...texts,
    ...(more > 0 ? ["", describeMoreElsewhere(more, rest)] : []),
    "",
    "</details>",
  ].join("\n");
}

const MOST_PROJECTS = 100;

function renderNotJudged({ notJudged, gaps }: AuditView, page: AuditPage): string {
  const lines = notJudged.map(
    ({ rules, because, suchAs }) =>
      `- ${escapeMarkdown(rules.join(", "))}: ${formatMarkdownProse(because)}${formatMarkdownProse(suchAs)}`,
  );
  const section = renderSection(AUDIT_SECTIONS.notJudged, lines, page);
  const listed = renderSection(
    AUDIT_SECTIONS.gaps,
    gaps.map((detail) => `- ${formatMarkdownProse(detail)}`),
    page,
  );
  return [section === "" ? "" : `${section}\n\n${NOT_JUDGED_MEANS}`, listed].filter((part) => part !== "").join("\n\n");
}

function renderExceptions({ excepted, exceptedCount }: AuditView, { room, size, rest }: AuditPage): string {
  if (exceptedCount === 0) return "";
  const lines = excepted.flatMap(({ name, findings }) =>
    findings.map(
      ({ rule, exception }) =>
        `- ${formatMarkdown(name)}, ${escapeMarkdown(rule)}: ${formatMarkdownProse(exception ?? "")}`,
    ),
  );
  const { texts, left } = truncateList(lines, (one) => one, room / 8, size);
  return [
    `<details><summary>${describeExceptionCount(exceptedCount)}</summary>`,
    "",
    ...texts,
    ...(left > 0 ? ["", describeMoreElsewhere(left, rest)] : []),
    "",
    "</details>",
  ].join("\n");
}

/** Each folded. One for which there is no room is left out: the JSON report has it. */
function renderFederations({ federations }: AuditView, { room, size, rest }: AuditPage): string {
  const { texts, left } = truncateList(federations, formatFederation, room / 4, size);
  return [...texts, ...(left > 0 ? [describeMoreElsewhere(left, rest)] : [])].join("\n\n");
}

function renderNotes({ notes }: AuditView, page: AuditPage): string {
  return renderSection(
    AUDIT_SECTIONS.notes,
    notes.map((note) => `- ${formatMarkdownProse(note)}`),
    page,
  );
}

function renderSection(title: string, lines: readonly string[], { room, size, rest }: AuditPage): string {
  if (lines.length === 0) return "";
  const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
  const more = left > 0 ? [`- ${describeMoreElsewhere(left, rest)}`] : [];
  return [`**${title}**`, "", ...texts, ...more].join("\n");
}

function renderFooter(view: AuditView, { version, runUrl, job = null }: AuditContext, { level }: AuditPage): string {
  const { scope, requests, checkedAgainst, at } = view;
  const isSummary = level === "##";
  const parts = [
    ...(isSummary ? [scope, requests, at] : []),
    ...(checkedAgainst === null ? [] : [escapeMarkdown(clipText(checkedAgainst, LONGEST_NAME))]),
    ...(runUrl === null || isSummary ? [] : [`[Run](${escapeHref(runUrl)})`]),
    `[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY})`,
    ...(job === null ? [] : [escapeMarkdown(clipText(job, LONGEST_NAME))]),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
