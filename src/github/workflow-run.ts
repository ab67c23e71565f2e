import { type ApiFailure, createShapeError, parseFailure } from "./api-failure.ts";
import { createOctokit, type GitHubAccess, type Octokit } from "./client.ts";
import { extractPostTexts, parsePullRequest, parseRange } from "./event.ts";
import type { EventScope } from "./event-scope.ts";
import { getCount, getObject, getText, type Json } from "./payload.ts";

/** The run that a `workflow_run` event follows, and its repository. */
export type WorkflowRun = {
  owner: string;
  repo: string;
  head: string;
  headOwner: string | null;
  headBranch: string | null;
};

/** What GitHub told about a workflow run: its pull request, null where there is none; or why it did not tell. */
export type WorkflowRunScope = { found: Partial<EventScope> | null } | { failed: ApiFailure };

/** Finds the pull request that a workflow run was for, and its commits and texts; see `findPullRequest`. */
export async function findWorkflowRunScope(access: GitHubAccess, run: WorkflowRun): Promise<WorkflowRunScope> {
  try {
    return { found: await findPullRequest(access, run) };
  } catch (error) {
    return { failed: parseFailure(error) };
  }
}

/**
 * Finds the open pull request that has a commit as its head: by the branch it comes from, and where that finds none by the
 * commit. Null when there is none: it was closed, or more was pushed since.
 *
 * @throws ApiError, and UsageError for a pull request that lacks what GitHub promises.
 */
async function findPullRequest(
  access: GitHubAccess,
  { owner, repo, head, headOwner, headBranch }: WorkflowRun,
): Promise<Partial<EventScope> | null> {
  const octokit = await createOctokit(access);
  const number =
    (headOwner && headBranch
      ? await findByBranch(octokit, { owner, repo }, `${headOwner}:${headBranch}`, head)
      : null) ?? (await findByCommit(octokit, { owner, repo }, head));
  if (number === null) return null;
  // Lists lack the number of commits.
  const pullRequest = getObject((await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data);
  const pull = parsePullRequest(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
  if (pull.head !== head) return null;
  const branch = getText(getObject(pullRequest, "head")["ref"]);
  const ref = branch === null ? null : `refs/heads/${branch}`;
  return { target: parseRange(pullRequest, pull), texts: extractPostTexts("pull request", pullRequest), pull, ref };
}

type Repository = { owner: string; repo: string };

async function findByBranch(
  { rest }: Octokit,
  repository: Repository,
  head: string,
  sha: string,
): Promise<number | null> {
  const pulls = parsePulls((await rest.pulls.list({ ...repository, state: "open", head, per_page: 100 })).data);
  return findNumber(pulls, sha);
}

async function findByCommit({ rest }: Octokit, repository: Repository, sha: string): Promise<number | null> {
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({ ...repository, commit_sha: sha });
  return findNumber(
    parsePulls(data).filter(({ state }) => state === "open"),
    sha,
  );
}

function parsePulls(data: unknown): readonly Json[] {
  if (!Array.isArray(data)) throw createShapeError();
  return data.map((pull) => getObject(pull));
}

function findNumber(pulls: readonly Json[], sha: string): number | null {
  return getCount(pulls.find((pull) => getObject(pull, "head")["sha"] === sha)?.["number"]);
}
