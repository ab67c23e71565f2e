import { UsageError } from "../../errors.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";
import type { GapCollector } from "../gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitExit, type GitProcess } from "../git.ts";
import { splitLines } from "../process-streams.ts";
import type { Repository } from "../repository.ts";
import { type CommitRange, formatRevisions } from "./commit-range.ts";
import { createMissingCommitError, createShallowError } from "./revisions.ts";

/**
 * The blob filter filters nothing out: it only lists blobs apart, since nothing else tells them from trees. Trees are read
 * for the names in them.
 */
const FILTER = ["--objects", "--missing=print", "--filter=blob:none", "--filter-print-omitted"];

/**
 * Lists the commits, trees and blobs that head has and base does not, over all parents: `git rev-list --objects`. A blob
 * that a later commit removed is among them; one that only moved is not. An annotated tag is listed where it is the head.
 */
export class RevList {
  /** The number of objects that were listed and must be read. */
  expected = 0;
  readonly #git: Git;
  readonly #range: CommitRange;
  readonly #repository: Repository;
  readonly #gaps: GapCollector;
  /** Known to be missing, and so never asked for. */
  #missing: ReadonlySet<string> = new Set();
  #revList: GitProcess | null = null;
  #isStopped = false;

  constructor(git: Git, range: CommitRange, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#range = range;
    this.#repository = repository;
    this.#gaps = gaps;
  }

  /**
   * Lists object names in batches, commits first. A list that breaks off is a gap.
   *
   * @throws MissingCommit where an end is unknown here, or the range runs past the boundary of a shallow clone; another
   * UsageError where git cannot be used.
   */
  async *list(): AsyncGenerator<readonly string[]> {
    const revisions = formatRevisions(this.#range);
    if (this.#repository.isPartial) this.#missing = await listMissing(this.#git, revisions);
    const revList = this.#git.start(["rev-list", ...FILTER, "--end-of-options", ...revisions, "--"]);
    this.#revList = revList;
    const batches = splitLines(revList.output);
    for await (const lines of this.#repository.shallow.size > 0 ? joinCommits(batches) : batches) {
      const names = lines.flatMap((line) => this.#parseLine(line));
      this.expected += names.length;
      if (names.length > 0) yield names;
    }
    const exit = await revList.exited;
    if (exit.code !== 0 && !this.#isStopped) this.#reportFailure(exit);
  }

  stop(): void {
    this.#isStopped = true;
    this.#revList?.stop();
  }

  /** A commit stands alone on a line; a tree or tag is followed by a path or a name; `~` marks a blob, `?` a missing object. */
  #parseLine(line: string): readonly string[] {
    if (line.startsWith("~")) return this.#skipMissing(line.slice(1));
    if (line.startsWith("?")) {
      this.#gaps.addObject(line.slice(1), "missing-folder");
      return [];
    }
    const blank = line.indexOf(" ");
    if (blank !== -1) return [line.slice(0, blank)];
    if (this.#repository.shallow.has(line)) throw createShallowError(line);
    return [line];
  }

  #skipMissing(blob: string): readonly string[] {
    if (!this.#missing.has(blob)) return [blob];
    this.#gaps.addObject(blob, "missing");
    return [];
  }

  #reportFailure(exit: GitExit): void {
    const unknown = /(?:bad object|bad revision|ambiguous argument) '?\^?([0-9a-f]{40,64})/.exec(exit.stderr)?.[1];
    const { base, head } = this.#range;
    if (unknown !== undefined && (unknown === base || unknown === head)) throw createMissingCommitError(unknown);
    const error = createGitError(exit, "list objects");
    if (exit.spawnError || error instanceof UsageError) throw error;
    this.#gaps.add("unreadable", describeBrokenList("range", extractComplaint(exit.stderr)), { cause: "damaged" });
  }
}

/** Joins the commits, which come first, into one batch: a shallow boundary is found before any object is read. */
async function* joinCommits(batches: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let commits: string[] | null = [];
  for await (const lines of batches) {
    if (commits) for (const line of lines) commits.push(line);
    const arePast = lines.some((line) => /[ ~?]/.test(line));
    if (!commits) yield lines;
    else if (arePast) {
      yield commits;
      commits = null;
    }
  }
  if (commits) yield commits;
}

/**
 * Lists the objects that are missing from a partial clone. They must be known beforehand: asked for one, git would fetch
 * it, is not allowed to, and ends. Where this list breaks off, so does the list of what is to be read.
 */
export async function listMissing(git: Git, revisions: readonly string[]): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  const { output } = git.start(["rev-list", "--objects", "--missing=print", ...revisions, "--"]);
  for await (const lines of splitLines(output)) {
    for (const line of lines) if (line.startsWith("?")) missing.add(line.slice(1));
  }
  return missing;
}
