import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import { type ApiFailure, parseFailure } from "../api-failure.ts";
import type { GitHubAccess, GitHubPace } from "../client.ts";
import type { PullRequest } from "../event-scope.ts";
import type { ListedComment } from "./comment-ledger.ts";
import type { CommentResult } from "./comment-result.ts";
import {
  type CommentState,
  computeTextRoom,
  formatBody,
  formatPointer,
  hasSameStory,
  mergeContained,
} from "./comment-state.ts";
import { PullComments } from "./pull-comments.ts";

/** What a run has to say, given the state of the last comment; the text may take `room` bytes. */
export type CommentMessage = {
  render: (last: CommentState | null, room: number) => Pick<CommentState, "open" | "moreOpen"> & { text: string };
  /** Fingerprints of the keys that this run has contained, or found to be gone. */
  contained: readonly string[];
  /** Whether to write a comment where there is none yet. */
  mayCreate: boolean;
};

/** Which keys the last run had told of, by their fingerprints. */
export type CommentMemory = { open: readonly string[]; moreOpen: number; contained: readonly string[] };

/** `job` says whose comment it is. */
type CommentOptions = GitHubPace & { job?: string };

/**
 * In milliseconds, before each look whether the comment stands as it was written. Lists lag behind; more than this is not
 * waited for, and what two runs leave then is put in order by the next.
 */
const LOOKS = [0, 1000, 2000, 4000, 8000] as const;

/** The first wait of a run that contained something: a request takes less, so that who wrote over us has done it by then. */
const SETTLE = 1000;

/** How often a comment is begun anew that somebody deletes at the same time. */
const MOST_TRIES = 3;

/**
 * The one comment of a job on a pull request. Each job keeps its own, because GitHub cannot change a comment only if
 * nobody else has: two jobs that shared one would lose each other's text. Runs of one job have the same to say, and see to
 * it that one comment is left, which remembers what each of them contained: the oldest, so that all runs keep the same
 * one. Asks GitHub nothing before it is used, and throws nothing: GitHub costs the comment, and nothing else.
 */
export class StickyComment {
  readonly #comments: PullComments;
  readonly #head: string;
  readonly #job: string | undefined;
  readonly #pace: GitHubPace;
  #memoryFailure: ApiFailure | null = null;
  #before: CommentMemory | null = null;
  /** What was written and is not yet known to stand. */
  #unsettled: { message: CommentMessage; isNew: boolean } | null = null;

  constructor(access: GitHubAccess, pull: PullRequest, { job, ...pace }: CommentOptions = {}) {
    this.#comments = new PullComments(access, pull, pace);
    this.#head = pull.head;
    this.#job = job;
    this.#pace = pace;
  }

  /** Why `memory` could not be read; null where it was. */
  get memoryFailure(): ApiFailure | null {
    return this.#memoryFailure;
  }

  /** What the comment remembered before `write`; null where there was none, or it could not be read. */
  get before(): CommentMemory | null {
    return this.#before;
  }

