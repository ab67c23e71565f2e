import { describe, expect, test } from "vitest";
import { listTreeChanges } from "../../../src/git/trees/tree-diff.ts";
import { TreeObject } from "../../../src/git/trees/tree-object.ts";
import { addDoublingTree, addObject, addTree, type HandMade } from "../../support/trees.ts";

/** Compares a tree with its parents, and counts how many trees are read. */
async function diff(made: HandMade, root: string, parents: readonly string[], steps: number) {
  let reads = 0;
  const budget = { left: steps };
  const read = async (oid: string) => {
    reads += 1;
    const found = made.get(oid);
    return found ? new TreeObject(found.content, 20) : null;
  };
  const paths: string[] = [];
  const oids = new Set<string>();
  for await (const { path, oid } of listTreeChanges({ read }, root, parents, budget)) {
    paths.push(path.toString());
    oids.add(oid);
  }
  return { paths, oids, reads, isCut: budget.left <= 0 };
}

describe("a tree that holds one folder under many names", () => {
  test("is told path by path, in order, as long as there is budget", async () => {
    const made: HandMade = new Map();
    const { paths, isCut } = await diff(made, addDoublingTree(made, 10, addObject(made, "blob", "x")), [], 100_000);
    expect(paths).toHaveLength(1024);
    expect(paths).toEqual(paths.toSorted());
    expect(isCut).toBe(false);
  });

  test("costs no more than its budget, with 2 ** 60 paths; each blob is told at the least once", async () => {
    const made: HandMade = new Map();
    const [first, last] = ["first", "last"].map((text) => addObject(made, "blob", text)) as [string, string];
    const bomb = addDoublingTree(made, 60, first);
    const root = addTree(made, [
      ["40000", "a", bomb],
      ["40000", "b", bomb],
      ["100644", "z", last],
    ]);
    const { oids, reads, isCut } = await diff(made, root, [], 1000);
    expect([oids, isCut]).toEqual([new Set([first, last]), true]);
    expect(reads).toBeLessThan(2000);
  });

  test("costs nothing where a parent has it, however many paths it has", async () => {
    const made: HandMade = new Map();
    const bomb = addDoublingTree(made, 60, addObject(made, "blob", "x"));
    const parent = addTree(made, [["40000", "a", bomb]]);
    const root = addTree(made, [
      ["40000", "a", bomb],
      ["100644", "z", addObject(made, "blob", "new")],
    ]);
    expect(await diff(made, root, [parent], 10)).toMatchObject({ paths: ["z"], reads: 2, isCut: false });
  });

  test("is charged for the length of its paths, too", async () => {
    const made: HandMade = new Map();
    const bomb = addDoublingTree(made, 10, addObject(made, "blob", "x"));
    const root = addTree(made, [["40000", "n".repeat(10_000), bomb]]);
    const { paths, isCut } = await diff(made, root, [], 10_000);
    expect(isCut).toBe(true);
    expect(paths.length).toBeLessThan(100);
  });
});
