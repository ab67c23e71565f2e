import { describe, expect, test } from "vitest";
import { gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

describe("merges", () => {
  test("a key that stands in a merge commit alone is found", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.branch("feature");
    await repo.commit({ b: "1" });
    await repo.switchTo("main");
    await repo.commit({ c: "1" });
    const commit = await repo.merge("feature", { evil: "NEEDLE", a: "NEEDLE in a changed file" });
    await repo.commit({ evil: null, a: "1" });
    const { sightings } = await scan(repo, "main~2");
    expect(sightings).toMatchObject([
      { path: "a", commit, inHead: false },
      { path: "evil", commit, inHead: false },
    ]);
  });

  test("a key that a side branch brought is the side branch's, not the merge's", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    await repo.branch("side");
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.switchTo("main");
    await repo.commit({ c: "1" });
    await repo.merge("side");
    expect((await scan(repo, base)).sightings).toMatchObject([{ path: "b", commit, inHead: true }]);
  });

  test("what a merge of the base brings along is not the change's", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.branch("feature");
    await repo.commit({ b: "2" });
    await repo.switchTo("main");
    await repo.commit({ c: "NEEDLE of main" });
    await repo.switchTo("feature");
    await repo.merge("main");
    const { sightings, coverage } = await scan(repo, "main", "feature");
    expect(sightings).toEqual([]);
    expect(coverage).toMatchObject({ commits: 2, blobs: 1, texts: 2 });
  });
});

describe("merges of a kind", () => {
  test("with a conflict, what its resolution wrote is the merge's, and what it took over is not", async () => {
    await using repo = await gitRepo({ a: "1\n" });
    const base = await repo.oid("HEAD");
    await repo.branch("side");
    const side = await repo.commit({ a: "NEEDLE1 of the side\n" });
    await repo.switchTo("main");
    const main = await repo.commit({ a: "NEEDLE2 of main\n" });
    const merge = await repo.merge("side", { a: "NEEDLE1 and NEEDLE2 and NEEDLE3\n" });
    const { sightings } = await scan(repo, base);
    const told = sightings.map(({ commit, column, inHead }) => ({ commit, column, inHead }));
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        { commit: side, column: 1, inHead: false },
        { commit: main, column: 1, inHead: false },
        { commit: merge, column: 1, inHead: true },
        { commit: merge, column: 13, inHead: true },
        { commit: merge, column: 25, inHead: true },
      ]),
    );
  });

  test("of three branches at once: each side's key is its own, the octopus' key its own", async () => {
    await using repo = await gitRepo({ x: "1" });
    const base = await repo.oid("HEAD");
    const sides: string[] = [];
    for (const side of ["one", "two", "three"]) {
      await repo.branch(side, base);
      sides.push(await repo.commit({ [side]: `NEEDLE${side}` }));
    }
    await repo.switchTo("main");
    await repo.git("merge", "--quiet", "--no-ff", "--no-commit", "one", "two", "three");
    const octopus = await repo.commit({ evil: "NEEDLE0" }, "octopus");
    expect((await repo.git("rev-list", "--parents", "-1", octopus)).split(" ")).toHaveLength(5);
    const { sightings, gaps } = await scan(repo, base);
    const told = new Map(sightings.map(({ path, commit }) => [path, commit]));
    expect(told).toEqual(
      new Map([
        ["one", sides[0]],
        ["two", sides[1]],
        ["three", sides[2]],
        ["evil", octopus],
      ]),
    );
    expect(sightings).toHaveLength(4);
    expect(gaps).toEqual([]);
  });

  test("that threw a key away tell it still, as history", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    await repo.branch("side");
    const commit = await repo.commit({ a: "NEEDLE" });
    await repo.switchTo("main");
    await repo.commit({ b: "1" });
    await repo.git("merge", "--quiet", "--strategy=ours", "--no-edit", "side");
    expect((await scan(repo, base)).sightings).toMatchObject([{ path: "a", commit, inHead: false }]);
  });
});
