import type { GapCollector } from "../gap-collector.ts";
import { extractComplaint, type Git } from "../git.ts";
import { splitTokens } from "../process-streams.ts";

/** A file in a tree. */
export type TreeEntry = { oid: string; path: string };

/** Every file in the tree of a commit. Where the tree cannot be read in full there is a gap. */
export async function* listEntries(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry> {
  for await (const { type, oid, path } of allIn(git, commit, gaps)) if (type === "blob") yield { oid, path };
}

/** Every path in the tree of a commit, those of submodules as well. */
export async function* listPaths(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<string> {
  for await (const { path } of allIn(git, commit, gaps)) yield path;
}

async function* allIn(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry & { type: string }> {
  const running = git.start(["ls-tree", "-r", "-z", "--full-tree", commit]);
  let read = false;
  try {
    for await (const token of splitTokens(running.output)) {
      const [, type, oid, path] = /^\d+ (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
      if (type !== undefined && oid !== undefined && path !== undefined) yield { type, oid, path };
    }
    const ending = await running.exited;
    if (ending.code !== 0)
      gaps.add("unreadable", `the tree of ${commit} could not be read: ${extractComplaint(ending.stderr)}`);
    read = true;
  } finally {
    if (!read) running.stop();
  }
}

/** What stands where in the tree of a commit. */
export class Tree {
  readonly #git: Git;
  readonly #commit: string;
  readonly #gaps: GapCollector;
  #files: Promise<ReadonlySet<string>> | null = null;

  constructor(git: Git, commit: string, gaps: GapCollector) {
    this.#git = git;
    this.#commit = commit;
    this.#gaps = gaps;
  }

  /** Whether the blob stands at the path. The first question reads the tree. */
  async has({ oid, path }: TreeEntry): Promise<boolean> {
    this.#files ??= this.#read();
    return (await this.#files).has(`${oid} ${path}`);
  }

  async #read(): Promise<ReadonlySet<string>> {
    const files = new Set<string>();
    for await (const { oid, path } of listEntries(this.#git, this.#commit, this.#gaps)) files.add(`${oid} ${path}`);
    return files;
  }
}
