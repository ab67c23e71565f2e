import { describe, expect, test } from "vitest";
import { countPlaces } from "../../src/domain/sightings.ts";
import { scan } from "../sources/needles.ts";
import { gitRepo } from "../support/git-repo.ts";
import { addCommit, addDoublingTree, addObject, type HandMade, writeObjects } from "../support/trees.ts";

/** What is found of a key in one file at 2 ** levels paths. */
async function scanManyPaths(levels: number) {
  await using repo = await gitRepo({ a: "1" });
  const made: HandMade = new Map();
  const tree = addDoublingTree(made, levels, addObject(made, "blob", "NEEDLE"));
  const commit = addCommit(made, tree, [await repo.oid("HEAD")]);
  await writeObjects(made, repo.dir);
  return await scan(repo, "HEAD", commit);
}

describe("a key in a file with very many paths", () => {
  test("is counted at 131,072 of them", async () => {
    const { sightings, gaps } = await scanManyPaths(17);
    expect([sightings.length, countPlaces(sightings)]).toEqual([100, 131_072]);
    expect(gaps).toEqual([]);
  });

  test("is found among 2 ** 40 of them, and the gap says that they were not all counted", async () => {
    const { sightings, gaps } = await scanManyPaths(40);
    expect(sightings[0]).toMatchObject({ path: `${"a/".repeat(40)}f`, inHead: true });
    expect(countPlaces(sightings)).toBeGreaterThan(100_000);
    expect(gaps).toMatchObject([{ kind: "miscounted" }]);
  });
});
