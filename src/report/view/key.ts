import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Impact } from "../../domain/impact.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { listSteps } from "../advice/advice.ts";
import { type Line, line, words } from "../line.ts";
import { capitalize, formatTime } from "../numbers.ts";
import { getLikeness, getSeverity, isLiveAdminKey, isOwnAdminKey, type Severity } from "../severity.ts";
import { type ActionTaken, describeActionTaken, describeOutcome } from "../wording/action-taken.ts";
import { describeIgnoreReason } from "../wording/ignore-reason.ts";
import { describeOwner, describeOwnerById } from "../wording/ownership.ts";
import { describePlace, describeSeenIn, listRemarks, parseRef, shortenSha, sortPlaces } from "../wording/places.ts";
import { explainValidity, KIND_NAMES } from "../wording/states.ts";
import { describeStatus } from "../wording/title.ts";
import { describeUse } from "../wording/use.ts";
import { buildTimeline, type Timeline } from "./timeline.ts";

/** How loud something is; each medium has a colour or a mark for it. */
export type Tone = "bad" | "warn" | "good" | "quiet";

/** How loud an annotation is, in GitHub's words. */
export type Level = "error" | "warning" | "notice";

/** A place where a key was seen. What is null is not known, or is not to be said of such a place. */
export type PlaceView = {
  /** What `link` functions are asked with. */
  sighting: Sighting;
  /** "src/app.ts:3:14": may hold names that others chose. */
  text: string;
  /** "in base64", "removed again later" */
  remarks: readonly string[];
  /** The first seven digits of the commit that brought it. */
  commit: string | null;
  author: string | null;
  at: Date | null;
};

/** What was done with a key since it was exposed, in figures; `note` says what is to be known of them. */
export type UsageView = Pick<Impact, "requests" | "inputTokens" | "outputTokens" | "models" | "cost" | "changes"> & {
  note: Line;
};

/** All that a reader sees of one key. A `Line` holds names that others chose; each medium escapes them. */
export type KeyView = {
  /** "project key" */
  name: string;
  /** "Project key is exposed" */
  title: string;
  /** "is exposed": goes on from the key's name. */
  status: string;
  fingerprint: string;
  mask: string;
  confidence: string;
  tone: Tone;
  level: Level;
  /** Whether it works: "active", and "OpenAI accepted it". */
  state: { word: string; reason: string };
  owner: Line;
  /** The owner in a word or two, with the key's id. */
  ownerInBrief: Line;
  /** What was done with it since it was exposed. */
  use: Line | null;
  usage: UsageView | null;
  /** How containment ended, or why the key was left alone. */
  outcome: string;
  /** When this run contained it. */
  containedAt: Date | null;
  actionTaken: ActionTaken | null;
  /** What an earlier run did to it, with who and when; null where this run did what was done. */
  earlier: Line | null;
  /** What the ignore file says of it. */
  ignoreReason: Line | null;
  /** What to do, in order. */
  steps: readonly Line[];
  /** Where it was seen, in the order in which a person should go there. */
  places: readonly PlaceView[];
  /** How many places there are, with those that are counted and not listed. */
  placeCount: number;
  /** The first of these, without the column. */
  firstPlace: PlaceView | null;
  /** The file of the first place; null where that is no file. */
  file: string | null;
  /** Where an annotation of it stands: a line of a file, or the file whose name has the key. */
  anchor: { path: string; line: number | null; column: number | null } | null;
  /** Where it was seen, as far as the anchor does not show it: sentences that may hold names others chose. */
  seenIn: readonly string[];
  timeline: Timeline | null;
};

/** Turns a finding into what a reader sees of it. `change` is what was scanned; `runUrl` is where the run is shown. */
export function describeKey(finding: Finding, change: Change["kind"], runUrl: string | null): KeyView {
  const { kind, fingerprint, mask, confidence, validity, ignored, sightings } = finding;
  const name = KIND_NAMES[kind];
  const actionTaken = describeActionTaken(finding, runUrl);
  const status = describeStatus([finding], change);
  const sorted = sortPlaces(sightings);
  const [first] = sorted;
  return {
    name,
    title: `${isOwnAdminKey(finding) ? "The admin key of this run" : capitalize(name)} ${status}`,
    status,
    fingerprint,
    mask,
    confidence,
    tone: isLiveAdminKey(finding) ? "bad" : TONES[getSeverity(finding)],
    level: chooseLevel(finding),
    state: { word: validity.kind, reason: explainValidity(validity) },
    owner: describeOwner(finding),
    ownerInBrief: describeOwnerById(finding),
    use: describeUse(finding),
    usage: buildUsage(finding),
    outcome: describeOutcome(finding),
    containedAt: finding.outcome.kind === "contained" && finding.earlier === null ? finding.outcome.at : null,
    actionTaken,
    earlier: finding.earlier && (actionTaken?.done ?? null),
    ignoreReason: ignored && describeIgnoreReason(ignored),
    steps: listSteps(finding, change),
    places: sorted.map((sighting) => describePlaceView(sighting, change)),
    placeCount: countPlaces(sightings),
    firstPlace: first ? describePlaceView({ ...first, column: null }, change) : null,
    file: first?.where === "file" ? first.path : null,
    anchor: first ? findAnchor(first) : null,
    seenIn: describeSeenIn(sorted),
    timeline: buildTimeline(finding),
  };
}

const TONES = {
  exposed: "bad",
  lingering: "warn",
  dead: "good",
  older: "warn",
  ignored: "quiet",
} as const satisfies Record<Severity, Tone>;

function chooseLevel(finding: Finding): Level {
  const severity = getSeverity(finding);
  if (isLiveAdminKey(finding)) return "error";
  switch (severity) {
    case "exposed":
      return finding.blocks ? "error" : "warning";
    case "lingering":
      return "warning";
    case "ignored":
    case "dead":
      return "notice";
    case "older":
      return finding.validity.kind === "inactive" ? "notice" : "warning";
    default:
      return severity satisfies never;
  }
}

function describePlaceView(sighting: Sighting, change: Change["kind"]): PlaceView {
  const { commit, author, at, where } = sighting;
  return {
    sighting,
    text: describePlace(sighting),
    remarks: listRemarks(sighting, change),
    // The message of a commit names its commit already.
    commit: commit === null || where === "commit-message" ? null : shortenSha(commit),
    author,
    at: at === null || Number.isNaN(at.getTime()) ? null : at,
  };
}

function findAnchor({ where, path, line: startLine, column }: Sighting): KeyView["anchor"] {
  if (path === null) return null;
  if (where === "file") return { path, line: startLine, column };
  return where === "path" && parseRef(path) === null ? { path, line: null, column: null } : null;
}

function buildUsage(finding: Finding): UsageView | null {
  const { impact, identity } = finding;
  if (impact === null || describeUse(finding) === null) return null;
  const { since, asOf, requests, inputTokens, outputTokens, models, cost, changes } = impact;
  // The figures stand beside the note, which adds what no source answered and who made the key.
  const bare = { ...impact, requests: null, cost: null, changes: null };
  const rest = describeUse({ ...finding, possession: "proven", impact: bare }) ?? words("");
  const isUnproven = identity.kind === "ours" && getLikeness(finding) === "unproven";
  const whose = isUnproven ? line` of ${identity.record.id}, which it may not be,` : words("");
  const times = words(`since ${formatTime(since)}, as OpenAI had counted them by ${formatTime(asOf)}`);
  return {
    requests,
    inputTokens,
    outputTokens,
    models,
    cost,
    changes,
    note: line`Figures${whose} ${times}, which is some minutes late; costs are by whole days of UTC. ${rest}`,
  };
}
