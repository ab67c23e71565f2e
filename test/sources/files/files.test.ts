import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { openFiles } from "../../../src/sources/files/files.ts";
import { needles, placeOf, scanned } from "../needles.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "files-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

const scan = async (globs: readonly string[], exclude: readonly string[] = []) =>
  await scanned((await openFiles({ root, globs, exclude })).source);

describe("files", () => {
  test("are read as they are on disk, hidden ones too", async () => {
    await write({ ".env": "A=NEEDLE\n", "src/a.ts": "\n\n  NEEDLE", "src/b.ts": "no" });
    const { sightings, coverage, gaps } = await scan([]);
    expect(sightings.map(placeOf).toSorted()).toEqual([".env:1:3", "src/a.ts:3:3"]);
    expect(sightings).toMatchObject([
      { where: "file", commit: null, author: null, at: null, inHead: true, preexisting: false },
      { where: "file" },
    ]);
    expect(coverage).toEqual({ commits: 0, blobs: 3, bytes: 9 + 10 + 2, texts: 0 });
    expect(gaps).toEqual([]);
  });

  test("that globs name are read, and those excluded are not", async () => {
    await write({ "src/a.ts": "NEEDLE", "src/b.js": "NEEDLE", "vendor/a.ts": "NEEDLE", "src/skip/a.ts": "NEEDLE" });
    const { sightings } = await scan(["**/*.ts", "!vendor/**"], ["src/skip"]);
    expect(sightings.map(placeOf)).toEqual(["src/a.ts:1:1"]);
  });

  test("a folder stands for all files in it, and a name of a file for that file, whatever it looks like", async () => {
    await write({
      "a/x": "NEEDLE",
      "b/[id].ts": "NEEDLE",
      "b/i.ts": "NEEDLE",
      "c}": "NEEDLE",
      "d/*": "NEEDLE",
      "d/e": "1",
    });
    const { sightings } = await scan(["a", "b/[id].ts", "c}", join(root, "d/*")]);
    expect(sightings.map(placeOf).toSorted()).toEqual(["a/x:1:1", "b/[id].ts:1:1", "c}:1:1", "d/*:1:1"]);
  });

  test("git's own folder is left alone", async () => {
    await write({ ".git/config": "NEEDLE", "sub/.git/x": "NEEDLE", ".gitignore": "NEEDLE", a: "1" });
    expect((await scan([])).sightings.map(placeOf)).toEqual([".gitignore:1:1"]);
    expect((await scan([".git/config"])).sightings.map(placeOf)).toEqual([".git/config:1:1"]);
  });

  test("whose names are not UTF-8 are read, told by an escape, and meant by what was told", async () => {
    await write({ "dir/x": "1" });
    const name = Buffer.concat([Buffer.from(join(root, "dir/caf")), Buffer.from([0xe9])]);
    await writeFile(name, "NEEDLE");
    const { sightings, gaps } = await scan([]);
    expect(sightings.map(placeOf)).toEqual(["dir/caf\\xe9:1:1"]);
    expect(gaps).toEqual([]);
    expect((await scan(["dir/caf\\xe9"])).sightings.map(placeOf)).toEqual(["dir/caf\\xe9:1:1"]);
  });

  test("and their folders are searched for keys in their names, each name once", async () => {
    const long = `NEEDLE${"x".repeat(40)}`;
    await write({ [`a/${long}/f`]: "", [`b/${long}`]: "", "short/NEEDLE": "" });
    const { sightings } = await scan([]);
    expect(sightings).toMatchObject([{ where: "path", path: `a/${long}`, line: null, inHead: true }]);
    expect((await scan(["short"])).sightings).toEqual([]);
    execFileSync("mkfifo", [join(root, `short/NEEDLE1${"x".repeat(40)}`)]);
    expect((await scan(["short"])).sightings).toMatchObject([{ where: "path" }]);
  });

  test("a large file is read in pieces, and its hits are placed", async () => {
    await write({ big: `${"x\n".repeat(3_000_000)}NEEDLE1 ${"y".repeat(5_000_000)}NEEDLE2` });
    const { sightings } = await scan(["big"]);
    expect(sightings.map(placeOf)).toEqual(["big:3000001:1", "big:3000001:5000009"]);
  });
});

