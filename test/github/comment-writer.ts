import { StickyComment } from "../../src/github/comment.ts";
import type { CommentResult } from "../../src/github/comment-result.ts";

/** What a process of its own is to write: octokit slows down writes within one, which two jobs do not share. */
export type Order = {
  apiUrl: string;
  token: string;
  number: number;
  head: string;
  job?: string;
  settle: number;
  text: string;
  contained: readonly string[];
  mayCreate: boolean;
};

export type Answer = { commented: CommentResult; memory: readonly string[] };

// Does what it is ordered to, once, and says what came of it: its memory is read before, as a run does.
process.once("message", async (order: Order) => {
  const { apiUrl, token, number, head, job, settle, text, contained, mayCreate } = order;
  const pull = { owner: "acme", repo: "shop", number, head, isFork: false, replaced: null };
  const sticky = new StickyComment({ apiUrl, token }, pull, { settle, ...(job === undefined ? {} : { job }) });
  const memory = [...(await sticky.memory())];
  process.send?.("ready");
  process.once("message", async () => {
    const commented = await sticky.write({ render: () => ({ text, open: [] }), contained, mayCreate });
    process.send?.({ commented, memory } satisfies Answer);
    process.disconnect();
  });
});
