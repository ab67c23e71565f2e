import { computeFingerprint } from "../../domain/secret.ts";
import { describeDuplicate } from "../../messages/comment.ts";

/** What a comment keeps in hidden lines, for the next run. */
export type CommentState = {
  /** The head commit that it is about. */
  head: string;
  /** The job that keeps it, as 16 hex digits; comments from before jobs were told apart have none. */
  job?: string;
  /** Fingerprints of keys that this tool has contained on this pull request. */
  contained: readonly string[];
  /** Fingerprints that were not proven inactive when it was written: the first, where they are many. */
  open: readonly string[];
  /** How many more were open; none where it is left out. */
  moreOpen?: number | undefined;
};

/**
 * A comment of this tool, read back. Whoever writes as the same account could have written the hidden lines, and so could
 * who may edit its comments: they say where to look, and prove nothing.
 */
export type StoredComment = { state: CommentState; text: string };

const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*)(?: more=\d+)? -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*)(?: more=(\d{1,9}))? -->$/;

/**
 * The longest comment that is written, in bytes of UTF-8. GitHub refuses more than 65,536 characters by its own words,
 * and 262,144 bytes by a measurement of 2026; bytes are at least as many as characters in whichever way it counts.
 */
export const LONGEST_BODY = 64_000;

/** How many fingerprints are kept. Those of contained keys go before the text; decoys add to the open ones alone. */
const MOST_CONTAINED = 2400;
const MOST_OPEN = 400;

/** What the hidden lines take without fingerprints, at most; and one fingerprint with its comma. In bytes. */
const FRAME = 400;
const FINGERPRINT = 17;

/** How many bytes of text fit beside the fingerprints of this many contained keys, and any number of open ones. */
export function computeTextRoom(contained: number): number {
  return LONGEST_BODY - FRAME - (Math.min(contained, MOST_CONTAINED) + MOST_OPEN) * FINGERPRINT;
}

/** Formats the body of a comment: three hidden lines, then the text, which is cut where both together are too long. */
export function formatBody({ head, job, contained, open, moreOpen = 0 }: CommentState, text: string): string {
  // The last ones are the latest.
  const kept = contained.slice(-MOST_CONTAINED);
  const shown = open.slice(0, MOST_OPEN);
  const hidden = [
    `<!-- openai-key-guard:v1 head=${head}${job === undefined ? "" : ` job=${job}`} -->`,
    `<!-- openai-key-guard:contained ${kept.join(",")}${formatMore(contained.length - kept.length)} -->`,
    `<!-- openai-key-guard:open ${shown.join(",")}${formatMore(moreOpen + open.length - shown.length)} -->`,
  ].join("\n");
  return `${hidden}\n${clipPage(text, LONGEST_BODY - Buffer.byteLength(hidden) - 1)}`;
}

/**
 * Joins the fingerprints that comments remember with those that a run contained. Where there is no room for all, the run's
 * own stay, in its order: a second run that contained the same changes nothing.
 */
export function mergeContained(remembered: readonly string[], contained: readonly string[]): readonly string[] {
  const all = new Set([...remembered, ...contained]);
  if (all.size <= MOST_CONTAINED) return [...all];
  const own = new Set(contained);
  return [...[...all].filter((fingerprint) => !own.has(fingerprint)), ...own];
}

function formatMore(count: number): string {
  return count > 0 ? ` more=${count}` : "";
}

/** Clips a page at the end of a line. Pages are made to fit: this is for one of a run that had less to remember. */
function clipPage(text: string, room: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= room) return text;
  const end = "\n\n</details>\n\n…";
  const clipped = bytes.subarray(0, Math.max(room - Buffer.byteLength(end), 0)).toString();
  const lines = clipped.slice(0, Math.max(clipped.lastIndexOf("\n"), 0));
  return `${lines}${lines.lastIndexOf("<details>") > lines.lastIndexOf("</details>") ? end : "\n\n…"}`;
}

/** Parses a body; null when it is no comment of this tool. The caller checks who wrote it. */
export function parseBody(body: string): StoredComment | null {
  const [first = "", second = "", third = "", ...text] = trimBody(body).split("\n");
  const [, head, job] = HEAD.exec(first) ?? [];
  if (head === undefined) return null;
  const [, open, more] = OPEN.exec(third) ?? [];
  const state = {
    head,
    ...(job === undefined ? {} : { job }),
    contained: parseFingerprints(CONTAINED.exec(second)?.[1]),
    open: parseFingerprints(open),
    moreOpen: more === undefined ? undefined : Number(more),
  };
  return { state, text: text.join("\n") };
}

/** A body as it is compared: servers may change the ends of lines and cut blanks at the end. */
export function trimBody(body: string): string {
  return body.replaceAll(/\r\n?/g, "\n").trimEnd();
}

/** Whether two bodies have the same first lines, which hold the state. Servers may change the text below them. */
export function hasSameState(one: string, other: string): boolean {
  const [first, second] = [one, other].map((body) => trimBody(body).split("\n", 3).join("\n"));
  return first === second;
}

/**
 * What differs between two runs that found the same: the run's address, until when OpenAI had counted use, how long ago
 * something was, and the day of a time, which is told from the next day on. The time itself counts: an expiry may change.
 */
const VOLATILE: readonly RegExp[] = [
  /\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g,
  /(?:\b(?:at|on) )?\b\d{1,2} [A-Z][a-z]{2} \d{4}, (?=\d{2}:\d{2} UTC)|\bat (?=\d{2}:\d{2} UTC)/g,
  /(?<=\()\d{2}:\d{2} UTC(?=\)|; OpenAI counts)|(?<=Counted from \d{2}:\d{2} UTC to )\d{2}:\d{2} UTC/g,
  /(?:\d+ (?:minute|hour|day)s?|less than a minute) ago/g,
];

/** Whether two bodies tell the same story: then the older stays, so that nobody is notified of nothing new. */
export function hasSameStory(one: string, other: string): boolean {
  const [first, second] = [one, other].map((body) =>
    VOLATILE.reduce((text, pattern) => text.replaceAll(pattern, ""), trimBody(body)),
  );
  return first === second;
}

/**
 * Formats what replaces a second comment of the same job that cannot be deleted. It has no state, so that it never counts
 * as a report again. `url` leads to the comment that is kept.
 */
export function formatPointer(url: string): string {
  return `<!-- openai-key-guard:folded -->\n${describeDuplicate(url)}`;
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
