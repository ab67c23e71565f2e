import { encodePath } from "../../domain/path-text.ts";
import { describeBrokenTree, describeHugeTree } from "../../messages/gaps/git/lists.ts";
import type { GapCollector } from "../gap-collector.ts";
import { extractComplaint, type Git } from "../git.ts";
import { splitTokens } from "../process-streams.ts";
import type { TreeItem, TreeObject } from "./tree-object.ts";
import type { TreeReader } from "./tree-reader.ts";

/** A file in a tree. */
export type TreeEntry = { oid: string; path: string };

/** As many paths of a tree are listed at most: a tree that holds one folder under many names may have any number. */
const MAX_LISTED = 3_000_000;

/** Lists every file in the tree of a commit. A tree that cannot be read in full is a gap. */
export async function* listEntries(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry> {
  for await (const { type, oid, path } of listTree(git, commit, gaps)) if (type === "blob") yield { oid, path };
}

/** Passes every file in the tree of a commit, and each submodule, to `visit`. False where that were not all. */
export async function listPaths(
  git: Git,
  commit: string,
  gaps: GapCollector,
  visit: (entry: TreeEntry & { type: string }) => void,
): Promise<boolean> {
  let count = 0;
  for await (const entry of listTree(git, commit, gaps)) {
    count += 1;
    visit(entry);
  }
  return count < MAX_LISTED;
}

async function* listTree(git: Git, commit: string, gaps: GapCollector): AsyncGenerator<TreeEntry & { type: string }> {
  const lsTree = git.start(["ls-tree", "-r", "-z", "--full-tree", commit]);
  let isDone = false;
  let count = 0;
  try {
    for await (const token of splitTokens(lsTree.output)) {
      const [, type, oid, path] = /^\d+ (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
      if (type !== undefined && oid !== undefined && path !== undefined) yield { type, oid, path };
      count += 1;
      if (count < MAX_LISTED) continue;
      gaps.add("unreadable", describeHugeTree(commit), { cause: "fault" });
      return;
    }
    const { code, stderr } = await lsTree.exited;
    if (code !== 0) gaps.add("unreadable", describeBrokenTree(commit, extractComplaint(stderr)), { cause: "damaged" });
    isDone = true;
  } finally {
    if (!isDone) lsTree.stop();
  }
}

/** Looks up paths in the tree of a commit. Reads the folders on the way, and no others. */
export class Tree {
  readonly #trees: TreeReader;
  readonly #commit: string;
  /** The folders on the way to the path that was looked up last, by the name that leads into each. */
  readonly #way: { name: string; folders: readonly TreeObject[] }[] = [];

  constructor(trees: TreeReader, commit: string) {
    this.#trees = trees;
    this.#commit = commit;
  }

  /** Whether this blob is at this path. */
  async has({ oid, path }: TreeEntry): Promise<boolean> {
    return (await this.#find(path)).some((item) => item.oid === oid && item.kind !== "tree");
  }

  /** Whether there is a file or a folder at this path. */
  async hasPath(path: string): Promise<boolean> {
    return (await this.#find(path)).length > 0;
  }

  async #find(path: string): Promise<readonly TreeItem[]> {
    const names = encodePath(path).toString("latin1").split("/");
    await this.#enterFolders(names.slice(0, -1));
    const last = Buffer.from(names.at(-1) ?? "", "latin1");
    const found = this.#way[names.length - 1]?.folders.flatMap((tree) => [
      ...tree.find(last, false),
      ...tree.find(last, true),
    ]);
    return [...(found ?? []), ...this.#findSlashed(names)];
  }

  /** Goes to a folder. Of the way to the one before, what is the same is not read again. */
  async #enterFolders(names: readonly string[]): Promise<void> {
    let depth = this.#way.length > 0 ? 1 : 0;
    while (depth > 0 && depth <= names.length && this.#way[depth]?.name === names[depth - 1]) depth += 1;
    this.#way.length = depth;
    for (; depth <= names.length; depth += 1) {
      const name = names[depth - 1] ?? "";
      const oids = depth === 0 ? [await this.#trees.findRoot(this.#commit)] : this.#listFolders(name, depth - 1);
      const folders: TreeObject[] = [];
      for (const oid of oids) {
        const tree = oid === null ? null : await this.#trees.read(oid);
        if (tree) folders.push(tree);
      }
      this.#way.push({ name, folders });
    }
  }

  #listFolders(name: string, depth: number): readonly string[] {
    const within = this.#way[depth]?.folders ?? [];
    return within.flatMap((tree) => tree.find(Buffer.from(name, "latin1"), true).map(({ oid }) => oid));
  }

  /** Git writes no name with a slash in it, and reads one: the end of the path may be such a name. */
  #findSlashed(names: readonly string[]): readonly TreeItem[] {
    return this.#way
      .slice(0, names.length - 1)
      .flatMap(({ folders }, depth) =>
        folders.flatMap((tree) =>
          tree.hasSlashes ? tree.find(Buffer.from(names.slice(depth).join("/"), "latin1"), false) : [],
        ),
      );
  }
}
