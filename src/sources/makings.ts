import type { Git } from "./git.ts";
import { BLANK_LINE } from "./message.ts";
import { readObjects } from "./objects.ts";

/** Who made a commit or tagged it, and when it was committed or tagged. Null is what its headers do not say. */
export type Making = { author: string | null; at: Date | null };

const UNKNOWN: Making = { author: null, at: null };

/** Who made which commit. Each is read once, and as many at a time as are asked for. */
export class Makings {
  readonly #git: Git;
  readonly #known = new Map<string, Making>();

  constructor(git: Git) {
    this.#git = git;
  }

  async of(commits: readonly string[]): Promise<(commit: string) => Making> {
    const unknown = [...new Set(commits)].filter((commit) => !this.#known.has(commit));
    if (unknown.length > 0) await this.#read(unknown);
    return (commit) => this.#known.get(commit) ?? UNKNOWN;
  }

  async #read(commits: readonly string[]): Promise<void> {
    for await (const answer of readObjects(this.#git, oneBatch(commits))) {
      if (answer.kind !== "object") continue; // Its place in history is known, and its making is not.
      const parts: Buffer[] = [];
      for await (const part of answer.chunks) parts.push(part);
      this.#known.set(answer.oid, makingOf(Buffer.concat(parts)));
    }
  }
}

async function* oneBatch(names: readonly string[]): AsyncGenerator<readonly string[]> {
  yield names;
}

/** Reads the headers of a commit or tag. Names are in the encoding it declares, else UTF-8 (git-commit(1), "DISCUSSION"). */
export function makingOf(commit: Buffer): Making {
  const end = commit.indexOf(BLANK_LINE);
  const headers = end === -1 ? commit : commit.subarray(0, end);
  const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
  const text = decoderFor(encoding).decode(headers);
  const author = /^(?:author|tagger) (.*?) ?<[^\n]*$/m.exec(text)?.[1];
  const seconds = /^(?:committer|tagger) [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
  const at = seconds === undefined ? null : new Date(Number(seconds) * 1000);
  return { author: author || null, at: at && !Number.isNaN(at.getTime()) ? at : null };
}

function decoderFor(encoding: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
