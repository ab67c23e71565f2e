import type { GapCollector } from "../gap-collector.ts";
import { extractComplaint, type Git } from "../git.ts";
import { splitTokens } from "../process-streams.ts";

/** A file in a tree. */
export type TreeEntry = { oid: string; path: string };

/** Lists every file in the tree of a commit. A tree that cannot be read in full is a gap. */
export async function* listEntries(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry> {
  for await (const { type, oid, path } of listTree(git, commit, gaps)) if (type === "blob") yield { oid, path };
}

/** Lists every path in the tree of a commit, those of submodules as well. */
export async function* listPaths(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<string> {
  for await (const { path } of listTree(git, commit, gaps)) yield path;
}

async function* listTree(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry & { type: string }> {
  const lsTree = git.start(["ls-tree", "-r", "-z", "--full-tree", commit]);
  let isDone = false;
  try {
    for await (const token of splitTokens(lsTree.output)) {
      const [, type, oid, path] = /^\d+ (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
      if (type !== undefined && oid !== undefined && path !== undefined) yield { type, oid, path };
    }
    const { code, stderr } = await lsTree.exited;
    if (code !== 0) gaps.add("unreadable", `the tree of ${commit} could not be read: ${extractComplaint(stderr)}`);
    isDone = true;
  } finally {
    if (!isDone) lsTree.stop();
  }
}

/** The files in the tree of a commit. The first question reads the tree. */
export class Tree {
  readonly #git: Git;
  readonly #commit: string;
  readonly #gaps: GapCollector;
  #entries: Promise<ReadonlySet<string>> | null = null;

  constructor(git: Git, commit: string, gaps: GapCollector) {
    this.#git = git;
    this.#commit = commit;
    this.#gaps = gaps;
  }

  /** Whether this blob is at this path. */
  async has({ oid, path }: TreeEntry): Promise<boolean> {
    this.#entries ??= this.#read();
    return (await this.#entries).has(`${oid} ${path}`);
  }

  async #read(): Promise<ReadonlySet<string>> {
    const entries = new Set<string>();
    for await (const { oid, path } of listEntries(this.#git, this.#commit, this.#gaps)) entries.add(`${oid} ${path}`);
    return entries;
  }
}
