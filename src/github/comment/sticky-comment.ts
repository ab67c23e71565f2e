import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { GitHubAccess } from "../client.ts";
import type { PullRequest } from "../event-scope.ts";
import { type CommentResult, parseFailure } from "./comment-result.ts";
import { type CommentState, formatBody, formatPointer } from "./comment-state.ts";
import { type ListedComment, PullComments } from "./pull-comments.ts";

/** What a run has to say, given the state of the last comment. */
export type CommentMessage = {
  render: (last: CommentState | null) => { text: string; open: readonly string[] };
  /** Fingerprints of the keys that this run has contained, or found to be gone. */
  contained: readonly string[];
  /** Whether to write a comment where there is none yet. */
  mayCreate: boolean;
};

/** `job` says whose comment it is. */
export type CommentOptions = { job?: string; clock?: Clock };

/** In milliseconds, before looking whether others wrote over us. A request takes less: who did so has done it by then. */
const SETTLE = 1000;

/** How often a comment is corrected that others write at the same time. */
const MAX_CORRECTIONS = 3;

/**
 * The one comment of a job on a pull request. Each job keeps its own, because GitHub cannot change a comment only if
 * nobody else has: two jobs that shared one would lose each other's text. Runs of one job have the same to say, and see to
 * it that one comment is left, which remembers what each of them contained. Asks GitHub nothing before it is used.
 */
export class StickyComment {
  readonly #comments: PullComments;
  readonly #head: string;
  readonly #job: string | undefined;
  readonly #clock: Clock;

  constructor(access: GitHubAccess, pull: PullRequest, { job, clock = SYSTEM_CLOCK }: CommentOptions = {}) {
    this.#comments = new PullComments(access, pull);
    this.#head = pull.head;
    this.#job = job;
    this.#clock = clock;
  }

  /** Fingerprints contained on this pull request before, by any job; empty where they cannot be read. */
  async memory(): Promise<ReadonlySet<string>> {
    try {
      return new Set((await this.#comments.list()).flatMap(({ state }) => state.contained));
    } catch (error) {
      parseFailure(error);
      return new Set();
    }
  }

  async write(message: CommentMessage): Promise<CommentResult> {
    try {
      const result = await this.#put(message, "first");
      if (result.kind !== "none" && result.kind !== "unchanged") await this.#correct(message);
      return result;
    } catch (error) {
      return parseFailure(error);
    }
  }

  /** Looks again until nobody else writes, so that what two runs wrote at the same time is merged. */
  async #correct(message: CommentMessage): Promise<void> {
    try {
      for (let corrections = 0; corrections < MAX_CORRECTIONS; corrections += 1) {
        if (message.contained.length > 0) await this.#clock.sleep(SETTLE);
        const { kind } = await this.#put(message, "correction");
        if (kind !== "created" && kind !== "updated") return;
      }
    } catch (error) {
      parseFailure(error); // The comment was written; only nobody could look whether it still stands.
    }
  }

  /**
   * Writes the comment. The first time our text replaces that of another run on the same head; in a correction theirs is as
   * good as ours, and only what was forgotten is added. Of several comments the oldest is kept, so that all runs keep the
   * same one.
   */
  async #put(message: CommentMessage, round: "first" | "correction"): Promise<CommentResult> {
    const [kept, ...duplicates] = await this.#listOwn();
    if (!kept && !message.mayCreate) return { kind: "none" };
    const remembered = [kept, ...duplicates].flatMap((comment) => comment?.state.contained ?? []);
    const contained = [...new Set([...remembered, ...message.contained])];
    if (!kept) {
      await this.#comments.create(this.#renderBody(message, null, contained));
      return { kind: "created" };
    }
    const isSuperseded = await this.#isSuperseded(kept.state);
    const isWritten = round === "correction" && kept.state.head === this.#head && kept.state.job === this.#job;
    const body =
      isSuperseded || isWritten
        ? formatBody({ ...kept.state, contained }, kept.text)
        : this.#renderBody(message, kept.state, contained);
    const isChanged = body !== kept.body || duplicates.length > 0;
    await this.#updateAll(kept, body, duplicates);
    if (isSuperseded && (round === "first" || !isChanged)) return { kind: "superseded" };
    return { kind: isChanged ? "updated" : "unchanged" };
  }

  /** The comments of this job; where it has none, those from before jobs were told apart. */
  async #listOwn(): Promise<readonly ListedComment[]> {
    const all = await this.#comments.list();
    const own = all.filter(({ state }) => state.job === this.#job);
    return own.length > 0 ? own : all.filter(({ state }) => state.job === undefined);
  }

  #renderBody({ render }: CommentMessage, last: CommentState | null, contained: readonly string[]): string {
    const { text, open } = render(last);
    const job = this.#job === undefined ? {} : { job: this.#job };
    return formatBody({ head: this.#head, ...job, contained, open }, text);
  }

  async #updateAll(kept: ListedComment, body: string, duplicates: readonly ListedComment[]): Promise<void> {
    if (body !== kept.body) await this.#comments.update(kept, body);
    for (const duplicate of duplicates) await this.#comments.update(duplicate, formatPointer(kept.url));
  }

  /** A run whose head is no longer the pull request's leaves the text for another head as it is. */
  async #isSuperseded(last: CommentState): Promise<boolean> {
    return last.head !== this.#head && (await this.#comments.findHead()) !== this.#head;
  }
}
