import type { Medium } from "../../messages/medium.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { renderFederations } from "../terminal/federation.ts";
import { type Look, paintTitle, STYLES, toShownSigns } from "../terminal/look.ts";
import { renderVerdictLine } from "../terminal/one-line.ts";
import { measureColumns, TIED, wrap } from "../terminal/wrap.ts";
import { describeFound } from "../wording/audit/finding.ts";
import {
  AUDIT_SECTIONS,
  describeExceptionCount,
  describeMoreRows,
  describeQuietRules,
  NOT_JUDGED_MEANS,
} from "../wording/audit/labels.ts";
import { describeLevels } from "../wording/audit/title.ts";
import { formatProse } from "./prose.ts";
import type { AuditFindingView, AuditSubjectView } from "./subjects.ts";
import type { AuditView } from "./view.ts";

/** How many keys are shown with all that was found; those after them are a line each, and then a number. */
const MOST_IN_FULL = 15;
const MOST_LINES = 100;
const MOST_PROJECTS = 15;

/** The level stands in so many columns, and the longest name in a line takes so many. */
const LEVEL = 8;
const LONGEST_LISTED = 28;

const INDENT = " ".repeat(LEVEL + 3);

/** The audit for a terminal or a log: the verdict, what to do first, then the worst first, then sums and what is not known. */
export function renderAuditText(view: AuditView, look: Look, medium: Medium): string {
  const blocks = [
    ...(view.fixed === null ? [] : [wrapAll(view.fixed, look)]),
    ...renderFirst(view, look),
    ...renderSubjects(view, look),
    ...renderRules(view, look),
    ...renderProjects(view, look),
    ...renderNotJudged(view, look),
    ...renderExceptions(view, look),
    ...renderFederations(view.federations, look, { medium, after: "audit" }),
    ...renderNotes(view, look),
  ];
  const verdict = wrap(`${view.sign} ${escapePlain(view.title)}`, look.width, "  ")
    .map((text) => paintTitle(text, view.tone, look))
    .join("\n");
  if (blocks.length === 0) return renderVerdictLine(view.title, describeFooter(view), look);
  const text = [verdict, ...blocks, renderFooter(view, look)].join("\n\n");
  const isLong = text.split("\n").length > (look.height ?? Number.POSITIVE_INFINITY);
  return toShownSigns(isLong ? `${text}\n${verdict}` : text, look);
}

function renderFooter(view: AuditView, { paint, width }: Look): string {
  return wrap([view.scope, describeFooter(view)].join(" · "), width)
    .map((text) => paint("dim", text))
    .join("\n");
}

function describeFooter({ requests, checkedAgainst }: AuditView): string {
  return [requests, ...(checkedAgainst === null ? [] : [escapePlain(clipText(checkedAgainst, 60))])].join(" · ");
}

function renderFirst({ first }: AuditView, look: Look): readonly string[] {
  if (first === null) return [];
  const { name, detail, advice } = first;
  const text = `${AUDIT_SECTIONS.first}: ${formatPlain(name, TIED)}: ${formatProse(detail)}. ${formatProse(advice)}`;
  const [start = "", ...rest] = wrap(text, look.width);
  return [[start.replace(AUDIT_SECTIONS.first, (words) => look.paint("bold", words)), ...rest].join("\n")];
}

function renderSubjects({ subjects }: AuditView, look: Look): readonly string[] {
  const { verbose, paint } = look;
  if (subjects.length === 0) return [];
  const full = verbose ? subjects : subjects.slice(0, MOST_IN_FULL);
  const listed = subjects.slice(full.length, full.length + MOST_LINES);
  const more = subjects.length - full.length - listed.length;
  return [
    [
      ...full.flatMap((one) => renderSubject(one, look)),
      ...listed.map((one) => renderSubjectLine(one, look)),
      ...(more > 0 ? [paint("dim", `  ${describeMoreRows(more)}`)] : []),
    ].join("\n"),
  ];
}

/** A key: its level, name, place and owner, and under it what each rule found. */
function renderSubject(subject: AuditSubjectView, look: Look): readonly string[] {
  const { level, tone, name, place, findings } = subject;
  const { paint, width } = look;
  const shown = formatPlain(name, TIED);
  const where = formatPlain(place, TIED);
  const [head = "", ...rest] = wrap(`${shown}${where === "" ? "" : `, ${where}`}`, width - INDENT.length);
  return [
    `  ${paint(STYLES[tone], level.padEnd(LEVEL))} ${paint("bold", head)}`,
    ...rest.map((text) => `${INDENT}${text}`),
    ...findings.flatMap((one) => renderFound(one, level, look)),
  ];
}