describe("links", () => {
  const link = async (path: string, target: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await symlink(target, join(root, path));
  };
  const scanIn = async (folder: string, globs: readonly string[] = [], exclude: readonly string[] = []) =>
    await scanned((await openFiles({ root: join(root, folder), globs, exclude })).source);

  test("to what is scanned anyway, in a circle, or to nothing are passed over", async () => {
    await write({ "real/a": "NEEDLE" });
    for (const [path, target] of [
      ["folder", "real"],
      ["file", "real/a"],
      ["real/loop", ".."],
      ["self", "self"],
      ["nowhere", "gone"],
      ["null", "/dev/null"],
      ["absolute", join(root, "real/a")],
    ] as const)
      await link(path, target);
    const { sightings, gaps } = await scan([]);
    expect(sightings.map(placeOf)).toEqual(["real/a:1:1"]);
    expect(gaps).toEqual([]);
  });

  test("to a file that is not scanned otherwise are read as that file", async () => {
    await write({ "real/a": "NEEDLE", "real/deep/b": "NEEDLE", "in/x": "1" });
    await link("in/file", "../real/a");
    await link("in/folder", "../real");
    await link("in/again", "folder");
    const { sightings, gaps } = await scan(["in"]);
    expect(sightings.map(placeOf).toSorted()).toEqual(["in/again/a:1:1", "in/again/deep/b:1:1", "in/file:1:1"]);
    expect(gaps).toEqual([]);
    expect((await scan(["in"], ["real/**"])).sightings).toEqual([]);
    expect((await scan(["in/file"])).sightings.map(placeOf)).toEqual(["in/file:1:1"]);
  });

  test("to another folder of the same work tree are read, and those into .git are not", async () => {
    await write({ "packages/a/x": "1", "packages/b/y": "NEEDLE", ".git/HEAD": "", ".git/config": "NEEDLE" });
    await link("packages/a/node_modules/b", "../../b");
    expect((await scanIn("packages/a")).sightings.map(placeOf)).toEqual(["node_modules/b/y:1:1"]);
    await link("packages/a/config", "../../.git/config");
    expect((await scanIn("packages/a")).gaps).toHaveLength(1);
  });

  test.each([
    "file",
    "folder",
  ])("to a %s outside are searched: a key there is a gap, and none of the change's", async (kind) => {
    await write({ "build/x": "1", "common/.env": "NEEDLE", "common/tool": "no" });
    await link("build/link", kind === "file" ? "../common/.env" : "../common");
    await link("build/python", "../common/tool");
    for (const globs of [[], ["link", "x"]]) {
      expect(await scanIn("build", globs)).toMatchObject({
        sightings: [],
        gaps: [{ kind: "unreadable", detail: expect.stringContaining("leads out of the folder") }],
      });
    }
    expect((await scanIn("build", ["python"])).gaps).toEqual([]);
  });

  test("are searched themselves: their text is part of what is scanned", async () => {
    await write({ a: "1" });
    await link("link", `gone/NEEDLE${"x".repeat(40)}`);
    expect((await scan([])).sightings.map(placeOf)).toEqual(["link:1:6"]);
  });

  test("to nothing, named by themselves, are told", async () => {
    await write({ a: "1" });
    await link("link", "gone");
    expect((await scan(["a", "link"])).gaps).toMatchObject([
      { kind: "unreadable", detail: expect.stringMatching(/link/) },
    ]);
  });
});

