import { extractHeaderTexts, splitCommit, splitCommitStream } from "../../git/objects/commit-object.ts";
import type { KeptObjects } from "./objects/kept-objects.ts";
import type { RangeCommits } from "./objects/range-commits.ts";

/** The author of a commit, or the tagger of a tag, and when it was committed or tagged. Null where its headers lack it. */
export type CommitMetadata = { author: string | null; at: Date | null };

const UNKNOWN: CommitMetadata = { author: null, at: null };

/** Of more commits than this the metadata is read again: a key in the message of every commit must not fill the memory. */
const MOST_KNOWN = 10_000;

/** Reads the metadata of commits, mostly once. */
export class CommitMetadataReader {
  readonly #objects: KeptObjects;
  #known = new Map<string, CommitMetadata>();

  constructor(objects: KeptObjects) {
    this.#objects = objects;
  }

  /** Reads commits, and returns the function that looks one of them up. Of one that cannot be read nothing is known. */
  async read(commits: readonly string[]): Promise<(commit: string) => CommitMetadata> {
    const asked = [...new Set(commits)];
    if (this.#known.size + asked.length > MOST_KNOWN) this.#known = new Map();
    const unknown = asked.filter((commit) => !this.#known.has(commit));
    const known = this.#known;
    for await (const { oid, chunks } of this.#objects.readAll(unknown)) {
      const { headers } = await splitCommitStream(chunks);
      known.set(oid, parseCommitMetadata(headers));
    }
    return (commit) => known.get(commit) ?? UNKNOWN;
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

/** Finds the commits of a range with the same author and committer. The first question reads all commits of the range. */
export class AuthorSearch {
  readonly #range: RangeCommits;
  readonly #objects: KeptObjects;
  #commits: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(range: RangeCommits, objects: KeptObjects) {
    this.#range = range;
    this.#objects = objects;
  }

  /** The commits with the same people as this one, which is among them. Oldest first. */
  async findAlike(commit: string): Promise<readonly string[]> {
    this.#commits ??= this.#groupByPeople();
    return (await this.#commits).get(commit) ?? [commit];
  }

  async #groupByPeople(): Promise<ReadonlyMap<string, readonly string[]>> {
    const byPeople = new Map<string, string[]>();
    const byCommit = new Map<string, string[]>();
    const oids: string[] = [];
    for await (const batch of this.#range.list()) for (const { commit } of batch) oids.push(commit);
    for await (const { oid, chunks } of this.#objects.readAll(oids)) {
      const people = extractHeaderTexts((await splitCommitStream(chunks)).headers).people.toString("latin1");
      const commits = byPeople.get(people) ?? [];
      if (commits.length === 0) byPeople.set(people, commits);
      commits.push(oid);
      byCommit.set(oid, commits);
    }
    return byCommit;
  }
}
