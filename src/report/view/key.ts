import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Impact } from "../../domain/impact.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { listNextSteps } from "../advice/advice.ts";
import { describeFirstStep } from "../advice/first-step.ts";
import type { StoryContext } from "../context.ts";
import { isLiveAdminKey } from "../evidence.ts";
import { joinLines, type Line, stressLine } from "../line.ts";
import { getState, type KeyState } from "../state.ts";
import { type ActionTaken, describeActionTaken } from "../wording/key/action-taken.ts";
import { describeIgnoreReason } from "../wording/key/ignore-reason.ts";
import { findRecord, KIND_NAMES, nameInRow } from "../wording/key/names.ts";
import { describeDoneBriefly, describeOutcome } from "../wording/key/outcome.ts";
import { describeOwner } from "../wording/key/ownership.ts";
import { describePlace, describeSeenIn, listRemarks, parseRef, shortenSha, sortPlaces } from "../wording/key/places.ts";
import { describeUse, describeUseBriefly, listUseDetails } from "../wording/key/use.ts";
import { describeWorks, explainWorks, MARKS } from "../wording/key/works.ts";
import { describeKeyTitle } from "../wording/title.ts";
import { buildTimeline, type Timeline } from "./timeline.ts";
import { buildUseOverTime, type UseOverTime } from "./use-over-time.ts";

/** How loud something is; each medium has a colour or a mark for it. */
export type Tone = "bad" | "warn" | "good" | "quiet";

/** How loud an annotation is, in GitHub's words. */
export type Level = "error" | "warning" | "notice";

/** A place where a key was seen. What is null is not known, or is not to be said of such a place. */
export type PlaceView = {
  /** What `link` functions are asked with. */
  sighting: Sighting;
  /** "src/app.ts:3:14", and without the column: may hold names that others chose. */
  text: string;
  spot: string;
  /** "in base64", "since removed" */
  remarks: readonly string[];
  /** The first seven digits of the commit that brought it. */
  commit: string | null;
  author: string | null;
  at: Date | null;
};

/** What was done with a key since it leaked, in figures. */
export type UsageView = Pick<Impact, "requests" | "inputTokens" | "outputTokens" | "models" | "cost" | "changes"> & {
  details: readonly Line[];
  overTime: UseOverTime | null;
};

/** All that a reader sees of one key. A `Line` holds names that others chose; each medium escapes them. */
export type KeyView = {
  stateName: KeyState;
  /** The mark that carries the colour in Markdown: "🔴". The words say the same. */
  mark: string;
  tone: Tone;
  level: Level;
  /** Whether it may do harm still. */
  isOpen: boolean;
  /** "A live OpenAI key leaked in this pull request" */
  title: string;
  /** "project key" */
  kind: string;
  /** "**checkout**, Web shop": what it is called in a row; the kind of key, where it has no name. */
  name: Line;
  fingerprint: string;
  mask: string;
  confidence: string;
  /** The id of its record at OpenAI; null where there is none. */
  recordId: string | null;
  /** Whether it works: "yes", "limited", "no", "not checked"; and why. */
  works: { word: string; reason: string };
  owner: Line;
  /** What it was used for since it leaked, with the time of the count; the same in a few words. */
  use: Line | null;
  useInBrief: string | null;
  usage: UsageView | null;
  /** How containment ended, or why nothing was done; and in a few words what was done, null where that is nothing. */
  outcome: string;
  doneInBrief: string | null;
  actionTaken: ActionTaken | null;
  /** What the ignore file says of it. */
  ignoreReason: Line | null;
  /**
   * What stands above all else: said of the only key, or of the first of several. Null where nothing is urgent. `isStep`:
   * it says what to do, and not only what was done.
   */
  alert: { alone: Line; among: Line; isStep: boolean } | null;
  /** What to do after that, in order. */
  steps: readonly Line[];
  /** Where it was seen, in the order in which a person should go there. */
  places: readonly PlaceView[];
  /** How many places there are, with those that are counted and not listed. */
  placeCount: number;
  /** The first of these. */
  firstPlace: PlaceView | null;
  /** Where an annotation of it stands: a line of a file, or the file whose name has the key. */
  anchor: { path: string; line: number | null; column: number | null } | null;
  /** Where it was seen, as far as the anchor does not show it: sentences that may hold names others chose. */
  seenIn: readonly string[];
  timeline: Timeline | null;
};

/** What is asked of every key, however many are shown. */
export type KeyGlance = Pick<KeyView, "stateName" | "mark" | "tone" | "level" | "isOpen">;

