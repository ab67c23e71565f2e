import type { AlertPlaceKind, Encoding, Sighting } from "../../../domain/candidate.ts";
import type { Change } from "../../../domain/change.ts";
import { countPlaces } from "../../../domain/sightings.ts";
import { formatNumber } from "../../numbers.ts";

const ENCODED = {
  plain: null,
  base64: "in base64",
  hex: "in hex",
  "utf-16": "in UTF-16",
  "utf-32": "in UTF-32",
  "char-codes": "as character codes",
  reversed: "written backwards",
  rot13: "in ROT13",
  percent: "percent-encoded",
  split: "in pieces",
} as const satisfies Record<Encoding, string | null>;

/** The first seven digits of an object name, as git shows it. */
export function shortenSha(sha: string): string {
  return sha.slice(0, 7);
}

/** The places in the order a person should go to them: those the head still has first, files before texts, then by path and line. */
export function sortPlaces(sightings: readonly Sighting[]): readonly Sighting[] {
  return sightings.toSorted((a, b) => computeRank(a) - computeRank(b) || comparePlaces(a, b));
}

/** By repository and path, then by line and column: an order that is the same in every run. */
export function comparePlaces(a: Sighting, b: Sighting): number {
  return (
    compareTexts(a.repository ?? "", b.repository ?? "") ||
    compareTexts(a.path ?? "", b.path ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function computeRank({ where, inHead, path, preexisting }: Sighting): number {
  const isText = path === null || (where === "path" && parseRef(path) !== null);
  return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}

/** The path of a file; where several repositories were searched, with the name of its own before it. */
export function namePath({ repository, path }: Pick<Sighting, "repository" | "path">): string | null {
  return path === null || repository === undefined ? path : `${repository}/${path}`;
}

/** The place itself. May hold names that others chose: each medium has to escape it. */
export function describePlace(sighting: Sighting): string {
  const { where, repository } = sighting;
  const place = describeWithin(where === "file" ? { ...sighting, path: namePath(sighting) } : sighting);
  const isNamed = repository === undefined || (where === "file" && sighting.path !== null);
  return isNamed ? place : `${place} in ${repository}`;
}

function describeWithin(sighting: Sighting): string {
  const { where, path, line, column, commit, member } = sighting;
  const spot = [line, column].flatMap((number) => (number === null ? [] : [`:${number}`])).join("");
  switch (where) {
    case "file":
    case "stdin":
      return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
    case "commit-message":
      // A key in an author line or a note is in no line of the message.
      return `${line === null ? "author line or note" : "message"} of commit ${commit === null ? "(unknown)" : shortenSha(commit)}${formatLine(line)}`;
    case "tag-message":
      return `message of a tag${formatLine(line)}`;
    case "path":
      return describeName(path);
    case "pull-request":
      return `text on GitHub${formatLine(line)}`;
    case "alert":
      return describeAlertPlace(sighting);
    default:
      return where satisfies never;
  }
}

const ALERT_PLACES = {
  file: "",
  wiki: "wiki page ",
  unknown: "",
  issue_title: "title of an issue",
  issue_body: "text of an issue",
  issue_comment: "comment on an issue",
  discussion_title: "title of a discussion",
  discussion_body: "text of a discussion",
  discussion_comment: "comment on a discussion",
  pull_request_title: "title of a pull request",
  pull_request_body: "text of a pull request",
  pull_request_comment: "comment on a pull request",
  pull_request_review: "review of a pull request",
  pull_request_review_comment: "comment in a review of a pull request",
} as const satisfies Record<AlertPlaceKind, string>;

/** "alert 3: src/app.py:12", "alert 3: comment on an issue" */
function describeAlertPlace({ alert, path, line }: Sighting): string {
  const name = alert === undefined ? "alert" : `alert ${alert.number}`;
  const spot = path === null ? "" : `${path}${line === null ? "" : `:${line}`}`;
  const place = `${alert === undefined ? "" : ALERT_PLACES[alert.kind]}${spot}`;
  return place === "" ? name : `${name}: ${place}`;
}

/** Where a key was found, in sentences: what a mark at its first place does not show, and how often. */
export function describeSeenIn(sorted: readonly Sighting[]): readonly string[] {
  const [first] = sorted;
  const count = countPlaces(sorted);
  const isInFile = first?.where === "file" && first.path !== null;
  const isShown = first === undefined || (isInFile && first.member === null);
  return [
    ...(isShown ? [] : [`Found in ${isInFile ? "" : "the "}${describePlace(first)}.`]),
    ...(count > 1 ? [`Found in ${formatNumber(count)} places.`] : []),
  ];
}

function formatLine(line: number | null): string {
  return line === null ? "" : `, line ${line}`;
}

function describeName(path: string | null): string {
  const ref = path === null ? null : parseRef(path);
  return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}

/** The branch, tag or other ref that a path names; null for the path of a file. */
export function parseRef(path: string): { kind: "branch" | "tag" | "ref"; name: string } | null {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(path) ?? [];
  if (name !== undefined) return { kind: kind === "heads" ? "branch" : "tag", name };
  return path.startsWith("refs/") ? { kind: "ref", name: path } : null;
}

/** What else is known of a place, in our words: its encoding, and whether it was removed again or is old. */
export function listRemarks(sighting: Sighting, change: Change["kind"]): readonly string[] {
  const { where, encoding, inHead, preexisting } = sighting;
  const encoded = ENCODED[encoding];
  return [
    ...(encoded === null ? [] : [encoded]),
    ...((where === "file" || where === "path") && !inHead
      ? [change === "history" || change === "sweep" ? "not on the current branch" : "since removed"]
      : []),
    ...(preexisting ? ["was here before"] : []),
  ];
}
