import type { Sighting } from "../../domain/candidate.ts";
import { type Change, isUnpublished } from "../../domain/change.ts";
import { type Finding, isIgnored, isPreexisting } from "../../domain/finding.ts";
import { type Gap, isFailure } from "../../domain/gap.ts";
import { concludeRun, type Report } from "../../domain/report.ts";
import {
  describeExcuse,
  describeKeyDetails,
  describeMore,
  describeOtherKeys,
  describeRewriting,
  describeSkip,
  describeStoppedGaps,
  describeStoppedKeys,
  describeUnstaging,
  LEAKED_BEFORE,
  type PlaceToChange,
  type Publication,
  SENT_ANYWAY,
} from "../../messages/unpublished.ts";
import { findFileAdvice } from "../advice/file-advice.ts";
import { describeGapWays } from "../advice/gaps.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { capitalize } from "../numbers.ts";
import type { KeyView } from "../view/key.ts";
import type { ReportView } from "../view/view.ts";
import { shortenSha } from "../wording/key/places.ts";
import { type Look, paintTitle, toShownSigns } from "./look.ts";
import { TIED, wrap } from "./wrap.ts";

/** As many keys, and as many gaps, have a line of their own. */
const MOST_LISTED = 10;

/** The longest place that is shown whole. */
const LONGEST_PLACE = 200;

/** A key that stops a commit or a push: what is known of it, and what readers see of it. */
type StoppingKey = { finding: Finding; view: KeyView };

/** What a hook tells: the change, and the keys and gaps that stop it. */
type Stop = { publication: Publication; change: Change; keys: readonly StoppingKey[]; gaps: readonly Gap[] };

/**
 * Whether a report is about what has not left the machine, and stops it, and says nothing that needs more room: nothing
 * was done to a key, or was to be done.
 */
export function isStoppedEarly(report: Report): boolean {
  const isEarly = isUnpublished(report.change) && concludeRun(report) !== "clean";
  const isUntouched = report.findings.every(({ outcome, earlier }) => outcome.kind === "left" && earlier === null);
  return isEarly && isUntouched && report.unfinished.length === 0;
}

/**
 * The report of a hook, in a few lines: the verdict, where the keys are, what to do, and the other ways on. `isHook` is
 * whether git waits for it. For reports for which `isStoppedEarly` holds.
 */
export function renderUnpublished(report: Report, view: ReportView, look: Look, isHook: boolean): string {
  const stop: Stop = {
    publication: report.change.kind === "range" ? "push" : "commit",
    change: report.change,
    keys: view.keys.flatMap((key) => {
      const finding = report.findings.find(({ fingerprint, blocks }) => blocks && fingerprint === key.fingerprint);
      return finding ? [{ finding, view: key }] : [];
    }),
    gaps: report.gaps.filter(isFailure),
  };
  const verdict = wrap(describeVerdict(stop, isHook), look.width, "  ");
  const body = [
    ...stop.keys.slice(0, MOST_LISTED).flatMap((key) => renderKey(key, look)),
    ...[...listMore(stop.keys.length), ...listGaps(stop.gaps), ...listWays(stop, report.findings, isHook)].flatMap(
      (text) => renderIndented(text, look),
    ),
  ];
  return toShownSigns([...verdict.map((text) => paintTitle(text, "bad", look)), ...body].join("\n"), look);
}

function renderIndented(text: string, { width }: Look): readonly string[] {
  return wrap(text, width - 2, "  ").map((part) => `  ${part}`);
}

function describeVerdict({ publication, keys, gaps }: Stop, isHook: boolean): string {
  if (keys.length === 0) return describeStoppedGaps({ publication, count: gaps.length, isHook });
  const isSuspected = keys.every(({ finding }) => finding.confidence === "suspected");
  return describeStoppedKeys({ publication, count: keys.length, isHook, isNew: areNew(keys), isSuspected });
}

/** Whether no place of any of them was there before. */
function areNew(keys: readonly StoppingKey[]): boolean {
  return keys.every(({ finding }) => finding.sightings.every(({ preexisting }) => !preexisting));
}

function renderKey({ finding, view }: StoppingKey, look: Look): readonly string[] {
  const { fingerprint, firstPlace, placeCount } = view;
  const place = escapePlain(clipText(firstPlace?.spot ?? "", LONGEST_PLACE));
  const mask = escapePlain(view.mask);
  const { kind } = finding.validity;
  const details = describeKeyDetails({
    fingerprint,
    commit: firstPlace?.commit ?? null,
    remarks: firstPlace?.remarks ?? [],
    morePlaces: placeCount - 1,
    works: kind === "unknown" ? null : kind === "active",
  });
  const [first = "", ...rest] = renderIndented(`${tie(`${place}  ${mask}`)}${TIED} (${details})`, look);
  // Painted last: colours have no columns.
  const painted = first
    .replace(place, (text) => look.paint("cyan", text))
    .replace(mask, (text) => look.paint("red", text));
  return [painted, ...rest];
}

