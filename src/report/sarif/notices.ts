import { type Finding, isIgnored } from "../../domain/finding.ts";
import { type Gap, type GapKind, isChoice, isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import {
  describeGapInNotice,
  describeGapNotice,
  describeIgnoredKey,
  describeMoreGaps,
  describeOutsideFiles,
  describeTooMany,
  NOTICE_TEXTS,
} from "../wording/alerts.ts";
import { GAP_NAMES } from "../wording/gap-names.ts";
import { describeUnfinished } from "../wording/key/action-taken.ts";
import { describePlace, sortPlaces } from "../wording/key/places.ts";
import { chooseLevel, type SarifLevel } from "./results.ts";
import { formatRuleName, HOME } from "./rules.ts";

/** All kinds of notices, as descriptors: `gap-lfs` and so on, then those that are not about gaps. */
export const NOTICES = [
  ...(Object.keys(GAP_NAMES) as readonly GapKind[]).map((kind) => formatKind(`gap-${kind}`, describeGapNotice(kind))),
  ...Object.entries(NOTICE_TEXTS).map(([id, text]) => formatKind(id, text)),
];

function formatKind(id: string, text: string) {
  const message = { text };
  return {
    id,
    name: formatRuleName(id),
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: HOME,
  };
}

/** At most this many notices of a kind are written. */
const MOST = 100;

const LONGEST_TEXT = 2000;

const LONGEST_PLACE = 160;

/** What was not read. What makes a report incomplete fails the run. */
export function listGapNotices(gaps: readonly Gap[]) {
  const shown = gaps.slice(0, MOST);
  const notices = shown.map((gap) => formatNotice(`gap-${gap.kind}`, chooseGapLevel(gap), describeGapInNotice(gap)));
  const more = gaps.length - shown.length;
  return more > 0 ? [...notices, formatTooMany(describeMoreGaps(more))] : notices;
}

function chooseGapLevel(gap: Gap): SarifLevel {
  if (isFailure(gap)) return "error";
  return isChoice(gap) ? "note" : "warning";
}

/** Keys that no result can be made of, for want of a file. */
export function listOutsideFilesNotices(findings: readonly Finding[]) {
  return findings.slice(0, MOST).map((finding) => {
    const [first] = sortPlaces(finding.sightings);
    const place = first === undefined ? null : clipText(describePlace(first), LONGEST_PLACE);
    return formatNotice("key-outside-files", chooseLevel(finding), describeOutsideFiles(finding, place));
  });
}

/** Keys that an entry of the ignore file excuses: GitHub would open alerts for suppressed results. */
export function listIgnoredNotices(findings: readonly Finding[]) {
  const ignored = findings.filter(isIgnored).slice(0, MOST);
  return ignored.map((finding) => formatNotice("ignored-key", "note", describeIgnoredKey(finding)));
}

/** What an earlier run left open. */
export function listUnfinishedNotices({ unfinished }: Report) {
  const shown = unfinished.slice(0, MOST);
  return shown.map((one) => formatNotice("unfinished-containment", "warning", formatPlain(describeUnfinished(one))));
}

/** What was left out for want of room. */
export function listTooManyNotices(keys: number, places: number) {
  const text = describeTooMany(keys, places);
  return text === null ? [] : [formatTooMany(text)];
}

function formatTooMany(text: string) {
  return formatNotice("too-many-places", "warning", text);
}

function formatNotice(id: string, level: SarifLevel, text: string) {
  const index = NOTICES.findIndex((one) => one.id === id);
  return {
    descriptor: { id, index },
    level,
    message: { text: escapePlain(clipText(text, LONGEST_TEXT)).replaceAll("](", "] (") },
  };
}
