import type { Git } from "../git.ts";
import { ObjectReader } from "../objects/object-reader.ts";
import { splitTokens } from "../process-streams.ts";

/** Where an object stands: the commit, and its path there, which is empty for the top folder. */
export type ObjectPlace = { commit: string; path: string };

/**
 * Finds objects by going through the trees of some commits, one after the other, for what cannot be asked otherwise: where
 * trees are missing git tells no difference between two commits, but it lists a folder before it tries to open it.
 */
export async function findInTrees(
  git: Git,
  commits: readonly string[],
  oids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ObjectPlace>> {
  const places = new Map<string, ObjectPlace>();
  const reader = new ObjectReader(git);
  try {
    for (const commit of commits) {
      if (places.size === oids.size) break;
      const content = await reader.read(commit);
      const top = typeof content === "string" ? undefined : /^tree ([0-9a-f]+)/.exec(content.toString("latin1"))?.[1];
      if (top !== undefined && oids.has(top) && !places.has(top)) places.set(top, { commit, path: "" });
      for await (const { oid, path } of listAll(git, commit)) {
        if (oids.has(oid) && !places.has(oid)) places.set(oid, { commit, path });
      }
    }
  } finally {
    await reader.close();
  }
  return places;
}

/** As many are listed at most: a folder that stands under many names may have any number of paths. */
const MAX_LISTED = 1_000_000;

/** Lists the folders and files of a commit up to the first folder that is missing. */
async function* listAll(git: Git, commit: string): AsyncGenerator<{ oid: string; path: string }> {
  const lsTree = git.start(["ls-tree", "-r", "-t", "-z", "--full-tree", commit]);
  let count = 0;
  try {
    for await (const token of splitTokens(lsTree.output)) {
      count += 1;
      if (count > MAX_LISTED) return;
      const [, oid, path] = /^\d+ \w+ ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
      if (oid !== undefined && path !== undefined) yield { oid, path };
    }
  } finally {
    lsTree.stop();
    await lsTree.exited;
  }
}
