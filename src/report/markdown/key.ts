import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { listSteps } from "../advice/advice.ts";
import { describeOutcome } from "../done.ts";
import { clipText, escapeHref, escapeMarkdown, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { formatCount, formatNumber, formatTime } from "../numbers.ts";
import { mapLazily, type Size, truncateList } from "../truncate.ts";
import { describeActionTaken } from "../wording/action-taken.ts";
import { describeIgnoreReason } from "../wording/ignore-reason.ts";
import { describeOwner, describeOwnerById } from "../wording/ownership.ts";
import { describePlace, listRemarks, shortenSha, sortPlaces } from "../wording/places.ts";
import { describeState, KIND_NAMES } from "../wording/states.ts";
import { describeUse } from "../wording/usage.ts";

/** Where a sighting can be looked at; null where it cannot. */
export type LinkTo = (sighting: Sighting) => string | null;

/** How places can be looked at, and what was looked at, which decides what is said of them. */
export type Setting = { link: LinkTo; change: Change["kind"] };

/** The longest path that is shown whole. */
const LONGEST_PLACE = 160;

/** The longest path in a heading that is shown whole. */
const LONGEST_HEADING = 60;

/** The head of the table that `row` makes a row of. */
export const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"] as const;

/** What the key is called in a heading or a cell: enough of the fingerprint to tell it from its neighbours. */
export function formatKeyName({ kind, fingerprint }: Finding): string {
  return `${KIND_NAMES[kind]} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}

/** The same, with the place where it is to be taken out, over its steps. */
export function formatHeading(finding: Finding): string {
  const [best] = sortPlaces(finding.sightings);
  const place =
    best?.where === "file" && best.path !== null ? ` in ${formatCode(clipText(best.path, LONGEST_HEADING))}` : "";
  return `${formatKeyName(finding)}${place}`;
}

/** One row of the table: one key. */
export function renderRow(finding: Finding, { link, change }: Setting): string {
  const { sightings, validity } = finding;
  const [best] = sortPlaces(sightings);
  const more = sightings.length > 1 ? `, and ${formatNumber(sightings.length - 1)} more` : "";
  const where = best
    ? `${[place({ ...best, column: null }, link, "cell"), ...listRemarks(best, change)].join(", ")}${more}`
    : "";
  return `| ${[formatKeyName(finding), where, formatMarkdown(describeOwnerById(finding), "cell"), stressed(describeState(validity)), describeOutcome(finding)].join(" | ")} |`;
}

/** What to do about this key, as a numbered list. */
export function renderSteps(finding: Finding, change: Change["kind"]): string {
  return listSteps(finding, change)
    .map((step, index) => `${index + 1}. ${formatMarkdown(step)}`)
    .join("\n");
}

/** All about one key, folded. The places are cut to the room, and never to none. */
export function renderDetails(
  finding: Finding,
  setting: Setting,
  withSteps: boolean,
  room: number,
  size: Size,
): string {
  const { fingerprint, mask, kind, confidence, validity, outcome, sightings, ignored } = finding;
  const { link, change } = setting;
  const use = describeUse(finding);
  const deed = describeActionTaken(finding);
  const facts = [
    `- Key: ${formatCode(mask)}, ${confidence}, fingerprint ${formatCode(fingerprint)}`,
    `- Whose: ${formatMarkdown(describeOwner(finding))}`,
    `- Works: ${stressed(describeState(validity))}`,
    ...(use ? [`- Used: ${formatMarkdown(use)}`] : []),
    `- Done: ${describeOutcome(finding)}${outcome.kind === "contained" ? ` (${formatTime(outcome.at)})` : ""}`,
    ...(deed ? [`- Breaks: ${formatMarkdown(deed.breaks)}`] : []),
    ...(ignored ? [`- Ignored: ${formatMarkdown(describeIgnoreReason(ignored))}`] : []),
    `- Seen in ${formatCount(sightings.length, "place")}:`,
  ];
  const todo = withSteps ? renderSteps(finding, change) : "";
  const all = sortPlaces(sightings);
  const told = (one: Sighting) =>
    `  - ${[`${place(one, link, "text")}${origin(one)}`, ...listRemarks(one, change)].join(", ")}`;
  const kept = truncateList(mapLazily(all, told), all.length, room - size([...facts, todo].join("\n")) - 200, size);
  const places = kept.texts.length > 0 ? kept : { texts: all.slice(0, 1).map(told), left: all.length - 1 };
  return [
    `<details><summary>All about the ${KIND_NAMES[kind]} <code>${fingerprint.slice(0, 8)}</code></summary>`,
    "",
    ...facts,
    ...places.texts,
    ...(places.left > 0 ? [`  - and ${formatCount(places.left, "place")} more, in the JSON report`] : []),
    ...(todo ? ["", todo] : []),
    "",
    "</details>",
  ].join("\n");
}

function place(sighting: Sighting, link: LinkTo, medium: "text" | "cell"): string {
  const label = formatCode(clipText(describePlace(sighting), LONGEST_PLACE), medium);
  const url = link(sighting);
  return url === null ? label : `[${label}](${escapeHref(url)})`;
}

function origin({ commit, author, at, where }: Sighting): string {
  const parts = [
    ...(commit === null || where === "commit-message" ? [] : [`in ${formatCode(shortenSha(commit))}`]),
    ...(author === null ? [] : [`by ${escapeMarkdown(clipText(author, 60))}`]),
    ...(at === null || Number.isNaN(at.getTime()) ? [] : [`on ${formatTime(at)}`]),
  ];
  return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}

/** The state's own word is what a reader looks for. */
function stressed(state: string): string {
  return state.replace(/^[\w-]+/, "**$&**");
}
