import { type ApiFailure, isUncertain, parseFailure } from "../api-failure.ts";
import type { GitHubAccess, GitHubPace } from "../client.ts";
import type { RepositoryName } from "../repository.ts";
import { type IssueMessage, type IssuePlan, planIssue } from "./issue-plan.ts";
import { RepositoryIssues } from "./repository-issues.ts";

/** What became of the issue. */
export type IssueResult =
  /** `isNews`: it tells of something that it had not told. */
  | { kind: "created" | "updated" | "reopened" | "closed" | "unchanged"; url: string; isNews: boolean }
  /** There was none, and nothing to say. */
  | { kind: "none" }
  | { kind: "failed"; failure: ApiFailure };

/**
 * Keeps the one issue of an audit as it should be: created, updated in place, opened again, closed. Throws nothing: GitHub
 * costs the issue, and nothing else. Two audits of one job at the same time may create two; the next run keeps the first.
 */
export async function writeIssue(
  access: GitHubAccess,
  repository: RepositoryName,
  message: IssueMessage,
  pace: GitHubPace = {},
): Promise<IssueResult> {
  try {
    const issues = new RepositoryIssues(access, repository, pace);
    const plan = planIssue(await issues.list(message.job), message);
    return await carryOut(plan, issues, message.job);
  } catch (error) {
    return { kind: "failed", failure: parseFailure(error) };
  }
}

const RESULTS = { update: "updated", reopen: "reopened", close: "closed" } as const;

async function carryOut(plan: IssuePlan, issues: RepositoryIssues, job: string): Promise<IssueResult> {
  switch (plan.kind) {
    case "none":
      return { kind: "none" };
    case "unchanged":
      return { kind: "unchanged", url: plan.issue.url, isNews: false };
    case "create":
      return { kind: "created", url: await create(plan, issues, job), isNews: true };
    case "update":
    case "reopen":
    case "close": {
      const { title, body, issue, comment } = plan;
      const state = plan.kind === "close" ? "closed" : "open";
      const { url } = await issues.update(issue, { title, body, state });
      // Where nobody may comment the description still has it.
      if (comment !== null) await issues.comment(issue, comment).catch((error) => parseFailure(error));
      return { kind: RESULTS[plan.kind], url, isNews: comment !== null && plan.kind !== "close" };
    }
    default:
      return plan satisfies never;
  }
}

/** Creates the issue. Never twice: when the answer is lost, the issues are listed to see whether it was created. */
async function create(
  { title, body }: { title: string; body: string },
  issues: RepositoryIssues,
  job: string,
): Promise<string> {
  try {
    return (await issues.create(title, body)).url;
  } catch (error) {
    const written = isUncertain(parseFailure(error)) ? (await issues.list(job)).at(-1) : undefined;
    if (!written) throw error;
    return written.url;
  }
}
