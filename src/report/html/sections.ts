import { clipText } from "../escape.ts";
import type { Line } from "../line.ts";
import { capitalize, formatNumber } from "../numbers.ts";
import type { KeyView } from "../view/key.ts";
import type { ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";
import { describeLeftOut, GLOSSARY } from "../wording/page.ts";
import { type Markup, markup, NOTHING, renderLine, renderName } from "./markup.ts";

/** At most this many rows, and lines of a list, are shown; the JSON report has all. */
const MOST = 500;

/** Longer places, details of gaps and names of organisations are cut. */
const LONGEST = { place: 100, detail: 500, organization: 120 } as const;

/** All keys in a table, a row each. `anchors` are where their details stand; null where the page has none. */
export function renderKeyTable(keys: readonly KeyView[], anchors: readonly (string | null)[]): Markup {
  const shown = keys.slice(0, MOST);
  return markup`<section aria-labelledby="all">
<h2 id="all">All keys at a glance</h2>
<div class="scroll" role="group" aria-label="Table of all keys" tabindex="0">
<table class="keys">
<thead><tr><th scope="col">Key</th><th scope="col">Works</th><th scope="col">Where</th><th scope="col">Whose</th><th scope="col">Done</th></tr></thead>
<tbody>
${shown.map((key, index) => renderRow(key, anchors[index] ?? null))}</tbody>
</table>
</div>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</section>
`;
}

function renderRow(key: KeyView, anchor: string | null): Markup {
  const { firstPlace, placeCount, works, tone } = key;
  const name = markup`${renderLine(key.name)} <code>${key.mask}</code>`;
  const more = placeCount > 1 ? `, and ${formatNumber(placeCount - 1)} more` : "";
  const where =
    firstPlace &&
    markup`<code>${renderName(clipText(firstPlace.text, LONGEST.place))}</code>${firstPlace.remarks.map((remark) => `, ${remark}`)}${more}`;
  return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${tone}">${works.word}</span></td><td>${where}</td><td>${renderLine(key.owner)}</td><td>${key.outcome}</td></tr>
`;
}

/** What an earlier run began without recording how it ended: nothing where there is none. */
export function renderUnfinished({ unfinished }: ReportView): Markup {
  if (unfinished.length === 0) return NOTHING;
  const items = unfinished.slice(0, MOST).map(
    (one) => markup`<li>${renderLine(one)}</li>
`,
  );
  return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${SECTIONS.unfinished}</h2>
<ul>
${items}</ul>
${renderLeftOut(unfinished.length - items.length, "act", "acts")}</section>
`;
}

/** What could not be read: nothing where all was. */
export function renderGaps({ gaps, gapsWarning }: ReportView): Markup {
  if (gaps.length === 0) return NOTHING;
  const items = gaps.slice(0, MOST).map(
    ({
      name,
      detail,
      ways,
    }) => markup`<div><dt>${capitalize(name)}</dt><dd>${renderName(clipText(detail, LONGEST.detail))}${renderWays(ways)}</dd></div>
`,
  );
  const warning =
    gapsWarning &&
    markup`<p>${gapsWarning}</p>
`;
  return markup`<section class="card ${gapsWarning ? "warn" : "quiet"}" aria-labelledby="gaps">
<h2 id="gaps">${gapsWarning ? SECTIONS.gaps : SECTIONS.warnings}</h2>
${warning}<dl class="facts">
${items}</dl>
${renderLeftOut(gaps.length - items.length, "thing", "things")}</section>
`;
}

function renderWays(ways: readonly Line[]): Markup {
  if (ways.length === 0) return NOTHING;
  return markup`<ul>${ways.map((way) => markup`<li>${renderLine(way)}</li>`)}</ul>`;
}

/** How much was read, and as whom OpenAI was asked. */
export function renderCoverage({ coverage, checkedAgainst: askedAs }: ReportView): Markup {
  const asked =
    askedAs === null ? null : markup` OpenAI was asked as ${renderName(clipText(askedAs, LONGEST.organization))}.`;
  return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capitalize(coverage)}.${asked}</p>
</section>
`;
}

/** What the report's words mean, folded. */
export function renderGlossary(): Markup {
  return markup`<details class="words">
<summary>What the words mean</summary>
<dl>
${GLOSSARY.map(
  ([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`,
)}</dl>
</details>
`;
}

/** How many more there are that are not shown: nothing for none. */
export function renderLeftOut(count: number, one: string, many: string): Markup {
  if (count <= 0) return NOTHING;
  return markup`<p class="small">${describeLeftOut(count, one, many)}</p>
`;
}
