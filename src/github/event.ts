import { UsageError } from "../errors.ts";
import { describeUnknownEvent, NOT_AFTER_PULL_REQUEST, NOTHING_PUSHED } from "../messages/errors/event.ts";
import { COMMIT_COMMENT, nameTextOf } from "../messages/names.ts";
import type { EventScope, EventTarget, PullRequest, ScopeText } from "./event-scope.ts";
import { getCount, getObject, getObjectId, getText, getTime, type Json, requireField } from "./payload.ts";

/** Parses one event into what differs from event to event. */
type EventParser = (event: Json) => { target: EventTarget } & Partial<EventScope>;

/** Events by their names, as GitHub's webhook reference describes them. */
const PARSERS: Readonly<Record<string, EventParser>> = {
  pull_request: (event) => parsePullRequestEvent(event, { hasSecrets: false }),
  pull_request_target: (event) => parsePullRequestEvent(event, { hasSecrets: true }),
  push: parsePush,
  merge_group: parseMergeGroup,
  workflow_run: parseWorkflowRun,
  issues: (event) => scopeTexts("an issue", extractPostTexts("issue", getObject(event, "issue"))),
  issue_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
  pull_request_review: (event) => scopeTexts("a review", extractReviewTexts(getObject(event, "review"))),
  pull_request_review_comment: (event) =>
    scopeTexts("a comment", extractBody("review comment", getObject(event, "comment"))),
  commit_comment: (event) => scopeTexts("a comment", extractBody(COMMIT_COMMENT, getObject(event, "comment"))),
  discussion: (event) => scopeTexts("a discussion", extractPostTexts("discussion", getObject(event, "discussion"))),
  discussion_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
  release: (event) => scopeTexts("a release", extractReleaseTexts(getObject(event, "release"))),
  schedule: () => ({ target: { kind: "history" } }),
  workflow_dispatch: () => ({ target: { kind: "history" } }),
};

/**
 * Parses a webhook payload. Text in it is data, and never read as a setting.
 *
 * @throws UsageError for events that bring nothing to read, and for a payload that lacks what GitHub promises.
 */
export function parseEvent(eventName: string, payload: unknown): EventScope {
  const event = getObject(payload);
  const parse = Object.hasOwn(PARSERS, eventName) ? PARSERS[eventName] : undefined;
  if (!parse) {
    throw new UsageError(describeUnknownEvent(eventName, Object.keys(PARSERS)));
  }
  return { ...parseRepository(event), ...parse(event) };
}

/**
 * What can be said of an event that `parseEvent` refuses, for runs that look at files or a history and need nothing of it.
 * `why` is the refusal, for those that do.
 */
export function createUnreadScope(eventName: string, payload: unknown, why: string): EventScope {
  const mayBeOfPull = /^(?:pull_request.*|workflow_run|issue_comment)$/.test(eventName);
  return { ...parseRepository(getObject(payload)), target: { kind: "unread", why, mayBeOfPull } };
}

function parseRepository(event: Json): Omit<EventScope, "target"> {
  const { private: isPrivate, visibility, ...repository } = getObject(event, "repository");
  return {
    texts: [],
    ref: null,
    pull: null,
    secretsWithheld: false,
    pushed: null,
    isPublic: !(isPrivate === true || visibility === "private" || visibility === "internal"),
    defaultBranch: getText(repository["default_branch"]),
  };
}

function parsePullRequestEvent(event: Json, { hasSecrets }: { hasSecrets: boolean }): ReturnType<EventParser> {
  const pullRequest = getObject(event, "pull_request");
  const pull = parsePullRequest(pullRequest, event);
  const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? getText(event["before"]) : null;
  return {
    target: parseRange(pullRequest, pull),
    texts: extractPostTexts("pull request", pullRequest),
    ref: formatBranchRef(getText(getObject(pullRequest, "head")["ref"])),
    pull: { ...pull, replaced: before },
    secretsWithheld: pull.isFork && !hasSecrets,
  };
}

/** The pull request that a payload, or GitHub's API, shows. */
export function parsePullRequest(pullRequest: Json, { repository }: Json): PullRequest {
  const name = requireField(getText(getObject(repository)["full_name"]), "repository.full_name");
  const [owner = "", repo = ""] = name.split("/");
  // The head's repository is null once a fork was deleted, against GitHub's own schema.
  const isFork = getObject(pullRequest, "head", "repo")["full_name"] !== name;
  const head = requireField(getObjectId(getObject(pullRequest, "head")["sha"]), "pull_request.head.sha");
  const number = requireField(getCount(pullRequest["number"]), "pull_request.number");
  return { owner, repo, number, head, isFork, replaced: null };
}

/** The target of a pull request: the commits its head has and its base has not. */
export function parseRange(pullRequest: Json, { number, head }: PullRequest): EventTarget {
  const base = requireField(getObjectId(getObject(pullRequest, "base")["sha"]), "pull_request.base.sha");
  return { kind: "range", base, head, refs: [`refs/pull/${number}/head`], commits: getCount(pullRequest["commits"]) };
}

