/** What a person calls a range of commits. */
export type RangeName = {
  /** `main..HEAD`. Others may have chosen the names in it. */
  text: string;
  /** How it was chosen; null where it was typed. */
  chosenBy: RangeChoice | null;
};

/** What a range was compared with that nobody typed: each is taken where there is none of those before it. */
export type RangeChoice = "upstream" | "remote-default" | "local-default" | "all-commits";

/** What is scanned. */
export type Change =
  /**
   * The commits `head` has and `base` has not; a null base means all commits that `head` has. Full object names.
   * `unpushed`: no server has them yet, since a hook asks before they are pushed. `name`: where a person asked for it.
   */
  | { kind: "range"; base: string | null; head: string; unpushed?: true; name?: RangeName }
  /** Every commit of every branch and tag; `unreachable`: also those that no branch or tag leads to any more. */
  | { kind: "history"; unreachable: boolean }
  /** What is staged and not in HEAD. */
  | { kind: "staged" }
  /** Only texts of an event, such as a comment; `of` says which, for the reader ("a comment"). */
  | { kind: "texts"; of: string }
  /** Files on disk that match the globs, as they are now. */
  | { kind: "files"; globs: readonly string[] }
  /**
   * All refs of the repositories of an organisation on GitHub: how many were planned, how many of these were not read to
   * their end, and how many the operator left out of the plan.
   */
  | { kind: "sweep"; organization: string; repositories: number; unread: number; leftOut: number }
  /** GitHub's open alerts for keys of OpenAI's: `of` is the repository, as `owner/name`, or the organisation. */
  | { kind: "alerts"; of: string }
  /** One stream of bytes, by the name that reports call it. */
  | { kind: "stdin"; name: string };

/** Whether nothing of the change has left the machine: a hook asks before a commit, or before a push. */
export function isUnpublished(change: Change): boolean {
  return change.kind === "staged" || (change.kind === "range" && change.unpushed === true);
}
