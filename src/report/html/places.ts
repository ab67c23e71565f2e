import type { Sighting } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import { clipText } from "../escape.ts";
import type { Setting } from "../markdown/key.ts";
import { counted, grouped } from "../numbers.ts";
import { bestFirst, placeOf, remarksOn, short } from "../wording/places.ts";
import { linked, type Markup, markup, NOTHING, named } from "./markup.ts";
import { isTold, timed } from "./moment.ts";

/** So many places are seen at once, and so many more when they are unfolded. */
const OPEN = 5;
const FOLDED = 95;

/** The longest place that is shown whole. */
const LONGEST = 200;

/** Where a key was seen: the first few places, the rest folded, and how many the JSON report has beside. */
export function places({ sightings }: Finding, setting: Setting): Markup {
  const all = bestFirst(sightings);
  const folded = all.slice(OPEN, OPEN + FOLDED);
  const left = all.length - OPEN - folded.length;
  return markup`<h4>Seen in ${counted(all.length, "place")}</h4>
${list(all.slice(0, OPEN), setting)}${
  folded.length === 0
    ? NOTHING
    : markup`<details><summary>${grouped(folded.length)} more</summary>
${list(folded, setting)}${left > 0 ? markup`<p class="small">And ${counted(left, "place")} more, in the JSON report.</p>` : null}</details>
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
    commit === null || where === "commit-message" ? null : markup`commit <code>${short(commit)}</code>`,
    author === null ? null : markup`by ${named(clipText(author, 60))}`,
    isTold(at) ? timed(at) : null,
    ...remarksOn(sighting, change).map((remark) => markup`<em>${remark}</em>`),
  ].filter((part) => part !== null);
  const place = markup`<code>${named(clipText(placeOf(sighting), LONGEST))}</code>`;
  return markup`<li>${linked(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
