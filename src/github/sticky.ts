/** What a comment of ours carries in hidden lines, for our next run. */
export type Marks = {
  /** The head commit it speaks of. */
  head: string;
  /** Fingerprints of keys that this tool has contained on this pull request. */
  contained: readonly string[];
  /** Fingerprints that were not proven inactive when it was written. */
  open: readonly string[];
};

const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64}) -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*) -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*) -->$/;

/** The body of a comment: three hidden lines, then the text. */
export function bodyOf({ head, contained, open }: Marks, text: string): string {
  return [
    `<!-- openai-key-guard:v1 head=${head} -->`,
    `<!-- openai-key-guard:contained ${contained.join(",")} -->`,
    `<!-- openai-key-guard:open ${open.join(",")} -->`,
    text,
  ].join("\n");
}

/** Reads a body back; null when it is no comment of this tool. Who wrote it is for the caller to check. */
export function marksIn(body: string): { marks: Marks; text: string } | null {
  const [first = "", second = "", third = "", ...text] = body.split(/\r?\n/);
  const head = HEAD.exec(first)?.[1];
  if (!head) return null;
  return {
    marks: { head, contained: listIn(CONTAINED.exec(second)?.[1]), open: listIn(OPEN.exec(third)?.[1]) },
    text: text.join("\n"),
  };
}

function listIn(list: string | undefined): readonly string[] {
  return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
