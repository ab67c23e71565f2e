import type { EventText } from "../domain/blob.ts";

/** A pull request: where the comment goes. */
export type PullRequest = {
  owner: string;
  repo: string;
  number: number;
  /** The head commit the event speaks of; the merge commit that GitHub tests is not it. */
  head: string;
  /** Whether its commits come from another repository. */
  isFork: boolean;
  /**
   * The head before this push, where an earlier comment may speak of commits that are gone since. Null when the pull
   * request has no comment at all, or when nothing was pushed.
   */
  replaced: string | null;
};

/** A text of an event, with what is known of it. */
export type ScopeText = { of: EventText; text: string };

/** What of the repository an event is about. */
export type EventTarget =
  /**
   * Commits. `base` is null for a new branch or tag. `refs` are names of the head in this repository, for where it cannot
   * be fetched by its object name; `commits` says how many there are, where the event does.
   */
  | { kind: "range"; base: string | null; head: string; refs: readonly string[]; commits: number | null }
  /** A run that follows the workflow of a pull request; the event does not say reliably which one. */
  | { kind: "workflow-run"; head: string; headOwner: string | null; headBranch: string | null }
  /** Everything: the event brought nothing in particular. */
  | { kind: "history" }
  /** The texts of the event alone. */
  | { kind: "texts"; of: string }
  | { kind: "nothing"; why: string };

/** What an event brought. */
export type EventScope = {
  target: EventTarget;
  texts: readonly ScopeText[];
  /** The branch or tag that is new with the event, as `refs/…`. */
  ref: string | null;
  defaultBranch: string | null;
  pull: PullRequest | null;
  /** Anyone may read the repository, its logs and its comments. Where the event does not say, they may. */
  isPublic: boolean;
  /** GitHub gives such a run no secrets: a fork's pull request, outside `pull_request_target`. */
  secretsWithheld: boolean;
};
