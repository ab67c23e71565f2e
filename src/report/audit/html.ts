import type { AuditReport } from "../../domain/audit-report.ts";
import { clipText } from "../escape.ts";
import { renderDocument } from "../html/document.ts";
import { renderFederation } from "../html/federation.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink, renderName, renderSentence } from "../html/markup.ts";
import { MOST_ROWS, renderLeftOut } from "../html/sections.ts";
import { capitalize } from "../numbers.ts";
import { describeFound } from "../wording/audit/finding.ts";
import {
  AUDIT_COLUMNS,
  AUDIT_SECTIONS,
  describeExceptionCount,
  describeQuietRules,
  NOT_JUDGED_MEANS,
} from "../wording/audit/labels.ts";
import { describeFolded, PAGE_LABELS } from "../wording/page.ts";
import { renderAllKeys } from "./key-table.ts";
import { renderPlot } from "./plot.ts";
import { buildPlot } from "./plot-marks.ts";
import { splitProse } from "./prose.ts";
import { AUDIT_STYLE, AUDIT_STYLE_HASH } from "./style.ts";
import type { AuditFindingView, AuditSubjectView } from "./subjects.ts";
import { type AuditContext, type AuditView, describeAudit } from "./view.ts";

/** The sign in the round mark of the title; its colour is that of the tone. */
const SIGNS = { "✗": "!", "!": "!", "?": "?", "✓": "✓" } as const satisfies Record<AuditView["sign"], string>;

/** The audit on one page, for people who forward it. A picture shows all keys, and a table below it the same. */
export function renderAuditHtml(report: AuditReport, context: AuditContext): string {
  const view = describeAudit(report);
  const body = markup`${renderBanner(view, context)}<main>
${renderFirst(view)}${renderPlot(buildPlot(report))}${renderSubjects(view)}${renderNotJudged(view)}${renderRules(view)}${renderProjects(view)}${renderExceptions(view)}${view.federations.slice(0, MOST_FEDERATIONS).map(renderFederation)}${renderLeftOut(Math.max(0, view.federations.length - MOST_FEDERATIONS), "repository", "repositories")}${renderNotes(view)}${renderAllKeys(report)}</main>
`;
  const { version } = context;
  return renderDocument({ title: view.title, style: AUDIT_STYLE, styleHash: AUDIT_STYLE_HASH, version, body });
}

function renderBanner(
  { tone, sign, title, at, checkedAgainst, scope, requests }: AuditView,
  context: AuditContext,
): Markup {
  const { runUrl, job = null } = context;
  const facts = [
    markup`${at}`,
    ...(checkedAgainst === null ? [] : [renderName(clipText(checkedAgainst, 120))]),
    markup`${scope}`,
    markup`${requests}`,
    ...(job === null ? [] : [renderName(clipText(job, 120))]),
    ...(runUrl === null ? [] : [renderLink(runUrl, markup`${PAGE_LABELS.run}`)]),
  ];
  return markup`<header class="${tone}">
<p class="brand">${AUDIT_SECTIONS.page}${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${SIGNS[sign]}</span>${title}</h1>
</header>
`;
}

/** A sentence of a rule: code is set apart. */
function renderProse(prose: string): Markup {
  return markup`${splitProse(prose).map(({ text, isCode }) => (isCode ? markup`<code>${renderName(text)}</code>` : renderName(text)))}`;
}

function renderFirst({ first, tone, fixed }: AuditView): Markup {
  const done =
    fixed === null
      ? NOTHING
      : markup`<p class="alarm good">${fixed}</p>
`;
  if (first === null) return done;
  const { name, detail, advice } = first;
  return markup`${done}<p class="alarm ${tone}"><strong>${AUDIT_SECTIONS.first}:</strong> ${renderLine(name)}: ${renderProse(detail)}. ${renderProse(advice)}</p>
`;
}

/** Of so many repositories it is shown how their workflows can do without keys; the JSON report has all. */
const MOST_FEDERATIONS = 50;

/** So many keys are shown at once; those after them are folded. */
const OPEN = 50;

/** What was found, a row a key. */
function renderSubjects({ subjects }: AuditView): Markup {
  if (subjects.length === 0) return NOTHING;
  const folded = subjects.slice(OPEN, MOST_ROWS);
  const left = renderLeftOut(subjects.length - Math.min(subjects.length, MOST_ROWS), "key", "keys");
  return markup`<section aria-labelledby="findings">
<h2 id="findings">${AUDIT_SECTIONS.findings}</h2>
${renderSubjectTable(subjects.slice(0, OPEN))}${
  folded.length === 0
    ? left
    : markup`<details><summary>${describeFolded(folded.length)}</summary>
${renderSubjectTable(folded)}${left}</details>
`
}</section>
`;
}

