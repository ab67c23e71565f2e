import { clipText } from "../escape.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink, renderName, renderSentence } from "../html/markup.ts";
import { renderLeftOut } from "../html/sections.ts";
import { capitalize } from "../numbers.ts";
import type { PageContext } from "../view/view.ts";
import { describeMoreOpen, REPOSITORIES_NOTE, SWEEP_COLUMNS, SWEEP_HEADINGS } from "../wording/sweep.ts";
import { renderPicture } from "./picture.ts";
import type { OpenKey, SweepFigure, SweepView } from "./view.ts";

/** Longer places are cut. */
const LONGEST_PLACE = 100;

/**
 * The organisation at a glance: its numbers, the keys to act on first, the picture, and each repository. `anchors` are where
 * the details of keys stand, by fingerprint; `hasGaps`: whether the page has a part on what was not read.
 */
export function renderSweep(
  view: SweepView,
  { link }: Pick<PageContext, "link">,
  anchors: ReadonlyMap<string, string>,
  hasGaps: boolean,
): Markup {
  return markup`${renderFigures(view, hasGaps)}${renderOpen(view, link, anchors)}${renderPicture(view)}${renderRepositories(view)}`;
}

function renderFigures({ figures, times }: SweepView, hasGaps: boolean): Markup {
  return markup`<section aria-labelledby="glance">
<h2 id="glance">${SWEEP_HEADINGS.glance}</h2>
${[figures, times].filter(({ length }) => length > 0).map((list) => renderFigureList(list, hasGaps))}</section>
`;
}

function renderFigureList(figures: readonly SweepFigure[], hasGaps: boolean): Markup {
  return markup`<dl class="figures">
${figures.map(({ name, value, note, tone, isGap }) => {
  const remark = isGap && hasGaps ? markup`<a href="#gaps">${note}</a>` : note;
  return markup`<div class="${tone}"><dt>${name}</dt><dd><strong>${value}</strong>${remark === null ? NOTHING : markup` <span>${remark}</span>`}</dd></div>
`;
})}</dl>
`;
}

/** The roles are said aloud because a phone shows the rows as cards, which takes them from the elements. */
function renderOpen(
  { open, openLeft }: SweepView,
  link: PageContext["link"],
  anchors: ReadonlyMap<string, string>,
): Markup {
  if (open.length === 0) return NOTHING;
  const { works, key, whose, where, since, next } = SWEEP_COLUMNS;
  return markup`<section aria-labelledby="open">
<h2 id="open">${SWEEP_HEADINGS.open}</h2>
<table class="keys wide" role="table">
<thead role="rowgroup"><tr role="row">${[works, key, whose, where, since, next].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${open.map((one) => renderOpenRow(one, link, anchors))}</tbody>
</table>
${openLeft > 0 ? markup`<p class="small">${describeMoreOpen(openLeft)}</p>` : NOTHING}</section>
`;
}

function renderOpenRow(
  { key, since, next }: OpenKey,
  link: PageContext["link"],
  anchors: ReadonlyMap<string, string>,
): Markup {
  const anchor = anchors.get(key.fingerprint);
  const name = markup`${renderSentence(key.name)} <code>${key.mask}</code>`;
  const place = key.firstPlace;
  const where =
    place && renderLink(link(place.sighting), markup`<code>${renderName(clipText(place.spot, LONGEST_PLACE))}</code>`);
  const cells: readonly (readonly [string, Markup | string | null])[] = [
    [SWEEP_COLUMNS.whose, renderSentence(key.owner)],
    [SWEEP_COLUMNS.where, where],
    [SWEEP_COLUMNS.since, since],
    [SWEEP_COLUMNS.next, next && renderLine(next)],
  ];
  return markup`<tr role="row"><td role="cell"><span class="chip ${key.tone}">${capitalize(key.works.word)}</span></td><th scope="row" role="rowheader">${anchor === undefined ? name : markup`<a href="#${anchor}">${name}</a>`}</th>${cells.map(([label, text]) => markup`<td role="cell" data-label="${label}">${text}</td>`)}</tr>
`;
}

function renderRepositories({ repositories: { heads, rows, left } }: SweepView): Markup {
  if (rows.length === 0) return NOTHING;
  return markup`<section aria-labelledby="repositories">
<h2 id="repositories">${SWEEP_HEADINGS.repositories}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="repositories"><table>
<thead><tr><th scope="col">${SWEEP_COLUMNS.repository}</th>${heads.map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ name, counts }) =>
    markup`<tr><th scope="row">${renderName(clipText(name, LONGEST_PLACE))}</th>${counts.map((count) => markup`<td class="number">${count}</td>`)}</tr>
`,
)}</tbody>
</table></div>
<p class="small">${REPOSITORIES_NOTE}</p>
${renderLeftOut(left, "repository", "repositories")}</section>
`;
}
