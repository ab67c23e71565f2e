import { createOctokit, type GitHubAccess, type Octokit } from "./client.ts";
import { type CommentResult, isServerError, parseFailure } from "./comment-result.ts";
import { type CommentState, formatBody, formatPointer, parseBody, type StoredComment } from "./comment-state.ts";
import type { PullRequest } from "./event-scope.ts";

/** What a run wants to say, given what the last comment held. */
export type CommentMessage = {
  say: (last: CommentState | null) => { text: string; open: readonly string[] };
  contained: readonly string[];
  /** Whether to write one where there is none yet. */
  mayCreate: boolean;
};

/** The one comment of a job on a pull request. */
export type StickyComment = {
  /** Fingerprints contained on this pull request before, by any job; empty where they cannot be read. */
  memory(): Promise<ReadonlySet<string>>;
  write(message: CommentMessage): Promise<CommentResult>;
};

/** Which job's comment it is, and how long to wait, in milliseconds, before looking whether it kept what it was told. */
export type CommentOptions = { job?: string; settle?: number };

type Found = StoredComment & { id: number; url: string; body: string };

/** A request takes less: whoever wrote over us meanwhile has then done so. */
const SETTLE = 1000;

/** So often a comment is put right that others write at the same time. */
const MOST_LOOKS = 3;

/**
 * Each job keeps a comment of its own, for GitHub has no way to change a comment only if nobody else has: two jobs that
 * shared one would lose each other's words. `job` tells jobs apart; runs of one job have the same to say, and see to it
 * that one comment is left and remembers what each of them contained. Asks GitHub nothing before it is asked.
 */
export function openStickyComment(
  access: GitHubAccess,
  pull: PullRequest,
  { job, settle = SETTLE }: CommentOptions = {},
): StickyComment {
  const { owner, repo, number } = pull;
  let octokit: Promise<Octokit> | undefined;
  let login: Promise<string> | undefined;

  const github = () => {
    octokit ??= createOctokit(access);
    return octokit;
  };
  const account = () => {
    login ??= askLogin();
    return login;
  };

  async function askLogin(): Promise<string> {
    const { graphql } = await github();
    return (await graphql<{ viewer: { login: string } }>("query { viewer { login } }")).viewer.login;
  }

  /** A marker can be planted by anyone who may comment: only comments by our own account are ours. Oldest first. */
  async function listed(): Promise<readonly Found[]> {
    const [{ rest, paginate }, us] = await Promise.all([github(), account()]);
    const at = { owner, repo, issue_number: number, per_page: 100 };
    const ours: Found[] = [];
    for await (const { data } of paginate.iterator(rest.issues.listComments, at)) {
      for (const { id, html_url: url, body = "", user } of data) {
        const said = user?.login === us ? parseBody(body) : null;
        if (said) ours.push({ id, url, body, ...said });
      }
    }
    return ours.toSorted((one, other) => one.id - other.id);
  }

  /** This job's; where it has none, those that were written before jobs were told apart. */
  async function mine(): Promise<readonly Found[]> {
    const all = await listed();
    const own = all.filter(({ marks }) => marks.job === job);
    return own.length > 0 ? own : all.filter(({ marks }) => marks.job === undefined);
  }

  /** A run whose head is no longer the pull request's leaves a comment on another head as it is. */
  async function isSuperseded(last: CommentState): Promise<boolean> {
    if (last.head === pull.head) return false;
    const { rest } = await github();
    const { data } = await rest.pulls.get({ owner, repo, pull_number: number });
    return data.head.sha !== pull.head;
  }

  async function create(body: string): Promise<void> {
    const { rest } = await github();
    try {
      await rest.issues.createComment({ owner, repo, issue_number: number, body, request: { retries: 0 } });
    } catch (error) {
      // Not repeated blindly: an answer that is lost may stand for a comment that was written.
      if (!isServerError(error) || !(await mine()).some((one) => one.body === body)) throw error;
    }
  }

  async function change({ id }: Found, body: string): Promise<void> {
    const { rest } = await github();
    await rest.issues.updateComment({ owner, repo, comment_id: id, body });
  }

  /**
   * Makes the comment say what it should. `isFirst`: with our words, also over those of another run on the same head;
   * afterwards those are as good as ours, and only what is forgotten is added. Of several the oldest is kept, which every
   * run finds to be the same one.
   */
  async function put({ say, contained, mayCreate }: CommentMessage, isFirst: boolean): Promise<CommentResult> {
    const [kept, ...doubles] = await mine();
    if (!kept && !mayCreate) return { kind: "none" };
    const remembered = [kept, ...doubles].flatMap((one) => one?.marks.contained ?? []);
    const all = [...new Set([...remembered, ...contained])];
    const said = say(kept?.marks ?? null);
    const marks = { head: pull.head, ...(job === undefined ? {} : { job }), contained: all, open: said.open };
    const fresh = formatBody(marks, said.text);
    if (!kept) {
      await create(fresh);
      return { kind: "created" };
    }
    const older = await isSuperseded(kept.marks);
    const isSaid = !isFirst && kept.marks.head === pull.head && kept.marks.job === job;
    const body = older || isSaid ? formatBody({ ...kept.marks, contained: all }, kept.text) : fresh;
    if (body !== kept.body) await change(kept, body);
    for (const double of doubles) await change(double, formatPointer(kept.url));
    const isChanged = body !== kept.body || doubles.length > 0;
    if (older && (isFirst || !isChanged)) return { kind: "superseded" };
    return { kind: isChanged ? "updated" : "unchanged" };
  }

  async function write(message: CommentMessage): Promise<CommentResult> {
    const first = await put(message, true);
    if (first.kind === "none" || first.kind === "unchanged") return first;
    try {
      await settled(message);
    } catch (error) {
      parseFailure(error); // What was to be said is said; only nobody could look whether it still stands.
    }
    return first;
  }

  /** Looks again, until nobody else writes: what two runs wrote at the same time is put together. */
  async function settled(message: CommentMessage): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      if (message.contained.length > 0) await pause(settle);
      const { kind } = await put(message, false);
      if (kind !== "created" && kind !== "updated") return;
    }
  }

  return {
    memory: async () => {
      try {
        return new Set((await listed()).flatMap(({ marks }) => marks.contained));
      } catch (error) {
        parseFailure(error);
        return new Set();
      }
    },
    write: async (message) => {
      try {
        return await write(message);
      } catch (error) {
        return parseFailure(error);
      }
    },
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