/** The roles are said aloud because a phone shows the rows as cards, which takes them from the elements. */
function renderSubjectTable(subjects: readonly AuditSubjectView[]): Markup {
  const { level, subject, found } = AUDIT_COLUMNS;
  return markup`<table class="keys" role="table">
<thead role="rowgroup"><tr role="row">${[level, subject, found].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${subjects.map(renderSubject)}</tbody>
</table>
`;
}

function renderSubject({ level, tone, name, place, findings }: AuditSubjectView): Markup {
  const where = place.length === 0 ? NOTHING : markup`<span class="done">${renderSentence(place)}</span>`;
  return markup`<tr role="row"><td role="cell"><span class="chip ${tone}">${capitalize(level)}</span></td><th scope="row" role="rowheader">${renderSentence(name)}${where}</th><td role="cell"><ul class="found">${findings.map((one) => renderFinding(one, level))}</ul></td></tr>
`;
}

function renderFinding(finding: AuditFindingView, level: string): Markup {
  const { rule, detail, exception, fix } = finding;
  const other = finding.level === level ? "" : ` (${finding.level})`;
  const remark = exception === null ? NOTHING : markup`; ${renderProse(exception)}`;
  const done = fix === null ? NOTHING : markup` <span class="chip ${fix.tone}">${capitalize(fix.text)}</span>`;
  return markup`<li><strong>${rule}</strong>${other}: ${renderProse(detail)}${remark}${done}</li>`;
}

function renderNotJudged({ notJudged, gaps }: AuditView): Markup {
  if (notJudged.length + gaps.length === 0) return NOTHING;
  const reasons = notJudged.map(
    ({ rules, because, suchAs }) =>
      markup`<li><strong>${rules.join(", ")}</strong>: ${renderProse(because)}${renderProse(suchAs)}</li>`,
  );
  const listed = gaps.slice(0, MOST_ROWS).map((detail) => markup`<li>${renderProse(detail)}</li>`);
  return markup`<section class="card warn" aria-labelledby="unjudged">
<h2 id="unjudged">${AUDIT_SECTIONS.notJudged}</h2>
<p>${NOT_JUDGED_MEANS}</p>
<ul>${reasons}${listed}</ul>
${renderLeftOut(gaps.length - listed.length, "thing", "things")}</section>
`;
}

function renderRules({ rules, quietRules }: AuditView): Markup {
  const found = rules.filter((one) => one.found > 0);
  if (found.length === 0) return NOTHING;
  const rows = found.map(
    ({ rule, title, level, found: count, advice }) =>
      markup`<tr role="row"><th scope="row" role="rowheader">${rule}</th><td role="cell"><span class="chip ${level === "error" ? "bad" : "warn"}">${describeFound(count, level)}</span></td><td role="cell">${title}.${advice.map((one) => markup`<p class="advice">${renderProse(one)}</p>`)}</td></tr>
`,
  );
  const { rule, found: heading, advice } = AUDIT_COLUMNS;
  return markup`<section aria-labelledby="rules">
<h2 id="rules">${AUDIT_SECTIONS.rules}</h2>
<table class="keys rules" role="table">
<thead role="rowgroup"><tr role="row">${[rule, heading, advice].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
${quietRules > 0 ? markup`<p class="small">${describeQuietRules(quietRules)}</p>` : NOTHING}</section>
`;
}

function renderProjects({ projects }: AuditView): Markup {
  if (projects.length < 2) return NOTHING;
  const shown = projects.slice(0, MOST_ROWS);
  const { project, keys, errors, warnings } = AUDIT_COLUMNS;
  return markup`<section aria-labelledby="projects">
<h2 id="projects">${AUDIT_SECTIONS.projects}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="projects"><table>
<thead><tr><th scope="col">${project}</th>${[keys, errors, warnings].map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(
  (
    one,
  ) => markup`<tr><th scope="row">${renderSentence(one.name)}</th>${[one.keys, one.errors, one.warnings].map((count) => markup`<td class="number">${count}</td>`)}</tr>
`,
)}</tbody>
</table></div>
${renderLeftOut(projects.length - shown.length, "project", "projects")}</section>
`;
}

function renderExceptions({ excepted, exceptedCount }: AuditView): Markup {
  if (exceptedCount === 0) return NOTHING;
  const shown = excepted.slice(0, MOST_ROWS);
  return markup`<details class="ignored"><summary>${describeExceptionCount(exceptedCount)}</summary>
<ul>
${shown.map(({ name, findings }) =>
  findings.map(
    ({ rule, exception }) => markup`<li>${renderSentence(name)}, ${rule}: ${renderProse(exception ?? "")}</li>
`,
  ),
)}</ul>
${renderLeftOut(excepted.length - shown.length, "key", "keys")}</details>
`;
}

function renderNotes({ notes }: AuditView): Markup {
  return markup`${notes.map(
    (note) => markup`<p class="note">${renderProse(note)}</p>
`,
  )}`;
}
