import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { bytesOf, manyFiles, placeOf, randomText, scan } from "../needles.ts";

const environment = { PATH: process.env["PATH"] };

describe("what cannot be read", () => {
  test("an object that is missing is a gap, and the others are read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "lost", c: "NEEDLE", d: "2" });
    const oid = await repo.oid("HEAD:b");
    await repo.lose(oid);
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["c:1:1"]);
    const what = `"b" of commit ${await repo.oid("HEAD")} was not read: this clone does not have it (object ${oid}).`;
    expect(gaps).toEqual([{ kind: "missing-object", path: "b", detail: what }]);
    expect((await scan(repo, "HEAD^", "HEAD", { includes: (path) => path !== "b" })).gaps).toEqual([]);
  });

  test.each([
    ["a header that is not one", Buffer.from("garbage")],
    ["an empty file", Buffer.alloc(0)],
  ])("a damaged object, %s, is a gap, and the others are read", async (_, content) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ ...manyFiles(30), b: "NEEDLE hidden", c: "NEEDLE" });
    const oid = await repo.oid("HEAD:b");
    await repo.corrupt(oid, content);
    const { sightings, gaps, coverage } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["c:1:1"]);
    const what = `"b" of commit ${await repo.oid("HEAD")} was not read: it is damaged in this clone (object ${oid}).`;
    expect(gaps).toEqual([{ kind: "unreadable", path: "b", cause: "damaged", detail: what }]);
    expect(coverage.blobs).toBe(31);
  });

  test("damage that ends git in the middle of objects costs those objects, and no others", async () => {
    await using repo = await gitRepo({ a: "1" });
    const big = randomText(400_000);
    await repo.commit({ ...manyFiles(40), big, small: randomText(5000), c: "NEEDLE" });
    const oids = [await repo.oid("HEAD:big"), await repo.oid("HEAD:small"), await repo.oid("HEAD:7")];
    for (const oid of oids) {
      const whole = await readFile(`${repo.dir}/.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`);
      const cut = oid === oids[2] ? whole.length - 6 : Math.floor(whole.length * 0.6);
      await repo.corrupt(oid, Buffer.concat([whole.subarray(0, cut), Buffer.alloc(whole.length - cut, 0xff)]));
    }
    const { sightings, gaps, coverage } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["c:1:1"]);
    expect(gaps.map(({ kind }) => kind)).toEqual(oids.map(() => "unreadable"));
    for (const oid of oids) expect(gaps.some(({ detail }) => detail.includes(oid))).toBe(true);
    expect(coverage.blobs).toBe(40);
  });

  test("a tree that is missing is a gap", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "dir/b": "2", c: "NEEDLE" });
    await repo.lose(await repo.oid("HEAD:dir"));
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings).toMatchObject([{ where: "file", line: 1, column: 1 }]);
    const what = `"dir" of commit ${await repo.oid("HEAD")} and the files below it were not read`;
    expect(gaps).toContainEqual({ kind: "missing-object", path: "dir", detail: expect.stringContaining(what) });
    await repo.lose(await repo.oid("HEAD^{tree}"));
    expect((await scan(repo, "HEAD^")).gaps).toContainEqual({
      kind: "missing-object",
      path: "",
      detail: expect.stringContaining(`The top folder of commit ${await repo.oid("HEAD")} and`),
    });
  });

  test("a list of objects that breaks off is a gap", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "2" });
    const middle = await repo.oid("HEAD");
    await repo.commit({ c: "3" });
    await repo.lose(middle);
    expect((await scan(repo, null, await repo.oid("main"))).gaps).toMatchObject([
      { kind: "unreadable", detail: expect.stringContaining("Not all objects of the range were read") },
    ]);
  });

  test("what a partial clone left out is a gap, and is not fetched", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "NEEDLE", c: "2" }, "message NEEDLE");
    await using clone = await repo.clone("--filter=blob:none", "--no-checkout");
    const { sightings, gaps, coverage } = await scan(clone, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["commit-message:1:9"]);
    expect(gaps.map(({ kind }) => kind)).toContain("missing-object");
    expect(coverage).toMatchObject({ commits: 1, blobs: 0 });
    expect(await clone.git("rev-list", "--objects", "--missing=print", "HEAD^..HEAD")).toContain("?");
  });

  test("a reader that stops early is told so", async () => {
    await using repo = await gitRepo({ a: "1", b: "2" });
    const { source } = await openRange({ repo: repo.dir, base: null, head: "HEAD", environment, includes: () => true });
    expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
    for await (const _ of source.blobs()) break;
    expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
  });

  test("a blob whose chunks are not read is skipped, and the next ones are whole", async () => {
    await using repo = await gitRepo({ a: "1" });
    const files = { big1: "x".repeat(900_000), big2: "y".repeat(900_000), small: "NEEDLE" };
    await repo.commit(files);
    const { source } = await openRange({
      repo: repo.dir,
      base: "HEAD^",
      head: "HEAD",
      environment,
      includes: () => true,
    });
    const sizes: number[] = [];
    let skip = true;
    for await (const { chunks, provenance } of source.blobs()) {
      if (provenance.kind !== "object") continue;
      if (skip) for await (const _ of chunks) break;
      else sizes.push((await bytesOf(chunks)).length);
      skip = !skip;
    }
    expect(sizes.length).toBeGreaterThan(0);
    expect(Object.values(files).map(({ length }) => length)).toEqual(expect.arrayContaining(sizes));
    expect(source.account().gaps).toEqual([]);
  });
});
