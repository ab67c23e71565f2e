import { quoteForMessage } from "./quote.ts";

/** What an object is called whose path is not known. */
export const UNNAMED = "an object";

/** What a file is called that was added to the index. */
export function nameStagedFile(path: string): string {
  return `the staged file ${quoteForMessage(path)}`;
}

/** What an object is called that stands at this path of a commit; an empty path is the top folder. */
export function nameObjectAt({ commit, path }: { commit: string; path: string }): string {
  return path === "" ? `the top folder of commit ${commit}` : `${quoteForMessage(path)} of commit ${commit}`;
}

/** What a note or a tag is called. */
export function nameTagOrNote({ kind, commit }: { kind: string; commit: string }): string {
  return `a ${kind} of commit ${commit}`;
}

/** What an object is called where nothing else is known of it. */
export function nameObjectId(oid: string): string {
  return `object ${oid}`;
}
