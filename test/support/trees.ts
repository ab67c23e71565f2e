import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import { computeObjectId } from "../../src/git/objects/object-id.ts";

/** Git objects that are made by hand: their type and content, by object ID. */
export type HandMade = Map<string, { type: string; content: Buffer }>;

/** Adds an object, and returns its ID. */
export function addObject(made: HandMade, type: string, content: Buffer | string): string {
  const bytes = Buffer.from(content);
  const oid = computeObjectId(type, bytes, "sha1");
  made.set(oid, { type, content: bytes });
  return oid;
}

/** Adds a tree with these entries, in the order given. */
export function addTree(
  made: HandMade,
  entries: readonly (readonly [mode: string, name: string, oid: string])[],
): string {
  const parts = entries.map(([mode, name, oid]) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]),
  );
  return addObject(made, "tree", Buffer.concat(parts));
}

/** Adds trees that hold one another under two names, so many levels deep, with a file in the last: 2 ** levels paths. */
export function addDoublingTree(made: HandMade, levels: number, blob: string): string {
  let tree = addTree(made, [["100644", "f", blob]]);
  for (let level = 0; level < levels; level += 1) {
    tree = addTree(made, [
      ["40000", "a", tree],
      ["40000", "b", tree],
    ]);
  }
  return tree;
}

/** Adds a commit of a tree. */
export function addCommit(made: HandMade, tree: string, parents: readonly string[]): string {
  const person = "Dev <dev@example.com> 1700000000 +0000";
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${person}`,
    `committer ${person}`,
  ];
  return addObject(made, "commit", `${lines.join("\n")}\n\nm\n`);
}

/** Writes all objects into a repository, each as a file. */
export async function writeObjects(made: HandMade, dir: string): Promise<void> {
  for (const [oid, { type, content }] of made) {
    const file = join(dir, ".git/objects", oid.slice(0, 2), oid.slice(2));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, deflateSync(Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])));
  }
}
