import type { components } from "@octokit/openapi-webhooks-types";
import { type Account, buildAccountRecord } from "../../src/sandbox/github/account.ts";
import { buildRepositoryRecord, type HostedRepository } from "../../src/sandbox/github/hosted-repository.ts";
import type { RunnerEvent } from "../../src/sandbox/runner/runner-events.ts";

type Schemas = components["schemas"];
/** The fields of a thing in a webhook that this project reads, as GitHub's own description types them. */
type Fields<Thing, Names extends keyof Thing> = Pick<Thing, Names>;

const ADA: Account = { login: "ada", type: "User" };
const AT = "2026-11-20T10:00:00Z";

/** What every event on a repository carries. */
function common(hosted: HostedRepository) {
  return { repository: buildRepositoryRecord(hosted), sender: buildAccountRecord(ADA, hosted.origin) };
}

/** `merge_group`: the queue made a branch of what it would merge. */
export function mergeGroupEvent(
  hosted: HostedRepository,
  { base, head, number }: { base: string; head: string; number: number },
) {
  type Event = Schemas["webhook-merge-group-checks-requested"];
  const merge_group: Fields<Event["merge_group"], "base_ref" | "base_sha" | "head_ref" | "head_sha"> = {
    base_ref: "refs/heads/main",
    base_sha: base,
    head_ref: `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`,
    head_sha: head,
  };
  const action: Event["action"] = "checks_requested";
  return { name: "merge_group", payload: { action, merge_group, ...common(hosted) } } satisfies RunnerEvent;
}

/** `workflow_run`: a run of another workflow ended; for a fork's pull request GitHub lists none in it. */
export function workflowRunEvent(
  hosted: HostedRepository,
  { head, event = "pull_request", fork = null }: { head: string; event?: string; fork?: string | null },
) {
  type Run = Schemas["webhook-workflow-run-completed"]["workflow_run"];
  const from = fork === null ? hosted : { ...hosted, fullName: fork, isFork: true };
  const { id, name, full_name, owner } = buildRepositoryRecord(from);
  const workflow_run = {
    head_sha: head,
    head_branch: "feature",
    event,
    conclusion: "success",
    pull_requests: [],
    head_repository: { id, name, full_name, owner },
  } satisfies Fields<Run, "head_sha" | "head_branch" | "event" | "conclusion" | "pull_requests"> & {
    head_repository: Fields<Run["head_repository"], "id" | "name" | "full_name"> & { owner: unknown };
  };
  return {
    name: "workflow_run",
    payload: { action: "completed", workflow_run, ...common(hosted) },
  } satisfies RunnerEvent;
}

/** A person's text as events carry it. */
function written(hosted: HostedRepository, body: string) {
  return {
    body,
    html_url: `${hosted.origin}/${hosted.fullName}/issues/7#text`,
    user: buildAccountRecord(ADA, hosted.origin),
    created_at: AT,
    updated_at: AT,
  };
}

type Opened = Fields<Schemas["webhook-issues-opened"]["issue"], "title" | "number">;
type Comment = Fields<Schemas["webhook-issue-comment-created"]["comment"], "body" | "html_url" | "created_at">;

/** Events whose only news is a text, by their names: each with this text in it. */
export const TEXT_EVENTS: Readonly<Record<string, (hosted: HostedRepository, text: string) => RunnerEvent>> = {
  issues: (hosted, text) => {
    const issue: Opened = { title: "It fails", number: 7, ...written(hosted, text) };
    return { name: "issues", payload: { action: "opened", issue, ...common(hosted) } };
  },
  issue_comment: (hosted, text) => {
    const comment: Comment = written(hosted, text);
    return { name: "issue_comment", payload: { action: "created", comment, ...common(hosted) } };
  },
  pull_request_review: (hosted, text) => {
    const { created_at: submitted_at, ...rest } = written(hosted, text);
    const review: Fields<
      Schemas["webhook-pull-request-review-submitted"]["review"],
      "body" | "html_url" | "submitted_at"
    > = { submitted_at, ...rest };
    return { name: "pull_request_review", payload: { action: "submitted", review, ...common(hosted) } };
  },
  pull_request_review_comment: (hosted, text) => {
    const comment: Fields<Schemas["webhook-pull-request-review-comment-created"]["comment"], "body" | "html_url"> =
      written(hosted, text);
    return { name: "pull_request_review_comment", payload: { action: "created", comment, ...common(hosted) } };
  },
  commit_comment: (hosted, text) => {
    const comment: Fields<Schemas["webhook-commit-comment-created"]["comment"], "body" | "html_url"> = written(
      hosted,
      text,
    );
    return { name: "commit_comment", payload: { action: "created", comment, ...common(hosted) } };
  },
  discussion: (hosted, text) => {
    const discussion: Fields<Schemas["webhook-discussion-created"]["discussion"], "title" | "body" | "html_url"> = {
      title: "How?",
      ...written(hosted, text),
    };
    return { name: "discussion", payload: { action: "created", discussion, ...common(hosted) } };
  },
  discussion_comment: (hosted, text) => {
    const comment: Fields<Schemas["webhook-discussion-comment-created"]["comment"], "body" | "html_url"> = written(
      hosted,
      text,
    );
    return { name: "discussion_comment", payload: { action: "created", comment, ...common(hosted) } };
  },
  release: (hosted, text) => {
    const release: Fields<Schemas["webhook-release-published"]["release"], "name" | "body" | "html_url"> = {
      name: "1.0",
      ...written(hosted, text),
    };
    return { name: "release", payload: { action: "published", release, ...common(hosted) } };
  },
};

/** `workflow_dispatch`: somebody pressed the button. */
export function dispatchEvent(hosted: HostedRepository): RunnerEvent {
  const event: Fields<Schemas["webhook-workflow-dispatch"], "ref" | "workflow"> = {
    ref: "refs/heads/main",
    workflow: ".github/workflows/keys.yml",
  };
  return { name: "workflow_dispatch", payload: { ...event, ...common(hosted) } };
}

/** `schedule`, whose payload names no repository. */
export function scheduleEvent(): RunnerEvent {
  return { name: "schedule", payload: { schedule: "0 3 * * *" } };
}