  /**
   * Fingerprints contained on this pull request before, by any job; empty where they cannot be read. They say where to
   * look: others who write as the same account could have added one.
   */
  async memory(): Promise<ReadonlySet<string>> {
    try {
      return new Set((await this.#comments.listFresh()).flatMap(({ state }) => state.contained));
    } catch (error) {
      this.#memoryFailure = parseFailure(error);
      return new Set();
    }
  }

  /** Writes the comment. `settle` must follow, once everything else is told. */
  async write(message: CommentMessage): Promise<CommentResult> {
    try {
      const result = await this.#put(message, "first");
      const isWritten = result.kind !== "none" && result.kind !== "unchanged";
      this.#unsettled = isWritten ? { message, isNew: result.kind === "created" } : null;
      return result;
    } catch (error) {
      return { kind: "failed", failure: parseFailure(error) };
    }
  }

  /**
   * Looks again until the comment stands: until nobody else writes, and GitHub's list shows what was written, so that it
   * would show an older comment, too. What two runs wrote at the same time is merged.
   */
  async settle(): Promise<void> {
    if (this.#unsettled === null) return;
    const { message, isNew } = this.#unsettled;
    this.#unsettled = null;
    const remembers = message.contained.length > 0;
    const clock = this.#pace.clock ?? SYSTEM_CLOCK;
    try {
      for (const wait of remembers ? [SETTLE, ...LOOKS.slice(1)] : LOOKS) {
        if (wait > 0) await clock.sleep(wait);
        const { kind } = await this.#put(message, "correction");
        const stands = kind !== "created" && kind !== "updated";
        if (stands && (this.#comments.hasCaughtUp || !(isNew || remembers))) return;
      }
    } catch (error) {
      parseFailure(error); // The comment was written; only nobody could look whether it still stands.
    }
  }

  /**
   * Writes the comment. The first time our text replaces that of another run on the same head; in a correction theirs is as
   * good as ours, and only what was forgotten is added.
   */
  async #put(message: CommentMessage, round: "first" | "correction"): Promise<CommentResult> {
    for (let tries = 1; ; tries += 1) {
      const own = await this.#listOwn(round);
      const [kept, ...duplicates] = own;
      if (round === "first" && tries === 1) this.#before = rememberAll(own);
      const contained = mergeContained(
        own.flatMap(({ state }) => state.contained),
        message.contained,
      );
      if (!kept) {
        // What a person deletes while we look stays deleted.
        if (!message.mayCreate || (round === "correction" && tries > 1)) return { kind: "none" };
        await this.#comments.create(this.#renderBody(message, own, contained));
        return { kind: "created" };
      }
      const newer = await this.#findNewer(own);
      const standing = newer ?? (round === "correction" ? this.#findWritten(own) : undefined);
      const rendered = standing
        ? formatBody({ ...standing.state, contained }, standing.text)
        : this.#renderBody(message, own, contained);
      const body = hasSameStory(rendered, kept.body) ? kept.body : rendered;
      const isChanged = body !== kept.body || duplicates.length > 0;
      const exists = await this.#updateAll(kept, body, duplicates);
      if (!exists && tries < MOST_TRIES) continue;
      if (newer && (round === "first" || !isChanged)) return { kind: "superseded" };
      return { kind: isChanged ? "updated" : "unchanged" };
    }
  }

  /** The comments of this job; where it has none, those from before jobs were told apart. */
  async #listOwn(round: "first" | "correction"): Promise<readonly ListedComment[]> {
    const all = round === "first" ? await this.#comments.listFresh() : await this.#comments.list();
    const own = all.filter(({ state }) => state.job === this.#job);
    return own.length > 0 ? own : all.filter(({ state }) => state.job === undefined);
  }

  /** What this run, or another of its job on the same head, has written; the oldest. */
  #findWritten(own: readonly ListedComment[]): ListedComment | undefined {
    return own.find(({ state }) => state.head === this.#head && state.job === this.#job);
  }

  /** A comment for the pull request's present head, when that is no longer ours: its text is not replaced by an older one. */
  async #findNewer(own: readonly ListedComment[]): Promise<ListedComment | undefined> {
    const others = own.filter(({ state }) => state.head !== this.#head);
    if (others.length === 0) return undefined;
    // Where GitHub does not tell, ours is told: a later run writes again.
    const head = await this.#comments.findHead().catch(() => this.#head);
    return head === this.#head ? undefined : (others.find(({ state }) => state.head === head) ?? others[0]);
  }

  #renderBody({ render }: CommentMessage, own: readonly ListedComment[], contained: readonly string[]): string {
    const { text, open, moreOpen } = render(mergeStates(own), computeTextRoom(contained.length));
    const job = this.#job === undefined ? {} : { job: this.#job };
    return formatBody({ head: this.#head, ...job, contained, open, moreOpen }, text);
  }

  /** False when the comment is gone that was to be kept: then nothing was done. */
  async #updateAll(kept: ListedComment, body: string, duplicates: readonly ListedComment[]): Promise<boolean> {
    const isConfirmed =
      body !== kept.body
        ? await this.#comments.update(kept, body)
        : duplicates.length === 0 || (await this.#comments.has(kept));
    if (!isConfirmed) return false;
    for (const duplicate of duplicates) await this.#removeDuplicate(duplicate, kept);
    return true;
  }

  /** Only what is in the kept comment by now is removed. A token that may not delete makes it a line that leads there. */
  async #removeDuplicate(duplicate: ListedComment, kept: ListedComment): Promise<void> {
    try {
      await this.#comments.remove(duplicate);
    } catch (error) {
      parseFailure(error);
      await this.#comments.update(duplicate, formatPointer(kept.url)).catch(() => false);
    }
  }
}

/** The same, without what is only of the last head. */
function rememberAll(own: readonly ListedComment[]): CommentMemory | null {
  const merged = mergeStates(own);
  if (merged === null) return null;
  const contained = own.flatMap(({ state }) => state.contained);
  return { open: merged.open, moreOpen: merged.moreOpen ?? 0, contained };
}

/** What the comments of a job remember together; null where there are none. */
function mergeStates(own: readonly ListedComment[]): CommentState | null {
  const [first] = own;
  if (!first) return null;
  const open = [...new Set(own.flatMap((one) => one.state.open))];
  return { ...first.state, open, moreOpen: Math.max(...own.map(({ state }) => state.moreOpen ?? 0)) };
}
