import { describe, expect, test } from "vitest";
import type { Sighting } from "../../../src/domain/candidate.ts";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { needles, scan, wide } from "../needles.ts";

describe("what the base had already", () => {
  test("a key that is moved and edited around is preexisting", async () => {
    await using repo = await gitRepo({ "old.ts": "key = NEEDLE1;\n" });
    await repo.commit({ "old.ts": null, "new.ts": "// moved\nkey = NEEDLE1;\nother = NEEDLE2;\n" });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([
      { path: "new.ts", line: 2, preexisting: true },
      { path: "new.ts", line: 3, preexisting: false },
    ]);
  });

  test("a file that only moves is not read again", async () => {
    await using repo = await gitRepo({ a: "NEEDLE" });
    await repo.rename("a", "b/c");
    await repo.commit({});
    expect((await scan(repo, "HEAD^")).sightings).toEqual([]);
  });

  test("what the history of the base had, and its tree has no more, is not preexisting", async () => {
    await using repo = await gitRepo({ a: "NEEDLE" });
    await repo.commit({ a: "1" });
    await repo.commit({ b: "again NEEDLE" });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "b", preexisting: false }]);
  });

  test("bytes with a NUL between them are compared too", async () => {
    await using repo = await gitRepo({ a: wide("x NEEDLE"), plain: "only here: N" });
    await repo.commit({ b: wide("moved NEEDLE") });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "b", encoding: "utf-16", preexisting: true }]);
  });
});

describe("where a key stands that moved", () => {
  test("renamed and edited in one commit, an old key is preexisting and a new one is not, at its new line", async () => {
    const body = "line\n".repeat(30);
    await using repo = await gitRepo({ "a.ts": `NEEDLE1\n${body}` });
    await repo.rename("a.ts", "b.ts");
    const commit = await repo.commit({ "b.ts": `${body}NEEDLE1\nNEEDLE2\n` });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([
      { path: "b.ts", line: 31, commit, preexisting: true, inHead: true },
      { path: "b.ts", line: 32, commit, preexisting: false, inHead: true },
    ]);
  });

  test("when later commits push it down, the head's own version says the line to look at", async () => {
    await using repo = await gitRepo({ x: "1" });
    const first = await repo.commit({ a: "NEEDLE\n" });
    const second = await repo.commit({ a: "above\nabove\nNEEDLE\n" });
    const { sightings } = await scan(repo, "HEAD~2");
    const byCommit = new Map(sightings.map((sighting) => [sighting.commit, sighting]));
    expect(sightings).toHaveLength(2);
    expect(byCommit.get(first)).toMatchObject({ line: 1, inHead: false });
    expect(byCommit.get(second)).toMatchObject({ line: 3, inHead: true });
  });

  test("renamed within the range, it is told at both names, and in the head at the second", async () => {
    await using repo = await gitRepo({ x: "1" });
    const first = await repo.commit({ "old/a": "NEEDLE" });
    await repo.rename("old/a", "new/a");
    const second = await repo.commit({});
    expect((await scan(repo, "HEAD~2")).sightings).toMatchObject([
      { path: "old/a", commit: first, inHead: false },
      { path: "new/a", commit: second, inHead: true },
    ]);
  });

  test("copied out of a file of the base, it is preexisting", async () => {
    await using repo = await gitRepo({ a: "x = NEEDLE\n" });
    await repo.commit({ "copy/of/a": "copied\nx = NEEDLE\n" });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "copy/of/a", line: 2, preexisting: true }]);
  });

  test("copied whole, it is nothing new at all", async () => {
    await using repo = await gitRepo({ a: "x = NEEDLE\n" });
    await repo.commit({ b: "x = NEEDLE\n" });
    expect((await scan(repo, "HEAD^")).sightings).toEqual([]);
  });

  test("that the head has in a file of the base alone, it is preexisting where the range had it for a while", async () => {
    await using repo = await gitRepo({ a: "NEEDLE" });
    const commit = await repo.commit({ b: "for a while NEEDLE" });
    await repo.commit({ b: null });
    expect((await scan(repo, "HEAD~2")).sightings).toMatchObject([
      { path: "b", commit, inHead: false, preexisting: true },
    ]);
  });
});

