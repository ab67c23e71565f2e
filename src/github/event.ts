import { UsageError } from "../errors.ts";

/** A pull request: where the comment goes. */
export type Pull = {
  owner: string;
  repo: string;
  number: number;
  /** The head commit the event speaks of; the merge commit that GitHub tests is not it. */
  head: string;
  /** On a fork's pull request the token can only read, and there are no secrets. */
  isFork: boolean;
  /**
   * The head before this push, where an earlier comment may speak of commits that are gone since. Null when the pull
   * request has no comment at all, or when nothing was pushed.
   */
  replaced: string | null;
};

/** What an event brought. */
export type Brought = {
  /** Null when it brought nothing, as the deletion of a branch. `base` is null for a new branch. */
  range: { base: string | null; head: string } | null;
  /** The branch or tag that was pushed, as `refs/…`; null for a pull request. */
  ref: string | null;
  defaultBranch: string | null;
  pull: Pull | null;
  /** Anyone may read the repository, its logs and its comments. Where the event does not say, they may. */
  isPublic: boolean;
};

type Json = { [key: string]: unknown };

/**
 * Reads the webhook payload of `pull_request` and `push`.
 *
 * @throws UsageError for other events, and for a payload that lacks what GitHub's webhook reference promises.
 */
export function broughtBy(eventName: string, payload: unknown): Brought {
  const event = objectOf(payload);
  const repository = objectOf(event["repository"]);
  const common = {
    isPublic: !(repository["private"] === true || ["private", "internal"].includes(String(repository["visibility"]))),
    defaultBranch: typeof repository["default_branch"] === "string" ? repository["default_branch"] : null,
  };
  switch (eventName) {
    case "pull_request":
      return { ...common, ...ofPullRequest(event, repository) };
    case "push":
      return { ...common, ...ofPush(event) };
    default:
      throw new UsageError(
        `This step ran on the event ${JSON.stringify(eventName)}, which it cannot read; it works on pull_request and push.`,
      );
  }
}

function ofPullRequest(event: Json, repository: Json) {
  const pullRequest = objectOf(event["pull_request"]);
  const [head, base] = [objectOf(pullRequest["head"]), objectOf(pullRequest["base"])];
  const [owner = "", repo = ""] = textOf(repository["full_name"], "repository.full_name").split("/");
  const sha = textOf(head["sha"], "pull_request.head.sha");
  // The head's repository is null once a fork was deleted, against GitHub's own schema.
  const isFork = objectOf(head["repo"])["full_name"] !== repository["full_name"];
  const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? event["before"] : null;
  const pull: Pull = {
    owner,
    repo,
    number: Number(pullRequest["number"]),
    head: sha,
    isFork,
    replaced: typeof before === "string" ? before : null,
  };
  return { range: { base: textOf(base["sha"], "pull_request.base.sha"), head: sha }, ref: null, pull };
}

function ofPush(event: Json) {
  const [before, after] = [textOf(event["before"], "before"), textOf(event["after"], "after")];
  const range = isZero(after) ? null : { base: isZero(before) ? null : before, head: after };
  return { range, ref: textOf(event["ref"], "ref"), pull: null };
}

/** GitHub's name for "no commit": zeros, as many as the repository's object names have digits. */
function isZero(sha: string): boolean {
  return /^0+$/.test(sha);
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function textOf(value: unknown, path: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`The event file (GITHUB_EVENT_PATH) has no ${path}; it must be the payload GitHub sent.`);
}
