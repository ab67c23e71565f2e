import { UsageError } from "../errors.ts";
import {
  describeExclusionOnly,
  describeUnclosed,
  describeWrongGlob,
  GLOB_FAULTS,
} from "../messages/errors/files/paths.ts";
import { buildGlobFilter, buildGlobMatcher, type Globs, type PathFilter } from "./glob-matcher.ts";

/** A path filter that may still be under way: the base's ignore file adds to it while the source is opened. */
export type PendingPathFilter = PathFilter | Promise<PathFilter>;

/** The filter of a run that neither names paths nor excludes any. */
export const includeEverything: PathFilter = () => true;

/**
 * Makes a filter for paths of a repository. It accepts what `paths` names (everything, when it is empty), unless `exclude`
 * or a `!glob` in `paths` excludes it. Globs have the syntax of fast-glob; a plain name in `paths` stands for a file or
 * for everything in a folder.
 *
 * @throws UsageError that names an invalid glob.
 */
export async function createPathFilter(paths: readonly string[], exclude: readonly string[]): Promise<PathFilter> {
  if (paths.length === 0 && exclude.length === 0) return includeEverything;
  const globs = await parseGlobs(paths, exclude);
  if (paths.length > 0 && globs.wanted.length === 0 && globs.names.length === 0) throw createExclusionOnlyError(paths);
  const { isWanted, isUnwanted } = await buildGlobMatcher(globs);
  return (path) => (paths.length === 0 || isWanted(path)) && !isUnwanted(path);
}

/**
 * Sorts globs, and checks them.
 *
 * @throws UsageError that names an invalid glob.
 */
export async function parseGlobs(paths: readonly string[], exclude: readonly string[]): Promise<Globs> {
  const { default: micromatch } = await import("micromatch");
  const { default: fastGlob } = await import("fast-glob");
  const check = (glob: string): string => {
    const fault = findFault(glob) ?? findUnbalanced(glob, micromatch.makeRe);
    if (fault !== null) throw new UsageError(describeWrongGlob(glob, fault));
    return glob.replace(/^(?:\.\/)+/, "");
  };
  const wanted: string[] = [];
  const unwanted = exclude.map(check);
  const names: string[] = [];
  for (const glob of paths) {
    if (isNegative(glob)) unwanted.push(check(glob.slice(1)));
    else if (fastGlob.isDynamicPattern(check(glob))) wanted.push(check(glob));
    else names.push(check(glob).replace(/\/+$/, "") || ".");
  }
  return { wanted, unwanted, names };
}

/** Makes the error for globs that all exclude: fast-glob would find nothing, which would look like a clean change. */
export function createExclusionOnlyError(globs: readonly string[]): UsageError {
  return new UsageError(describeExclusionOnly(globs[0] ?? ""));
}

/** Whether a glob excludes, as opposed to the extended glob `!(…)`. The same rule as in fast-glob. */
function isNegative(glob: string): boolean {
  return glob.startsWith("!") && glob[1] !== "(";
}

/** What is wrong with a glob, for `describeWrongGlob`; null where nothing is. */
function findFault(glob: string): string | null {
  if (glob.trim() === "") return GLOB_FAULTS.empty;
  if (/\p{Cc}/u.test(glob)) return GLOB_FAULTS.control;
  if (isNegative(glob)) return GLOB_FAULTS.negated;
  if (/^(?:[/\\]|[a-z]:)/i.test(glob)) return GLOB_FAULTS.absolute;
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return GLOB_FAULTS.outside;
  if (/\\(?!x[0-9a-f]{2})[\p{L}\p{N}_]/u.test(glob)) return GLOB_FAULTS.backslash;
  if (/[*?\]}]\/$/.test(glob)) return GLOB_FAULTS.slash;
  return null;
}

/** The same for brackets and braces without their counterpart. */
function findUnbalanced(glob: string, makeRe: (glob: string, options: object) => RegExp): string | null {
  const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
  if (plain.split("}").length > plain.split("{").length) return GLOB_FAULTS.brace;
  try {
    makeRe(glob, { dot: true, windows: false, strictBrackets: true, fastpaths: false });
    buildGlobFilter(glob, makeRe);
    return null;
  } catch (error) {
    const which = /(opening|closing).*?"(.)"/.exec((error as Error).message);
    return which ? describeUnclosed(which[2] ?? "") : GLOB_FAULTS.unreadable;
  }
}
