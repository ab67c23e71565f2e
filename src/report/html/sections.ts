import type { Finding } from "../../domain/finding.ts";
import { isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { done } from "../done.ts";
import { clipText } from "../escape.ts";
import type { Setting } from "../markdown/key.ts";
import { covered, grouped } from "../numbers.ts";
import { UNFINISHED, unfinishedLine } from "../unfinished.ts";
import { whoseById } from "../wording/ownership.ts";
import { bestFirst, placeOf, remarksOn } from "../wording/places.ts";
import { GAP_NAMES, KIND_NAMES } from "../wording/states.ts";
import { toneOf } from "./key.ts";
import { type Markup, markup, NOTHING, named } from "./markup.ts";
import { capital, sentence } from "./sentence.ts";

/** So many rows, and lines of a list, are shown; the JSON report has all. */
const MOST = 500;

/** All keys in a table, a row each. `anchors` are where they are told in full; null where they are not. */
export function table(findings: readonly Finding[], anchors: readonly (string | null)[], setting: Setting): Markup {
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
${unsaid(findings.length - shown.length, "key", "keys")}</section>
`;
}

function row(finding: Finding, anchor: string | null, { change }: Setting): Markup {
  const { kind, mask, sightings, validity } = finding;
  const [best] = bestFirst(sightings);
  const name = markup`${KIND_NAMES[kind]} <code>${mask}</code>`;
  const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
  const remarks = best ? remarksOn(best, change).map((remark) => `, ${remark}`) : [];
  const where = best
    ? markup`<code>${named(clipText(placeOf({ ...best, column: null }), 100))}</code>${remarks}${more}`
    : null;
  return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${toneOf(finding)}">${validity.kind}</span></td><td>${where}</td><td>${sentence(whoseById(finding))}</td><td>${done(finding)}</td></tr>
`;
}

/** What an earlier run began and never said the end of: nothing where there is none. */
export function unfinished({ unfinished: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  const items = all.slice(0, MOST).map(
    (one) => markup`<li>${sentence(unfinishedLine(one))}</li>
`,
  );
  return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${UNFINISHED}</h2>
<ul>
${items}</ul>
${unsaid(all.length - items.length, "act", "acts")}</section>
`;
}

/** What could not be read: nothing where all was. */
export function gaps({ gaps: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  const failures = all.filter(isFailure).length;
  const items = all.slice(0, MOST).map(
    ({ kind, detail }) => markup`<div><dt>${capital(GAP_NAMES[kind])}</dt><dd>${named(clipText(detail, 500))}</dd></div>
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
${unsaid(all.length - items.length, "thing", "things")}</section>
`;
}

/** How much was read, and as whom OpenAI was asked. */
export function coverage(report: Report): Markup {
  const { askedAs } = report;
  const asked = askedAs === null ? null : markup` OpenAI was asked as ${named(clipText(askedAs, 120))}.`;
  return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capital(covered(report))}.${asked}</p>
</section>
`;
}

/** How many more there are that are not shown. */
export function unsaid(left: number, one: string, many: string): Markup {
  if (left <= 0) return NOTHING;
  return markup`<p class="small">${grouped(left)} more ${left === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.</p>
`;
}
