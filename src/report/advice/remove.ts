import { isToken, type KeyKind, type Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { mayWorkAgain } from "../evidence.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatCount } from "../numbers.ts";
import { nameThing } from "../wording/key/names.ts";
import { namePath, parseRef, shortenSha, sortPlaces } from "../wording/key/places.ts";
import { findFileAdvice } from "./file-advice.ts";
import { describeTokenRemoval } from "./tokens/token-advice.ts";

/** How to take the key out of the places that still have it; and whether history must be rewritten, where only that has it. */
export function listRemovalSteps(finding: Finding, change: Change): readonly Line[] {
  const here = sortPlaces(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
  const ways = [
    removeFromFiles(here, finding),
    removeFromNames(here, finding),
    removeFromTexts(here, finding),
    removeFromCommits(here),
  ].flat();
  const hasHistory =
    (change.kind === "range" && !change.unpushed) || change.kind === "history" || change.kind === "sweep";
  const past = hasHistory ? describeHistory(finding, ways.length > 0) : [];
  return ways.length + past.length > 0 ? [joinLines([...ways, ...past], " ")] : [];
}

function removeFromFiles(here: readonly Sighting[], finding: Finding): readonly Line[] {
  const files = new Map<string, string | null>();
  for (const sighting of here) {
    const { where, member } = sighting;
    const path = namePath(sighting);
    if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
  }
  const [first, ...others] = files;
  if (!first) return [];
  const [path, member] = first;
  const out =
    member === null
      ? describeRemoval(finding.kind, path)
      : line`Take the ${words(nameThing(finding))} out of ${member} in ${path}, or ${path} out of git.`;
  const n = others.length;
  const unlisted = countPlaces(here) - here.length;
  return [
    out,
    ...(n > 0 ? [line`Do the same in ${n} more ${words(n === 1 ? "file" : "files")}.`] : []),
    ...(unlisted > 0 ? [line`It is in ${words(formatCount(unlisted, "more place"))} than are listed.`] : []),
  ];
}

function describeRemoval(kind: KeyKind, path: string): Line {
  return isToken(kind) ? describeTokenRemoval(kind, path) : findFileAdvice(path).remove;
}

function removeFromNames(here: readonly Sighting[], finding: Finding): readonly Line[] {
  const path = here.find(({ where }) => where === "path")?.path ?? null;
  if (path === null) return [];
  const ref = parseRef(path);
  const thing = words(nameThing(finding));
  return [
    ref === null
      ? line`Rename ${path}: its name contains the ${thing}.`
      : line`Delete the ${words(ref.kind)} ${ref.name} on the server: its name contains the ${thing}.`,
  ];
}

function removeFromTexts(here: readonly Sighting[], finding: Finding): readonly Line[] {
  if (!here.some(({ where }) => where === "pull-request")) return [];
  return [
    line`Take the ${words(nameThing(finding))} out of the text on GitHub. Then delete the older versions under ${"edited"}: they stay readable.`,
  ];
}

/** The message or the people of a commit: easy to change until others have the commit. */
function removeFromCommits(here: readonly Sighting[]): readonly Line[] {
  const commit = here.find(({ where }) => where === "commit-message")?.commit ?? null;
  if (commit === null) return [];
  return [line`Before the branch is merged, reword commit ${shortenSha(commit)} (${"git rebase -i"}) and force-push.`];
}

/** Rewriting takes nothing back from those who have fetched, and a dead key needs none. */
function describeHistory(finding: Finding, isElsewhere: boolean): readonly Line[] {
  const { validity, identity } = finding;
  const isInCommits = finding.sightings.some(({ where, inHead }) => where === "commit-message" && inHead);
  const isInHistory = finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin");
  if (!isInHistory || isInCommits) return [];
  const isStopped = validity.kind === "inactive" && !mayWorkAgain(finding);
  if (isStopped) return isElsewhere ? [words("History need not be rewritten.")] : [];
  if (identity.kind === "ours") return [words("History need not be rewritten once the key is revoked.")];
  return isElsewhere ? [] : [words("Only history has it. Rewriting that helps only if nobody has fetched it yet.")];
}
