import { describeNewFindings, NOTHING_LEFT } from "../../messages/audit/issue.ts";
import { hasSameStory } from "../comment/comment-state.ts";
import { computeFindingDigest, formatIssueBody, type IssueState, MOST_KNOWN } from "./issue-state.ts";

/** An issue of this tool as GitHub has it. */
export type OwnIssue = IssueState & { number: number; url: string; isOpen: boolean; title: string; body: string };

/** What an audit has to say in its issue. */
export type IssueMessage = {
  job: string;
  title: string;
  text: string;
  /** An id of each finding that counts. */
  findings: readonly string[];
  /** Whether everything was judged: what was not may still be there. */
  isComplete: boolean;
};

/** What is to be done. A comment is what people are notified of: there is one only for news. */
export type IssuePlan =
  | { kind: "none" }
  | { kind: "unchanged"; issue: OwnIssue }
  | { kind: "create"; title: string; body: string }
  | {
      kind: "update" | "reopen" | "close";
      issue: OwnIssue;
      title: string;
      body: string;
      comment: string | null;
    };

/**
 * Plans what becomes of the issue. It is closed when everything was judged and nothing is left. One that was closed, by us
 * or by a person, is opened again for something new alone. `own`: the issues of this audit, the oldest first.
 */
export function planIssue(own: readonly OwnIssue[], message: IssueMessage): IssuePlan {
  const issue = own.find(({ isOpen }) => isOpen) ?? own.at(-1);
  const current = message.findings.map(computeFindingDigest);
  const known = new Set(issue?.known ?? []);
  // Of more findings than an issue keeps nobody can tell which are new, and to say so each night would be no news.
  const fresh = known.size < MOST_KNOWN ? current.filter((digest) => !known.has(digest)).length : 0;
  // What could not be judged this time is not forgotten: it would be news when it is judged again.
  const kept = message.isComplete ? current : [...new Set([...known, ...current])];
  const { job, title, text } = message;
  const body = formatIssueBody({ job, known: kept }, text);
  if (!issue) return current.length > 0 ? { kind: "create", title, body } : { kind: "none" };
  const isSame = issue.title === title && hasSameStory(issue.body, body);
  const written = { issue, title, body: isSame ? issue.body : body };
  if (current.length === 0 && message.isComplete)
    return issue.isOpen ? { kind: "close", ...written, comment: NOTHING_LEFT } : { kind: "unchanged", issue };
  const comment = fresh > 0 ? describeNewFindings(fresh) : null;
  if (!issue.isOpen) return fresh > 0 ? { kind: "reopen", ...written, comment } : { kind: "unchanged", issue };
  return isSame ? { kind: "unchanged", issue } : { kind: "update", ...written, comment };
}
