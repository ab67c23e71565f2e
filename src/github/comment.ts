import type { Pull } from "./brought.ts";
import { type Access, type Octokit, octokitFor } from "./client.ts";
import { bodyOf, type Marks, marksIn } from "./sticky.ts";

/** What became of the comment. */
export type Commented =
  | { kind: "created" | "updated" | "unchanged" }
  /** There was none, and none was wanted. */
  | { kind: "none" }
  /** A run on a later head has written it; only our memory was added. */
  | { kind: "superseded" }
  /** The token may not do this; `permission` is the line a workflow needs. */
  | { kind: "forbidden"; permission: string }
  | { kind: "failed"; status: number | null };

/** What a run wants to say, given what the last comment held. */
export type Message = {
  say: (last: Marks | null) => { text: string; open: readonly string[] };
  contained: readonly string[];
  /** Whether to write one where there is none yet. */
  mayCreate: boolean;
};

/** The one comment of this tool on a pull request. */
export type StickyComment = {
  /** Fingerprints contained on this pull request before; empty where they cannot be read. */
  memory(): Promise<ReadonlySet<string>>;
  write(message: Message): Promise<Commented>;
};

type Found = { id: number; body: string; marks: Marks; text: string };

/** Asks GitHub nothing before it is asked. */
export function stickyComment(access: Access, pull: Pull): StickyComment {
  const { owner, repo, number } = pull;
  let octokit: Promise<Octokit> | undefined;
  let found: Promise<Found | null> | undefined;

  const github = () => {
    octokit ??= octokitFor(access);
    return octokit;
  };
  const find = () => {
    found ??= findOurs();
    return found;
  };

  /** A marker can be planted by anyone who may comment: only a comment by our own account is ours. */
  async function findOurs(): Promise<Found | null> {
    const { rest, paginate, graphql } = await github();
    const { viewer } = await graphql<{ viewer: { login: string } }>("query { viewer { login } }");
    const comments = paginate.iterator(rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 });
    for await (const { data } of comments) {
      for (const { id, body = "", user } of data) {
        const read = user?.login === viewer.login ? marksIn(body) : null;
        if (read) return { id, body, ...read };
      }
    }
    return null;
  }

  /** A run whose head is no longer the pull request's leaves a comment on another head as it is. */
  async function isSuperseded(last: Marks): Promise<boolean> {
    if (last.head === pull.head) return false;
    const { rest } = await github();
    const { data } = await rest.pulls.get({ owner, repo, pull_number: number });
    return data.head.sha !== pull.head;
  }

  async function write({ say, contained, mayCreate }: Message): Promise<Commented> {
    const last = await find();
    if (!last && !mayCreate) return { kind: "none" };
    const { rest } = await github();
    const all = [...new Set([...(last?.marks.contained ?? []), ...contained])];
    const { text, open } = say(last?.marks ?? null);
    const fresh = bodyOf({ head: pull.head, contained: all, open }, text);
    if (!last) {
      // Not repeated: an answer that is lost may stand for a comment that was written.
      const request = { retries: 0 };
      await rest.issues.createComment({ owner, repo, issue_number: number, body: fresh, request });
      return { kind: "created" };
    }
    const older = await isSuperseded(last.marks);
    const body = older ? bodyOf({ ...last.marks, contained: all }, last.text) : fresh;
    if (body !== last.body) await rest.issues.updateComment({ owner, repo, comment_id: last.id, body });
    if (older) return { kind: "superseded" };
    return { kind: body === last.body ? "unchanged" : "updated" };
  }

  return {
    memory: async () => {
      try {
        return new Set((await find())?.marks.contained);
      } catch (error) {
        failureOf(error);
        return new Set();
      }
    },
    write: async (message) => {
      try {
        return await write(message);
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** What GitHub's refusal means; anything that is no answer of GitHub's, nor a network failure, is thrown on. */
function failureOf(error: unknown): Commented {
  if (!(error instanceof Error) || !("status" in error || error.name === "GraphqlResponseError")) throw error;
  const status = "status" in error && typeof error.status === "number" ? error.status : null;
  if (status === 403 && /not accessible|forbidden/i.test(error.message)) {
    return { kind: "forbidden", permission: "pull-requests: write" };
  }
  return { kind: "failed", status };
}
