import { posix } from "node:path";

/** Whether a path of the repository fits. */
export type PathFilter = (path: string) => boolean;

/** Valid globs. */
export type Globs = {
  wanted: readonly string[];
  unwanted: readonly string[];
  /** Wanted plain names, of files or folders. */
  names: readonly string[];
};

/** One glob as it was written, and what it matches. */
export type WantedGlob = { text: string; matches: PathFilter };

/** What globs say of a path. */
export type GlobMatcher = {
  isWanted: PathFilter;
  /** An excluded folder excludes everything below it. */
  isUnwanted: PathFilter;
  /** Whether anything below this folder can be wanted: a walk need not enter others. */
  mayHoldWanted: PathFilter;
  /** Whether everything below this folder is wanted, unless it is excluded. */
  isWhollyWanted: PathFilter;
};

/**
 * Globs match hidden files, and mean the same on every system. `s` lets a dot match a line feed, which a name may hold. In
 * debug mode an expression that JavaScript refuses is an error, and no glob that matches nothing.
 */
const GLOB_OPTIONS = { dot: true, windows: false, flags: "s", debug: true } as const;

/** Parentheses of a name, as in `app/(shop)`: neither an extended glob nor a choice. */
const PLAIN_GROUP = /(?<![!*+?@\\])\(([^()|]*)\)/g;

/** The backslash before a byte that is not UTF-8, as reports and this program's texts of paths have it. */
const ESCAPED_BYTE = /(?<!\\)\\(?=x[0-9a-f]{2})/g;

/** The parts `.` and `..`, which git's own trees never have, and forged ones may. */
const DOT_SEGMENT = /(?<=^|\/)\.{1,2}(?=\/|$)/g;

/** Builds the matcher of valid globs. */
export async function buildGlobMatcher({ wanted, unwanted, names }: Globs): Promise<GlobMatcher> {
  const { default: micromatch } = await import("micromatch");
  const { default: fastGlob } = await import("fast-glob");
  const compile = (glob: string) => buildGlobFilter(glob, micromatch.makeRe);
  const plain = names.map(normalizePath);
  const isNamed = (path: string) => plain.some((name) => isAtOrBelow(path, name));
  const isWanted = wanted.map(compile);
  const isUnwanted = unwanted.map((glob) => {
    const matches = compile(glob);
    // As in fast-glob, which does not search such folders.
    const matchesFolders = glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob));
    return matchesFolders ? (path: string) => listFolders(path).some(matches) : matches;
  });
  const mayHold = wanted.map((glob) => matchFolders(glob, compile));
  const whole = wanted.filter((glob) => /(?:^|\/)\*\*$/.test(glob)).map(compile);
  return {
    isWanted: onNormalized((path) => isNamed(path) || isWanted.some((matches) => matches(path))),
    isUnwanted: onNormalized((path) => isUnwanted.some((matches) => matches(path))),
    mayHoldWanted: onNormalized(
      (path) => isNamed(path) || plain.some((name) => isAtOrBelow(name, path)) || mayHold.some((may) => may(path)),
    ),
    isWhollyWanted: onNormalized((path) => isNamed(path) || whole.some((matches) => matches(path))),
  };
}

/**
 * Makes an expression of a glob: its parentheses may belong to a name too, and `?` stands for a character, however many
 * units of UTF-16 it has.
 *
 * @throws SyntaxError where JavaScript refuses the expression.
 */
export function buildGlobFilter(glob: string, makeRe: (glob: string, options: object) => RegExp): PathFilter {
  const given = glob.replaceAll(ESCAPED_BYTE, String.raw`\\`);
  const literal = given.replaceAll(PLAIN_GROUP, String.raw`\($1\)`);
  const globs = [...new Set([given, literal].map((one) => one.normalize("NFC")))];
  const expressions = globs.map((one) => withCodePoints(makeRe(one, GLOB_OPTIONS)));
  const exact = glob.normalize("NFC");
  return (path) => path === exact || expressions.some((expression) => expression.test(path));
}

/** Some escapes that the library writes are refused together with `u`. */
function withCodePoints(expression: RegExp): RegExp {
  try {
    return new RegExp(expression.source, "su");
  } catch {
    return expression;
  }
}

function onNormalized(matches: PathFilter): PathFilter {
  return (path) => matches(normalizePath(path));
}

/**
 * The form of a path that is matched: macOS decomposes letters that other systems write as one character (Unicode, NFC),
 * and no glob of the library matches `.` or `..`.
 */
function normalizePath(path: string): string {
  return path.normalize("NFC").replaceAll(DOT_SEGMENT, "\uffff");
}

/** Whether a path is a name, or below the folder of that name; all paths are below `.`. */
function isAtOrBelow(path: string, name: string): boolean {
  return name === "\uffff" || path === name || path.startsWith(`${name}/`);
}

/** Matches the folders on the way to what a glob matches, part by part, as far as its parts can be told apart. */
function matchFolders(glob: string, compile: (glob: string) => PathFilter): PathFilter {
  const parts = glob.split("/");
  const unclear = parts.findIndex((part) => part.includes("**") || !isBalanced(part));
  const matchers = parts.slice(0, unclear === -1 ? -1 : unclear).map(compile);
  return (folder) => {
    const names = folder.split("/");
    if (unclear === -1 && names.length > matchers.length) return false;
    return names.every((name, at) => matchers[at]?.(name) ?? true);
  };
}

/** Whether a part of a glob ends whatever it begins: a slash may stand within braces, brackets and parentheses. */
function isBalanced(part: string): boolean {
  const count = (characters: RegExp) => part.match(characters)?.length ?? 0;
  return count(/[[({]/g) === count(/[\])}]/g);
}

/** A path, and every folder it is in. */
function listFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
