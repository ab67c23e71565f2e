import { NOT_THERE, type TreeItem, type TreeObject } from "./tree-object.ts";
import type { TreeReader } from "./tree-reader.ts";

/** What a tree has at a path where no parent has the same object. `isNew`: no parent has a file at that path. */
export type TreeChange = { kind: "blob" | "commit"; oid: string; path: Buffer; isNew: boolean };

/** How many steps may be spent on folders that were gone through before under another name. */
export type RepeatBudget = { left: number };

/** A folder that is being compared, and how far. */
type Frame = {
  tree: TreeObject;
  parents: readonly Parent[];
  prefix: Buffer;
  next: number;
  isRepeated: boolean;
};

/** The folder that a parent has in the same place, and for each entry the one with its name. */
type Parent = { tree: TreeObject; matches: Int32Array } | null;

/** Paths are charged by their length: that many bytes are as much as one more entry. */
const BYTES_PER_STEP = 64;

const SLASH = Buffer.from("/");

/**
 * Compares a tree with those of the parents, as `git diff-tree -r -c` does, in the order of paths. Without parents all is
 * new. Each folder is gone through once for nothing; each time more costs steps of the budget, and without budget it is
 * passed over: eighteen small objects can spell a million paths, and a few more a billion, at which git itself runs out
 * of memory.
 */
export async function* listTreeChanges(
  reader: Pick<TreeReader, "read">,
  root: string,
  parents: readonly (string | null)[],
  budget: RepeatBudget,
): AsyncGenerator<TreeChange> {
  const seen = new Set<string>();
  const first = await openFolder(reader, { oid: root, parents, prefix: Buffer.alloc(0) }, seen, budget);
  const frames = first ? [first] : [];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const at = frame.next;
    frame.next += 1;
    if (at >= frame.tree.count) {
      frames.pop();
      continue;
    }
    if (isKnown(frame, at)) continue;
    const { kind, name, oid } = frame.tree.get(at);
    const path = Buffer.concat([frame.prefix, name]);
    if (frame.isRepeated) budget.left -= 1 + path.length / BYTES_PER_STEP;
    if (kind !== "tree") {
      yield { kind, oid, path, isNew: frame.parents.every((parent) => !parent || parent.matches[at] === NOT_THERE) };
      continue;
    }
    const below = frame.parents.map((parent) => findFolder(parent, at));
    const folder = await openFolder(
      reader,
      { oid, parents: below, prefix: Buffer.concat([path, SLASH]) },
      seen,
      budget,
    );
    if (folder) frames.push(folder);
  }
}

/** Null where the folder cannot be read, or was gone through before and there is no budget for it. */
async function openFolder(
  reader: Pick<TreeReader, "read">,
  { oid, parents, prefix }: { oid: string; parents: readonly (string | null)[]; prefix: Buffer },
  seen: Set<string>,
  budget: RepeatBudget,
): Promise<Frame | null> {
  const isRepeated = seen.has(oid);
  if (isRepeated && budget.left <= 0) return null;
  seen.add(oid);
  const tree = await reader.read(oid);
  if (!tree) return null;
  const compared: Parent[] = [];
  for (const parent of parents) {
    const other = parent === null ? null : await reader.read(parent);
    compared.push(other && { tree: other, matches: tree.match(other) });
  }
  return { tree, parents: compared, prefix, next: 0, isRepeated };
}

/** Whether a parent has the same object under the same name: it has all below it, too. */
function isKnown({ tree, parents }: Frame, at: number): boolean {
  return parents.some((parent) => {
    const match = parent?.matches[at] ?? NOT_THERE;
    return parent !== null && match !== NOT_THERE && tree.hasSameObject(at, parent.tree, match);
  });
}

function findFolder(parent: Parent, at: number): string | null {
  const match = parent?.matches[at] ?? NOT_THERE;
  const item: TreeItem | null = parent && match !== NOT_THERE ? parent.tree.get(match) : null;
  return item?.kind === "tree" ? item.oid : null;
}
