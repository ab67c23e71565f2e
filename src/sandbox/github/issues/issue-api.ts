import type { Answer } from "../../answer.ts";
import type { Request } from "../../server.ts";
import type { Account } from "../account.ts";
import { type Comments, LONGEST_BODY, selectPage } from "../comments.ts";
import type { HostedRepository } from "../hosted-repository.ts";
import { createRefusal } from "../tokens.ts";
import { buildIssueRecord, type Issue, type Issues } from "./issues.ts";

/** The longest title that GitHub accepts, in characters. */
const LONGEST_TITLE = 256;

/** A request about the issues of a repository. */
export type IssueRequest = {
  repository: HostedRepository & {
    issues: Issues;
    comments: Comments;
    pulls: ReadonlyMap<number, unknown>;
    hasIssues: boolean;
  };
  number: number;
  account: Account | null;
  request: Request;
  page: string;
};

/** Lists issues, newest first, by their state and by who created them. Pull requests are left out here. */
export function listIssues({ repository, request: { query }, page }: IssueRequest): Answer {
  if (!repository.hasIssues) return refuseDisabled(page);
  const [state, creator] = [query.get("state") ?? "open", query.get("creator")?.toLowerCase()];
  const records = repository.issues
    .list()
    .filter((issue) => state === "all" || issue.state === state)
    .filter(({ author }) => creator === undefined || author.login.toLowerCase() === creator)
    .map((issue) => showRecord(issue, repository))
    .toReversed();
  return selectPage(records, "issues", query, repository);
}

/** Creates an issue. */
export function createIssue({ repository, account, request, page }: IssueRequest): Answer {
  if (!repository.hasIssues) return refuseDisabled(page);
  if (!account) return createRefusal(404, "Not Found", page);
  const { title, body = "" } = readFields(request.body);
  if (typeof title !== "string" || title.trim() === "") return refuseField("title", "missing_field", page);
  const wrong = checkTexts({ title, body }, page);
  if (wrong || typeof body !== "string") return wrong ?? refuseField("body", "invalid", page);
  const issue = repository.issues.add({ title, body, author: account }, repository.pulls.keys());
  const record = showRecord(issue, repository);
  return { status: 201, headers: { location: record.url }, body: record };
}

/** Shows an issue. */
export function showIssue({ repository, number, page }: IssueRequest): Answer {
  const issue = repository.issues.find(number);
  return issue ? { status: 200, body: showRecord(issue, repository) } : createRefusal(404, "Not Found", page);
}

/** Changes an issue. What the request leaves out stays. */
export function updateIssue({ repository, number, request, page }: IssueRequest): Answer {
  const issue = repository.issues.find(number);
  if (!issue) return createRefusal(404, "Not Found", page);
  const {
    title = issue.title,
    body = issue.body,
    state = issue.state,
    state_reason: reason,
  } = readFields(request.body);
  const wrong = checkTexts({ title, body }, page);
  if (wrong) return wrong;
  if (state !== "open" && state !== "closed") return refuseField("state", "invalid", page);
  repository.issues.edit(issue, {
    title: String(title),
    body: String(body),
    state,
    ...((reason === "completed" || reason === "not_planned") && { stateReason: reason }),
  });
  return { status: 200, body: showRecord(issue, repository) };
}

function showRecord(issue: Issue, repository: IssueRequest["repository"]) {
  return buildIssueRecord(issue, repository, repository.comments.on(issue.number).length);
}

function checkTexts({ title, body }: { title: unknown; body: unknown }, page: string): Answer | null {
  if (typeof title !== "string" || title.length > LONGEST_TITLE) return refuseField("title", "invalid", page);
  if (body !== null && (typeof body !== "string" || body.length > LONGEST_BODY))
    return refuseField("body", "invalid", page);
  return null;
}

function refuseField(field: string, code: string, page: string): Answer {
  return createRefusal(422, "Validation Failed", page, { errors: [{ resource: "Issue", code, field }] });
}

function refuseDisabled(page: string): Answer {
  return createRefusal(410, "Issues are disabled for this repo", page);
}

function readFields(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
