/** Where a blob's bytes come from. */
export type Provenance = 
/** A git blob by its object name, or content of Git LFS by its SHA-256. Paths and commits are looked up for hits only. */
{
    kind: "object";
    oid: string;
}
/** The message of a commit (subject, body and trailers; no headers). */
 | {
    kind: "commit-message";
    commit: string;
}
/** The author and committer of a commit, a line each, and whatever else someone wrote into its headers. */
 | {
    kind: "commit-people";
    commit: string;
}
/** The signatures in the headers of a commit. */
 | {
    kind: "commit-signature";
    commit: string;
}
/** The message of an annotated tag, by the tag's object name; the line before it has the tag's name and tagger. */
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
/** A path as a text, because names hold keys too. `commit` introduced it, where that is known. */
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
/** The text that an alert of GitHub's secret scanning is about; `alert` names it, as `acme/shop#3`. */
 | {
    kind: "alert";
    alert: string;
}
/** The stream on standard input, by the name that the user gave it. */
 | {
    kind: "stdin";
    name: string;
};
/** Bytes with a provenance. `chunks` may be read once, before the next blob is asked for; chunks are never empty. */
export type Blob = {
    provenance: Provenance;
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
/** Which text of an event: `what` is shown to the reader as it is ("title", "comment"), and `url` leads to it. */
export type EventText = {
    what: string;
    url: string | null;
    author: string | null;
    at: Date | null;
};
