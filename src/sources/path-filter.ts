import { posix } from "node:path";
import { quoteForMessage, UsageError } from "../errors.ts";

/** Whether keys at a path of the repository count. */
export type PathFilter = (path: string) => boolean;

/** Globs see hidden files, and mean the same on every system. */
const OPTIONS = { dot: true, windows: false } as const;

/**
 * A filter for paths of a repository: those that `paths` name (all, when it is empty) and neither `exclude` nor a `!glob`
 * among `paths` leaves out. Globs are fast-glob's, and a plain name among `paths` stands for a file or for everything
 * in a folder. A UsageError names a glob that is wrong.
 */
export async function createPathFilter(paths: readonly string[], exclude: readonly string[]): Promise<PathFilter> {
  if (paths.length === 0 && exclude.length === 0) return () => true;
  const { wanted, unwanted, names } = await parseGlobs(paths, exclude);
  const isNamed = (path: string) => names.some((name) => path === name || path.startsWith(`${name}/`) || name === ".");
  const { default: micromatch } = await import("micromatch");
  const matcher = (glob: string): PathFilter => {
    const matches = micromatch.matcher(glob, OPTIONS);
    return (path) => matches(path); // Given more, as by `some`, it answers with an object.
  };
  const isWanted = wanted.map(matcher);
  const isUnwanted = await Promise.all(unwanted.map((glob) => matcherWithFolders(glob, matcher)));
  if (paths.length > 0 && wanted.length === 0 && names.length === 0) throw isExclusionOnly(paths);
  return (path) =>
    (paths.length === 0 || isNamed(path) || isWanted.some((matches) => matches(path))) &&
    !isUnwanted.some((matches) => matches(path));
}

/** A folder takes all that is below it along, where fast-glob heeds the glob before it looks into folders. */
async function matcherWithFolders(glob: string, matcher: (glob: string) => PathFilter): Promise<PathFilter> {
  const { default: fastGlob } = await import("fast-glob");
  const matches = matcher(glob);
  const isForFolders = glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob));
  return isForFolders ? (path) => foldersOf(path).some(matches) : matches;
}

/** Globs that were checked. */
export type Globs = {
  wanted: readonly string[];
  unwanted: readonly string[];
  /** What is wanted and no glob but a plain name, of a file or of a folder. */
  names: readonly string[];
};

/** Sorts and checks globs. */
export async function parseGlobs(paths: readonly string[], exclude: readonly string[]): Promise<Globs> {
  const { default: micromatch } = await import("micromatch");
  const { default: fastGlob } = await import("fast-glob");
  const checked = (glob: string): string => {
    const fault = faultIn(glob) ?? unbalanced(glob, micromatch.makeRe);
    if (fault !== null) throw new UsageError(`The glob ${quoteForMessage(glob)} ${fault}.`);
    return glob.replace(/^(?:\.\/)+/, "");
  };
  const wanted: string[] = [];
  const unwanted = exclude.map(checked);
  const names: string[] = [];
  for (const glob of paths) {
    if (isNegative(glob)) unwanted.push(checked(glob.slice(1)));
    else if (fastGlob.isDynamicPattern(checked(glob))) wanted.push(checked(glob));
    else names.push(checked(glob).replace(/\/+$/, "") || ".");
  }
  return { wanted, unwanted, names };
}

/** What to say where every glob leaves something out: fast-glob then finds nothing, which would look like a clean change. */
export function isExclusionOnly(globs: readonly string[]): UsageError {
  return new UsageError(
    `The glob ${quoteForMessage(globs[0] ?? "")} only leaves out; add what to look at, such as **, or use exclude.`,
  );
}

/** As fast-glob tells them from the extended glob `!(…)`. */
function isNegative(glob: string): boolean {
  return glob.startsWith("!") && glob[1] !== "(";
}

/** What is wrong with a glob, and what would work. */
function faultIn(glob: string): string | null {
  if (glob.trim() === "") return "is empty; write ** for everything";
  if (/\p{Cc}/u.test(glob)) return "holds a control character; write ? for it";
  if (isNegative(glob)) return "is negated; what is excluded needs no ! before it";
  if (/^(?:[/\\]|[a-z]:)/i.test(glob))
    return "is an absolute path; write it from the top of the repository, as in src/**";
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return "leaves the repository; write it from the top, without ..";
  if (/\\[\p{L}\p{N}_]/u.test(glob))
    return "has a backslash, which only goes before * ? [ ] { } ( ) ! + @; write / between folders";
  if (/[*?\]}]\/$/.test(glob)) return "ends in a slash, so that it matches no file; write ** after it";
  return null;
}

function unbalanced(glob: string, makeRe: (glob: string, options: object) => unknown): string | null {
  const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
  if (plain.split("}").length > plain.split("{").length)
    return "has a } without a { before it; put a backslash before it";
  try {
    makeRe(glob, { ...OPTIONS, strictBrackets: true, fastpaths: false });
    return null;
  } catch (error) {
    const which = /(opening|closing).*?"(.)"/.exec((error as Error).message);
    return which
      ? `lacks ${which[2]}; close it, or put a backslash before what it should match`
      : "cannot be read; write it simpler";
  }
}

/** A path and every folder it is in. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
