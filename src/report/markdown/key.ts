import { clipText, escapeMarkdown, escapeSummary, formatCode } from "../escape.ts";
import { formatMarkdown, formatSummary, linkData } from "../line.ts";
import { capitalize, formatCount, formatNumber, formatTime } from "../numbers.ts";
import { type Size, truncateList } from "../truncate.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import type { PageContext } from "../view/view.ts";
import { describeMorePlaces, describeSinceLeak, FACTS, MORE_DETAILS } from "../wording/labels.ts";

/** The longest path that is shown whole; in a table, where a phone has little room. */
const LONGEST_PLACE = { text: 160, cell: 80 } as const;

const LONGEST_AUTHOR = 60;

/** What the markup around the facts of a key takes at most. */
const FRAME = 200;

type Link = PageContext["link"];

/** The head of the table that `renderRow` makes a row of. */
export const TABLE_HEAD = [`| ${FACTS.works} | ${FACTS.key} | ${FACTS.where} |`, "|:--|:--|:--|"] as const;

/** One row of the table: one key. */
export function renderRow(key: KeyView, link: Link): string {
  const { mark, works, name, mask, firstPlace, placeCount } = key;
  const more = placeCount > 1 ? ` +${formatNumber(placeCount - 1)}` : "";
  const where = firstPlace ? [`${renderPlace(firstPlace, link, "cell")}${more}`, ...firstPlace.remarks].join(", ") : "";
  const cells = [`${mark} **${works.word}**`, `${formatMarkdown(name, "cell")} · ${formatCode(mask, "cell")}`, where];
  return `| ${cells.join(" | ")} |`;
}

/** The same in one line, for keys that the table has no room for. */
export function renderListItem(key: KeyView, link: Link): string {
  const { mark, works, name, mask, firstPlace } = key;
  const where = firstPlace ? ` in ${renderPlace(firstPlace, link, "text")}` : "";
  return `- ${mark} ${works.word}: ${formatMarkdown(name)} (${formatCode(mask)})${where}`;
}

/** The first facts about the only key: where it is, whose it is, what it was used for. */
export function renderFacts(key: KeyView, link: Link): string {
  const { places, placeCount, owner, use, actionTaken } = key;
  const [first, second] = places;
  const left = placeCount - Math.min(places.length, 2);
  const isNamed = key.alert !== null && formatMarkdown(key.alert.alone).includes(formatCode(key.mask));
  const where = first && [
    `${renderPlace(first, link, "text")}${formatOrigin(first)}${first.remarks.map((remark) => `, ${remark}`).join("")}`,
    ...(second ? [`and ${[renderPlace(second, link, "text"), ...second.remarks].join(", ")}`] : []),
    ...(left > 0 ? [`${formatNumber(left)} more`] : []),
    ...(isNamed ? [] : [formatCode(key.mask)]),
  ];
  return [
    ...(where ? [`- **${FACTS.where}:** ${where.join(" · ")}`] : []),
    ...(actionTaken === null ? [`- **${FACTS.whose}:** ${formatMarkdown(owner)}`] : []),
    ...(use === null || actionTaken !== null ? [] : [`- **${FACTS.used}:** ${formatMarkdown(use)}`]),
  ].join("\n");
}

/** What to do, as a numbered list. `withAlert` puts the first step of all before the others. */
export function renderSteps({ steps, alert }: KeyView, withAlert = false): string {
  const all = [...(withAlert && alert?.isStep ? [alert.alone] : []), ...steps];
  return all.map((step, index) => `${index + 1}. ${formatMarkdown(step)}`).join("\n");
}

/** How a key's details are laid out: `isOnly` for the only key, `isFirst` for the one whose alert stands above. */
export type DetailsLayout = { link: Link; isOnly: boolean; isFirst: boolean; room: number; size: Size };

