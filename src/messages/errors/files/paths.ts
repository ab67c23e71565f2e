import { quoteForMessage } from "../../quote.ts";

/** `'services/a/**'`, as it is typed in a shell; at most three, and how many more there are. */
export function listGlobs(globs: readonly string[]): string {
  const shown = globs.slice(0, 3).map((glob) => `'${glob}'`);
  const more = globs.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(" and ");
}

/** Said of globs that match no file anywhere. `name` is what the reader calls the setting. */
export function describeUnmatchedPaths(name: string, globs: readonly string[]): string {
  return `No file matches ${name} ${listGlobs(globs)}: neither a changed file nor any other. Correct the glob. It is matched from the top of the repository.`;
}

/** Said of a glob that cannot be used; `fault` is one of `GLOB_FAULTS` or of the functions below it. */
export function describeWrongGlob(glob: string, fault: string): string {
  return `The glob ${quoteForMessage(glob)} ${fault}.`;
}

/** What is wrong with a glob, and what to write instead. */
export const GLOB_FAULTS = {
  empty: "is empty. Write ** for all files",
  control: "contains a control character. Write ? in its place",
  negated: "begins with !, but exclude already leaves out what it matches. Remove the !",
  absolute: "is an absolute path. Write it from the top of the repository, as in src/**",
  outside: "leaves the repository. Write it from the top of the repository, without ..",
  backslash: "has a backslash before a letter. Write / between folders: a backslash only escapes * ? [ ] { } ( ) ! + @",
  slash: "ends with a slash, so it matches no file. Add ** after the slash",
  brace: "has a } without a { before it. Put a backslash before the }",
  unreadable: "cannot be read. Write a simpler one",
} as const;

/** The same for a bracket or a brace without its counterpart. */
export function describeUnclosed(missing: string): string {
  return `has no ${missing}. Add it, or put a backslash before the bracket`;
}

/** Said of globs that all begin with `!`: nothing would be scanned, and that would look clean. */
export function describeExclusionOnly(glob: string): string {
  return `The glob ${quoteForMessage(glob)} only leaves files out, so nothing would be scanned. Add what to scan, such as **, or use exclude.`;
}

/** Said of a plain name under which there is no file. `folder` is where names begin. */
export function describeAbsentFile(name: string, folder: string): string {
  return `There is no file ${quoteForMessage(name)} in ${quoteForMessage(folder)}. Write its path from there, or a glob such as **/*.env.`;
}
