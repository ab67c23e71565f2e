import type { Report } from "../../src/domain/report.ts";
import type { CommentResult } from "../../src/github/comment/comment-result.ts";
import { type CommentState, parseBody } from "../../src/github/comment/comment-state.ts";
import { type CommentMessage, StickyComment } from "../../src/github/comment/sticky-comment.ts";
import { chooseMessage } from "../../src/github/message.ts";
import { renderComment, renderGoneComment } from "../../src/report/markdown/markdown.ts";
import { describeReport, type PageContext } from "../../src/report/view/view.ts";
import { startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../support/test-clock.ts";

/** What a run says on its pull request, as the Action says it. */
export function composeMessage(report: Report, context: PageContext): CommentMessage {
  const view = describeReport(report, context);
  return chooseMessage(report, {
    renderComment: (room) => renderComment(view, context, room),
    renderGoneComment: (open, more) => renderGoneComment({ open, more }, context),
  });
}

/** A run as its pull request sees it: what came of its comment, and how many requests wrote something. */
type Posted = { result: CommentResult; writes: number; remembered: ReadonlySet<string> };

/** A pull request on the sandbox's GitHub, on which runs comment one after the other. */
export type PullRequestPage = AsyncDisposable & {
  post: (message: CommentMessage) => Promise<Posted>;
  /** The comments, as GitHub has them. */
  bodies: () => readonly string[];
  /** What the only comment remembers; null where there is none. */
  state: () => CommentState | null;
};

/** Opens a pull request with this head. */
export async function openPullRequest(head: string): Promise<PullRequestPage> {
  const clock = new TestClock();
  const github = await startGitHub({ clock });
  await github.repository("acme/web");
  github.pull({ repo: "acme/web", number: 7, head, base: "b".repeat(40) });
  const pull = { owner: "acme", repo: "web", number: 7, head, isFork: false, replaced: null };
  const bodies = () => github.comments("acme/web", 7).map(({ body }) => body);
  const countWrites = () =>
    github.requests.filter(({ method, path }) => method !== "GET" && path !== "/graphql").length;
  return {
    post: async (message) => {
      const token = github.token({ repo: "acme/web", permissions: { "pull-requests": "write" } });
      const comment = new StickyComment({ apiUrl: github.apiUrl, token }, pull, { clock });
      const before = countWrites();
      const remembered = await comment.memory();
      const result = await comment.write(message);
      await comment.settle();
      return { result, writes: countWrites() - before, remembered };
    },
    bodies,
    state: () => parseBody(bodies()[0] ?? "")?.state ?? null,
    [Symbol.asyncDispose]: () => github.close(),
  };
}
