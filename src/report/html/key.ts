import type { LinkTo } from "../context.ts";
import { clipText } from "../escape.ts";
import { formatPlain, type Line } from "../line.ts";
import { capitalize, isCalendarTime } from "../numbers.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import type { ReportView } from "../view/view.ts";
import { FACTS, STILL_WORTH, THEN } from "../wording/labels.ts";
import { describeFolded, describePlacesLeft, HEADINGS, PAGE_LABELS } from "../wording/page.ts";
import {
  type Markup,
  markup,
  NOTHING,
  renderLine,
  renderLink,
  renderName,
  renderSentence,
  renderTime,
} from "./markup.ts";
import { renderTimeline } from "./timeline.ts";
import { renderUse } from "./use.ts";

/** How many places are shown at once, and how many more when they are unfolded. */
const OPEN = 5;
const FOLDED = 95;

/** The longest place that is shown whole. */
const LONGEST_PLACE = 200;

const LONGEST_AUTHOR = 60;

/**
 * How a key is laid out. `id` is the anchor that the table links to; `isOnly` of the only key, `isFirst` of the one whose
 * first step stands above all keys.
 */
export type KeyLayout = { id: string; link: LinkTo; isOnly: boolean; isFirst: boolean; view: ReportView };

/** All about one key: what to do, then the facts. */
export function renderKey(key: KeyView, layout: KeyLayout): Markup {
  const { id, link, isOnly } = layout;
  const { tone, title, name, mask, use, usage, timeline } = key;
  const tale = isOnly
    ? NOTHING
    : markup`<p class="tale">${title}.</p>
`;
  return markup`<article class="key ${tone}" id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${renderSentence(name)} <code>${mask}</code></h2>
${tale}${renderSteps(key, layout)}${renderFacts(key, link)}${use && renderUse(use, usage, id)}${timeline && renderTimeline(timeline, id)}</article>
`;
}

function renderSteps({ steps, alert, tone }: KeyView, { isOnly, isFirst, view }: KeyLayout): Markup {
  const own =
    alert === null || isFirst
      ? NOTHING
      : markup`<p class="alarm ${tone}">${renderLine(alert.alone)}</p>
`;
  const green =
    isOnly && view.green
      ? markup`<p class="green">${renderLine(view.green)}</p>
`
      : NOTHING;
  if (steps.length === 0) return markup`${own}${green}`;
  const heading =
    tone === "good" && view.resolution ? STILL_WORTH.replace(/:$/, "") : alert?.isStep ? THEN : HEADINGS.steps;
  return markup`${own}<h3>${heading}</h3>
<ol class="steps">
${steps.map(
  (step) => markup`<li>${renderLine(step)}</li>
`,
)}</ol>
${green}`;
}

function renderFacts(key: KeyView, link: LinkTo): Markup {
  const { tone, works, owner, outcome, ignoreReason, fingerprint, recordId, confidence, kind } = key;
  const effect = findEffect(key);
  const record = recordId === null ? NOTHING : markup` · ${PAGE_LABELS.record} ${renderLine([{ data: recordId }])}`;
  const sure = confidence === "suspected" ? "" : ` (${confidence})`;
  return markup`<dl class="facts">
${renderFact(FACTS.where, renderPlaces(key, link))}${renderFact(FACTS.whose, renderSentence(owner))}${renderFact(FACTS.works, markup`<span class="chip ${tone}">${capitalize(works.word)}</span> ${capitalize(works.reason)}`)}${renderFact(FACTS.done, markup`${capitalize(outcome)}`)}${effect && renderFact(FACTS.effect, renderLine(effect))}${ignoreReason && renderFact(FACTS.ignored, renderSentence(ignoreReason))}${renderFact(FACTS.fingerprint, markup`<code>${fingerprint}</code>${record} · ${kind}${sure}`)}</dl>
`;
}

/** What stops working, where the first step does not say so already. */
function findEffect({ actionTaken, alert }: KeyView): Line | null {
  if (actionTaken === null) return null;
  const isSaid = alert !== null && formatPlain(alert.alone).includes(formatPlain(actionTaken.breaks));
  return isSaid ? null : actionTaken.breaks;
}

function renderFact(name: string, fact: Markup): Markup {
  return markup`<div><dt>${name}</dt><dd>${fact}</dd></div>
`;
}

/** All places: the first few, the rest folded, and how many more there are. */
function renderPlaces({ places, placeCount }: KeyView, link: LinkTo): Markup {
  const [only, ...others] = places;
  if (only && others.length === 0 && placeCount === 1) return renderPlace(only, link);
  const folded = places.slice(OPEN, OPEN + FOLDED);
  const left = placeCount - Math.min(places.length, OPEN) - folded.length;
  const more =
    left > 0 ? markup`<p class="small">${describePlacesLeft(left, placeCount === places.length)}</p>` : NOTHING;
  return markup`${renderPlaceList(places.slice(0, OPEN), link)}${
    folded.length === 0
      ? more
      : markup`<details><summary>${describeFolded(folded.length)}</summary>
${renderPlaceList(folded, link)}${more}</details>`
  }`;
}

function renderPlaceList(places: readonly PlaceView[], link: LinkTo): Markup {
  return markup`<ul class="places">
${places.map(
  (place) => markup`<li>${renderPlace(place, link)}</li>
`,
)}</ul>`;
}

function renderPlace({ sighting, text, commit, author, at, remarks }: PlaceView, link: LinkTo): Markup {
  const origin = [
    author === null ? null : markup`${PAGE_LABELS.by} ${renderName(clipText(author, LONGEST_AUTHOR))}`,
    commit === null ? null : markup`${PAGE_LABELS.commit} <code>${commit}</code>`,
    isCalendarTime(at) ? renderTime(at) : null,
    ...remarks.map((remark) => markup`<em>${remark}</em>`),
  ].filter((part) => part !== null);
  const place = markup`<code>${renderName(clipText(text, LONGEST_PLACE))}</code>`;
  return markup`<span class="place">${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</span>`;
}
