import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { advice } from "../advice/advice.ts";
import { done } from "../done.ts";
import { clipText, escapeHref, escapeMarkdown, formatCode } from "../escape.ts";
import { inMarkdown } from "../line.ts";
import { counted, grouped, moment } from "../numbers.ts";
import { fitted, lazily, type Size } from "../truncate.ts";
import { deedOf } from "../wording/action-taken.ts";
import { excuse } from "../wording/ignore-reason.ts";
import { whose, whoseById } from "../wording/ownership.ts";
import { bestFirst, placeOf, remarksOn, short } from "../wording/places.ts";
import { KIND_NAMES, said } from "../wording/states.ts";
import { usedOf } from "../wording/usage.ts";

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
export function nameOf({ kind, fingerprint }: Finding): string {
  return `${KIND_NAMES[kind]} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}

/** The same, with the place where it is to be taken out, over its steps. */
export function headingOf(finding: Finding): string {
  const [best] = bestFirst(finding.sightings);
  const place =
    best?.where === "file" && best.path !== null ? ` in ${formatCode(clipText(best.path, LONGEST_HEADING))}` : "";
  return `${nameOf(finding)}${place}`;
}

/** One row of the table: one key. */
export function row(finding: Finding, { link, change }: Setting): string {
  const { sightings, validity } = finding;
  const [best] = bestFirst(sightings);
  const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
  const where = best
    ? `${[place({ ...best, column: null }, link, "cell"), ...remarksOn(best, change)].join(", ")}${more}`
    : "";
  return `| ${[nameOf(finding), where, inMarkdown(whoseById(finding), "cell"), stressed(said(validity)), done(finding)].join(" | ")} |`;
}

/** What to do about this key, as a numbered list. */
export function steps(finding: Finding, change: Change["kind"]): string {
  return advice(finding, change)
    .map((step, index) => `${index + 1}. ${inMarkdown(step)}`)
    .join("\n");
}

/** All about one key, folded. The places are cut to the room, and never to none. */
export function details(finding: Finding, setting: Setting, withSteps: boolean, room: number, size: Size): string {
  const { fingerprint, mask, kind, confidence, validity, outcome, sightings, ignored } = finding;
  const { link, change } = setting;
  const use = usedOf(finding);
  const deed = deedOf(finding);
  const facts = [
    `- Key: ${formatCode(mask)}, ${confidence}, fingerprint ${formatCode(fingerprint)}`,
    `- Whose: ${inMarkdown(whose(finding))}`,
    `- Works: ${stressed(said(validity))}`,
    ...(use ? [`- Used: ${inMarkdown(use)}`] : []),
    `- Done: ${done(finding)}${outcome.kind === "contained" ? ` (${moment(outcome.at)})` : ""}`,
    ...(deed ? [`- Breaks: ${inMarkdown(deed.breaks)}`] : []),
    ...(ignored ? [`- Ignored: ${inMarkdown(excuse(ignored))}`] : []),
    `- Seen in ${counted(sightings.length, "place")}:`,
  ];
  const todo = withSteps ? steps(finding, change) : "";
  const all = bestFirst(sightings);
  const told = (one: Sighting) =>
    `  - ${[`${place(one, link, "text")}${origin(one)}`, ...remarksOn(one, change)].join(", ")}`;
  const kept = fitted(lazily(all, told), all.length, room - size([...facts, todo].join("\n")) - 200, size);
  const places = kept.texts.length > 0 ? kept : { texts: all.slice(0, 1).map(told), left: all.length - 1 };
  return [
    `<details><summary>All about the ${KIND_NAMES[kind]} <code>${fingerprint.slice(0, 8)}</code></summary>`,
    "",
    ...facts,
    ...places.texts,
    ...(places.left > 0 ? [`  - and ${counted(places.left, "place")} more, in the JSON report`] : []),
    ...(todo ? ["", todo] : []),
    "",
    "</details>",
  ].join("\n");
}

function place(sighting: Sighting, link: LinkTo, medium: "text" | "cell"): string {
  const label = formatCode(clipText(placeOf(sighting), LONGEST_PLACE), medium);
  const url = link(sighting);
  return url === null ? label : `[${label}](${escapeHref(url)})`;
}

function origin({ commit, author, at, where }: Sighting): string {
  const parts = [
    ...(commit === null || where === "commit-message" ? [] : [`in ${formatCode(short(commit))}`]),
    ...(author === null ? [] : [`by ${escapeMarkdown(clipText(author, 60))}`]),
    ...(at === null || Number.isNaN(at.getTime()) ? [] : [`on ${moment(at)}`]),
  ];
  return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}

/** The state's own word is what a reader looks for. */
function stressed(state: string): string {
  return state.replace(/^[\w-]+/, "**$&**");
}
