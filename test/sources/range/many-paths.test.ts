import { describe, expect, test } from "vitest";
import { countPlaces } from "../../../src/domain/sightings.ts";
import { createPathFilter } from "../../../src/sources/path-filter.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { addCommit, addDoublingTree, addObject, addTree, type HandMade, writeObjects } from "../../support/trees.ts";
import { scan } from "../needles.ts";

const LONG = `NEEDLE${"x".repeat(44)}`;

/** A repository, and a commit whose tree has one file at 2 ** levels paths. */
async function manyPaths(levels: number, text = "NEEDLE") {
  const repo = await gitRepo({ a: "1" });
  const made: HandMade = new Map();
  const tree = addDoublingTree(made, levels, addObject(made, "blob", text));
  const commit = addCommit(made, tree, [await repo.oid("HEAD")]);
  await writeObjects(made, repo.dir);
  return { repo, commit, made, tree, [Symbol.asyncDispose]: async () => await repo[Symbol.asyncDispose]() };
}

describe("a key in a file with very many paths", () => {
  test("has its first paths listed and the others counted, once for each hit", async () => {
    await using world = await manyPaths(8, "NEEDLE1\nNEEDLE2");
    const { sightings, gaps } = await scan(world.repo, "HEAD", world.commit);
    expect(sightings.filter(({ line }) => line === 1)).toHaveLength(100);
    expect(countPlaces(sightings)).toBe(512);
    expect(sightings.every(({ inHead }) => inHead)).toBe(true);
    expect(gaps).toEqual([]);
  });

  test("counts only paths that are not excluded", async () => {
    await using world = await manyPaths(6);
    const includes = createPathFilter([], ["b/**"]);
    const { sightings } = await scan(world.repo, "HEAD", world.commit, { includes });
    expect(countPlaces(sightings)).toBe(32);
  });

  test("is told for a name at very many paths", async () => {
    await using repo = await gitRepo({ a: "1" });
    const made: HandMade = new Map();
    const bomb = addDoublingTree(made, 3, addObject(made, "blob", "x"));
    const named = addTree(made, [["40000", LONG, bomb]]);
    const root = addTree(
      made,
      Array.from({ length: 300 }, (_, n) => ["40000", `${1000 + n}`, named] as const),
    );
    const commit = addCommit(made, root, [await repo.oid("HEAD")]);
    await writeObjects(made, repo.dir);
    const { sightings } = await scan(repo, "HEAD", commit);
    expect(sightings.every(({ where }) => where === "path")).toBe(true);
    expect(countPlaces(sightings)).toBe(300);
  });
});