describe("what comes back", () => {
  test("by the revert of a removal that the base has not, is brought again", async () => {
    await using repo = await gitRepo({ a: "NEEDLE", x: "1" });
    await repo.commit({ a: null });
    await repo.git("revert", "--no-edit", "HEAD");
    const commit = await repo.oid("HEAD");
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([
      { path: "a", commit, inHead: true, preexisting: false },
    ]);
  });

  test("within the range, removed and reverted, is told for both commits that brought it", async () => {
    await using repo = await gitRepo({ x: "1" });
    const first = await repo.commit({ a: "NEEDLE" });
    await repo.commit({ a: null });
    await repo.git("revert", "--no-edit", "HEAD");
    const third = await repo.oid("HEAD");
    expect((await scan(repo, "HEAD~3")).sightings).toMatchObject([
      { commit: first, inHead: true },
      { commit: third, inHead: true },
    ]);
  });

  test("by a removal and its revert on top of a base that has it, is nothing new", async () => {
    await using repo = await gitRepo({ a: "NEEDLE", x: "1" });
    await repo.commit({ a: null });
    await repo.git("revert", "--no-edit", "HEAD");
    expect((await scan(repo, "HEAD~2")).sightings).toEqual([]);
  });

  test("by a cherry-pick, is the picked commit's", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.branch("side");
    const original = await repo.commit({ a: "NEEDLE" });
    await repo.switchTo("main");
    await repo.commit({ y: "1" });
    const base = await repo.oid("HEAD");
    await repo.git("cherry-pick", "--keep-redundant-commits", original);
    const picked = await repo.oid("HEAD");
    expect(picked).not.toBe(original);
    expect((await scan(repo, base)).sightings).toMatchObject([{ path: "a", commit: picked, preexisting: false }]);
  });

  test("by a cherry-pick of what the base has, is preexisting if it is told at all", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.branch("side");
    const original = await repo.commit({ a: "NEEDLE" });
    await repo.switchTo("main");
    await repo.commit({ y: "1" });
    await repo.git("cherry-pick", original);
    const { sightings } = await scan(repo, "main", "side");
    expect(sightings.every(({ preexisting }) => preexisting)).toBe(true);
  });
});

describe("of many keys", () => {
  test("each is told to have been there before or not, as if it were the only one", async () => {
    const keys = Array.from({ length: 30 }, (_, n) => `NEEDLE${String(n).padStart(3, "0")}`);
    const old = keys.filter((_, n) => n % 3 === 0);
    await using repo = await gitRepo({ "old.txt": `${old.join("\n")}\n`, "wide.txt": wide("NEEDLE") });
    await repo.commit({ "new.txt": `${keys.join(" ")}\n`, "also.txt": wide("a NEEDLE") });
    const { sightings, gaps } = await scan(repo, "HEAD^");
    const before = sightings.filter(({ path, preexisting }) => path === "new.txt" && preexisting);
    expect(before.map(({ column }) => column)).toEqual(old.map((key) => 1 + 10 * keys.indexOf(key)));
    expect(sightings.filter(({ path }) => path === "new.txt")).toHaveLength(30);
    expect(sightings.filter(({ path }) => path === "also.txt")).toMatchObject([{ preexisting: true }]);
    expect(gaps).toEqual([]);
  });

  test("sightings are completed as new ones, and those that were located stay as they were", async () => {
    const keys = Array.from({ length: 12 }, (_, n) => `NEEDLE${String(n).padStart(3, "0")}`).join("\n");
    await using repo = await gitRepo({ "old.txt": keys });
    await repo.commit({ "new.txt": `moved\n${keys}` });
    const environment = { PATH: process.env["PATH"] };
    const { source } = await openRange({
      repo: repo.dir,
      base: "HEAD^",
      head: "HEAD",
      environment,
      includes: () => true,
    });
    const located: Sighting[] = [];
    for await (const blob of source.blobs()) {
      for await (const hit of needles(blob)) located.push(...(await source.locate(blob, hit)));
    }
    const before = structuredClone(located);
    const complete = await source.complete(located);
    expect(located).toEqual(before);
    expect(complete.map(({ preexisting }) => preexisting)).toEqual(Array.from({ length: 12 }, () => true));
    expect(await source.complete(complete)).toEqual(complete);
  });

  test("those in a file of the base that is missing are a gap", async () => {
    await using repo = await gitRepo({ lost: "x", kept: "NEEDLE000" });
    await repo.commit({ a: Array.from({ length: 12 }, (_, n) => `NEEDLE${String(n).padStart(3, "0")}`).join("\n") });
    await repo.lose(await repo.oid("HEAD:lost"));
    const { gaps } = await scan(repo, "HEAD^");
    expect(gaps.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(/1 file of the base/));
  });
});
