import type { components } from "@octokit/openapi-webhooks-types";
import { type Account, buildAccountRecord } from "../github/account.ts";
import { buildRepositoryRecord, getOwner, type HostedRepository } from "../github/hosted-repository.ts";
import { buildPullRecord, type Pull, type PullRecord } from "../github/pull-request.ts";

type Opened = components["schemas"]["webhook-pull-request-opened"];
type Synchronize = components["schemas"]["webhook-pull-request-synchronize"];
type Push = components["schemas"]["webhook-push"];

/** The payload of `pull_request`, without the fields that organisations and apps add. */
export type PullRequestPayload = Pick<Opened, "number" | "repository" | "sender"> & { pull_request: PullRecord } & (
    | Pick<Opened, "action">
    | Pick<Synchronize, "action" | "before" | "after">
  );

/** The payload of `push`, without the same fields. */
export type PushPayload = Omit<Push, "enterprise" | "installation" | "organization">;

/** The fields that a runner's variables are taken from; some events have only a part of them. */
type EventFields = Partial<Pick<Push, "ref" | "after">> & {
  number?: number;
  pull_request?: PullRecord;
  repository?: { id: number; full_name: string; html_url: string };
  sender?: { login: string } | undefined;
};

/** An event as a runner receives it. */
export type RunnerEvent = { name: string; payload: EventFields & Record<string, unknown> };

/** What happened to a pull request. A push to it replaced the head `before`. */
export type PullRequestEvent = {
  repository: HostedRepository;
  pull: Pull;
  /** How many comments there are. */
  comments?: number;
  sender?: Account;
} & ({ action: "opened" } | { action: "synchronize"; before: string });

/** Builds `pull_request` as GitHub sends it; `pull_request_target` has the same payload. */
export function buildPullRequestEvent(event: PullRequestEvent, name = "pull_request"): RunnerEvent {
  const { repository, pull, comments = 0, sender = pull.author } = event;
  const common = {
    number: pull.number,
    pull_request: buildPullRecord(pull, repository, comments),
    repository: buildRepositoryRecord(repository),
    sender: buildAccountRecord(sender, repository.origin),
  };
  const action =
    event.action === "synchronize"
      ? { action: event.action, before: event.before, after: pull.head.sha }
      : { action: event.action };
  const payload: PullRequestPayload = { ...action, ...common };
  return { name, payload };
}

/** A commit that was pushed; `email` is null where it is not known. */
export type Pushed = { id: string; tree: string; message: string; author: string; email: string | null; at: Date };

/** What happened to a branch or tag: `before` is zeros when it is new, `after` when it was deleted. */
export type PushEvent = {
  repository: HostedRepository;
  /** `refs/…`. */
  ref: string;
  before: string;
  after: string;
  forced?: boolean;
  /** Oldest first. Real events list only some of many commits, and none for a tag. */
  commits?: readonly Pushed[];
  sender?: Account;
};

/** Builds `push` as GitHub sends it. */
export function buildPushEvent({ repository, ref, before, after, ...event }: PushEvent): RunnerEvent {
  const { forced = false, sender = { login: "ada", type: "User" } } = event;
  const { origin, fullName } = repository;
  const page = `${origin}/${fullName}`;
  const [created, deleted] = [isZero(before), isZero(after)];
  const commits = (event.commits ?? []).map((commit) => buildCommitRecord(commit, page));
  const owner = getOwner(repository).login;
  const record = buildRepositoryRecord(repository);
  const payload: PushPayload = {
    ref,
    before,
    after,
    base_ref: null,
    created,
    deleted,
    forced,
    compare: `${page}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: deleted ? null : (commits.at(-1) ?? null),
    pusher: { name: sender.login, email: `${sender.login}@users.noreply.example` },
    repository: {
      ...record,
      // In this event the address is the page's, and times are in unix seconds.
      url: page,
      created_at: parseSeconds(record.created_at),
      pushed_at: parseSeconds(record.pushed_at),
      owner: { ...record.owner, type: "Organization", name: owner, email: null },
      master_branch: repository.defaultBranch,
      stargazers: 0,
    },
    sender: buildAccountRecord(sender, origin),
  };
  return { name: "push", payload };
}

function buildCommitRecord({ id, tree, message, author, email, at }: Pushed, page: string): Push["commits"][number] {
  const person = { name: author, email };
  const timestamp = at.toISOString().replace(/\.\d+Z$/, "Z");
  const url = `${page}/commit/${id}`;
  return { id, tree_id: tree, message, timestamp, url, author: person, committer: person, distinct: true };
}

function isZero(sha: string): boolean {
  return /^0+$/.test(sha);
}

function parseSeconds(time: string): number {
  return Date.parse(time) / 1000;
}
