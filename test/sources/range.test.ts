import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Hit } from "../../src/domain/candidate.ts";
import { UsageError } from "../../src/errors.ts";
import { openRange } from "../../src/sources/range.ts";
import { gitRepo } from "../support/git-repo.ts";
import { bytesOf, needles, placeOf, scan } from "./needles.ts";

const environment = { PATH: process.env["PATH"] };

describe("a key is found", () => {
  test("with its line, column, commit, author and time", async () => {
    await using repo = await gitRepo({ "a.txt": "old\n" });
    const commit = await repo.commit({ "src/app.ts": "one\n  key = NEEDLE;\n" });
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings).toEqual([
      {
        where: "file",
        path: "src/app.ts",
        line: 2,
        column: 9,
        commit,
        author: "Ada",
        at: repo.timeOf(1),
        encoding: "plain",
        member: null,
        inHead: true,
        preexisting: false,
      },
    ]);
    expect(gaps).toEqual([]);
  });

  test("in the root commit, when there is no base", async () => {
    await using repo = await gitRepo({ a: "NEEDLE" });
    const commit = await repo.oid("HEAD");
    expect((await scan(repo, null)).sightings).toMatchObject([{ path: "a", commit, preexisting: false, inHead: true }]);
  });

  test("in a commit below the last one, though the next commit removed it", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.commit({ b: null });
    expect((await scan(repo, "main~2")).sightings).toMatchObject([{ path: "b", commit, inHead: false }]);
  });

  test("in a branch without a common commit that is merged", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.orphan("other");
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.switchTo("main");
    await repo.git("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "other");
    expect((await scan(repo, "HEAD^1")).sightings).toMatchObject([{ path: "b", commit }]);
  });

  test("in a file that was renamed and edited at once", async () => {
    const body = "line\n".repeat(50);
    await using repo = await gitRepo({ "old name": body });
    await repo.rename("old name", "new name");
    const commit = await repo.commit({ "new name": `${body}NEEDLE\n` });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "new name", line: 51, commit }]);
  });

  test.each([
    "*.env -diff",
    "*.env binary",
    "*.env -text -diff=x filter=x ident export-ignore",
  ])("though the same change says of the file: %s", async (attributes) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ ".gitattributes": `${attributes}\n`, "x.env": "A=NEEDLE\n" });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["x.env:1:3"]);
  });

  test("in files that git takes for binary", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({
      nul: Buffer.from("\0\0\0\nNEEDLE"),
      wide: Buffer.from("\ufeffone\r\n\u0a0atwo NEEDLE", "utf16le"),
    });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf).toSorted()).toEqual(["nul:2:1", "wide:2:6"]);
  });

  test("in the target of a symbolic link, and where a link becomes a file", async () => {
    await using repo = await gitRepo({ a: { link: "b" } });
    await repo.commit({ a: "NEEDLE in a file", l: { link: "/tmp/NEEDLE" } });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf).toSorted()).toEqual(["a:1:1", "l:1:6"]);
  });

  test("at the end of a line of three megabytes", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "app.min.js": `\n${"x".repeat(3_000_000)}NEEDLE` });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["app.min.js:2:3000001"]);
  });

  test("in a commit message, where the subject is line 1", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ a: "2" }, "Fix\n\nBody NEEDLE here\n");
    expect((await scan(repo, "HEAD^", "HEAD", { includes: () => false })).sightings).toEqual([
      {
        where: "commit-message",
        path: null,
        line: 3,
        column: 6,
        commit,
        author: "Ada",
        at: repo.timeOf(1),
        encoding: "plain",
        member: null,
        inHead: false,
        preexisting: false,
      },
    ]);
  });

  test("in the message of an annotated tag, when the head is its name", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "v1", "-m", "Release\n\nNEEDLE");
    const { sightings, gaps } = await scan(repo, null, await repo.oid("v1"));
    expect(sightings).toMatchObject([{ where: "tag-message", path: null, line: 3, column: 1, commit: null }]);
    expect(gaps).toEqual([]);
  });
});

