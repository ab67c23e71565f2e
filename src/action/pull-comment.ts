import type { Clock } from "../domain/clock.ts";
import type { StickyComment } from "../github/comment/sticky-comment.ts";
import type { EventScope, PullRequest } from "../github/event-scope.ts";
import type { Settings } from "../settings/settings.ts";
import type { CheckoutContext } from "../targets/checkout.ts";

const { env } = process;

/** The comment of this job on its pull request. A clean change needs none, and never loads what asks GitHub. */
export class PullComment {
  readonly #settings: Settings;
  readonly #pull: PullRequest;
  readonly #access: { apiUrl: string; token: string };
  readonly #clock: Clock;
  #opened: StickyComment | null = null;

  constructor(settings: Settings, pull: PullRequest, access: { apiUrl: string; token: string }, clock: Clock) {
    this.#settings = settings;
    this.#pull = pull;
    this.#access = access;
    this.#clock = clock;
  }

  /** The comment itself, once it was opened. */
  get opened(): StickyComment | null {
    return this.#opened;
  }

  /** Opens the comment, to read or write it. Asks GitHub nothing yet. */
  async open(): Promise<StickyComment> {
    const [{ computeJobId }, { StickyComment: Comment }] = await Promise.all([
      import("../github/comment/comment-state.ts"),
      import("../github/comment/sticky-comment.ts"),
    ]);
    // Jobs of one workflow that scan the same thing share a comment: say, one that finds and one that contains.
    const workflow = (env["GITHUB_WORKFLOW_REF"] ?? env["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, "");
    const { scan, paths, exclude } = this.#settings;
    const job = computeJobId([workflow, scan, ...paths, "", ...exclude]);
    this.#opened ??= new Comment(this.#access, this.#pull, { job, clock: this.#clock });
    return this.#opened;
  }
}

/** The pull request's comment; null where none is to be written. */
export function findPullComment(
  settings: Settings,
  { pull }: EventScope,
  { apiUrl }: CheckoutContext,
  clock: Clock,
): PullComment | null {
  const { comment, githubToken: token } = settings;
  return comment === "on-leak" && token && pull ? new PullComment(settings, pull, { apiUrl, token }, clock) : null;
}