function parsePush(event: Json): ReturnType<EventParser> {
  const [before, after] = [
    requireField(getObjectId(event["before"]), "before"),
    requireField(getObjectId(event["after"]), "after"),
  ];
  const ref = requireField(getText(event["ref"]), "ref");
  if (isZeroObjectId(after)) {
    return { target: { kind: "nothing", why: NOTHING_PUSHED }, ref };
  }
  const base = isZeroObjectId(before) ? null : before;
  // A push event lists only some of its commits, and none for tags: their number says nothing.
  return {
    target: { kind: "range", base, head: after, refs: [ref], commits: null },
    ref: base === null ? ref : null,
    pushed: parsePushedCommits(event),
  };
}

/**
 * The commits that were not pushed before, under any name: GitHub calls them distinct. The time is that of the push, in
 * seconds, which `repository.pushed_at` is in this event alone (GitHub's webhook reference).
 */
function parsePushedCommits(event: Json): EventScope["pushed"] {
  const seconds = getCount(getObject(event, "repository")["pushed_at"]);
  const commits = Array.isArray(event["commits"]) ? event["commits"].map((commit: unknown) => getObject(commit)) : [];
  const ids = commits.flatMap(({ id, distinct }) => (distinct === true ? [getObjectId(id)] : []));
  return seconds === null ? null : { at: new Date(seconds * 1000), commits: new Set(ids.filter((id) => id !== null)) };
}

/** The branch of a merge queue also holds the pull requests before this one; its base is their merge. */
function parseMergeGroup(event: Json): ReturnType<EventParser> {
  const group = getObject(event, "merge_group");
  const base = requireField(getObjectId(group["base_sha"]), "merge_group.base_sha");
  const head = requireField(getObjectId(group["head_sha"]), "merge_group.head_sha");
  const ref = getText(group["head_ref"]);
  return { target: { kind: "range", base, head, refs: ref ? [ref] : [], commits: null } };
}

/**
 * Parses the second stage after a fork's pull request. Only the commit is taken from the event: GitHub is asked which
 * pull request it belongs to, and no artifact of the first run is read.
 */
function parseWorkflowRun(event: Json): ReturnType<EventParser> {
  const run = getObject(event, "workflow_run");
  if (!["pull_request", "pull_request_target"].includes(String(run["event"]))) {
    throw new UsageError(NOT_AFTER_PULL_REQUEST);
  }
  const head = requireField(getObjectId(run["head_sha"]), "workflow_run.head_sha");
  const headOwner = getText(getObject(run, "head_repository", "owner")["login"]);
  return { target: { kind: "workflow-run", head, headOwner, headBranch: getText(run["head_branch"]) } };
}

function scopeTexts(of: string, texts: readonly ScopeText[]): ReturnType<EventParser> {
  return { target: { kind: "texts", of }, texts };
}

/** A branch's name as a full ref. */
function formatBranchRef(branch: string | null): string | null {
  return branch === null ? null : `refs/heads/${branch}`;
}

/** GitHub's name for "no commit": zeros, as many as the repository's object names have digits. */
function isZeroObjectId(sha: string): boolean {
  return /^0+$/.test(sha);
}

/**
 * Extracts title and body of a pull request, an issue or a discussion; `what` says which.
 *
 * @throws UsageError where there is no title: then there is no such thing, and nothing of it was read.
 */
export function extractPostTexts(what: string, thing: Json): readonly ScopeText[] {
  return [
    ...extractField(nameTextOf("title", what), thing, "title", { mayBe: [] }),
    ...extractField(nameTextOf("body", what), thing, "body", { mayBe: [null, undefined] }),
  ];
}

/** Extracts the body of a comment, which is never without one. */
function extractBody(what: string, thing: Json): readonly ScopeText[] {
  return extractField(what, thing, "body", { mayBe: [] });
}

/** Extracts the body of a review; null where somebody only approved. */
function extractReviewTexts(review: Json): readonly ScopeText[] {
  return extractField("review", review, "body", { mayBe: [null] });
}

/** Extracts the name and the notes of a release. */
function extractReleaseTexts(release: Json): readonly ScopeText[] {
  return [
    ...extractField(nameTextOf("name", "release"), release, "name", { mayBe: [null, undefined] }),
    ...extractField(nameTextOf("notes", "release"), release, "body", { mayBe: [null] }),
  ];
}

/** @throws UsageError for what is no text, and not what GitHub has in place of one: a text that was not read is not clean. */
function extractField(
  what: string,
  thing: Json,
  field: string,
  { mayBe }: { mayBe: readonly (null | undefined)[] },
): readonly ScopeText[] {
  const text = thing[field];
  if (typeof text !== "string") {
    if (!mayBe.some((nothing) => nothing === text)) requireField(null, what);
    return [];
  }
  if (text === "") return [];
  const author = getText(getObject(thing, "user")["login"]) ?? getText(getObject(thing, "author")["login"]);
  const at = getTime(thing["updated_at"]) ?? getTime(thing["published_at"]) ?? getTime(thing["created_at"]);
  return [{ of: { what, url: getText(thing["html_url"]), author, at }, text }];
}
