import type { LinkTo } from "../context.ts";
import { clipText } from "../escape.ts";
import { capitalize } from "../numbers.ts";
import type { KeyView } from "../view/key.ts";
import { FACTS } from "../wording/labels.ts";
import { describeFolded, HEADINGS } from "../wording/page.ts";
import { type Markup, markup, renderLink, renderName, renderSentence } from "./markup.ts";
import { MOST_ROWS, renderLeftOut } from "./sections.ts";

/** Longer places are cut. */
const LONGEST_PLACE = 100;

/**
 * All keys in a table, a row each. `anchors` are where their details stand; null where the page has none. The roles are
 * said aloud because a phone shows the rows as cards, which takes them from the elements.
 */
export function renderKeyTable(keys: readonly KeyView[], anchors: readonly (string | null)[], link: LinkTo): Markup {
  const shown = keys.slice(0, MOST_ROWS);
  return markup`<section aria-labelledby="all">
<h2 id="all">${HEADINGS.keys}</h2>
<table class="keys" role="table">
<thead role="rowgroup"><tr role="row">${[FACTS.works, FACTS.key, FACTS.where].map(
    (name) => markup`<th scope="col" role="columnheader">${name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${shown.map((key, index) => renderRow(key, anchors[index] ?? null, link))}</tbody>
</table>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</section>
`;
}

function renderRow(key: KeyView, anchor: string | null, link: LinkTo): Markup {
  const { firstPlace, placeCount, works, tone, doneInBrief } = key;
  const name = markup`${renderSentence(key.name)} <code>${key.mask}</code>`;
  const called = anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`;
  const more = placeCount > 1 ? `, ${describeFolded(placeCount - 1)}` : "";
  const where =
    firstPlace &&
    markup`${renderLink(link(firstPlace.sighting), markup`<code>${renderName(clipText(firstPlace.spot, LONGEST_PLACE))}</code>`)}${firstPlace.remarks.map((remark) => `, ${remark}`)}${more}`;
  const done = doneInBrief && markup`<span class="done">${capitalize(doneInBrief)}</span>`;
  return markup`<tr role="row"><td role="cell" data-label="${FACTS.works}"><span class="chip ${tone}">${capitalize(works.word)}</span></td><th scope="row" role="rowheader">${called}${done}</th><td role="cell">${where}</td></tr>
`;
}