/** All about one key, folded. Its places are cut to `room`, and never to none. */
export function renderDetails(key: KeyView, { link, isOnly, isFirst, room, size }: DetailsLayout): string {
  const facts = listFacts(key, isOnly);
  const steps = isOnly ? "" : renderSteps(key, !isFirst);
  const count = key.steps.length + (key.alert?.isStep && !isFirst ? 1 : 0);
  const format = (place: PlaceView) => {
    const remarks = [`${renderPlace(place, link, "text")}${formatOrigin(place, true)}`, ...place.remarks];
    return `  - ${remarks.join(", ")}`;
  };
  const fitting = truncateList(key.places, format, room - size([...facts, steps].join("\n")) - FRAME, size);
  const places = fitting.texts.length > 0 ? fitting.texts : key.places.slice(0, 1).map(format);
  const left = key.placeCount - places.length;
  return [
    `<details${isFirst && !isOnly ? " open" : ""}><summary>${isOnly ? MORE_DETAILS : renderHeadline(key, count)}</summary>`,
    "",
    ...(steps ? [steps, ""] : []),
    ...facts,
    ...places,
    ...(left > 0 ? [`  - ${describeMorePlaces(left, key.placeCount === key.places.length)}`] : []),
    "",
    "</details>",
  ].join("\n");
}

/** "🟡 <b>checkout</b>: quarantined at 10:03 UTC · 1,240 requests, 1.37 USD since the leak · 3 steps" */
function renderHeadline(
  { mark, name, mask, recordId, works, doneInBrief, useInBrief }: KeyView,
  steps: number,
): string {
  const parts = [
    ...(doneInBrief === null ? [] : [doneInBrief]),
    ...(useInBrief === null ? [] : [describeSinceLeak(useInBrief)]),
    ...(steps > 0 ? [formatCount(steps, "step")] : []),
  ];
  const called = recordId === null ? `${formatSummary(name)} <code>${escapeSummary(mask)}</code>` : formatSummary(name);
  return `${mark} ${called}: ${parts.length > 0 ? parts.join(" · ") : works.word}`;
}

/** What the table and the steps do not say. */
function listFacts(key: KeyView, isOnly: boolean): readonly string[] {
  const { kind, confidence, fingerprint, recordId, works, owner, outcome, actionTaken, ignoreReason, usage, alert } =
    key;
  const record = recordId === null ? "" : ` · record ${formatCode(recordId)}`;
  return [
    `- ${FACTS.fingerprint}: ${formatCode(fingerprint)}${record} · ${kind}${confidence === "suspected" ? "" : ` (${confidence})`}`,
    ...(isOnly && actionTaken === null ? [] : [`- ${FACTS.whose}: ${formatMarkdown(owner)}`]),
    `- ${FACTS.works} ${capitalize(works.word)}: ${works.reason}`,
    `- ${FACTS.done}: ${outcome}`,
    ...(actionTaken && !isOnly && !alert?.isStep ? [`- ${FACTS.effect}: ${formatMarkdown(actionTaken.breaks)}`] : []),
    ...(key.use && !(isOnly && actionTaken === null) ? [`- ${FACTS.used}: ${formatMarkdown(key.use)}`] : []),
    ...(usage?.details ?? []).map((one) => `- ${formatMarkdown(one)}`),
    ...(ignoreReason ? [`- ${FACTS.ignored}: ${formatMarkdown(ignoreReason)}`] : []),
    `- ${FACTS.where}:`,
  ];
}

function renderPlace({ spot, sighting }: PlaceView, link: Link, medium: "text" | "cell"): string {
  const url = link(sighting);
  // A cell has no room for folders, and the link has them.
  const label = medium === "cell" && url !== null && sighting.where === "file" ? spot.replace(/^.*\//, "") : spot;
  return formatMarkdown(linkData(clipText(label, LONGEST_PLACE[medium]), url), medium);
}

function formatOrigin({ commit, author, at }: PlaceView, isFull = false): string {
  const parts = [
    ...(author === null ? [] : [`by ${escapeMarkdown(clipText(author, LONGEST_AUTHOR))}`]),
    ...(commit === null || !isFull ? [] : [`in ${formatCode(commit)}`]),
    ...(at === null || !isFull ? [] : [`on ${formatTime(at)}`]),
  ];
  return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
