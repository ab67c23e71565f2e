import type { Source, UntouchedPaths } from "../domain/source.ts";
import type { CommitRange } from "../git/commits/commit-range.ts";
import type { Git } from "../git/git.ts";
import {
  type ListedPaths,
  listChangedPaths,
  listIndexPaths,
  listPathsOfHistory,
  listStagedPaths,
  listTouchedPaths,
  listTreePaths,
} from "../git/trees/listed-paths.ts";
import { buildGlobMatcher, type WantedGlob } from "./glob-matcher.ts";
import { parseGlobs } from "./path-filter.ts";

/** What the globs of `paths` match. Where git could not list everything, nothing is claimed. */
export type PathUse = {
  /** Those that match no file at all, neither one that is there nor one that changes: typing errors. */
  unmatched: readonly string[];
  /** Where the change touches no file that any of them matches; null where it does. */
  untouched: UntouchedPaths | null;
};

/** A glob with the folder or file that all its matches are in or below: empty where that may be any. */
type SearchedGlob = WantedGlob & { below: string };

/** Without globs there is nothing to say. */
const ALL_USED: PathUse = { unmatched: [], untouched: null };

/** Where a glob may match. Lists are read one after the other, and only as far as something is still unmatched. */
type PathLists = {
  /** What the change touches, each list with more than the one before. */
  changed: readonly (() => ListedPaths)[];
  /** What is there besides, below a folder. */
  present: readonly ((below: string) => ListedPaths)[];
};

/** Says what globs match of a range, and of the files of its head. */
export async function checkRangePaths(git: Git, range: CommitRange, globs: readonly string[]): Promise<PathUse> {
  const { base, head } = range;
  return await checkPaths(globs, {
    changed: [
      () => (base === null ? listTreePaths(git, head, "") : listChangedPaths(git, base, head)),
      () => listTouchedPaths(git, range),
    ],
    present: [(below) => listTreePaths(git, head, below)],
  });
}

/** Says what globs match of what is staged, and of the files of the index. */
export async function checkStagedPaths(git: Git, globs: readonly string[]): Promise<PathUse> {
  return await checkPaths(globs, {
    changed: [() => listStagedPaths(git)],
    present: [(below) => listIndexPaths(git, below)],
  });
}

/** Says what globs match of the files at some commits, or of any in the history. */
export async function checkPresentPaths(
  git: Git,
  commits: readonly string[],
  globs: readonly string[],
  { withHistory = false } = {},
): Promise<PathUse> {
  const trees = commits.map((commit) => (below: string) => listTreePaths(git, commit, below));
  const history = withHistory ? [() => listPathsOfHistory(git)] : [];
  return await checkPaths(globs, { changed: [], present: [...trees, ...history] });
}

/** The source, whose account tells that the change touches none of the paths that count. */
export function addPathUse(source: Source, { untouched }: PathUse): Source {
  if (untouched === null) return source;
  return {
    blobs: () => source.blobs(),
    locate: (blob, hit) => source.locate(blob, hit),
    complete: (sightings) => source.complete(sightings),
    nameOf: (blob) => source.nameOf(blob),
    account: () => {
      const { coverage, gaps } = source.account();
      return { coverage: { ...coverage, untouched }, gaps };
    },
  };
}

async function checkPaths(globs: readonly string[], { changed, present }: PathLists): Promise<PathUse> {
  const wanted = await compileWanted(globs);
  if (wanted.length === 0) return ALL_USED;
  let unmatched: readonly SearchedGlob[] = wanted;
  let changedFiles: number | null = changed.length === 0 ? null : 0;
  for (const list of changed) {
    const seen = new Set<string>();
    const found = await findUnmatched(list(), unmatched, seen);
    if (found === null) return ALL_USED;
    unmatched = found;
    changedFiles = seen.size;
    if (unmatched.length < wanted.length) {
      changedFiles = null;
      break;
    }
  }
  const untouched = changedFiles === null ? null : { globs, changedFiles };
  const absent: string[] = [];
  for (const glob of unmatched) {
    const isAbsent = await isNowhere(glob, present);
    if (isAbsent === null) return { unmatched: [], untouched };
    if (isAbsent) absent.push(glob.text);
  }
  return { unmatched: absent, untouched };
}

/** Whether a glob matches in none of the lists; null where that cannot be told. */
async function isNowhere(glob: SearchedGlob, lists: PathLists["present"]): Promise<boolean | null> {
  for (const list of lists) {
    const left = await findUnmatched(list(glob.below), [glob]);
    if (left === null) return null;
    if (left.length === 0) return false;
  }
  return true;
}

/**
 * The globs that match none of the listed paths; null where the list broke off before all of them matched. `seen` collects
 * the paths, for which the list is then read to its end.
 */
async function findUnmatched(
  { paths, isComplete }: ListedPaths,
  globs: readonly SearchedGlob[],
  seen?: Set<string>,
): Promise<readonly SearchedGlob[] | null> {
  let unmatched = globs;
  for await (const path of paths) {
    seen?.add(path);
    if (unmatched.some(({ matches }) => matches(path))) unmatched = unmatched.filter(({ matches }) => !matches(path));
    if (unmatched.length === 0) return unmatched;
  }
  return (await isComplete()) ? unmatched : null;
}

async function compileWanted(globs: readonly string[]): Promise<readonly SearchedGlob[]> {
  const compiled: SearchedGlob[] = [];
  for (const text of globs) {
    const parsed = await parseGlobs([text], []);
    const [pattern] = [...parsed.wanted, ...parsed.names];
    if (pattern === undefined) continue; // It only excludes.
    const { isWanted } = await buildGlobMatcher(parsed);
    compiled.push({ text, matches: isWanted, below: findFolder(pattern) });
  }
  return compiled;
}

/** `services/a/**` → `services/a`. Letters that may be written in two ways are left to the matcher. */
function findFolder(glob: string): string {
  const parts = glob.split("/");
  const end = parts.findIndex((part) => !/^[\w. -]+$/.test(part) || part === ".");
  return parts.slice(0, end === -1 ? parts.length : end).join("/");
}
