import { clipText, escapeHref, escapeMarkdown, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { formatCount, formatNumber, formatTime } from "../numbers.ts";
import { type Size, truncateList } from "../truncate.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import type { LinkTo } from "../view/view.ts";

/** The longest path that is shown whole. */
const LONGEST_PLACE = 160;

/** The longest path in a heading that is shown whole. */
const LONGEST_HEADING = 60;

const LONGEST_AUTHOR = 60;

/** What the markup around the facts of a key takes at most. */
const FRAME = 200;

/** The head of the table that `renderRow` makes a row of. */
export const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"] as const;

/** What the key is called over its steps: enough of the fingerprint to tell it from its neighbours, and its file. */
export function formatHeading(key: KeyView): string {
  const place = key.file === null ? "" : ` in ${formatCode(clipText(key.file, LONGEST_HEADING))}`;
  return `${formatName(key)}${place}`;
}

/** One row of the table: one key. */
export function renderRow(key: KeyView, link: LinkTo): string {
  const { firstPlace, placeCount, state } = key;
  const more = placeCount > 1 ? `, and ${formatNumber(placeCount - 1)} more` : "";
  const where = firstPlace ? `${[renderPlace(firstPlace, link, "cell"), ...firstPlace.remarks].join(", ")}${more}` : "";
  const cells = [formatName(key), where, formatMarkdown(key.ownerInBrief, "cell"), formatState(state), key.outcome];
  return `| ${cells.join(" | ")} |`;
}

/** What to do about this key, as a numbered list. */
export function renderSteps({ steps }: KeyView): string {
  return steps.map((step, index) => `${index + 1}. ${formatMarkdown(step)}`).join("\n");
}

/** All about one key, folded. Its places are cut to `room`, and never to none. */
export function renderDetails(
  key: KeyView,
  { link, withSteps, room, size }: { link: LinkTo; withSteps: boolean; room: number; size: Size },
): string {
  const facts = listFacts(key);
  const steps = withSteps ? renderSteps(key) : "";
  const format = (place: PlaceView) => {
    const remarks = [`${renderPlace(place, link, "text")}${formatOrigin(place)}`, ...place.remarks];
    return `  - ${remarks.join(", ")}`;
  };
  const fitting = truncateList(key.places, format, room - size([...facts, steps].join("\n")) - FRAME, size);
  const places = fitting.texts.length > 0 ? fitting.texts : key.places.slice(0, 1).map(format);
  const left = key.placeCount - places.length;
  const where = key.placeCount === key.places.length ? ", in the JSON report" : "";
  return [
    `<details><summary>All about the ${key.name} <code>${key.fingerprint.slice(0, 8)}</code></summary>`,
    "",
    ...facts,
    ...places,
    ...(left > 0 ? [`  - and ${formatCount(left, "place")} more${where}`] : []),
    ...(steps ? ["", steps] : []),
    "",
    "</details>",
  ].join("\n");
}

function listFacts(key: KeyView): readonly string[] {
  const { use, containedAt, actionTaken, ignoreReason } = key;
  return [
    `- Key: ${formatCode(key.mask)}, ${key.confidence}, fingerprint ${formatCode(key.fingerprint)}`,
    `- Whose: ${formatMarkdown(key.owner)}`,
    `- Works: ${formatState(key.state)}`,
    ...(use ? [`- Used: ${formatMarkdown(use)}`] : []),
    `- Done: ${key.outcome}${containedAt ? ` (${formatTime(containedAt)})` : ""}`,
    ...(key.earlier ? [`- Before: ${formatMarkdown(key.earlier)}`] : []),
    ...(actionTaken ? [`- Breaks: ${formatMarkdown(actionTaken.breaks)}`] : []),
    ...(ignoreReason ? [`- Ignored: ${formatMarkdown(ignoreReason)}`] : []),
    `- Seen in ${formatCount(key.placeCount, "place")}:`,
  ];
}

function formatName({ name, fingerprint }: KeyView): string {
  return `${name} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}

/** The word is what a reader looks for. */
function formatState({ word, reason }: KeyView["state"]): string {
  return `**${word}**: ${reason}`;
}

function renderPlace({ text, sighting }: PlaceView, link: LinkTo, medium: "text" | "cell"): string {
  const label = formatCode(clipText(text, LONGEST_PLACE), medium);
  const url = link(sighting);
  return url === null ? label : `[${label}](${escapeHref(url)})`;
}

function formatOrigin({ commit, author, at }: PlaceView): string {
  const parts = [
    ...(commit === null ? [] : [`in ${formatCode(commit)}`]),
    ...(author === null ? [] : [`by ${escapeMarkdown(clipText(author, LONGEST_AUTHOR))}`]),
    ...(at === null ? [] : [`on ${formatTime(at)}`]),
  ];
  return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
