import { UsageError } from "../errors.ts";
import type { EventScope, EventTarget, PullRequest, ScopeText } from "./event-scope.ts";
import { opened, released, said } from "./event-texts.ts";
import { countIn, type Json, must, objectAt, textIn } from "./payload.ts";

/** Reads one event: what of `Brought` does not hold for all events alike. */
type Reader = (event: Json) => { target: EventTarget } & Partial<EventScope>;

/** Events by their names, as GitHub's webhook reference describes them. */
const READERS: Readonly<Record<string, Reader>> = {
  pull_request: (event) => ofPullRequest(event, { hasSecrets: false }),
  pull_request_target: (event) => ofPullRequest(event, { hasSecrets: true }),
  push: ofPush,
  merge_group: ofMergeGroup,
  workflow_run: ofWorkflowRun,
  issues: (event) => ofTexts("an issue", opened("issue", objectAt(event, "issue"))),
  issue_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
  pull_request_review: (event) => ofTexts("a review", said("review", objectAt(event, "review"))),
  pull_request_review_comment: (event) => ofTexts("a comment", said("review comment", objectAt(event, "comment"))),
  commit_comment: (event) => ofTexts("a comment", said("comment on a commit", objectAt(event, "comment"))),
  discussion: (event) => ofTexts("a discussion", opened("discussion", objectAt(event, "discussion"))),
  discussion_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
  release: (event) => ofTexts("a release", released(objectAt(event, "release"))),
  schedule: () => ({ target: { kind: "history" } }),
  workflow_dispatch: () => ({ target: { kind: "history" } }),
};

/**
 * Reads a webhook payload. Text in it is data: nothing of it is a setting.
 *
 * @throws UsageError for events that bring nothing to read, and for a payload that lacks what GitHub promises.
 */
export function parseEvent(eventName: string, payload: unknown): EventScope {
  const event = objectAt(payload);
  const reader = Object.hasOwn(READERS, eventName) ? READERS[eventName] : undefined;
  if (!reader) {
    const names = Object.keys(READERS).join(", ");
    throw new UsageError(
      `This step ran on the event ${JSON.stringify(eventName)}, which brings nothing to read; it works on ${names}.`,
    );
  }
  const { private: isPrivate, visibility, ...repository } = objectAt(event, "repository");
  return {
    texts: [],
    ref: null,
    pull: null,
    secretsWithheld: false,
    isPublic: !(isPrivate === true || visibility === "private" || visibility === "internal"),
    defaultBranch: textIn(repository["default_branch"]),
    ...reader(event),
  };
}

function ofPullRequest(event: Json, { hasSecrets }: { hasSecrets: boolean }): ReturnType<Reader> {
  const pullRequest = objectAt(event, "pull_request");
  const pull = parsePullRequest(pullRequest, event);
  const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? textIn(event["before"]) : null;
  return {
    target: parseRange(pullRequest, pull),
    texts: opened("pull request", pullRequest),
    ref: refOf(textIn(objectAt(pullRequest, "head")["ref"])),
    pull: { ...pull, replaced: before },
    secretsWithheld: pull.isFork && !hasSecrets,
  };
}

/** The pull request that a payload, or GitHub's API, shows. */
export function parsePullRequest(pullRequest: Json, { repository }: Json): PullRequest {
  const name = must(textIn(objectAt(repository)["full_name"]), "repository.full_name");
  const [owner = "", repo = ""] = name.split("/");
  // The head's repository is null once a fork was deleted, against GitHub's own schema.
  const isFork = objectAt(pullRequest, "head", "repo")["full_name"] !== name;
  const head = must(textIn(objectAt(pullRequest, "head")["sha"]), "pull_request.head.sha");
  const number = must(countIn(pullRequest["number"]), "pull_request.number");
  return { owner, repo, number, head, isFork, replaced: null };
}

/** What a pull request brings: the commits its head has and its base has not. */
export function parseRange(pullRequest: Json, { number, head }: PullRequest): EventTarget {
  const base = must(textIn(objectAt(pullRequest, "base")["sha"]), "pull_request.base.sha");
  return { kind: "range", base, head, refs: [`refs/pull/${number}/head`], commits: countIn(pullRequest["commits"]) };
}

function ofPush(event: Json): ReturnType<Reader> {
  const [before, after] = [must(textIn(event["before"]), "before"), must(textIn(event["after"]), "after")];
  const ref = must(textIn(event["ref"]), "ref");
  if (isZero(after)) {
    const why = "The push deleted a branch or a tag: it brought nothing to read.";
    return { target: { kind: "nothing", why }, ref };
  }
  const base = isZero(before) ? null : before;
  // A push event lists no more than some of its commits, and of tags none: their number says nothing.
  return { target: { kind: "range", base, head: after, refs: [ref], commits: null }, ref: base === null ? ref : null };
}

/** The queue's branch holds the pull requests before this one in the queue too: its base is their merge. */
function ofMergeGroup(event: Json): ReturnType<Reader> {
  const group = objectAt(event, "merge_group");
  const base = must(textIn(group["base_sha"]), "merge_group.base_sha");
  const head = must(textIn(group["head_sha"]), "merge_group.head_sha");
  const ref = textIn(group["head_ref"]);
  return { target: { kind: "range", base, head, refs: ref ? [ref] : [], commits: null } };
}

/**
 * The second stage after a fork's pull request. Only the commit is taken from the event; which pull request it belongs
 * to is asked of GitHub, and nothing of the first run's is read.
 */
function ofWorkflowRun(event: Json): ReturnType<Reader> {
  const run = objectAt(event, "workflow_run");
  if (!["pull_request", "pull_request_target"].includes(String(run["event"]))) {
    throw new UsageError(
      "This workflow_run follows a run that was not of a pull request; put the step on that event itself, such as push.",
    );
  }
  const head = must(textIn(run["head_sha"]), "workflow_run.head_sha");
  const headOwner = textIn(objectAt(run, "head_repository", "owner")["login"]);
  return { target: { kind: "workflow-run", head, headOwner, headBranch: textIn(run["head_branch"]) } };
}

function ofTexts(of: string, texts: readonly ScopeText[]): ReturnType<Reader> {
  return { target: { kind: "texts", of }, texts };
}

/** A branch's name as a reference. */
function refOf(branch: string | null): string | null {
  return branch === null ? null : `refs/heads/${branch}`;
}

/** GitHub's name for "no commit": zeros, as many as the repository's object names have digits. */
function isZero(sha: string): boolean {
  return /^0+$/.test(sha);
}
