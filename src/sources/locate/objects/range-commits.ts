import { type CommitRange, formatRevisions } from "../../../git/commits/commit-range.ts";
import { extractComplaint, type Git } from "../../../git/git.ts";
import { splitLines } from "../../../git/process-streams.ts";

/** As many bytes of the list are kept, for some hundred thousand commits. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** A commit of a range, the tree it names, and its parents. */
export type ListedCommit = { commit: string; tree: string; parents: readonly string[] };

/** Lists the commits of a range. Git is asked once, and again for a range too large to be kept. */
export class RangeCommits {
  /** What git said where it could not list all of them. */
  complaint: string | null = null;
  readonly #git: Git;
  readonly #range: CommitRange;
  #kept: readonly Buffer[] | null = null;

  constructor(git: Git, range: CommitRange) {
    this.#git = git;
    this.#range = range;
  }

  /** Each commit, oldest first, in batches. */
  async *list(): AsyncGenerator<readonly ListedCommit[]> {
    const output = this.#kept ?? this.#read();
    for await (const lines of splitLines(toStream(output))) yield lines.flatMap(parseLine);
  }

  async *#read(): AsyncGenerator<Buffer> {
    const options = [
      "--reverse",
      "--topo-order",
      "--format=%H %T %P",
      "--encoding=UTF-8",
      ...formatRevisions(this.#range),
    ];
    const revList = this.#git.start(["rev-list", ...options, "--"]);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isWhole = false;
    try {
      for await (const chunk of revList.output) {
        bytes += chunk.length;
        if (bytes <= MAX_KEPT_BYTES) chunks.push(chunk);
        yield chunk;
      }
      const { code, stderr } = await revList.exited;
      if (code !== 0) this.complaint = extractComplaint(stderr);
      else if (bytes <= MAX_KEPT_BYTES) this.#kept = chunks;
      isWhole = true;
    } finally {
      if (!isWhole) revList.stop();
    }
  }
}

/** Before the line that was asked for, git writes one that begins with `commit`. */
function parseLine(line: string): readonly ListedCommit[] {
  const [commit = "", tree = "", ...parents] = line.trimEnd().split(" ");
  return commit === "commit" ? [] : [{ commit, tree, parents }];
}

async function* toStream<T>(chunks: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* chunks;
}
