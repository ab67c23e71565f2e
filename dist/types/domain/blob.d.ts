/** Where a blob's bytes come from. */
export type Provenance = 
/** A git blob, by its object name, or what Git LFS keeps, by its SHA-256. Which paths and commits hold it is looked up only when it holds a key. */
{
    kind: "object";
    oid: string;
}
/** The message of a commit (subject, body and trailers; no headers). */
 | {
    kind: "commit-message";
    commit: string;
}
/** The author and committer of a commit, a line each, and what else its headers hold that someone wrote. */
 | {
    kind: "commit-people";
    commit: string;
}
/** The message of an annotated tag, by the tag's object name, with its name and tagger on a line before it. */
 | {
    kind: "tag-message";
    tag: string;
}
/** A note that git-notes(1) keeps for a commit; `oid` is the note's own blob. */
 | {
    kind: "note";
    commit: string;
    oid: string;
}
/** A path itself, as a text: names hold keys too. `commit` is the one that brought it, where that is known. */
 | {
    kind: "path";
    path: string;
    commit: string | null;
}
/** The name of a branch or a tag, as `refs/…`. */
 | {
    kind: "ref";
    name: string;
}
/** A text of the event: of a pull request, an issue, a comment, a release. */
 | {
    kind: "event-text";
    of: EventText;
}
/** A file on disk, by its path relative to the repository, with `/`. */
 | {
    kind: "file";
    path: string;
}
/** The stream on standard input, by the name the user gave it. */
 | {
    kind: "stdin";
    name: string;
};
/** Bytes with a provenance. `chunks` may be read once, before the next blob is asked for; chunks are never empty. */
export type Blob = {
    provenance: Provenance;
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
/** Which text of an event: `what` is told to a person as it is ("title", "comment"), `url` leads to it. */
export type EventText = {
    what: string;
    url: string | null;
    author: string | null;
    at: Date | null;
};
