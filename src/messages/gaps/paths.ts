import { listGlobs } from "../errors/files/paths.ts";
import { quoteForMessage } from "../quote.ts";

/** Globs and names of files on disk that match nothing that is read. */
export function describeUnmatchedFiles(globs: readonly string[]): string {
  return `No file on disk matches ${listGlobs(globs)}.`;
}

/** Globs of the input `paths` that match no file anywhere. Other globs may match: the run goes on. */
export function describeUnmatchedInput(globs: readonly string[]): string {
  return `No file matches paths ${listGlobs(globs)}: neither a changed file nor any other.`;
}

/** A name that was given, and is neither a file nor a folder. */
export function describeSpecialFile(name: string): string {
  return `${quoteForMessage(name)} was not read: it is a device, or a link to nothing.`;
}

/** A file or a folder that the system does not let this user read. */
export function describeUnreadablePath(path: string, code: string | undefined): string {
  return `${quoteForMessage(path)} was not read: the system refused it (${code ?? "no code"}).`;
}

/** A link to more than is read outside of the folder. */
export function describeTooMuchOutside(path: string): string {
  return `${quoteForMessage(path)} was not read to its end: it leads out of the folder, to more files than are read there.`;
}

/** A key in a file outside of the folder, to which a link leads: it is no part of what is scanned. */
export function describeKeyOutside(path: string): string {
  return `The link ${quoteForMessage(path)} leads out of the folder, to a file with what looks like a key.`;
}

/** The walk over the files was cut short. */
export const FILES_CUT_SHORT = "Not all files were read.";
