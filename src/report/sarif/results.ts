import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { listSteps } from "../advice/advice.ts";
import { describeOutcome } from "../done.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { isOwnAdminKey, mayWorkAgain } from "../severity.ts";
import { describeIgnoreReason } from "../wording/ignore-reason.ts";
import { describeOwner } from "../wording/ownership.ts";
import { describePlace, listRemarks, shortenSha, sortPlaces } from "../wording/places.ts";
import { describeState, KIND_NAMES } from "../wording/states.ts";
import { describeUse } from "../wording/usage.ts";
import { formatLocation, formatUri } from "./location.ts";
import { findRule } from "./rules.ts";

/** A place of a key that a result can be made of. `occurrence` counts, from 0, the places of the key in that file. */
export type Spot = { sighting: Sighting; uri: string; occurrence: number };

/** Of one key, so many places get a result at most. */
const MOST_OF_A_KEY = 100;

/** Paths longer than this are cut in messages; the location has them whole. */
const LONGEST_PLACE = 160;

const LEVELS = { active: "error", unknown: "warning", inactive: "note" } as const;

/** The places a person should still go to: all of a key that may work, and of a dead one those that still have it. */
export function listOpenPlaces({ sightings, validity }: Finding): readonly Sighting[] {
  return sortPlaces(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}

/** What all results may take: so many of them, and so many characters, of which paths are the part that others choose. */
export type Room = { results: number; characters: number };

/** What a result takes beside its path, which stands in it twice. */
const FRAME = 1000;

/** Those of the places that are files, the best first, as far as the room goes; one in any case. */
export function selectSpots(sightings: readonly Sighting[], room: Room): readonly Spot[] {
  const most = Math.min(room.results, MOST_OF_A_KEY);
  const seen = new Map<string, number>();
  const spots: Spot[] = [];
  let free = room.characters;
  for (const sighting of sightings) {
    if (spots.length === most) break;
    const uri = formatUri(sighting);
    if (uri === null) continue;
    free -= FRAME + 2 * uri.length;
    if (free < 0 && spots.length > 0) break;
    const occurrence = seen.get(uri) ?? 0;
    seen.set(uri, occurrence + 1);
    spots.push({ sighting, uri, occurrence });
  }
  return spots;
}

/** A result for each place: the first tells everything, the others where that is told. */
export function formatResults(finding: Finding, spots: readonly Spot[], change: Change["kind"]) {
  const { fingerprint, kind, confidence, validity, possession, identity, outcome, blocks } = finding;
  const { id: ruleId, index: ruleIndex } = findRule(finding);
  const [best] = spots;
  const properties = {
    fingerprint,
    keyKind: kind,
    confidence,
    validity: validity.kind,
    identity: identity.kind,
    possession,
    outcome: outcome.kind,
    blocks,
  };
  return spots.map((spot, index) => ({
    ruleId,
    ruleIndex,
    level: LEVELS[validity.kind],
    message: {
      text: unlinked(index === 0 ? whole(finding, spot, change) : again(finding, spot, best ?? spot, change)),
    },
    locations: [formatLocation(spot.sighting, spot.uri)],
    // The key and its file: an edit above it moves the line and not the alert.
    partialFingerprints: {
      "openaiKeyFingerprint/v1": [fingerprint, spot.uri, ...(spot.occurrence > 0 ? [spot.occurrence] : [])].join(":"),
    },
    properties,
  }));
}

/** Where room is short GitHub shows the first sentence alone, so that it says the most. */
function whole(finding: Finding, { sighting }: Spot, change: Change["kind"]): string {
  const { mask, fingerprint, validity, sightings, ignored } = finding;
  const use = describeUse(finding);
  const more = sightings.length - 1;
  const steps = listSteps(finding, change);
  return [
    `${nameOf(finding)} ${escapePlain(mask)} (${fingerprint}) ${tale(finding)}: ${describeState(validity).replace(/^\w+: /, "")}.`,
    `Seen in ${at(sighting, change)}${more > 0 ? `, and in ${formatNumber(more)} more ${more === 1 ? "place" : "places"}` : ""}.`,
    `Whose: ${formatPlain(describeOwner(finding))}.`,
    ...(use ? [`Used: ${formatPlain(use)}`] : []),
    `Done: ${describeOutcome(finding)}.`,
    ...(ignored ? [`Ignored: ${formatPlain(describeIgnoreReason(ignored))}.`] : []),
    ...(steps.length > 0 ? ["Next:"] : []),
    ...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`),
  ].join("\n");
}

function again(finding: Finding, { sighting }: Spot, best: Spot, change: Change["kind"]): string {
  return [
    `${nameOf(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint}) stands here too.`,
    `Seen in ${at(sighting, change)}.`,
    `What is known of it, and what to do, is told at ${told(best.sighting)}.`,
  ].join("\n");
}

function nameOf(finding: Finding): string {
  if (isOwnAdminKey(finding)) return "The OpenAI admin key of this run";
  return finding.kind === "suspected" ? "The suspected OpenAI key" : `The OpenAI ${KIND_NAMES[finding.kind]}`;
}

function tale(finding: Finding): string {
  switch (finding.validity.kind) {
    case "active":
      return "works";
    case "inactive":
      return mayWorkAgain(finding) ? "is inactive for now, and still here" : "is inactive, and still here";
    case "unknown":
      return "may work";
    default:
      return finding.validity satisfies never;
  }
}

function at(sighting: Sighting, change: Change["kind"]): string {
  const { commit, inHead } = sighting;
  return [
    told(sighting),
    ...(commit === null || inHead ? [] : [`as commit ${shortenSha(escapePlain(commit))} has it`]),
    ...listRemarks(sighting, change),
  ].join(", ");
}

function told(sighting: Sighting): string {
  return escapePlain(clipText(describePlace(sighting), LONGEST_PLACE));
}

/** Readers of SARIF make a link of `[text](place)` in messages, so that names of others must not hold one. */
function unlinked(text: string): string {
  return text.replaceAll("](", "] (");
}
