import { computeFingerprint } from "../../domain/secret.ts";
import { LONGEST_BODY, trimBody } from "../comment/comment-state.ts";

/** What an issue keeps in its hidden first line, for the next run. */
export type IssueState = {
  /** The audit that keeps it, as 16 hex digits: a repository may have several. */
  job: string;
  /** Digests of the findings that it told. */
  known: readonly string[];
};

const STATE = /^<!-- openai-key-guard:audit v1 job=([0-9a-f]{16}) known=([0-9a-f,]*) -->$/;

/** How many digests are kept. An issue with more findings says nothing of new ones. */
export const MOST_KNOWN = 1500;

/** What the hidden line takes, at most, in bytes. */
const HIDDEN = MOST_KNOWN * 17 + 100;

/** How many bytes of text fit into an issue beside its hidden line. */
export const ISSUE_TEXT_ROOM = LONGEST_BODY - HIDDEN;

/** The digest of a finding by its id: ids of records need not stand in a page's source twice. */
export function computeFindingDigest(id: string): string {
  return computeFingerprint(id);
}

/** Formats the body of an issue: a hidden line, then the text. */
export function formatIssueBody({ job, known }: IssueState, text: string): string {
  return `<!-- openai-key-guard:audit v1 job=${job} known=${known.slice(0, MOST_KNOWN).join(",")} -->\n${text}`;
}

/** Parses the hidden line of a body; null where it is none of this tool's. The caller checks who wrote it. */
export function parseIssueBody(body: string): IssueState | null {
  const [first = ""] = trimBody(body).split("\n", 1);
  const [, job, known = ""] = STATE.exec(first) ?? [];
  if (job === undefined) return null;
  return { job, known: known.split(",").filter((digest) => /^[0-9a-f]{16}$/.test(digest)) };
}
