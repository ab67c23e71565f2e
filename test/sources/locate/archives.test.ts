import { describe, expect, test } from "vitest";
import type { Hit } from "../../../src/domain/candidate.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { openRange } from "../../../src/sources/range/range.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { randomText } from "../needles.ts";

/** Locates a made-up hit in a member that takes up the whole of each large blob. */
async function located(repo: GitRepo, base: string) {
  const environment = { PATH: process.env["PATH"] };
  const { source } = await openRange({ repo: repo.dir, base, head: "HEAD", environment, includes: () => true });
  const sightings = [];
  for await (const blob of source.blobs()) {
    let length = 0;
    for await (const chunk of blob.chunks) length += chunk.length;
    if (blob.provenance.kind !== "object" || length < 1_000_000) continue;
    const hit: Hit = {
      secret: new Secret("x"),
      kind: "project",
      confidence: "certain",
      encoding: "plain",
      alternatives: [],
      member: "inner/file.txt",
      offset: 10,
      length: length - 10,
    };
    sightings.push(...(await source.locate(blob, hit)));
  }
  return { sightings, ...source.account() };
}

describe("a key in a file of an archive", () => {
  const archive = randomText(6_000_000);

  test("has a member and no line, and leaves no gap, however large the packed member is", async () => {
    await using repo = await gitRepo({ x: "1" });
    const commit = await repo.commit({ "a.zip": archive });
    const { sightings, gaps } = await located(repo, "HEAD^");
    expect(sightings).toMatchObject([
      { path: "a.zip", member: "inner/file.txt", line: null, column: null, commit, inHead: true, preexisting: false },
    ]);
    expect(gaps).toEqual([]);
  });

  test("is preexisting when the base has the very same archive, under any name", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.branch("side");
    await repo.commit({ "mine.zip": archive });
    await repo.switchTo("main");
    await repo.commit({ "theirs.zip": archive });
    await repo.switchTo("side");
    const { sightings } = await located(repo, "main");
    expect(sightings.map(({ preexisting }) => preexisting)).toEqual(sightings.map(() => true));
  });
});
