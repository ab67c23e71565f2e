import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TreeNameParser } from "../../../src/git/trees/tree-names.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

const KEY = `NEEDLE${"x".repeat(44)}`;

describe("a key in a name", () => {
  test("of a file that the range brought is found, with the commit that did", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ [`docs/key ${KEY}.txt`]: "nothing in it" });
    expect((await scan(repo, "HEAD^")).sightings).toEqual([
      {
        where: "path",
        path: `docs/key ${KEY}.txt`,
        line: null,
        column: null,
        commit,
        author: "Ada",
        at: repo.timeOf(1),
        encoding: "plain",
        member: null,
        inHead: true,
        preexisting: false,
      },
    ]);
  });

  test("of a folder is told once for the folder, however many files are in it", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ [`dir/${KEY}/a`]: "1", [`dir/${KEY}/sub/b`]: "2" });
    await repo.commit({ [`dir/${KEY}/c`]: "3" });
    expect((await scan(repo, "HEAD~2")).sightings).toMatchObject([{ where: "path", path: `dir/${KEY}`, commit }]);
  });

  test("of a file that was renamed away again is told as history", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ [KEY]: "1" });
    await repo.rename(KEY, "b");
    await repo.commit({});
    expect((await scan(repo, "HEAD~2")).sightings).toMatchObject([{ path: KEY, commit, inHead: false }]);
  });

  test("of an empty file, a link and a submodule is found, though they bring no new content", async () => {
    await using repo = await gitRepo({ empty: "", link: { link: "empty" } });
    await repo.write({ [`${KEY}1`]: "", [`${KEY}2`]: { link: "empty" } });
    await repo.git("update-index", "--add", "--cacheinfo", `160000,${await repo.oid("HEAD")},${KEY}3`);
    await repo.git("add", `${KEY}1`, `${KEY}2`);
    await repo.git("commit", "--quiet", "-m", "names");
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(({ path }) => path).toSorted()).toEqual([`${KEY}1`, `${KEY}2`, `${KEY}3`]);
    expect(sightings.every(({ inHead }) => inHead)).toBe(true);
  });

  test("that stood there before is not told when something beside it, or in it, changes", async () => {
    await using repo = await gitRepo({ [`dir/${KEY}`]: "1", [`${KEY}0/a`]: "1", [`${KEY}0/b`]: "1" });
    await repo.commit({ "dir/beside": "1", [`dir/${KEY}`]: "2", [`${KEY}0/c`]: "2" });
    expect((await scan(repo, "HEAD^")).sightings).toEqual([]);
  });

  test("that an older commit has, below both base and change, is not the change's", async () => {
    await using repo = await gitRepo({ [KEY]: "1" });
    await repo.branch("side");
    await repo.commit({ [KEY]: "2" });
    await repo.switchTo("main");
    await repo.commit({ [KEY]: null, a: "1" });
    expect((await scan(repo, "main", "side")).sightings).toEqual([]);
  });

  test("that stood elsewhere before is preexisting", async () => {
    await using repo = await gitRepo({ [`old/${KEY}`]: "1" });
    await repo.rename(`old/${KEY}`, `new/${KEY}`);
    await repo.commit({ "new/beside": "1" });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: `new/${KEY}`, preexisting: true }]);
  });

  test("of a file in a folder that only moves is nothing new", async () => {
    await using repo = await gitRepo({ [`old/${KEY}`]: "1" });
    await repo.rename("old", "new");
    await repo.commit({});
    expect((await scan(repo, "HEAD^")).sightings).toEqual([]);
  });

  test("at a path that does not count is left out", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [`in/${KEY}1`]: "1", [`out/${KEY}2`]: "2" });
    const { sightings } = await scan(repo, "HEAD^", "HEAD", { includes: (path) => path.startsWith("in/") });
    expect(sightings.map(({ path }) => path)).toEqual([`in/${KEY}1`]);
  });

  test.each([
    `new\nline ${KEY}`,
    `"${KEY}"`,
    `tab\t${KEY}`,
    `ünï 🔑 ${KEY}`,
  ])("is found whatever else is in it: %j", async (name) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [`dir/${name}`]: "1" });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: `dir/${name}` }]);
  });

  test("is found in a repository of SHA-256 names", async () => {
    await using repo = await gitRepo({ a: "1" }, { objectFormat: "sha256" });
    await repo.commit({ [`dir/${KEY}`]: "1" });
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings).toMatchObject([{ path: `dir/${KEY}` }]);
    expect(gaps).toEqual([]);
  });

  test("that stands in a merge alone is the merge's", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    await repo.branch("side");
    await repo.commit({ b: "1" });
    await repo.switchTo("main");
    await repo.commit({ c: "1" });
    const commit = await repo.merge("side", { [KEY]: "" });
    expect((await scan(repo, base)).sightings).toMatchObject([{ path: KEY, commit }]);
  });

  test("of a branch or a tag that the event speaks of is found", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "1" });
    const names = [`refs/heads/fix/${KEY}`, "refs/heads/main"];
    const { sightings, coverage } = await scan(repo, "HEAD^", "HEAD", { names });
    expect(sightings).toEqual([
      {
        where: "path",
        path: `refs/heads/fix/${KEY}`,
        line: null,
        column: null,
        commit: null,
        author: null,
        at: null,
        encoding: "plain",
        member: null,
        inHead: true,
        preexisting: false,
      },
    ]);
    expect(coverage.commits).toBe(1);
  });
});

describe("the names in a tree", () => {
  test("are the long ones, however the tree is cut into chunks", () => {
    const name = fc.string({ unit: fc.constantFrom("a", " ", "é", "\n", "~"), minLength: 1, maxLength: 40 });
    const entry = fc.record({
      mode: fc.constantFrom("40000", "100644", "100755", "120000", "160000"),
      name,
      hash: fc.uint8Array({ minLength: 20, maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(fc.nat({ max: 40 })), (entries, cuts) => {
        const parts = entries.map(({ mode, name, hash }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), hash]));
        const whole = Buffer.concat(parts);
        const names = new TreeNameParser("0".repeat(40));
        const found: string[] = [];
        let from = 0;
        for (const cut of [...cuts, whole.length]) {
          const chunk = whole.subarray(from, from + cut);
          found.push(...names.push(chunk).map(String));
          from += chunk.length;
        }
        expect(found).toEqual(entries.map((one) => one.name).filter((one) => Buffer.byteLength(one) >= 32));
      }),
    );
  });

  test("count as long from 32 bytes on, whatever the mode before them", () => {
    const tree = ["40000", "100644"].flatMap((mode) =>
      [31, 32].map((n) => `${mode} ${"x".repeat(n)}\0${"h".repeat(20)}`),
    );
    expect(new TreeNameParser("0".repeat(40)).push(Buffer.from(tree.join(""))).map(({ length }) => length)).toEqual([
      32, 32,
    ]);
  });

  test("cost no blob where they are short, and one each where they are long, however many trees have them", async () => {
    const long = "a_name_of_a_file_that_is_as_long_as_some_are.test.ts";
    await using repo = await gitRepo({ a: "1", [`dir/${long}`]: await readFile(import.meta.filename) });
    for (let n = 0; n < 5; n += 1) await repo.commit({ [`dir/${n}`]: "x" });
    const { read } = await scan(repo, "HEAD~5");
    expect(read.filter(({ kind }) => kind === "path")).toEqual([{ kind: "path", path: long, commit: null }]);
  });
});
