import type { EventText } from "../domain/blob.ts";

/** A pull request, which gets the comment. */
export type PullRequest = {
  owner: string;
  repo: string;
  number: number;
  /** The head commit that the event names, not the merge commit that GitHub tests. */
  head: string;
  /** Whether its commits come from another repository. */
  isFork: boolean;
  /**
   * The head before this push, when an earlier comment may name commits that are gone since. Null when the pull request
   * has no comment at all, or when nothing was pushed.
   */
  replaced: string | null;
};

/** A text of an event, and where it comes from. */
export type ScopeText = { of: EventText; text: string };

/** What to scan for an event. */
export type EventTarget =
  /**
   * Commits. `base` is null for a new branch or tag. `refs` name the head in this repository, in case it cannot be fetched
   * by its object name; `commits` is their number, null where the event does not say.
   */
  | { kind: "range"; base: string | null; head: string; refs: readonly string[]; commits: number | null }
  /** A run that follows the workflow of a pull request; the event does not say reliably which one. */
  | { kind: "workflow-run"; head: string; headOwner: string | null; headBranch: string | null }
  /** Everything: the event brought nothing in particular. */
  | { kind: "history" }
  /** Only the texts of the event. */
  | { kind: "texts"; of: string }
  | { kind: "nothing"; why: string }
  /**
   * Unknown: the event is none we know, or its payload is not GitHub's. `why` is the sentence that refuses it. `mayBeOfPull`:
   * the checkout may hold the change of a pull request, so that nothing in it is to be trusted.
   */
  | { kind: "unread"; why: string; mayBeOfPull: boolean };

/** What an event is about, and what its run may do. */
export type EventScope = {
  target: EventTarget;
  texts: readonly ScopeText[];
  /** The branch or tag that is new with the event, as `refs/…`. */
  ref: string | null;
  defaultBranch: string | null;
  pull: PullRequest | null;
  /** Which commits the event brought to the server that were not there before, and when; null where it does not say. */
  pushed: { at: Date; commits: ReadonlySet<string> } | null;
  /** Whether anyone may read the repository, its logs and its comments. True where the event does not say. */
  isPublic: boolean;
  /** Whether GitHub gives the run no secrets: on a fork's pull request, outside `pull_request_target`. */
  secretsWithheld: boolean;
};
