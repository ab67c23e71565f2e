import type { Finding } from "../../domain/finding.ts";
import { isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { describeOutcome } from "../done.ts";
import { clipText } from "../escape.ts";
import type { Setting } from "../markdown/key.ts";
import { describeCoverage, formatNumber } from "../numbers.ts";
import { describeUnfinished, UNFINISHED_TITLE } from "../unfinished.ts";
import { describeOwnerById } from "../wording/ownership.ts";
import { describePlace, listRemarks, sortPlaces } from "../wording/places.ts";
import { GAP_NAMES, KIND_NAMES } from "../wording/states.ts";
import { toneOf } from "./key.ts";
import { type Markup, markup, NOTHING, renderName } from "./markup.ts";
import { capitalize, renderLine } from "./sentence.ts";

/** So many rows, and lines of a list, are shown; the JSON report has all. */
const MOST = 500;

/** All keys in a table, a row each. `anchors` are where they are told in full; null where they are not. */
export function renderKeyTable(
  findings: readonly Finding[],
  anchors: readonly (string | null)[],
  setting: Setting,
): Markup {
  const shown = findings.slice(0, MOST);
  return markup`<section aria-labelledby="all">
<h2 id="all">All keys at a glance</h2>
<div class="scroll" role="group" aria-label="Table of all keys" tabindex="0">
<table class="keys">
<thead><tr><th scope="col">Key</th><th scope="col">Works</th><th scope="col">Where</th><th scope="col">Whose</th><th scope="col">Done</th></tr></thead>
<tbody>
${shown.map((one, index) => row(one, anchors[index] ?? null, setting))}</tbody>
</table>
</div>
${renderNotShown(findings.length - shown.length, "key", "keys")}</section>
`;
}

function row(finding: Finding, anchor: string | null, { change }: Setting): Markup {
  const { kind, mask, sightings, validity } = finding;
  const [best] = sortPlaces(sightings);
  const name = markup`${KIND_NAMES[kind]} <code>${mask}</code>`;
  const more = sightings.length > 1 ? `, and ${formatNumber(sightings.length - 1)} more` : "";
  const remarks = best ? listRemarks(best, change).map((remark) => `, ${remark}`) : [];
  const where = best
    ? markup`<code>${renderName(clipText(describePlace({ ...best, column: null }), 100))}</code>${remarks}${more}`
    : null;
  return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${toneOf(finding)}">${validity.kind}</span></td><td>${where}</td><td>${renderLine(describeOwnerById(finding))}</td><td>${describeOutcome(finding)}</td></tr>
`;
}

/** What an earlier run began and never said the end of: nothing where there is none. */
export function renderUnfinished({ unfinished: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  const items = all.slice(0, MOST).map(
    (one) => markup`<li>${renderLine(describeUnfinished(one))}</li>
`,
  );
  return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${UNFINISHED_TITLE}</h2>
<ul>
${items}</ul>
${renderNotShown(all.length - items.length, "act", "acts")}</section>
`;
}

/** What could not be read: nothing where all was. */
export function renderGaps({ gaps: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  const failures = all.filter(isFailure).length;
  const items = all.slice(0, MOST).map(
    ({
      kind,
      detail,
    }) => markup`<div><dt>${capitalize(GAP_NAMES[kind])}</dt><dd>${renderName(clipText(detail, 500))}</dd></div>
`,
  );
  const why =
    failures > 0
      ? markup`<p>There may be keys in what was not seen, so that this report does not say clean.</p>
`
      : null;
  return markup`<section class="card ${failures > 0 ? "warn" : "quiet"}" aria-labelledby="gaps">
<h2 id="gaps">Not seen</h2>
${why}<dl class="facts">
${items}</dl>
${renderNotShown(all.length - items.length, "thing", "things")}</section>
`;
}

/** How much was read, and as whom OpenAI was asked. */
export function renderCoverage(report: Report): Markup {
  const { askedAs } = report;
  const asked = askedAs === null ? null : markup` OpenAI was asked as ${renderName(clipText(askedAs, 120))}.`;
  return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capitalize(describeCoverage(report))}.${asked}</p>
</section>
`;
}

/** How many more there are that are not shown. */
export function renderNotShown(left: number, one: string, many: string): Markup {
  if (left <= 0) return NOTHING;
  return markup`<p class="small">${formatNumber(left)} more ${left === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.</p>
`;
}
