import type { Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatCount } from "../numbers.ts";
import { isLookAlike, mayWorkAgain } from "../severity.ts";
import { parseRef, shortenSha, sortPlaces } from "../wording/places.ts";
import { findFileAdvice } from "./file-advice.ts";

/** How to take the key out of the places that still have it; and whether history must be rewritten, where only that has it. */
export function listRemovalSteps(finding: Finding, change: Change["kind"]): readonly Line[] {
  const here = sortPlaces(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
  const ways = [removeFromFiles(here), removeFromNames(here), removeFromTexts(here), removeFromCommits(here)].flat();
  const past = change === "range" || change === "history" ? describeHistory(finding, ways.length > 0) : [];
  return ways.length + past.length > 0 ? [joinLines([...ways, ...past], " ")] : [];
}

function removeFromFiles(here: readonly Sighting[]): readonly Line[] {
  const files = new Map<string, string | null>();
  for (const { where, path, member } of here) {
    if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
  }
  const [first, ...others] = files;
  if (!first) return [];
  const [path, member] = first;
  const out =
    member === null ? findFileAdvice(path).remove : line`Take it out of ${member} in ${path}, or ${path} out of git.`;
  const n = others.length;
  const unlisted = countPlaces(here) - here.length;
  return [
    out,
    ...(n > 0 ? [line`The same goes for ${n} more ${words(n === 1 ? "file" : "files")}.`] : []),
    ...(unlisted > 0 ? [line`It stands in ${words(formatCount(unlisted, "more place"))} than are listed.`] : []),
  ];
}

function removeFromNames(here: readonly Sighting[]): readonly Line[] {
  const path = here.find(({ where }) => where === "path")?.path ?? null;
  if (path === null) return [];
  const ref = parseRef(path);
  return [
    ref === null
      ? line`Rename ${path}: the key is a part of its name.`
      : line`Delete the ${words(ref.kind)} ${ref.name} on the server: the key is a part of its name.`,
  ];
}

function removeFromTexts(here: readonly Sighting[]): readonly Line[] {
  if (!here.some(({ where }) => where === "pull-request")) return [];
  return [
    line`Take it out of the text on GitHub, and delete the older versions that ${"edited"} lists there: they stay readable.`,
  ];
}

/** The message or the people of a commit: easy to change until others have the commit. */
function removeFromCommits(here: readonly Sighting[]): readonly Line[] {
  const commit = here.find(({ where }) => where === "commit-message")?.commit ?? null;
  if (commit === null) return [];
  return [line`While the branch is not merged, reword commit ${shortenSha(commit)} (git rebase -i) and force-push.`];
}

/** Rewriting takes nothing back from those who have fetched, and a dead key needs none. */
function describeHistory(finding: Finding, isElsewhere: boolean): readonly Line[] {
  const { validity, identity } = finding;
  const isInCommits = finding.sightings.some(({ where, inHead }) => where === "commit-message" && inHead);
  const isInHistory = finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin");
  if (!isInHistory || isInCommits) return [];
  if (validity.kind === "inactive" && !mayWorkAgain(finding)) {
    return [words(`History need not be rewritten: ${isLookAlike(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
  }
  if (isElsewhere) return [];
  return identity.kind === "ours"
    ? [line`It stands in history alone, which need not be rewritten once the key is dead.`]
    : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
