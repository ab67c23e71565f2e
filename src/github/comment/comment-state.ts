import { computeFingerprint } from "../../domain/secret.ts";

/** What a comment keeps in hidden lines, for the next run. */
export type CommentState = {
  /** The head commit that it is about. */
  head: string;
  /** The job that keeps it, as 16 hex digits; comments from before jobs were told apart have none. */
  job?: string;
  /** Fingerprints of keys that this tool has contained on this pull request. */
  contained: readonly string[];
  /** Fingerprints that were not proven inactive when it was written. */
  open: readonly string[];
};

/** A comment of this tool, read back. */
export type StoredComment = { state: CommentState; text: string };

const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*) -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*) -->$/;

/** Formats the body of a comment: three hidden lines, then the text. */
export function formatBody({ head, job, contained, open }: CommentState, text: string): string {
  return [
    `<!-- openai-key-guard:v1 head=${head}${job === undefined ? "" : ` job=${job}`} -->`,
    `<!-- openai-key-guard:contained ${contained.join(",")} -->`,
    `<!-- openai-key-guard:open ${open.join(",")} -->`,
    text,
  ].join("\n");
}

/** Parses a body; null when it is no comment of this tool. The caller checks who wrote it. */
export function parseBody(body: string): StoredComment | null {
  const [first = "", second = "", third = "", ...text] = body.split(/\r?\n/);
  const [, head, job] = HEAD.exec(first) ?? [];
  if (head === undefined) return null;
  const [contained, open] = [parseFingerprints(CONTAINED.exec(second)?.[1]), parseFingerprints(OPEN.exec(third)?.[1])];
  return { state: { head, ...(job === undefined ? {} : { job }), contained, open }, text: text.join("\n") };
}

/**
 * Formats what replaces a second comment of the same job, which exists when two runs at once had each found none. It has
 * no state, so that it never counts as a report again. `url` leads to the comment that is kept.
 */
export function formatPointer(url: string): string {
  return `<!-- openai-key-guard:folded -->\nTwo runs commented at the same moment; [this comment](${url}) is the one that is kept up to date.`;
}

/**
 * Computes a job's id from everything that decides what it scans: the workflow's file, and the inputs that differ between
 * the jobs of a matrix. Jobs that agree in all of it report the same keys.
 */
export function computeJobId(parts: readonly string[]): string {
  return computeFingerprint(JSON.stringify(parts));
}

function parseFingerprints(list: string | undefined): readonly string[] {
  return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
