import { quoteForMessage, UsageError } from "../errors.ts";
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
    const fault = describeFault(glob) ?? describeUnbalanced(glob, micromatch.makeRe);
    if (fault !== null) throw new UsageError(`The glob ${quoteForMessage(glob)} ${fault}.`);
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
  return new UsageError(
    `The glob ${quoteForMessage(globs[0] ?? "")} only leaves out; add what to look at, such as **, or use exclude.`,
  );
}

/** Whether a glob excludes, as opposed to the extended glob `!(…)`. The same rule as in fast-glob. */
function isNegative(glob: string): boolean {
  return glob.startsWith("!") && glob[1] !== "(";
}

/** Says what is wrong with a glob and what would work, as the end of a sentence; null where nothing is. */
function describeFault(glob: string): string | null {
  if (glob.trim() === "") return "is empty; write ** for everything";
  if (/\p{Cc}/u.test(glob)) return "holds a control character; write ? for it";
  if (isNegative(glob)) return "is negated; what is excluded needs no ! before it";
  if (/^(?:[/\\]|[a-z]:)/i.test(glob))
    return "is an absolute path; write it from the top of the repository, as in src/**";
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return "leaves the repository; write it from the top, without ..";
  if (/\\(?!x[0-9a-f]{2})[\p{L}\p{N}_]/u.test(glob))
    return "has a backslash, which only goes before * ? [ ] { } ( ) ! + @; write / between folders";
  if (/[*?\]}]\/$/.test(glob)) return "ends in a slash, so that it matches no file; write ** after it";
  return null;
}

/** The same for brackets and braces without their counterpart. */
function describeUnbalanced(glob: string, makeRe: (glob: string, options: object) => RegExp): string | null {
  const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
  if (plain.split("}").length > plain.split("{").length)
    return "has a } without a { before it; put a backslash before it";
  try {
    makeRe(glob, { dot: true, windows: false, strictBrackets: true, fastpaths: false });
    buildGlobFilter(glob, makeRe);
    return null;
  } catch (error) {
    const which = /(opening|closing).*?"(.)"/.exec((error as Error).message);
    return which
      ? `lacks ${which[2]}; close it, or put a backslash before what it should match`
      : "cannot be read; write it simpler";
  }
}