describe("names and places", () => {
  test.each([
    '"quote"',
    "tab\there",
    "new\nline",
    "::error::x.txt",
    "ünïcode 🔑",
    ":(top)x",
    "back\\slash",
    " ",
  ])("a file may be called %j", async (path) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [path]: "NEEDLE", [`dir/${path}`]: "x NEEDLE" });
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map((sighting) => sighting.path).toSorted()).toEqual([path, `dir/${path}`].toSorted());
    expect(sightings.every(({ inHead }) => inHead)).toBe(true);
  });

  test("columns count UTF-16 code units, and a carriage return belongs to its line", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ crlf: "a\r\nb\r\n  NEEDLE\r\n", emoji: "\ufeffé🔑NEEDLE NEEDLE" });
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf).toSorted()).toEqual(["crlf:3:3", "emoji:1:11", "emoji:1:4"]);
  });

  test("a blob that stands at two paths and came in two commits is read once and told four times", async () => {
    await using repo = await gitRepo({ x: "1" });
    const first = await repo.commit({ a: "NEEDLE", b: "NEEDLE" });
    await repo.commit({ a: null });
    const third = await repo.commit({ a: "NEEDLE", c: "NEEDLE", b: null });
    const { sightings, read } = await scan(repo, "main~3");
    expect(read.filter(({ kind }) => kind === "object")).toHaveLength(1);
    expect(sightings.map(({ path, commit, inHead }) => ({ path, commit, inHead }))).toEqual([
      { path: "a", commit: first, inHead: true },
      { path: "b", commit: first, inHead: false },
      { path: "a", commit: third, inHead: true },
      { path: "c", commit: third, inHead: true },
    ]);
  });

  test("a change of mode alone brings nothing", async () => {
    await using repo = await gitRepo({ x: "1" });
    const commit = await repo.commit({ a: "NEEDLE" });
    await repo.git("update-index", "--chmod=+x", "a");
    await repo.git("commit", "--quiet", "-m", "mode");
    expect((await scan(repo, "main~2")).sightings).toMatchObject([{ commit }]);
  });

  test("paths that are not looked at have no sightings", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.commit({ "a/x": "NEEDLE", "b/x": "NEEDLE", "b/y": "1 NEEDLE" });
    const { sightings, gaps } = await scan(repo, "HEAD^", "HEAD", { includes: (path) => path.startsWith("a/") });
    expect(sightings.map(placeOf)).toEqual(["a/x:1:1"]);
    expect(gaps).toEqual([]);
  });

  test("a folder inside the repository stands for all of it", async () => {
    await using repo = await gitRepo({ "sub/a": "old", x: "NEEDLE1" });
    await repo.commit({ y: "NEEDLE1 again", "sub/b": "NEEDLE2" });
    const { sightings } = await scan({ dir: `${repo.dir}/sub` }, "HEAD^");
    expect(sightings).toHaveLength(2);
    expect(sightings).toContainEqual(expect.objectContaining({ path: "sub/b", inHead: true, preexisting: false }));
    expect(sightings).toContainEqual(expect.objectContaining({ path: "y", inHead: true, preexisting: true }));
  });

  test("an author's name is read in the encoding its commit declares", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.commit({ a: "NEEDLE" });
    const raw = await repo.git("cat-file", "commit", "HEAD");
    const declared = raw.replace("Ada", "René").replace("\n\n", "\nencoding ISO-8859-1\n\n");
    await repo.write({ ".git/raw": Buffer.from(declared, "latin1") });
    const commit = await repo.git("hash-object", "-t", "commit", "-w", ".git/raw");
    expect((await scan(repo, "HEAD^", commit)).sightings).toMatchObject([{ author: "René", commit }]);
  });
});

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

describe("what cannot be read", () => {
  test("an object that is missing is a gap, and the others are read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "lost", c: "NEEDLE", d: "2" });
    const oid = await repo.oid("HEAD:b");
    await repo.lose(oid);
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf)).toEqual(["c:1:1"]);
    expect(gaps).toEqual([{ kind: "missing-object", detail: expect.stringContaining(oid) }]);
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
    expect(gaps).toEqual([{ kind: "unreadable", detail: expect.stringContaining(oid) }]);
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
    expect(gaps.map(({ kind }) => kind)).toContain("missing-object");
  });

  test("a list of objects that breaks off is a gap", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "2" });
    const middle = await repo.oid("HEAD");
    await repo.commit({ c: "3" });
    await repo.lose(middle);
    expect((await scan(repo, null, await repo.oid("main"))).gaps).toMatchObject([
      { kind: "unreadable", detail: expect.stringContaining("broke off") },
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

describe("shallow clones", () => {
  test("a range that runs past the end of a shallow clone says so, and how to mend it", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const n of [1, 2, 3, 4]) await repo.commit({ a: `v${n}` });
    await using clone = await repo.clone("--depth=2");
    const error = await scan(clone, null).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/shallow.*fetch-depth: 0/);
  });

  test("a range that a shallow clone has whole is read", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const n of [1, 2, 3, 4]) await repo.commit({ a: `v${n}` });
    await repo.commit({ b: "NEEDLE" });
    await using clone = await repo.clone("--depth=3");
    const { sightings, gaps } = await scan(clone, "HEAD~2");
    expect(sightings.map(placeOf)).toEqual(["b:1:1"]);
    expect(gaps).toEqual([]);
  });

  test("a shallow clone is told in a linked work tree as well", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const n of [1, 2, 3]) await repo.commit({ a: `v${n}` });
    await using clone = await repo.clone("--depth=2");
    await clone.git("worktree", "add", "--quiet", "linked");
    await expect(scan({ dir: `${clone.dir}/linked` }, null)).rejects.toThrow(/shallow/);
    expect((await scan({ dir: `${clone.dir}/linked` }, "HEAD^")).gaps).toEqual([]);
  });
});

describe("ends that are not there", () => {
  test.each([
    ["no such branch", "nope"],
    ["an option", "--all"],
    ["a full name", "1".repeat(40)],
    ["a name of the other hash", "1".repeat(64)],
    ["a path", "HEAD:a"],
    ["two lines", "HEAD\nHEAD"],
    ["nothing", ""],
  ])("%s as an end is refused by its name", async (_, name) => {
    await using repo = await gitRepo({ a: "1" });
    for (const [base, head] of [
      [name, "HEAD"],
      ["HEAD", name],
      [name, await repo.oid("HEAD")],
      [await repo.oid("HEAD"), name],
    ] as const) {
      const error = await scan(repo, base, head).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toContain(name === "" ? '""' : JSON.stringify(name).slice(1, -1));
    }
  });

  test("a folder that is in no repository, or is not there, is refused", async () => {
    await expect(scan({ dir: "/" }, null)).rejects.toThrow(/not in a git repository/);
    await expect(scan({ dir: "/no/such/folder" }, null)).rejects.toThrow(UsageError);
  });

  test("without git on the PATH the error says what to install", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const head of ["HEAD", await repo.oid("HEAD")]) {
      await expect(scan(repo, null, head, { environment: { PATH: "/nowhere" } })).rejects.toThrow(/install git/);
    }
  });
});

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

function wide(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}`, randomText(3000 + n)]));
}

/** Text that does not compress away, the same each time. */
function randomText(length: number): string {
  let state = length;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + (state % 26));
  }).join("");
}
