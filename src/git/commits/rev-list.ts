import { UsageError } from "../../errors.ts";
import type { GapCollector } from "../gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitExit, type GitProcess } from "../git.ts";
import { splitLines } from "../process-streams.ts";
import type { Repository } from "../repository.ts";
import { type CommitRange, formatRevisions } from "./commit-range.ts";
import { createMissingCommitError, createShallowError } from "./revisions.ts";

/**
 * The names of the commits, trees and blobs that head has and base has not, over all parents: `git rev-list --objects`. A
 * blob that a later commit removed is among them, and one that only moved is not. Where the head is an annotated tag, that
 * is too.
 */
export class RevList {
  /** Objects that were listed, and must be read. */
  expected = 0;
  readonly #git: Git;
  readonly #ends: CommitRange;
  readonly #repository: Repository;
  /** Known to be missing, so that it need not be asked for. */
  #missing: ReadonlySet<string> = new Set();
  readonly #gaps: GapCollector;
  #running: GitProcess | null = null;
  #stopped = false;

  constructor(git: Git, ends: CommitRange, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#ends = ends;
    this.#repository = repository;
    this.#gaps = gaps;
  }

  /**
   * The names, in batches: commits first. A MissingCommit where an end is not known here, or where the range runs into the
   * boundary of a shallow clone; a UsageError where git cannot be used. Where the list breaks off there is a gap.
   */
  async *names(): AsyncGenerator<readonly string[]> {
    if (this.#repository.isPartial) this.#missing = await listMissing(this.#git, formatRevisions(this.#ends));
    const running = this.#git.start(["rev-list", ...FILTER, "--end-of-options", ...formatRevisions(this.#ends), "--"]);
    this.#running = running;
    const batches = splitLines(running.output);
    const { shallow } = this.#repository;
    for await (const lines of shallow.size > 0 ? commitsAtOnce(batches) : batches) {
      const names = lines.flatMap((line) => this.#nameIn(line));
      this.expected += names.length;
      if (names.length > 0) yield names;
    }
    const ending = await running.exited;
    if (ending.code !== 0 && !this.#stopped) this.#brokeOff(ending);
  }

  stop(): void {
    this.#stopped = true;
    this.#running?.stop();
  }

  /** Commits stand alone on a line; trees and tags are followed by a path or a name; left-out blobs have a `~`. */
  #nameIn(line: string): readonly string[] {
    if (line.startsWith("~")) return this.#known(line.slice(1));
    if (line.startsWith("?")) {
      const below = "so the files below it could not be listed";
      this.#gaps.add("missing-object", `the object ${line.slice(1)} is not in this repository, ${below}`);
      return [];
    }
    const blank = line.indexOf(" ");
    if (blank !== -1) return [line.slice(0, blank)];
    if (this.#repository.shallow.has(line)) throw createShallowError(line);
    return [line];
  }

  #known(blob: string): readonly string[] {
    if (!this.#missing.has(blob)) return [blob];
    this.#gaps.addMissingObject(blob);
    return [];
  }

  #brokeOff(ending: GitExit): void {
    const unknown = /(?:bad object|bad revision|ambiguous argument) '?\^?([0-9a-f]{40,64})/.exec(ending.stderr)?.[1];
    const { base, head } = this.#ends;
    if (unknown !== undefined && (unknown === base || unknown === head)) throw createMissingCommitError(unknown);
    const failure = createGitError(ending, "list new objects");
    if (ending.spawnError || failure instanceof UsageError) throw failure;
    this.#gaps.add("unreadable", `the list of new objects broke off: ${extractComplaint(ending.stderr)}`);
  }
}

/** All commits in one batch, so that a shallow clone is told for one before anything is read. They come first. */
async function* commitsAtOnce(batches: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let commits: string[] | null = [];
  for await (const lines of batches) {
    if (commits) commits.push(...lines);
    const isPast = lines.some((line) => /[ ~?]/.test(line));
    if (!commits) yield lines;
    else if (isPast) {
      yield commits;
      commits = null;
    }
  }
  if (commits) yield commits;
}

/**
 * Blobs are "filtered out" only to be listed apart: without that, nothing tells them from trees. Those are read too, for
 * the names in them.
 */
const FILTER = ["--objects", "--missing=print", "--filter=blob:none", "--filter-print-omitted"];

/**
 * The objects of a partial clone that are missing. They have to be known before: asked for one, git tries to fetch it, may
 * not, and ends.
 */
export async function listMissing(git: Git, revisions: readonly string[]): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  const running = git.start(["rev-list", "--objects", "--missing=print", ...revisions, "--"]);
  for await (const lines of splitLines(running.output)) {
    for (const line of lines) if (line.startsWith("?")) missing.add(line.slice(1));
  }
  return missing; // Where the list breaks off, so does that of what is to be read.
}
