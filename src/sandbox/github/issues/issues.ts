import type { components } from "@octokit/openapi-types";
import type { Clock } from "../../../domain/clock.ts";
import { type Account, buildAccountRecord, computeId, computeNodeId } from "../account.ts";
import type { HostedRepository } from "../hosted-repository.ts";

/** An issue of a repository. */
export type Issue = {
  readonly number: number;
  readonly author: Account;
  title: string;
  body: string;
  state: "open" | "closed";
  stateReason: "completed" | "not_planned" | "reopened" | null;
  isLocked: boolean;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
};

/** The issues of one repository, oldest first. Their numbers are those of its pull requests too. */
export class Issues {
  readonly #all: Issue[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  list(): readonly Issue[] {
    return this.#all;
  }

  find(number: number): Issue | undefined {
    return this.#all.find((issue) => issue.number === number);
  }

  /** `taken`: the numbers of pull requests. */
  add(text: { title: string; body: string; author: Account }, taken: Iterable<number>): Issue {
    const now = this.#clock.now();
    const number = Math.max(0, ...taken, ...this.#all.map((issue) => issue.number)) + 1;
    const fixed = { stateReason: null, isLocked: false, createdAt: now, updatedAt: now, closedAt: null };
    const issue: Issue = { ...text, number, state: "open", ...fixed };
    this.#all.push(issue);
    return issue;
  }

  /** Changes what is given. Opening a closed issue again gives it that reason. */
  edit(issue: Issue, change: Partial<Pick<Issue, "title" | "body" | "state" | "stateReason">>): void {
    const now = this.#clock.now();
    const isReopened = issue.state === "closed" && change.state === "open";
    if (change.state === "closed" && issue.state === "open") issue.closedAt = now;
    if (isReopened) issue.closedAt = null;
    Object.assign(issue, change, isReopened && { stateReason: "reopened" }, { updatedAt: now });
  }
}

/** Builds an issue as the REST API shows it. */
export function buildIssueRecord(
  issue: Issue,
  { origin, fullName }: HostedRepository,
  comments: number,
): components["schemas"]["issue"] {
  const { number, author, title, body, state, stateReason, isLocked } = issue;
  const url = `${origin}/repos/${fullName}/issues/${number}`;
  const id = (computeId(fullName) % 1_000_000) * 1000 + number;
  return {
    id,
    node_id: computeNodeId("Issue", id),
    url,
    repository_url: `${origin}/repos/${fullName}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${origin}/${fullName}/issues/${number}`,
    number,
    state,
    state_reason: stateReason,
    title,
    body,
    user: buildAccountRecord(author, origin),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    locked: isLocked,
    active_lock_reason: null,
    comments,
    closed_at: issue.closedAt && formatSeconds(issue.closedAt),
    created_at: formatSeconds(issue.createdAt),
    updated_at: formatSeconds(issue.updatedAt),
    author_association: author.type === "Bot" ? "NONE" : "CONTRIBUTOR",
    performed_via_github_app: null,
  };
}

/** GitHub's times have no milliseconds. */
function formatSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
