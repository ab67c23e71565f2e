import { UsageError } from "../errors.ts";
import { createOctokit, type GitHubAccess, type Octokit } from "./client.ts";
import { extractPostTexts, parsePullRequest, parseRange } from "./event.ts";
import type { EventScope } from "./event-scope.ts";

/** The run that a `workflow_run` event follows, and its repository. */
export type WorkflowRun = {
  owner: string;
  repo: string;
  head: string;
  headOwner: string | null;
  headBranch: string | null;
};

/**
 * Finds the pull request that a workflow run was for, and its commits and texts; see `findPullRequest`.
 *
 * @throws UsageError naming the permission the token lacks, or saying that GitHub could not be asked.
 */
export async function findWorkflowRunScope(
  access: GitHubAccess,
  run: WorkflowRun,
): Promise<Partial<EventScope> | null> {
  try {
    return await findPullRequest(access, run);
  } catch (error) {
    const status = error instanceof Error && "status" in error ? error.status : undefined;
    if (status === undefined) throw error;
    throw new UsageError(
      status === 403 || status === 401
        ? "The token may not look up the pull request of this run; give the job the permission pull-requests: read."
        : "GitHub could not be asked which pull request this run is about; run the job again.",
    );
  }
}

/**
 * Finds the open pull request that has a commit as its head: by the branch it comes from, and where that finds none by the
 * commit. Null when there is none: it was closed, or more was pushed since.
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
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const pullRequest = { ...data };
  const pull = parsePullRequest(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
  if (pull.head !== head) return null;
  const ref = typeof data.head.ref === "string" ? `refs/heads/${data.head.ref}` : null;
  return { target: parseRange(pullRequest, pull), texts: extractPostTexts("pull request", pullRequest), pull, ref };
}

type Repository = { owner: string; repo: string };

async function findByBranch(
  { rest }: Octokit,
  repository: Repository,
  head: string,
  sha: string,
): Promise<number | null> {
  const { data } = await rest.pulls.list({ ...repository, state: "open", head, per_page: 100 });
  return data.find((pull) => pull.head.sha === sha)?.number ?? null;
}

async function findByCommit({ rest }: Octokit, repository: Repository, sha: string): Promise<number | null> {
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({ ...repository, commit_sha: sha });
  return data.find((pull) => pull.state === "open" && pull.head.sha === sha)?.number ?? null;
}
