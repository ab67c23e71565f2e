import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import { Git } from "../../git/git.ts";
import { findRepository } from "../../git/repository.ts";
import { type HistoryOptions, HistorySource } from "./history-source.ts";
import { listRefs } from "./refs.ts";

/** A history and its source. */
export type OpenHistory = { change: Extract<Change, { kind: "history" }>; source: Source };

/**
 * Opens every object that any ref reaches: branches, tags, remotes, pull requests, the stash, notes.
 *
 * @throws UsageError where there is no repository, or git cannot be used.
 */
export async function openHistory(options: HistoryOptions): Promise<OpenHistory> {
  const { repo, environment, unreachable, names } = options;
  const repository = await findRepository(repo);
  const git = new Git(repository.gitDir, environment);
  const gaps = new GapCollector();
  const listed = await listRefs(git, gaps);
  const refs = names ? { ...listed, names } : listed;
  const source = new HistorySource(git, repository, refs, gaps, options);
  return { change: { kind: "history", unreachable }, source };
}
