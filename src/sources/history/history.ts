import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import { type Environment, Git } from "../../git/git.ts";
import { findRepository } from "../../git/repository.ts";
import { HistorySource } from "./history-source.ts";
import type { Told } from "./progress.ts";
import { listRefs } from "./refs.ts";

/** A history to open. */
export type HistoryOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: (path: string) => boolean;
  /** Whether to look also at what no ref leads to any more, as after a force-push, and is not yet taken away. */
  unreachable: boolean;
  /** Told now and then how many bytes were read, and how many there are to be read. */
  progress?: Told;
};

/** A history and where its bytes come from. */
export type OpenHistory = { change: Extract<Change, { kind: "history" }>; source: Source };

/**
 * Opens every object that a ref, of whatever kind, leads to: branches, tags, remotes, pull requests, the stash, notes.
 * A UsageError where there is no such repository.
 */
export async function openHistory(options: HistoryOptions): Promise<OpenHistory> {
  const { repo, environment, unreachable } = options;
  const repository = await findRepository(repo);
  const git = new Git(repository.gitDir, environment);
  const gaps = new GapCollector();
  const refs = await listRefs(git, gaps);
  const source = new HistorySource(git, repository, refs, gaps, options);
  return { change: { kind: "history", unreachable }, source };
}
