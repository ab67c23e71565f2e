import type { LinkTo } from "../context.ts";
import { clipText } from "../escape.ts";
import { capitalize, formatCount, formatNumber, isCalendarTime } from "../numbers.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink, renderName, renderTime } from "./markup.ts";
import { renderTimeline } from "./timeline.ts";
import { renderUse } from "./use.ts";

/** How many places are shown at once, and how many more when they are unfolded. */
const OPEN = 5;
const FOLDED = 95;

/** The longest place that is shown whole. */
const LONGEST_PLACE = 200;

const LONGEST_AUTHOR = 60;

/** All about one key. `id` is the anchor that the table links to. */
export function renderKey(key: KeyView, id: string, link: LinkTo): Markup {
  const { tone, works, actionTaken, ignoreReason, containedAt } = key;
  const at = containedAt && markup`, ${renderTime(containedAt)}`;
  return markup`<article class="key ${tone}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${renderLine(key.name)} <code>${key.mask}</code></h3>
<p class="tale"><span class="chip ${tone}">${capitalize(works.word)}</span> ${key.title}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${renderLine(key.owner)}</dd></div>
<div><dt>Works</dt><dd>${works.word}: ${works.reason}</dd></div>
<div><dt>Done</dt><dd>${key.outcome}${at}</dd></div>
${actionTaken && renderFact("Breaks", renderLine(actionTaken.breaks))}${ignoreReason && renderFact("Ignored", renderLine(ignoreReason))}<div><dt>Known by</dt><dd>fingerprint <code>${key.fingerprint}</code>; its shape is ${key.confidence}</dd></div>
</dl>
${renderSteps(key)}${key.timeline && renderTimeline(key.timeline, id)}${key.usage && renderUse(key.usage)}${renderPlaces(key, link)}</article>
`;
}

function renderFact(name: string, fact: Markup): Markup {
  return markup`<div><dt>${name}</dt><dd>${fact}</dd></div>
`;
}

function renderSteps({ steps }: KeyView): Markup {
  if (steps.length === 0) return NOTHING;
  return markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map(
  (step) => markup`<li>${renderLine(step)}</li>
`,
)}</ol>
`;
}

/** The first few places, the rest folded, and how many more there are. */
function renderPlaces({ places, placeCount }: KeyView, link: LinkTo): Markup {
  const folded = places.slice(OPEN, OPEN + FOLDED);
  const left = placeCount - Math.min(places.length, OPEN) - folded.length;
  const where = placeCount === places.length ? ", in the JSON report" : "";
  const more = left > 0 ? markup`<p class="small">And ${formatCount(left, "place")} more${where}.</p>` : NOTHING;
  return markup`<h4>Seen in ${formatCount(placeCount, "place")}</h4>
${renderPlaceList(places.slice(0, OPEN), link)}${
  folded.length === 0
    ? more
    : markup`<details><summary>${formatNumber(folded.length)} more</summary>
${renderPlaceList(folded, link)}${more}</details>
`
}`;
}

function renderPlaceList(places: readonly PlaceView[], link: LinkTo): Markup {
  return markup`<ul class="places">
${places.map((place) => renderPlace(place, link))}</ul>
`;
}

function renderPlace({ sighting, text, commit, author, at, remarks }: PlaceView, link: LinkTo): Markup {
  const origin = [
    commit === null ? null : markup`commit <code>${commit}</code>`,
    author === null ? null : markup`by ${renderName(clipText(author, LONGEST_AUTHOR))}`,
    isCalendarTime(at) ? renderTime(at) : null,
    ...remarks.map((remark) => markup`<em>${remark}</em>`),
  ].filter((part) => part !== null);
  const place = markup`<code>${renderName(clipText(text, LONGEST_PLACE))}</code>`;
  return markup`<li>${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