function renderFound(finding: AuditFindingView, level: string, look: Look): readonly string[] {
  const { rule, detail, exception, fix } = finding;
  const other = finding.level === level ? "" : ` (${finding.level})`;
  const remark = exception === null ? "" : `; ${formatProse(exception)}`;
  const found = wrap(`${rule}${other}: ${formatProse(detail)}${remark}`, look.width - INDENT.length, "  ");
  const done = fix === null ? [] : wrap(fix.text, look.width - INDENT.length - 2, "");
  return [
    ...found.map((text) => `${INDENT}${text}`),
    ...done.map((text) => `${INDENT}  ${look.paint(STYLES[fix?.tone ?? "quiet"], text)}`),
  ];
}

/** A key in one line: its level, its name, and the rules that found it. */
function renderSubjectLine({ level, tone, name, findings }: AuditSubjectView, { paint, width }: Look): string {
  const called = clipText(formatPlain(name), LONGEST_LISTED);
  const room = Math.max(12, width - INDENT.length - measureColumns(called) - 2);
  const rules = clipText(findings.map(({ rule }) => rule).join(", "), room);
  return `  ${paint(STYLES[tone], level.padEnd(LEVEL))} ${called}  ${paint("dim", rules)}`;
}

function renderRules({ rules, quietRules }: AuditView, look: Look): readonly string[] {
  const found = rules.filter((one) => one.found > 0);
  if (found.length === 0) return [];
  const lines = found.flatMap(({ rule, title, level, found: count, advice }) => {
    const sum = `${rule}: ${describeFound(count, level)}`;
    const tone = level === "error" ? STYLES.bad : STYLES.warn;
    const [head = "", ...rest] = indentAll(`${sum.replaceAll(" ", TIED)}  ${title}`, 2, look);
    return [
      head.replace(sum, (words) => look.paint(tone, words)),
      ...rest.map((text) => `  ${text}`),
      ...advice.flatMap((one) => indentAll(formatProse(one), 4, look)),
    ];
  });
  const quiet = quietRules > 0 ? [look.paint("dim", `  ${describeQuietRules(quietRules)}`)] : [];
  return [[look.paint("bold", AUDIT_SECTIONS.rules), ...lines, ...quiet].join("\n")];
}

function renderProjects({ projects }: AuditView, look: Look): readonly string[] {
  if (projects.length < 2) return [];
  const shown = look.verbose ? projects : projects.slice(0, MOST_PROJECTS);
  const lines = shown.map(({ name, ...levels }) => {
    const called = clipText(formatPlain(name), Math.max(12, Math.min(44, look.width - 28)));
    return `  ${called}: ${describeLevels(levels)}`;
  });
  const more = projects.length - shown.length;
  const rest = more > 0 ? [look.paint("dim", `  ${describeMoreRows(more)}`)] : [];
  return [[look.paint("bold", AUDIT_SECTIONS.projects), ...lines, ...rest].join("\n")];
}

function renderNotJudged({ notJudged, gaps }: AuditView, look: Look): readonly string[] {
  const reasons = notJudged.flatMap(({ rules, because, suchAs }) => [
    ...indentAll(rules.join(", "), 2, look).map((text) => look.paint("yellow", text)),
    ...indentAll(`${formatProse(because)}${formatProse(suchAs)}`, 4, look),
  ]);
  const listed = gaps.flatMap((detail) => indentAll(formatProse(detail), 2, look));
  const heading = (text: string) => look.paint("bold", text);
  return [
    ...(reasons.length > 0
      ? [[heading(AUDIT_SECTIONS.notJudged), ...reasons, ...indentAll(NOT_JUDGED_MEANS, 2, look)].join("\n")]
      : []),
    ...(listed.length > 0 ? [[heading(AUDIT_SECTIONS.gaps), ...listed].join("\n")] : []),
  ];
}

function renderExceptions({ excepted, exceptedCount }: AuditView, look: Look): readonly string[] {
  if (exceptedCount === 0) return [];
  const heading = look.paint("dim", describeExceptionCount(exceptedCount));
  const shown = look.verbose ? excepted : excepted.slice(0, MOST_IN_FULL);
  const lines = shown.flatMap(({ name, findings }) =>
    findings.flatMap(({ rule, exception }) =>
      indentAll(`${formatPlain(name, TIED)}, ${rule}: ${formatProse(exception ?? "")}`, 2, look).map((text) =>
        look.paint("dim", text),
      ),
    ),
  );
  const more = excepted.length - shown.length;
  const rest = more > 0 ? [look.paint("dim", `  ${describeMoreRows(more)}`)] : [];
  return [[heading, ...lines, ...rest].join("\n")];
}

function renderNotes({ notes }: AuditView, look: Look): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.flatMap((note) =>
    wrap(`- ${formatProse(note)}`, look.width - 2, "  ").map((text) => `  ${text}`),
  );
  return [[look.paint("bold", AUDIT_SECTIONS.notes), ...lines].join("\n")];
}

function indentAll(text: string, columns: number, { width }: Look): readonly string[] {
  return wrap(text, width - columns).map((one) => `${" ".repeat(columns)}${one}`);
}

function wrapAll(text: string, { width }: Look): string {
  return wrap(text, width).join("\n");
}
