import { stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { resolveCommits } from "../git/commits/revisions.ts";
import { type Environment, Git } from "../git/git.ts";
import { findRepository, type Repository } from "../git/repository.ts";
import {
  describeAddressAsRange,
  describeDayAsRange,
  describeGlobAsRange,
  describeMeant,
  describeNotARange,
  describePathAsRange,
  describeShallowRevision,
  describeTooFarBack,
  describeUnknownRevision,
  PATHS_AS_RANGE,
  RANGE_IN_TWO_WORDS,
} from "../messages/command-line/mistakes.ts";
import { describeManyRanges } from "../messages/errors/command-line/flags.ts";
import { findNearest } from "../settings/nearest.ts";
import { formatCommand, quoteTyped } from "./typed-words.ts";

/** Where a range was to be read. */
type Place = { repo: string; environment: Environment };

/** An address, as git takes it to clone from. */
const ADDRESS = /^(?:[a-z][a-z+.-]*:\/\/|[\w.-]+@[\w.-]+:)/i;

/** A day or a time, as git takes it for --since. */
const DAY = /^(?:\d{4}-\d\d-\d\d\b.*|yesterday|today|(?:last|\d+)[ .-]\w+(?:[ .-]ago)?)$/i;

/**
 * Answers a word that git does not know as a range: what it is instead, and the whole command that was probably meant.
 * `typed` are all words of the command. Null where nothing better can be said than git's own complaint.
 */
export async function explainRange(word: string, place: Place, typed: readonly string[]): Promise<UsageError | null> {
  const quoted = quoteTyped(word);
  const replace = (...by: readonly string[]) => replaceWord(typed, word, by);
  if (ADDRESS.test(word)) return answer(describeAddressAsRange(quoted), ["scan", "--history"]);
  if (word === "help") {
    return new UsageError(`${describeNotARange(quoted)} ${describeMeant(formatCommand(["scan", "--help"]))}`);
  }
  const kind = await findKind(resolve(place.repo, word));
  if (kind !== null) return answer(describePathAsRange(quoted, kind), replace(...formatFiles(word, kind, place.repo)));
  if (/[*?]/.test(word)) return answer(describeGlobAsRange(quoted), replace("--files", word));
  const [start = ""] = word.split("..");
  if (DAY.test(start)) {
    const since = `$(git rev-list -1 --before='${start}' HEAD)..HEAD`;
    return answer(describeDayAsRange(quoteTyped(start)), replace(since));
  }
  return await explainRevision(word, place, replace);
}

/** Answers several words where a range was expected: files, or the ends of a range. */
export async function explainManyRanges(
  words: readonly string[],
  repo: string,
  typed: readonly string[],
): Promise<UsageError> {
  const kinds = await Promise.all(words.map(async (word) => await findKind(resolve(repo, word))));
  const [first = "", second = ""] = words;
  if (kinds.every((kind) => kind !== null))
    return answer(PATHS_AS_RANGE, replaceWord(typed, first, ["--files", first]));
  if (words.length !== 2 || words.some((word) => word.includes(".."))) {
    return new UsageError(describeManyRanges(words.length));
  }
  const joined = typed.filter((word) => word !== second).map((word) => (word === first ? `${first}..${second}` : word));
  return new UsageError(`${RANGE_IN_TWO_WORDS} ${describeMeant(formatCommand(joined))}`);
}

function answer(sentence: string, words: readonly string[]): UsageError {
  return new UsageError(`${sentence} ${formatCommand(words)}`);
}

function replaceWord(typed: readonly string[], word: string, by: readonly string[]): readonly string[] {
  const at = typed.indexOf(word);
  return at === -1 ? ["scan", ...by] : [...typed.slice(0, at), ...by, ...typed.slice(at + 1)];
}

/** The words that scan a path as it is on disk. One outside of the folder is reached by --repo. */
function formatFiles(word: string, kind: "file" | "folder", repo: string): readonly string[] {
  const path = relative(repo, resolve(repo, word));
  if (path === "") return ["--files"];
  if (!path.startsWith("..") && !isAbsolute(path)) return ["--files", word];
  return kind === "folder" ? ["--files", "--repo", word] : ["--files", basename(word), "--repo", dirname(word)];
}

async function findKind(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : "file";
}

/** Says which end of a range is none, and the nearest one that is. */
async function explainRevision(
  word: string,
  { repo, environment }: Place,
  replace: (...by: readonly string[]) => readonly string[],
): Promise<UsageError | null> {
  const repository = await findRepository(repo).catch(() => null);
  if (repository === null) return null;
  const git = new Git(repository.gitDir, environment);
  for (const end of word.split(/\.{2,3}/).filter((part) => part !== "")) {
    const [commit] = await resolveCommits(git, [end]).catch(() => [null]);
    if (commit) continue;
    const tooFar = await explainAncestor(end, git, repository);
    if (tooFar !== null) return answer(tooFar, ["scan", "--history"]);
    const isObject = /^[0-9a-f]{7,64}$/.test(end);
    if (isObject && repository.shallow.size > 0) return new UsageError(describeShallowRevision(quoteTyped(end)));
    const names = await listRefNames(git);
    const nearest = findNearest(end, names);
    const sentence = describeUnknownRevision(quoteTyped(end), nearest === null && /^[\w.-]+\//.test(end));
    if (nearest === null) return isObject ? null : new UsageError(sentence);
    return new UsageError(`${sentence} ${describeMeant(formatCommand(replace(word.replace(end, nearest))))}`);
  }
  return null;
}

/** `HEAD~1000` where HEAD has fewer commits. */
async function explainAncestor(end: string, git: Git, { shallow }: Repository): Promise<string | null> {
  const start = /^(.+?)[~^][\d~^]*$/.exec(end)?.[1];
  if (start === undefined) return null;
  const [commit] = await resolveCommits(git, [start]).catch(() => [null]);
  if (!commit) return null;
  const { stdout } = await git.run(["rev-list", "--count", "--first-parent", commit]);
  return describeTooFarBack(quoteTyped(end), quoteTyped(start), Number(stdout.trim()), shallow.size > 0);
}

async function listRefNames(git: Git): Promise<readonly string[]> {
  const refs = ["refs/heads", "refs/remotes", "refs/tags"];
  const { stdout } = await git.run(["for-each-ref", "--count=10000", "--format=%(refname:short)", ...refs]);
  return ["HEAD", ...stdout.split("\n").filter((name) => name !== "")];
}
