import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { BARE_CONTEXT } from "../context.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { describeKey } from "../view/key.ts";
import {
  describeAlert,
  describeCommit,
  describeMorePlaces,
  describeSamePlace,
  nameInAlert,
} from "../wording/alerts.ts";
import { describePlace, listRemarks, shortenSha, sortPlaces } from "../wording/key/places.ts";
import { FACTS } from "../wording/labels.ts";
import { findRule } from "./rules.ts";
import { formatLocation, formatUri } from "./uri.ts";

/** How much a result or a notice weighs. */
export type SarifLevel = "error" | "warning" | "note";

/** A place of a key that a result can be made of. `occurrence` counts, from 0, the places of the key in that file. */
export type Spot = { sighting: Sighting; uri: string; occurrence: number };

/** How many results there may be, and how many characters they may take: paths are the part that others choose. */
export type ResultLimit = { results: number; characters: number };

/** At most this many places of one key get a result; a report does not list many more (`MAX_LISTED`). */
const MOST_OF_A_KEY = 100;

/** What a result takes beside its path, which stands in it twice. */
const FRAME = 1000;

/** Paths longer than this are cut in messages; the location has them whole. */
const LONGEST_PLACE = 160;

/** An error is what fails the run, under the policy's `failOn`; of the rest only dead keys are no more than a note. */
export function chooseLevel({ blocks, validity }: Pick<Finding, "blocks" | "validity">): SarifLevel {
  if (blocks) return "error";
  return validity.kind === "inactive" ? "note" : "warning";
}

/** The places a person should still go to: all of a key that may work, and of a dead one those that still have it. */
export function listOpenPlaces({ sightings, validity }: Finding): readonly Sighting[] {
  return sortPlaces(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}

/** Those of the places that are files, the best first, as many as fit; one in any case. */
export function selectSpots(sightings: readonly Sighting[], limit: ResultLimit): readonly Spot[] {
  const most = Math.min(limit.results, MOST_OF_A_KEY);
  const seen = new Map<string, number>();
  const spots: Spot[] = [];
  let free = limit.characters;
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

/** A result for each place: the first has everything, the others say where the first stands. */
export function formatResults(finding: Finding, spots: readonly Spot[], change: Change) {
  const { id: ruleId, index: ruleIndex } = findRule(finding);
  const properties = formatProperties(finding);
  return spots.map((spot, index) => ({
    ruleId,
    ruleIndex,
    level: chooseLevel(finding),
    message: {
      text: breakLinks(
        index === 0
          ? formatFirstMessage(finding, spot, change)
          : formatNextMessage(finding, spot, spots[0] ?? spot, change),
      ),
    },
    locations: [formatLocation(spot.sighting, spot.uri)],
    // The key and its file: an edit above it moves the line and not the alert.
    partialFingerprints: {
      "openaiKeyFingerprint/v1": [
        finding.fingerprint,
        spot.uri,
        ...(spot.occurrence > 0 ? [spot.occurrence] : []),
      ].join(":"),
    },
    properties,
  }));
}

function formatProperties({ fingerprint, kind, confidence, validity, identity, possession, outcome, blocks }: Finding) {
  return {
    fingerprint,
    keyKind: kind,
    confidence,
    validity: validity.kind,
    identity: identity.kind,
    possession,
    outcome: outcome.kind,
    blocks,
  };
}

/** Where room is short GitHub shows the first sentence alone, so that it says the most. Then comes what to do. */
function formatFirstMessage(finding: Finding, { sighting }: Spot, change: Change): string {
  const { works, owner, use, outcome, ignoreReason, alert, steps, placeCount } = describeKey(finding, change, null, {
    ...BARE_CONTEXT,
    medium: "workflow",
  });
  const where = formatSeenAt(sighting, change.kind);
  return [
    describeAlert(finding, formatSubject(finding), works.reason),
    ...(alert ? [formatPlain(alert.alone)] : []),
    ...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`),
    `${FACTS.where}: ${where}${placeCount > 1 ? ` ${describeMorePlaces(placeCount - 1)}` : ""}.`,
    `${FACTS.whose}: ${formatPlain(owner)}.`,
    ...(use ? [`${FACTS.used}: ${formatPlain(use)}.`] : []),
    `${FACTS.done}: ${outcome}.`,
    ...(ignoreReason ? [`${FACTS.ignored}: ${formatPlain(ignoreReason)}.`] : []),
  ].join("\n");
}

function formatNextMessage(finding: Finding, { sighting }: Spot, first: Spot, change: Change): string {
  return [
    describeSamePlace(formatSubject(finding), formatPlace(first.sighting)),
    `${FACTS.where}: ${formatSeenAt(sighting, change.kind)}.`,
  ].join("\n");
}

function formatSubject(finding: Finding): string {
  return `${nameInAlert(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint})`;
}

function formatSeenAt(sighting: Sighting, change: Change["kind"]): string {
  const { commit, inHead } = sighting;
  return [
    formatPlace(sighting),
    ...(commit === null || inHead ? [] : [describeCommit(shortenSha(escapePlain(commit)))]),
    ...listRemarks(sighting, change),
  ].join(", ");
}

function formatPlace(sighting: Sighting): string {
  return escapePlain(clipText(describePlace(sighting), LONGEST_PLACE));
}

/** Readers of SARIF make a link of `[text](place)` in messages, so that names of others must not hold one. */
function breakLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
