import { createOctokit, type GitHubAccess, type Octokit } from "../client.ts";
import type { PullRequest } from "../event-scope.ts";
import { isServerError } from "./comment-result.ts";
import { parseBody, type StoredComment } from "./comment-state.ts";

/** A comment that this account wrote, as GitHub lists it. */
export type ListedComment = StoredComment & { id: number; url: string; body: string };

/** This tool's comments on one pull request. Connects to GitHub when it is first used. */
export class PullComments {
  readonly #access: GitHubAccess;
  readonly #pull: Pick<PullRequest, "owner" | "repo" | "number">;
  #octokit: Promise<Octokit> | null = null;
  #login: Promise<string> | null = null;

  constructor(access: GitHubAccess, { owner, repo, number }: Pick<PullRequest, "owner" | "repo" | "number">) {
    this.#access = access;
    this.#pull = { owner, repo, number };
  }

  /** All of them, of any job, oldest first. Anyone may plant a marker: only comments by our own account count. */
  async list(): Promise<readonly ListedComment[]> {
    const [{ rest, paginate }, login] = await Promise.all([this.#connect(), this.#findLogin()]);
    const { owner, repo, number } = this.#pull;
    const query = { owner, repo, issue_number: number, per_page: 100 };
    const comments: ListedComment[] = [];
    for await (const { data } of paginate.iterator(rest.issues.listComments, query)) {
      for (const { id, html_url: url, body = "", user } of data) {
        const stored = user?.login === login ? parseBody(body) : null;
        if (stored) comments.push({ id, url, body, ...stored });
      }
    }
    return comments.toSorted((left, right) => left.id - right.id);
  }

  /** Writes a new comment. Never twice: when the answer is lost, the comments are listed to see whether it was written. */
  async create(body: string): Promise<void> {
    const { rest } = await this.#connect();
    const { owner, repo, number } = this.#pull;
    try {
      await rest.issues.createComment({ owner, repo, issue_number: number, body, request: { retries: 0 } });
    } catch (error) {
      if (!isServerError(error) || !(await this.list()).some((comment) => comment.body === body)) throw error;
    }
  }

  async update({ id }: ListedComment, body: string): Promise<void> {
    const { rest } = await this.#connect();
    const { owner, repo } = this.#pull;
    await rest.issues.updateComment({ owner, repo, comment_id: id, body });
  }

  /** The commit that is the pull request's head now. */
  async findHead(): Promise<string> {
    const { rest } = await this.#connect();
    const { owner, repo, number } = this.#pull;
    return (await rest.pulls.get({ owner, repo, pull_number: number })).data.head.sha;
  }

  #connect(): Promise<Octokit> {
    this.#octokit ??= createOctokit(this.#access);
    return this.#octokit;
  }

  #findLogin(): Promise<string> {
    this.#login ??= this.#connect().then(async ({ graphql }) => {
      return (await graphql<{ viewer: { login: string } }>("query { viewer { login } }")).viewer.login;
    });
    return this.#login;
  }
}