function listGaps(gaps: readonly Gap[]): readonly string[] {
  return [...gaps.slice(0, MOST_LISTED).map(describeGapWithWay), ...listMore(gaps.length)];
}

function describeGapWithWay(gap: Gap): string {
  const [way] = describeGapWays(gap, "terminal");
  const detail = escapePlain(gap.detail);
  return way ? `${detail} ${capitalize(formatPlain(way, TIED))}` : detail;
}

function listMore(count: number): readonly string[] {
  return count > MOST_LISTED ? [describeMore(count - MOST_LISTED)] : [];
}

function listWays({ publication, ...stop }: Stop, findings: readonly Finding[], isHook: boolean): readonly string[] {
  const { keys } = stop;
  const doubtful = keys.filter(({ finding }) => finding.validity.kind !== "active");
  const fingerprint = doubtful.length === 1 ? (doubtful[0]?.view.fingerprint ?? null) : null;
  return [
    ...(keys.length > 0 ? [describeFix({ publication, ...stop })] : []),
    ...(areNew(keys) ? [] : [LEAKED_BEFORE]),
    ...(doubtful.length > 0 ? [describeExcuse(fingerprint)] : []),
    ...(isHook ? [describeSkip(publication)] : []),
    ...listOthers(findings),
  ];
}

function listOthers(findings: readonly Finding[]): readonly string[] {
  const others = findings.filter(({ blocks }) => !blocks);
  const ignored = others.filter(isIgnored).length;
  const older = others.filter((one) => !isIgnored(one) && isPreexisting(one.sightings)).length;
  if (others.length === 0) return [];
  return [describeOtherKeys({ older, ignored, dead: others.length - ignored - older })];
}

/** How to take the keys out. */
function describeFix({ publication, change, keys }: Stop): string {
  const sightings = keys.flatMap(({ finding }) => finding.sightings);
  const [first] = sightings;
  const advice = keys.length === 1 ? findAdvice(keys) : null;
  if (publication === "commit") return describeUnstaging(advice);
  const isRemoved = sightings.every(({ inHead, where }) => where === "file" && !inHead);
  const mark = first?.where === "commit-message" ? "reword" : "edit";
  const fix = describeRewriting(findPlaceToChange(change, keys), mark, isRemoved ? null : advice);
  return isRemoved ? `${SENT_ANYWAY} ${fix}` : fix;
}

/** The advice on the only file that has the key; null where it stands in several, or in none. */
function findAdvice(keys: readonly StoppingKey[]): string | null {
  const sightings = keys.flatMap(({ finding }) => finding.sightings);
  const paths = new Set(
    sightings.map(({ where, member, path }) => (where === "file" && member === null ? path : null)),
  );
  const [path] = paths;
  return paths.size === 1 && path ? formatPlain(findFileAdvice(path).remove, TIED) : null;
}

/** What is to be changed before the push. */
function findPlaceToChange(change: Change, keys: readonly StoppingKey[]): PlaceToChange {
  const { base, head } = change.kind === "range" ? change : { base: null, head: null };
  const sightings = keys.flatMap(({ finding }) => finding.sightings);
  const [kind = "commit", ...others] = new Set(sightings.map(classifyPlace));
  if (others.length > 0) return { kind: "mixed" };
  if (kind !== "commit") return { kind };
  const [commit, ...more] = new Set(sightings.flatMap((one) => one.commit ?? []));
  if (commit === undefined || more.length > 0) {
    return { kind: "several", from: base === null ? "--root" : shortenSha(base) };
  }
  if (commit === head) return { kind: "last" };
  return { kind: "one", commit: shortenSha(commit), from: base === null ? "--root" : `${shortenSha(commit)}^` };
}

/** The path of a note is the name of a commit, with slashes in it where there are many notes (git-notes(1)). */
const NOTE = /^(?:[0-9a-f]{2}\/)*[0-9a-f]{36,64}$/;

function classifyPlace({ where, path, commit }: Sighting): "commit" | "tag" | "note" | "name" {
  if (where === "tag-message") return "tag";
  if (where === "path" && commit === null) return "name";
  return where === "file" && NOTE.test(path ?? "") ? "note" : "commit";
}

/** Keeps a text on one line. */
function tie(text: string): string {
  return text.replaceAll(" ", TIED);
}
