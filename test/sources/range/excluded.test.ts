import { describe, expect, test } from "vitest";
import { createPathFilter } from "../../../src/sources/path-filter.ts";
import { openStaged } from "../../../src/sources/staged/staged.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { scan, scanned } from "../needles.ts";

const withoutTests = createPathFilter([], ["test/**"]);
const onlySources = createPathFilter(["src/**"], []);
const LONG = `NEEDLE${"x".repeat(44)}`;

describe("a key that the base has where nobody looked", () => {
  test.each([
    ["exclude leaves out", withoutTests],
    ["paths does not name", onlySources],
  ])("because %s it is new where it counts", async (_, includes) => {
    await using repo = await gitRepo({ "test/env": "NEEDLE" });
    await repo.commit({ "src/a": "key = NEEDLE" });
    expect((await scan(repo, "HEAD^", "HEAD", { includes })).sightings).toMatchObject([
      { path: "src/a", preexisting: false },
    ]);
  });

  test("is new among so many keys that the base is searched for all at once", async () => {
    const keys = Array.from({ length: 12 }, (_, at) => `NEEDLE${at}a`);
    await using repo = await gitRepo({ "test/env": keys.join("\n"), "src/old": keys.slice(0, 2).join("\n") });
    await repo.commit({ "src/a": keys.map((key) => `= ${key}`).join("\n") });
    const { sightings } = await scan(repo, "HEAD^", "HEAD", { includes: withoutTests });
    expect(sightings.map(({ preexisting }) => preexisting)).toEqual(keys.map((_key, at) => at < 2));
  });

  test("is new when the very file moves or is copied to where it counts, and when its folder does", async () => {
    await using repo = await gitRepo({ "test/a/env": "NEEDLE1", "test/b/env": "NEEDLE2", "test/c/env": "NEEDLE3" });
    await repo.rename("test/a", "src");
    await repo.commit({ "lib/env": "NEEDLE2", "docs/env": "NEEDLE3", "test/c/env": null });
    const { sightings, gaps } = await scan(repo, "HEAD^", "HEAD", { includes: withoutTests });
    expect(sightings.map(({ path, preexisting, inHead }) => [path, preexisting, inHead]).toSorted()).toEqual([
      ["docs/env", false, true],
      ["lib/env", false, true],
      ["src/env", false, true],
    ]);
    expect(gaps).toEqual([]);
  });

  test("is new in the name of a file that moves", async () => {
    await using repo = await gitRepo({ [`test/a/${LONG}`]: "1" });
    await repo.rename("test/a", "src");
    await repo.commit({});
    expect((await scan(repo, "HEAD^", "HEAD", { includes: withoutTests })).sightings).toMatchObject([
      { where: "path", path: `src/${LONG}`, preexisting: false },
    ]);
  });

  test("is new when it is staged", async () => {
    await using repo = await gitRepo({ "test/env": "NEEDLE" });
    await repo.write({ "src/a": "key = NEEDLE" });
    await repo.git("add", "-A");
    const environment = { PATH: process.env["PATH"] };
    const { source } = await openStaged({ repo: repo.dir, environment, includes: withoutTests });
    expect((await scanned(source)).sightings).toMatchObject([{ path: "src/a", preexisting: false }]);
  });
});

describe("a key that the base has where it counts", () => {
  test("fails no change that moves it, whatever else has it", async () => {
    await using repo = await gitRepo({ "src/a/env": "NEEDLE", "test/env": "NEEDLE" });
    await repo.rename("src/a", "src/b");
    await repo.commit({ "src/c": "key = NEEDLE" });
    const { sightings } = await scan(repo, "HEAD^", "HEAD", { includes: withoutTests });
    expect(sightings).toMatchObject([{ path: "src/c", preexisting: true }]);
  });

  test("is not read again where only an excluded copy of it moves", async () => {
    await using repo = await gitRepo({ "src/env": "NEEDLE", "test/env": "NEEDLE" });
    await repo.rename("test/env", "lib/env");
    await repo.commit({});
    expect((await scan(repo, "HEAD^", "HEAD", { includes: withoutTests })).sightings).toEqual([]);
  });
});
