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
  /** Whether nobody but its maintainers may comment. */
  isLocked?: boolean;
};

/** How a pull request is opened; by default from the branch `feature` into the default branch. */
export type PullOptions = {
  number: number;
  /** Commits, by their full names. */
  head: string;
  base: string;
  headRef?: string;
  /** The fork it comes from, as `owner/name`; null when it was deleted since. */
  headRepo?: string | null;
} & Partial<Pick<Pull, "title" | "body" | "author" | "commits" | "isLocked">>;

/** Opens a pull request on a repository's default branch. */
export function createPull({ number, ...options }: PullOptions, repository: RepositoryProfile): Pull {
  const { head, base, headRef = "feature", headRepo = repository.fullName } = options;
  const { title = "Add a feature", body = null, commits = 1, author = { login: "ada", type: "User" } } = options;
  const { isLocked = false } = options;
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
    isLocked,
  };
}

/** A pull request in the JSON of the REST API and of events. */
export type PullRecord = Omit<components["schemas"]["pull-request"], "head" | "base"> & {
  head: EndRecord;
  base: EndRecord;
};
type EndRecord = Omit<components["schemas"]["pull-request"]["head"], "repo"> & {
  repo: RepositoryRecord | null;
};

/** When every pull request here was opened. */
const OPENED_AT = "2026-11-20T10:00:00Z";

/** The test merge of head and base that GitHub makes: `GITHUB_SHA` on a runner. Here no such commit exists. */
function computeTestMerge({ head, base }: Pull): string {
  return createHash("sha1").update(`merge ${head.sha} into ${base.sha}`).digest("hex").padEnd(head.sha.length, "0");
}

/** Builds a pull request as the REST API and events show it. `comments` is how many there are. */
export function buildPullRecord(pull: Pull, hosted: HostedRepository, comments: number): PullRecord {
  const { number, title, body, head, base, isLocked = false } = pull;
  const { url, ...urls } = buildUrls(pull, hosted);
  const id = computeId(`${hosted.fullName}#${number}`);
  return {
    url,
    id,
    node_id: computeNodeId("PullRequest", id),
    ...urls,
    number,
    state: "open",
    locked: isLocked,
    title,
    user: buildAccountRecord(pull.author, hosted.origin),
    body,
    ...PLANNING,
    created_at: OPENED_AT,
    updated_at: OPENED_AT,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: computeTestMerge(pull),
    draft: false,
    head: buildEndRecord(head, head.repository, hosted),
    base: buildEndRecord(base, hosted, hosted),
    _links: buildLinks({ url, ...urls }),
    author_association: "CONTRIBUTOR",
    ...MERGING,
    comments,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
}

/** No pull request here has a label, a milestone or a reviewer. */
const PLANNING = {
  labels: [],
  milestone: null,
  assignee: null,
  assignees: [],
  requested_reviewers: [],
  requested_teams: [],
};

/** Every pull request here can be merged, and none is. */
const MERGING = {
  auto_merge: null,
  merged: false,
  mergeable: true,
  rebaseable: true,
  mergeable_state: "clean",
  merged_by: null,
};

function buildUrls({ number, head }: Pull, { origin, fullName }: HostedRepository) {
  const api = `${origin}/repos/${fullName}`;
  const url = `${api}/pulls/${number}`;
  const issue_url = `${api}/issues/${number}`;
  const html_url = `${origin}/${fullName}/pull/${number}`;
  return {
    url,
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
}

function buildLinks(urls: ReturnType<typeof buildUrls>): PullRecord["_links"] {
  return {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  };
}

/** A deleted fork leaves its commits and its branch's name, but no repository. */
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