/** Says what is asked of every key. */
export function describeGlance(finding: Finding): KeyGlance {
  const state = getState(finding);
  return {
    stateName: state,
    mark: MARKS[state],
    tone: TONES[state],
    level: chooseLevel(finding),
    isOpen: finding.validity.kind !== "inactive",
  };
}

/** Turns a finding into what a reader sees of it. `organization` is the name of ours; null where it is not known. */
export function describeKey(
  finding: Finding,
  change: Change,
  organization: string | null,
  context: StoryContext,
): KeyView {
  const { kind, fingerprint, mask, confidence, ignored, sightings } = finding;
  const { now } = context;
  const facts = { finding, change, organization, context };
  const sorted = sortPlaces(sightings);
  const [first] = sorted;
  const seen = (sighting: Sighting) => describePlaceView(sighting, change);
  return {
    ...describeGlance(finding),
    title: describeKeyTitle(finding, change, context),
    kind: KIND_NAMES[kind],
    name: nameInRow(finding),
    fingerprint,
    mask,
    confidence,
    recordId: findRecord(finding)?.id ?? null,
    works: { word: describeWorks(finding, now), reason: explainWorks(finding) },
    owner: describeOwner(finding, organization),
    use: describeUse(finding, now),
    useInBrief: describeUseBriefly(finding),
    usage: buildUsage(finding, change, now),
    outcome: describeOutcome(finding, context),
    doneInBrief: describeDoneBriefly(finding, now),
    actionTaken: describeActionTaken(finding, context),
    ignoreReason: ignored && describeIgnoreReason(ignored),
    alert: buildAlert(describeFirstStep(facts)),
    steps: listNextSteps(facts),
    places: sorted.map(seen),
    placeCount: countPlaces(sightings),
    firstPlace: first ? seen(first) : null,
    anchor: first ? findAnchor(first) : null,
    seenIn: describeSeenIn(sorted),
    timeline: buildTimeline(finding, change, now),
  };
}

const TONES = {
  live: "bad",
  waiting: "bad",
  unconfirmed: "warn",
  unsure: "bad",
  stranger: "bad",
  unchecked: "bad",
  suspected: "bad",
  expiring: "warn",
  limited: "warn",
  inactive: "warn",
  fake: "warn",
  resolved: "good",
  preexisting: "warn",
  ignored: "quiet",
} as const satisfies Record<KeyState, Tone>;

function chooseLevel(finding: Finding): Level {
  const state = getState(finding);
  const tone = TONES[state];
  if (isLiveAdminKey(finding)) return "error";
  if (state === "preexisting") return finding.validity.kind === "inactive" ? "notice" : "warning";
  const isOpen = tone === "bad" || finding.validity.kind !== "inactive";
  if (tone === "good" || tone === "quiet") return "notice";
  return isOpen && finding.blocks ? "error" : "warning";
}

function buildAlert(step: ReturnType<typeof describeFirstStep>): KeyView["alert"] {
  if (step === null) return null;
  const { alone, among, rest } = step;
  const compose = (lead: Line): Line =>
    joinLines(
      [stressLine(lead), rest].filter(({ length }) => length > 0),
      " ",
    );
  return { alone: compose(alone), among: compose(among), isStep: alone.length > 0 };
}

function describePlaceView(sighting: Sighting, change: Change): PlaceView {
  const { commit, author, at, where } = sighting;
  return {
    sighting,
    text: describePlace(sighting),
    spot: describePlace({ ...sighting, column: null }),
    remarks: listRemarks(sighting, change.kind),
    // The message of a commit names its commit already.
    commit: commit === null || where === "commit-message" ? null : shortenSha(commit),
    author,
    at: at === null || Number.isNaN(at.getTime()) ? null : at,
  };
}

function findAnchor({ where, path, line: startLine, column, repository }: Sighting): KeyView["anchor"] {
  // The runner knows the files of one repository.
  if (path === null || repository !== undefined) return null;
  if (where === "file") return { path, line: startLine, column };
  return where === "path" && parseRef(path) === null ? { path, line: null, column: null } : null;
}

function buildUsage(finding: Finding, change: Change, now: Date | null): UsageView | null {
  const { impact } = finding;
  if (impact === null || describeUse(finding, now) === null) return null;
  const { requests, inputTokens, outputTokens, models, cost, changes } = impact;
  const [details, overTime] = [listUseDetails(finding, now), buildUseOverTime(finding, change, now)];
  return { requests, inputTokens, outputTokens, models, cost, changes, details, overTime };
}
