import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import type { Git } from "../../git/git.ts";
import { extractHeaderTexts, splitCommit, splitCommitStream } from "../../git/objects/commit-object.ts";
import type { ObjectReader } from "../../git/objects/object-reader.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { splitLines } from "../../git/process-streams.ts";

/** The author of a commit, or the tagger of a tag, and when it was committed or tagged. Null where its headers lack it. */
export type CommitMetadata = { author: string | null; at: Date | null };

/** More commits than this are read together. */
const MAX_SINGLE_READS = 20;

const UNKNOWN: CommitMetadata = { author: null, at: null };

/** Reads the metadata of commits, each once. */
export class CommitMetadataReader {
  readonly #git: Git;
  readonly #reader: ObjectReader;
  readonly #known = new Map<string, CommitMetadata>();

  constructor(git: Git, reader: ObjectReader) {
    this.#git = git;
    this.#reader = reader;
  }

  /** Reads commits, and returns the function that looks one of them up. Of one that cannot be read nothing is known. */
  async read(commits: readonly string[]): Promise<(commit: string) => CommitMetadata> {
    const unknown = [...new Set(commits)].filter((commit) => !this.#known.has(commit));
    if (unknown.length > MAX_SINGLE_READS) await this.#readMany(unknown);
    else {
      for (const commit of unknown) {
        const content = await this.#reader.read(commit);
        if (typeof content !== "string") this.#known.set(commit, parseCommitMetadata(content));
      }
    }
    return (commit) => this.#known.get(commit) ?? UNKNOWN;
  }

  /** By a process of their own, that need not be waited for at each commit. */
  async #readMany(commits: readonly string[]): Promise<void> {
    for await (const result of readObjects(this.#git, [commits])) {
      if (result.kind !== "object") continue;
      const { headers } = await splitCommitStream(result.chunks);
      this.#known.set(result.oid, parseCommitMetadata(headers));
    }
  }
}

/** Parses the headers of a commit or tag. Names are in the encoding it declares, else UTF-8 (git-commit(1), "DISCUSSION"). */
export function parseCommitMetadata(commit: Buffer): CommitMetadata {
  const { headers } = splitCommit(commit);
  const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
  const text = createDecoder(encoding).decode(headers);
  const author = /^(?:author|tagger) (.*?) ?<[^\n]*$/m.exec(text)?.[1];
  const seconds = /^(?:committer|tagger) [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
  const at = seconds === undefined ? null : new Date(Number(seconds) * 1000);
  return { author: author || null, at: at && !Number.isNaN(at.getTime()) ? at : null };
}

function createDecoder(encoding: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

/** Finds the commits of a range with the same author and committer. The first question walks the range. */
export class AuthorSearch {
  readonly #git: Git;
  readonly #range: CommitRange;
  #commits: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(git: Git, range: CommitRange) {
    this.#git = git;
    this.#range = range;
  }

  /** The commits with the same people as this one, which is among them. Oldest first. */
  async findAlike(commit: string): Promise<readonly string[]> {
    this.#commits ??= this.#groupByPeople();
    return (await this.#commits).get(commit) ?? [commit];
  }

  async #groupByPeople(): Promise<ReadonlyMap<string, readonly string[]>> {
    const byPeople = new Map<string, string[]>();
    const byCommit = new Map<string, string[]>();
    for await (const result of readObjects(this.#git, this.#listCommits())) {
      if (result.kind !== "object") continue;
      const people = extractHeaderTexts((await splitCommitStream(result.chunks)).headers).people.toString("latin1");
      const commits = byPeople.get(people) ?? [];
      if (commits.length === 0) byPeople.set(people, commits);
      commits.push(result.oid);
      byCommit.set(result.oid, commits);
    }
    return byCommit;
  }

  #listCommits(): AsyncIterable<readonly string[]> {
    const { output } = this.#git.start([
      "rev-list",
      "--reverse",
      "--topo-order",
      ...formatRevisions(this.#range),
      "--",
    ]);
    return splitLines(output);
  }
}