describe("what .gitignore hides", () => {
  const environment = { PATH: process.env["PATH"] };
  const places = async (folder: string, ignored?: boolean) => {
    const options = { root: join(root, folder), globs: [], exclude: [], environment };
    const { source } = await openFiles(ignored === undefined ? options : { ...options, ignored });
    const { sightings, gaps } = await scanned(source);
    return { places: sightings.map(placeOf).toSorted(), gaps };
  };

  beforeEach(async () => {
    execFileSync("git", ["init", "--quiet", root]);
    await write({
      ".gitignore": ".env\nbuild/\n*.log\nkept.log\n",
      ".env": "NEEDLE",
      "build/deep/a": "NEEDLE",
      "src/a.log": "NEEDLE",
      "src/[x]/.gitignore": "*",
      "src/[x]/a": "NEEDLE",
      "src/a": "NEEDLE",
      "kept.log": "NEEDLE",
    });
    execFileSync("git", ["-C", root, "add", "--force", "kept.log"]);
  });

  test("is read, unless it is asked to be left out; what is tracked is read all the same", async () => {
    const all = [".env:1:1", "build/deep/a:1:1", "kept.log:1:1", "src/[x]/a:1:1", "src/a.log:1:1", "src/a:1:1"];
    expect(await places(".")).toEqual({ places: all, gaps: [] });
    expect(await places(".", true)).toEqual({ places: all, gaps: [] });
    expect(await places(".", false)).toEqual({ places: ["kept.log:1:1", "src/a:1:1"], gaps: [] });
  });

  test("counts from a folder within, and makes an ignored one empty, which is told", async () => {
    expect(await places("src", false)).toEqual({ places: ["a:1:1"], gaps: [] });
    expect(await places("build/deep", false)).toMatchObject({ places: [], gaps: [{ kind: "miscounted" }] });
  });

  test("is nothing where there is no repository, and nothing in another repository within", async () => {
    execFileSync("git", ["init", "--quiet", join(root, "inner")]);
    await write({ "inner/.env": "NEEDLE", "inner/a": "NEEDLE" });
    expect((await places(".", false)).places).toContain("inner/a:1:1");
    await rm(join(root, ".git"), { recursive: true });
    expect((await places("build", false)).places).toEqual(["deep/a:1:1"]);
  });
});

describe("what is not read of files is told", () => {
  test.each([["nope.ts"], ["no/such/folder"]])("%s, a name that is not there", async (name) => {
    await write({ a: "1" });
    await expect(scan(["a", name])).rejects.toThrow(UsageError);
    await expect(scan(["a", name])).rejects.toThrow(JSON.stringify(name));
  });

  test("globs that match nothing", async () => {
    await write({ a: "1" });
    expect((await scan(["**/*.rs"])).gaps).toMatchObject([
      { kind: "miscounted", detail: expect.stringContaining("**/*.rs") },
    ]);
  });

  test("a file that went away while others were read", async () => {
    await write({ a: "1", b: "2" });
    const { source } = await openFiles({ root, globs: ["*"], exclude: [] });
    const read: string[] = [];
    for await (const blob of source.blobs()) {
      await rm(join(root, "a"), { force: true });
      await rm(join(root, "b"), { force: true });
      for await (const hit of needles(blob)) await source.locate(blob, hit);
      if (blob.provenance.kind === "file") read.push(blob.provenance.path);
    }
    const { gaps } = source.account();
    expect(gaps).toHaveLength(read.length);
    expect(gaps).toMatchObject(read.map(() => ({ kind: "unreadable", detail: expect.stringContaining("ENOENT") })));
  });

  test("a folder and a file that may not be read", async () => {
    await write({ "open/a": "NEEDLE", "closed/b": "NEEDLE", "open/c": "NEEDLE" });
    const program = `
      const { openFiles } = await import(${JSON.stringify(join(import.meta.dirname, "../../../src/sources/files/files.ts"))});
      process.setuid?.(65534);
      const { source } = await openFiles({ root: ${JSON.stringify(root)}, globs: [], exclude: [] });
      let read = [];
      for await (const { provenance, chunks } of source.blobs()) for await (const chunk of chunks) read.push(provenance.path);
      console.log(JSON.stringify({ read, gaps: source.account().gaps }));
    `;
    await chmod(root, 0o755);
    await chmod(join(root, "closed"), 0);
    await chmod(join(root, "open/c"), 0);
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: "/", stdio: "pipe" });
    const { read, gaps } = JSON.parse(output.toString());
    expect(read).toEqual(["open/a"]);
    expect(gaps.map(({ detail }: { detail: string }) => detail).toSorted()).toEqual([
      '"closed" was not read: the system refused it (EACCES).',
      '"open/c" was not read: the system refused it (EACCES).',
    ]);
  });
});
