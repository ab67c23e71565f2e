import { quoteForMessage } from "./quote.ts";

/** What stands at a path: the path in quotes. */
export function namePath(path: string): { name: string; path: string } {
  return { name: quoteForMessage(path), path };
}

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

/** What stands in place of a reason that a program did not give. */
export const NO_REASON = "no reason given";

/** What a message, a signature or a person of a commit is called. */
export function nameCommitText(what: "message" | "people" | "signature" | "note", commit: string): string {
  switch (what) {
    case "message":
      return `the message of commit ${commit}`;
    case "people":
      return `the author or committer of commit ${commit}`;
    case "signature":
      return `the signature of commit ${commit}`;
    case "note":
      return `a note on commit ${commit}`;
    default:
      return what satisfies never;
  }
}

/** What an annotated tag is called. */
export function nameTag(oid: string): string {
  return `the tag ${oid}`;
}

/** What a comment on a commit is called. */
export const COMMIT_COMMENT = "comment on a commit";

/** What a text of an event is called. */
export function nameTextOf(part: "title" | "body" | "name" | "notes", thing: string): string {
  return `${part} of the ${thing}`;
}

/** What members of a file are called that have no name of their own. */
export const MEMBERS = { png: "(text of a PNG)", behind: "(behind the archive)" } as const;

/** A name at the beginning of a sentence. */
export function capitalize(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** What stands in the place of a system's code, where something else was thrown. */
export const NO_CODE = "no code";

/** What is pushed, where no commit in it is new. */
export const A_PUSH = "a push";
