import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import { findLogins } from "../account.ts";
import { createShapeError, isUncertain, parseFailure } from "../api-failure.ts";
import { createOctokit, type GitHubAccess, type GitHubPace, type Octokit } from "../client.ts";
import type { PullRequest } from "../event-scope.ts";
import { getObject, getText } from "../payload.ts";
import { CommentLedger, type CommentRecord, type ListedComment, parseRecord } from "./comment-ledger.ts";
import { hasSameState, trimBody } from "./comment-state.ts";

/** The largest page that GitHub gives. */
const PAGE_SIZE = 100;

/** GitHub allows 2,500 comments on an issue. */
const MOST_PAGES = 100;

/** In milliseconds, before each look for a comment whose writing was never answered: lists lag behind. */
const LOOKS = [0, 1000, 3000] as const;

/** How many comments are read one by one, beyond the list. */
const MOST_REREAD = 5;

type Pull = Pick<PullRequest, "owner" | "repo" | "number">;

/**
 * This tool's comments on one pull request. Connects to GitHub when it is first used. What GitHub has once shown or
 * confirmed goes on to exist, whatever a later list shows: lists lag behind.
 *
 * All methods throw `ApiError`.
 */
export class PullComments {
  readonly #access: GitHubAccess;
  readonly #pull: Pull;
  readonly #pace: GitHubPace;
  readonly #ledger = new CommentLedger();
  #octokit: Promise<Octokit> | null = null;
  #logins: Promise<readonly string[]> | null = null;

  constructor(access: GitHubAccess, { owner, repo, number }: Pull, pace: GitHubPace = {}) {
    this.#access = access;
    this.#pull = { owner, repo, number };
    this.#pace = pace;
  }

  /** Whether the last list showed everything that this object has written. Whatever came before it is shown then, too. */
  get hasCaughtUp(): boolean {
    return this.#ledger.hasCaughtUp;
  }

  /** All of them, of any job, oldest first. Anyone may plant a marker: only comments by our own account count. */
  async list(): Promise<readonly ListedComment[]> {
    const [records, logins] = await Promise.all([this.#fetchAll(), this.#findLogins()]);
    this.#ledger.observeList(records.filter(({ author }) => logins.includes(author)));
    return this.#ledger.list();
  }

  /** The same, each also read by itself: a list may lag behind that. */
  async listFresh(): Promise<readonly ListedComment[]> {
    for (const { id } of (await this.list()).slice(0, MOST_REREAD)) await this.#reread(id);
    return this.#ledger.list();
  }

  /** Writes a new comment. Never twice: when the answer is lost, the comments are listed to see whether it was written. */
  async create(body: string): Promise<void> {
    const { rest } = await this.#connect();
    const { owner, repo, number } = this.#pull;
    try {
      const { data } = await rest.issues.createComment({ owner, repo, issue_number: number, body });
      const record = parseRecord(data);
      if (!record) throw createShapeError();
      // Where nobody would tell who we are, GitHub has told it now.
      if (record.author !== "") this.#logins = Promise.resolve([record.author]);
      this.#ledger.observeWrite(record);
    } catch (error) {
      if (!isUncertain(parseFailure(error)) || !(await this.#findUnconfirmed(body))) throw error;
    }
  }

  /** Changes a comment. False when it is gone. */
  async update({ id, url }: ListedComment, body: string): Promise<boolean> {
    const { rest } = await this.#connect();
    const { owner, repo } = this.#pull;
    return await this.#unlessGone(id, async () => {
      const { data } = await rest.issues.updateComment({ owner, repo, comment_id: id, body });
      const record = parseRecord(data);
      // A redirect may have made a request for the comment of it, which shows it as it was.
      if (record?.id !== id || !hasSameState(record.body, body)) throw createShapeError();
      this.#ledger.observeWrite({ ...record, url });
    });
  }

  /** Deletes a comment. */
  async remove({ id }: ListedComment): Promise<void> {
    const { rest } = await this.#connect();
    const { owner, repo } = this.#pull;
    await this.#unlessGone(id, async () => {
      await rest.issues.deleteComment({ owner, repo, comment_id: id });
    });
    this.#ledger.forget(id);
  }

  /** Whether a comment can be read by itself. */
  async has({ id }: ListedComment): Promise<boolean> {
    return await this.#unlessGone(id, async () => {
      await this.#fetchOne(id);
    });
  }

  /** The commit that is the pull request's head now. */
  async findHead(): Promise<string> {
    const { rest } = await this.#connect();
    const { owner, repo, number } = this.#pull;
    const { data } = await rest.pulls.get({ owner, repo, pull_number: number });
    const head = getText(getObject(data, "head")["sha"]);
    if (head === null) throw createShapeError();
    return head;
  }

  /** Everybody's. Pages are asked for as long as they are full: not every server has links to the next, or pages at all. */
  async #fetchAll(): Promise<readonly CommentRecord[]> {
    const { rest } = await this.#connect();
    const { owner, repo, number } = this.#pull;
    const records = new Map<number, CommentRecord>();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { owner, repo, issue_number: number, per_page: PAGE_SIZE, page };
      const { data, headers } = await rest.issues.listComments(query);
      if (!Array.isArray(data)) throw createShapeError();
      const known = records.size;
      for (const record of data.flatMap((one) => parseRecord(one) ?? [])) records.set(record.id, record);
      const isLast = data.length < PAGE_SIZE && !/rel="next"/.test(String(headers.link ?? ""));
      if (isLast || records.size === known) break;
    }
    return [...records.values()];
  }

  async #reread(id: number): Promise<void> {
    try {
      this.#ledger.observe(await this.#fetchOne(id));
    } catch (error) {
      // The list is good enough where this is not to be had; and what it misses may be too new for it.
      parseFailure(error);
    }
  }

  async #fetchOne(id: number): Promise<CommentRecord> {
    const { rest } = await this.#connect();
    const { owner, repo } = this.#pull;
    const record = parseRecord((await rest.issues.getComment({ owner, repo, comment_id: id })).data);
    if (record?.id !== id) throw createShapeError();
    return record;
  }

  /** Does something with a comment; false when GitHub says that there is none. */
  async #unlessGone(id: number, action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      if (parseFailure(error).kind !== "not-found") throw error;
      this.#ledger.forget(id);
      return false;
    }
  }

  /** Whether a comment with this body exists, though its writing was not confirmed. */
  async #findUnconfirmed(body: string): Promise<boolean> {
    const clock = this.#pace.clock ?? SYSTEM_CLOCK;
    for (const wait of LOOKS) {
      if (wait > 0) await clock.sleep(wait);
      const listed = await this.list().catch(() => []);
      const written = listed.find((comment) => comment.body === trimBody(body));
      if (written) {
        this.#ledger.observeWrite({ ...written, author: "" });
        return true;
      }
    }
    return false;
  }

  #connect(): Promise<Octokit> {
    this.#octokit ??= createOctokit(this.#access, this.#pace);
    return this.#octokit;
  }

  #findLogins(): Promise<readonly string[]> {
    this.#logins ??= this.#connect().then(async (octokit) => await findLogins(octokit, this.#access.apiUrl));
    return this.#logins;
  }
}
