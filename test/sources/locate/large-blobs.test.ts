import { describe, expect, test } from "vitest";
import type { Hit } from "../../../src/domain/candidate.ts";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { needles, placeOf, scan } from "../needles.ts";

const environment = { PATH: process.env["PATH"] };

describe("sizes", () => {
  test("a repository of SHA-256 names is read", async () => {
    await using repo = await gitRepo({ a: "old NEEDLE1" }, { objectFormat: "sha256" });
    const commit = await repo.commit({ b: "NEEDLE1 NEEDLE2" });
    expect(commit).toHaveLength(64);
    expect((await scan(repo, "HEAD^", commit)).sightings).toMatchObject([
      { path: "b", commit, preexisting: true, inHead: true },
      { path: "b", commit, preexisting: false, inHead: true },
    ]);
  });

  test("hits on a blob larger than what is kept of it are all placed", async () => {
    await using repo = await gitRepo({ a: "1" });
    const line = `${"x".repeat(99)}\n`;
    await repo.commit({ dump: `NEEDLE1\n${line.repeat(60_000)}NEEDLE2\n${line.repeat(60_000)}NEEDLE3` });
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["dump:1:1", "dump:60002:1", "dump:120003:1"]);
  });

  test("places are told in any order", async () => {
    await using repo = await gitRepo({ a: "1" });
    const line = `${"x".repeat(99)}\n`;
    await repo.commit({ dump: `NEEDLE1\n${line.repeat(60_000)}NEEDLE2\n${line.repeat(60_000)}NEEDLE3` });
    const options = { repo: repo.dir, base: "HEAD^", head: "HEAD", environment, includes: () => true };
    const { source } = await openRange(options);
    const places: string[] = [];
    for await (const blob of source.blobs()) {
      const hits: Hit[] = [];
      for await (const hit of needles(blob)) hits.push(hit);
      const all = await Promise.all(hits.toReversed().map((hit) => source.locate(blob, hit)));
      places.push(...all.flat().map(placeOf));
    }
    expect(places).toEqual(["dump:120003:1", "dump:60002:1", "dump:1:1"]);
  });
});
