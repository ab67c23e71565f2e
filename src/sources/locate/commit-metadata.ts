import { splitCommit } from "../../git/objects/commit-object.ts";
import type { ObjectReader } from "../../git/objects/object-reader.ts";

/** Who made a commit or tagged it, and when it was committed or tagged. Null is what its headers do not say. */
export type CommitMetadata = { author: string | null; at: Date | null };

const UNKNOWN: CommitMetadata = { author: null, at: null };

/** Who made which commit. Each is read once. */
export class CommitMetadataReader {
  readonly #desk: ObjectReader;
  readonly #known = new Map<string, CommitMetadata>();

  constructor(desk: ObjectReader) {
    this.#desk = desk;
  }

  /** Of a commit that cannot be read, the place in history is known, and not its making. */
  async of(commits: readonly string[]): Promise<(commit: string) => CommitMetadata> {
    for (const commit of commits) {
      if (this.#known.has(commit)) continue;
      const content = await this.#desk.read(commit);
      if (typeof content !== "string") this.#known.set(commit, parseCommitMetadata(content));
    }
    return (commit) => this.#known.get(commit) ?? UNKNOWN;
  }
}

/** Reads the headers of a commit or tag. Names are in the encoding it declares, else UTF-8 (git-commit(1), "DISCUSSION"). */
export function parseCommitMetadata(commit: Buffer): CommitMetadata {
  const { headers } = splitCommit(commit);
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
