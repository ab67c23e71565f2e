import { createHash } from "node:crypto";
import type { components } from "@octokit/openapi-types";
import { type Account, buildAccountRecord, computeId, computeNodeId } from "./account.ts";
import {
  buildRepositoryRecord,
  getOwner,
  type HostedRepository,
  type RepositoryProfile,
  type RepositoryRecord,
} from "./hosted-repository.ts";

/** One end of a pull request: a commit by its full name, and its branch. */
export type End = { sha: string; ref: string };

/** A pull request. All of it may be changed while the sandbox runs. */
export type Pull = {
  number: number;
  title: string;
  body: string | null;
  author: Account;
  /** How many commits it has. */
  commits: number;
  /** `repository` is another one for a fork's pull request, and null once the fork was deleted. */
  head: End & { repository: RepositoryProfile | null };
  base: End;
};

/** How a pull request is opened; what is left out is as most have it, on the branches `feature` and `main`. */
export type PullChoices = {
  number: number;
  /** Commits, by their full names. */
  head: string;
  base: string;
  headRef?: string;
  /** The fork it comes from, as `owner/name`; null when it was deleted since. */
  headRepo?: string | null;
} & Partial<Pick<Pull, "title" | "body" | "author" | "commits">>;

/** Opens a pull request on a repository's default branch. */
export function createPull({ number, ...choices }: PullChoices, repository: RepositoryProfile): Pull {
  const { head, base, headRef = "feature", headRepo = repository.fullName } = choices;
  const { title = "Add a feature", body = null, commits = 1, author = { login: "ada", type: "User" } } = choices;
  const isOwn = headRepo === repository.fullName;
  const from = headRepo === null ? null : isOwn ? repository : { ...repository, fullName: headRepo, isFork: true };
  return {
    number,
    title,
    body,
    author,
    commits,
    head: { sha: head, ref: headRef, repository: from },
    base: { sha: base, ref: repository.defaultBranch },
  };
}

/** A pull request as the REST API and events show it, but for its milestones, reviews and teams, which are none. */
export type PullRecord = Omit<components["schemas"]["pull-request"], "head" | "base"> & {
  head: EndRecord;
  base: EndRecord;
};
type EndRecord = Omit<components["schemas"]["pull-request"]["head"], "repo"> & {
  repo: RepositoryRecord | null;
};

/** When every pull request here was opened. */
const OPENED_AT = "2026-11-20T10:00:00Z";

/** The merge of the head into the base that GitHub makes for tests; `GITHUB_SHA` on a runner. Here no commit at all. */
export function computeTestMerge({ head, base }: Pull): string {
  return createHash("sha1").update(`merge ${head.sha} into ${base.sha}`).digest("hex").padEnd(head.sha.length, "0");
}

/** `comments` is how many there are. */
export function buildPullRecord(pull: Pull, hosted: HostedRepository, comments: number): PullRecord {
  const { origin, fullName } = hosted;
  const { number, title, body, head, base } = pull;
  const api = `${origin}/repos/${fullName}`;
  const [url, issue_url, html_url] = [
    `${api}/pulls/${number}`,
    `${api}/issues/${number}`,
    `${origin}/${fullName}/pull/${number}`,
  ];
  const urls = {
    issue_url,
    html_url,
    diff_url: `${html_url}.diff`,
    patch_url: `${html_url}.patch`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue_url}/comments`,
    statuses_url: `${api}/statuses/${head.sha}`,
  };
  const id = computeId(`${fullName}#${number}`);
  return {
    url,
    id,
    node_id: computeNodeId("PullRequest", id),
    ...urls,
    number,
    state: "open",
    locked: false,
    title,
    user: buildAccountRecord(pull.author, origin),
    body,
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: OPENED_AT,
    updated_at: OPENED_AT,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: computeTestMerge(pull),
    draft: false,
    head: buildEndRecord(head, head.repository, hosted),
    base: buildEndRecord(base, hosted, hosted),
    _links: {
      self: { href: url },
      html: { href: html_url },
      issue: { href: issue_url },
      comments: { href: urls.comments_url },
      review_comments: { href: urls.review_comments_url },
      review_comment: { href: urls.review_comment_url },
      commits: { href: urls.commits_url },
      statuses: { href: urls.statuses_url },
    },
    author_association: "CONTRIBUTOR",
    auto_merge: null,
    merged: false,
    mergeable: true,
    rebaseable: true,
    mergeable_state: "clean",
    merged_by: null,
    comments,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
}

/** A fork that was deleted leaves its commits, its branch's name and nobody. */
function buildEndRecord(
  { sha, ref }: End,
  repository: RepositoryProfile | null,
  { origin, ...base }: HostedRepository,
): EndRecord {
  const owner = getOwner(repository ?? base);
  return {
    label: repository ? `${owner.login}:${ref}` : ref,
    ref,
    sha,
    user: buildAccountRecord(owner, origin),
    repo: repository && buildRepositoryRecord({ ...repository, origin }),
  };
}
