import { findLogins } from "../account.ts";
import { createShapeError } from "../api-failure.ts";
import { createOctokit, type GitHubAccess, type GitHubPace, type Octokit } from "../client.ts";
import { trimBody } from "../comment/comment-state.ts";
import { getCount, getObject, getText } from "../payload.ts";
import type { RepositoryName } from "../repository.ts";
import type { OwnIssue } from "./issue-plan.ts";
import { parseIssueBody } from "./issue-state.ts";

/** The largest page of a listing, and how many are read: the newest issues of one account. */
const PAGE_SIZE = 100;
const MOST_PAGES = 10;

/** The issues of this tool in one repository. Asks GitHub nothing before it is used; every failure is an `ApiError`. */
export class RepositoryIssues {
  readonly #access: GitHubAccess;
  readonly #repository: RepositoryName;
  readonly #pace: GitHubPace;
  #octokit: Promise<Octokit> | undefined;

  constructor(access: GitHubAccess, repository: RepositoryName, pace: GitHubPace = {}) {
    this.#access = access;
    this.#repository = repository;
    this.#pace = pace;
  }

  /** The issues of an audit, the oldest first. Anyone can copy a hidden line: only issues by our own account count. */
  async list(job: string): Promise<readonly OwnIssue[]> {
    const octokit = await this.#connect();
    const logins = await findLogins(octokit, this.#access.apiUrl);
    const issues = new Map<number, OwnIssue>();
    for (const login of logins) {
      for (const issue of await this.#listBy(octokit, login)) if (issue.job === job) issues.set(issue.number, issue);
    }
    return [...issues.values()].toSorted((one, other) => one.number - other.number);
  }

  async create(title: string, body: string): Promise<OwnIssue> {
    const { rest } = await this.#connect();
    const { data } = await rest.issues.create({ ...this.#repository, title, body });
    return requireIssue(data);
  }

  async update(
    { number }: OwnIssue,
    change: { title: string; body: string; state: "open" | "closed" },
  ): Promise<OwnIssue> {
    const { rest } = await this.#connect();
    const reason = change.state === "closed" ? { state_reason: "completed" as const } : {};
    const { data } = await rest.issues.update({ ...this.#repository, issue_number: number, ...change, ...reason });
    const issue = requireIssue(data);
    // A redirect may have made a request for the issue of it, which shows it as it was.
    if (issue.number !== number || issue.isOpen !== (change.state === "open")) throw createShapeError();
    return issue;
  }

  async comment({ number }: OwnIssue, body: string): Promise<void> {
    const { rest } = await this.#connect();
    await rest.issues.createComment({ ...this.#repository, issue_number: number, body });
  }

  /** The newest first, without pull requests, which GitHub lists as issues too. */
  async #listBy({ rest }: Octokit, login: string): Promise<readonly OwnIssue[]> {
    const found: OwnIssue[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { ...this.#repository, state: "all" as const, creator: login, per_page: PAGE_SIZE, page };
      const { data } = await rest.issues.listForRepo(query);
      if (!Array.isArray(data)) throw createShapeError();
      const authored = data.filter(
        (one: unknown) => getAuthor(one) === login && !getObject(one, "pull_request")["url"],
      );
      found.push(...authored.flatMap((one: unknown) => parseIssue(one) ?? []));
      if (data.length < PAGE_SIZE) break;
    }
    return found;
  }

  #connect(): Promise<Octokit> {
    this.#octokit ??= createOctokit(this.#access, this.#pace);
    return this.#octokit;
  }
}

function getAuthor(issue: unknown): string | undefined {
  return getText(getObject(issue, "user")["login"])?.toLowerCase();
}

/** Null for what is no issue of this tool. */
function parseIssue(data: unknown): OwnIssue | null {
  const { number, html_url: url, title, body, state } = getObject({ data }, "data");
  const [count, text] = [getCount(number), trimBody(getText(body) ?? "")];
  const stored = parseIssueBody(text);
  if (count === null || stored === null) return null;
  return {
    ...stored,
    number: count,
    url: getText(url) ?? "",
    isOpen: state !== "closed",
    title: getText(title) ?? "",
    body: text,
  };
}

/** @throws ApiError where the answer is not the issue that was written. */
function requireIssue(data: unknown): OwnIssue {
  const issue = parseIssue(data);
  if (issue === null) throw createShapeError();
  return issue;
}
