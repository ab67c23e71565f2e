import { computeFingerprint } from "../domain/secret.ts";

/** What a comment of ours carries in hidden lines, for our next run. */
export type CommentState = {
  /** The head commit it speaks of. */
  head: string;
  /** Which job keeps it, as 16 hex digits; comments of before jobs were told apart have none. */
  job?: string;
  /** Fingerprints of keys that this tool has contained on this pull request. */
  contained: readonly string[];
  /** Fingerprints that were not proven inactive when it was written. */
  open: readonly string[];
};

/** A comment of this tool, read back: what it carries, and its text. */
export type StoredComment = { marks: CommentState; text: string };

const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*) -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*) -->$/;

/** The body of a comment: three hidden lines, then the text. */
export function formatBody({ head, job, contained, open }: CommentState, text: string): string {
  return [
    `<!-- openai-key-guard:v1 head=${head}${job === undefined ? "" : ` job=${job}`} -->`,
    `<!-- openai-key-guard:contained ${contained.join(",")} -->`,
    `<!-- openai-key-guard:open ${open.join(",")} -->`,
    text,
  ].join("\n");
}

/** Reads a body back; null when it is no comment of this tool. Who wrote it is for the caller to check. */
export function parseBody(body: string): StoredComment | null {
  const [first = "", second = "", third = "", ...text] = body.split(/\r?\n/);
  const [, head, job] = HEAD.exec(first) ?? [];
  if (head === undefined) return null;
  const [contained, open] = [listIn(CONTAINED.exec(second)?.[1]), listIn(OPEN.exec(third)?.[1])];
  return { marks: { head, ...(job === undefined ? {} : { job }), contained, open }, text: text.join("\n") };
}

/**
 * What becomes of a second comment of the same job: two runs at once had each found none. It carries no marks, so that
 * nobody takes it for a report again. `url` leads to the comment that is kept.
 */
export function formatPointer(url: string): string {
  return `<!-- openai-key-guard:folded -->\nTwo runs commented at the same moment; [this comment](${url}) is the one that is kept up to date.`;
}

/**
 * Tells the jobs of a repository apart, by all that decides what they look at: the workflow's file, and the inputs that
 * differ between the jobs of a matrix. Jobs that agree in all of it speak of the same keys.
 */
export function computeJobId(parts: readonly string[]): string {
  return computeFingerprint(JSON.stringify(parts));
}

function listIn(list: string | undefined): readonly string[] {
  return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
