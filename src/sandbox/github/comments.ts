import type { components } from "@octokit/openapi-types";
import type { Clock } from "../../domain/clock.ts";
import type { Answer } from "../answer.ts";
import { type Account, buildAccountRecord, computeId, computeNodeId } from "./account.ts";
import { getRepositoryId, type HostedRepository } from "./hosted-repository.ts";
import { createRefusal } from "./tokens.ts";

/** A comment on a pull request. */
export type Comment = {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  body: string;
  createdAt: Date;
  updatedAt: Date;
};

/** A comment as it was from some time on; null once it was deleted. */
type Version = { at: number; comment: Comment | null };

/** The longest body that GitHub accepts, in characters: from its refusal, as its API's description does not say it. */
export const LONGEST_BODY = 65_536;

/** How many comments a pull request may have. GitHub refuses more with this message, for good. */
export const MOST_COMMENTS = 2500;
export const TOO_MANY_COMMENTS = `Commenting is disabled on issues with more than ${MOST_COMMENTS} comments`;

/** The largest page of a listing, and the page size by default. */
const LARGEST_PAGE = 100;
const DEFAULT_PAGE = 30;

/** GitHub's ids of comments are about this large at the time of writing. */
const FIRST_ID = 3_600_000_000;

/** The comments on the pull requests of one repository, oldest first. */
export class Comments {
  readonly #all = new Map<number, Comment>();
  /** All that any comment has been, oldest first. */
  readonly #history: { id: number; number: number; version: Version }[] = [];
  readonly #firstId: number;
  readonly #clock: Clock;
  #count = 0;
  /** How far lists are behind, in milliseconds. */
  #lag = 0;

  constructor(fullName: string, clock: Clock) {
    this.#clock = clock;
    this.#firstId = FIRST_ID + (computeId(fullName) % 1_000_000) * 1000;
  }

  on(number: number): readonly Comment[] {
    return [...this.#all.values()].filter((comment) => comment.number === number);
  }

  /** The comments on a pull request as lists show them: as they were some time ago. */
  listed(number: number): readonly Comment[] {
    if (this.#lag === 0) return this.on(number);
    const until = this.#clock.now().getTime() - this.#lag;
    const shown = new Map<number, Comment | null>();
    for (const { id, version } of this.#history.filter((one) => one.number === number)) {
      if (version.at <= until) shown.set(id, version.comment);
    }
    return [...shown.values()].filter((comment) => comment !== null);
  }

  /** From now on, lists show what was there this many milliseconds ago. */
  setLag(milliseconds: number): void {
    this.#lag = milliseconds;
  }

  find(id: number): Comment | undefined {
    return this.#all.get(id);
  }

  add(number: number, author: Account, body: string): Comment {
    const now = this.#clock.now();
    const comment = { id: this.#firstId + this.#count, number, author, body, createdAt: now, updatedAt: now };
    this.#count += 1;
    this.#all.set(comment.id, comment);
    this.#record(comment.id, number);
    return comment;
  }

  edit(comment: Comment, body: string): void {
    comment.body = body;
    comment.updatedAt = this.#clock.now();
    this.#record(comment.id, comment.number);
  }

  remove({ id, number }: Comment): void {
    this.#all.delete(id);
    this.#record(id, number);
  }

  #record(id: number, number: number): void {
    const comment = this.#all.get(id);
    const version = { at: this.#clock.now().getTime(), comment: comment ? { ...comment } : null };
    this.#history.push({ id, number, version });
  }
}

/** Builds a comment as the REST API shows it. */
export function buildCommentRecord(
  comment: Comment,
  { origin, fullName }: HostedRepository,
): components["schemas"]["issue-comment"] {
  const { id, number, author, body } = comment;
  const issue_url = `${origin}/repos/${fullName}/issues/${number}`;
  return {
    url: `${origin}/repos/${fullName}/issues/comments/${id}`,
    html_url: `${origin}/${fullName}/pull/${number}#issuecomment-${id}`,
    issue_url,
    id,
    node_id: computeNodeId("IssueComment", id),
    user: buildAccountRecord(author, origin),
    created_at: formatSeconds(comment.createdAt),
    updated_at: formatSeconds(comment.updatedAt),
    author_association: author.type === "Bot" ? "NONE" : "CONTRIBUTOR",
    body,
    performed_via_github_app: null,
  };
}

/** Reads the comment's body from the JSON of a request; or returns GitHub's refusal of it. */
export function readCommentBody(json: string, page: string): { body: string } | { refusal: Answer } {
  const value = parseJson(json);
  if (typeof value !== "object" || value === null)
    return { refusal: createRefusal(400, "Problems parsing JSON", page) };
  const { body } = value as { body?: unknown };
  if (typeof body !== "string") {
    return { refusal: createRefusal(422, 'Invalid request.\n\n"body" wasn\'t supplied.', page) };
  }
  const wrong =
    body.trim() === "" ? "Body cannot be blank" : body.length > LONGEST_BODY ? describeTooLong("Body") : null;
  if (wrong === null) return { body };
  const errors = [{ resource: "IssueComment", code: "unprocessable", field: "data", message: wrong }];
  return { refusal: createRefusal(422, "Validation Failed", page, { errors }) };
}

/**
 * Selects one page of a listing; `path` is its address within the repository. The links to the other pages name the
 * repository by its number, as GitHub's do.
 */
export function selectPage(
  records: readonly object[],
  path: string,
  query: URLSearchParams,
  hosted: HostedRepository,
): Answer {
  return selectPageAt(`${hosted.origin}/repositories/${getRepositoryId(hosted)}/${path}`, records, query);
}

/** Selects one page of a listing that is at this address. */
export function selectPageAt(url: string, records: readonly object[], query: URLSearchParams): Answer {
  const size = Math.min(parsePositive(query.get("per_page")) ?? DEFAULT_PAGE, LARGEST_PAGE);
  const page = parsePositive(query.get("page")) ?? 1;
  const last = Math.max(Math.ceil(records.length / size), 1);
  const link = (to: number, rel: string) => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  const body = records.slice((page - 1) * size, page * size);
  return { status: 200, headers: links.length > 0 ? { link: links.join(", ") } : {}, body };
}

function describeTooLong(field: string): string {
  return `${field} is too long (maximum is ${LONGEST_BODY} characters)`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function parsePositive(text: string | null): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** GitHub's times have no milliseconds. */
function formatSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
