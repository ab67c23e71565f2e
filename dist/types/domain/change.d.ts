/** What to look at. */
export type Change = 
/** The commits `head` has and `base` has not; a null base means all commits that `head` has. Full object names. */
{
    kind: "range";
    base: string | null;
    head: string;
}
/** Every commit of every branch and tag; `unreachable`: and what no branch and no tag leads to any more. */
 | {
    kind: "history";
    unreachable: boolean;
}
/** What is staged and not in HEAD. */
 | {
    kind: "staged";
}
/** Texts of an event alone, as a comment: `of` says which, for a person ("a comment on pull request 7"). */
 | {
    kind: "texts";
    of: string;
}
/** Files on disk that match the globs, as they are now. */
 | {
    kind: "files";
    globs: readonly string[];
}
/** One stream of bytes, known to the reader by this name. */
 | {
    kind: "stdin";
    name: string;
};
