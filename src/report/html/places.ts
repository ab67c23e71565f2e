import type { Sighting } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import { clipText } from "../escape.ts";
import type { Setting } from "../markdown/key.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import { describePlace, listRemarks, shortenSha, sortPlaces } from "../wording/places.ts";
import { type Markup, markup, NOTHING, renderLink, renderName } from "./markup.ts";
import { isCalendarTime, renderTime } from "./moment.ts";

/** So many places are seen at once, and so many more when they are unfolded. */
const OPEN = 5;
const FOLDED = 95;

/** The longest place that is shown whole. */
const LONGEST = 200;

/** Where a key was seen: the first few places, the rest folded, and how many the JSON report has beside. */
export function renderPlaces({ sightings }: Finding, setting: Setting): Markup {
  const all = sortPlaces(sightings);
  const folded = all.slice(OPEN, OPEN + FOLDED);
  const left = all.length - OPEN - folded.length;
  return markup`<h4>Seen in ${formatCount(all.length, "place")}</h4>
${list(all.slice(0, OPEN), setting)}${
  folded.length === 0
    ? NOTHING
    : markup`<details><summary>${formatNumber(folded.length)} more</summary>
${list(folded, setting)}${left > 0 ? markup`<p class="small">And ${formatCount(left, "place")} more, in the JSON report.</p>` : null}</details>
`
}`;
}

function list(sightings: readonly Sighting[], setting: Setting): Markup {
  return markup`<ul class="places">
${sightings.map((one) => item(one, setting))}</ul>
`;
}

function item(sighting: Sighting, { link, change }: Setting): Markup {
  const { commit, author, at, where } = sighting;
  const origin = [
    commit === null || where === "commit-message" ? null : markup`commit <code>${shortenSha(commit)}</code>`,
    author === null ? null : markup`by ${renderName(clipText(author, 60))}`,
    isCalendarTime(at) ? renderTime(at) : null,
    ...listRemarks(sighting, change).map((remark) => markup`<em>${remark}</em>`),
  ].filter((part) => part !== null);
  const place = markup`<code>${renderName(clipText(describePlace(sighting), LONGEST))}</code>`;
  return markup`<li>${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
