import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { Git } from "../../../src/git/git.ts";
import { openStaged } from "../../../src/sources/staged/staged.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { placeOf, scanned } from "../needles.ts";

const PATH = process.env["PATH"];

/** Scans what is staged, as a program would that git's environment was handed to. */
async function scan(repo: string, environment = {}, includes: (path: string) => boolean = () => true) {
  return await scanned((await openStaged({ repo, environment: { PATH, ...environment }, includes })).source);
}

/** The git processes that the test starts from here on. */
function watchGit() {
  const start = vi.spyOn(Git.prototype, "start");
  onTestFinished(() => start.mockRestore());
  return () =>
    start.mock.results.map(({ value }, index) => ({
      command: start.mock.calls[index]?.[0].find((word) => /^(?:cat-file|diff-index)$/.test(word)),
      exited: value.exited as Promise<unknown>,
    }));
}

async function places({ dir }: GitRepo): Promise<readonly string[]> {
  return (await scan(dir)).sightings.map(placeOf).toSorted();
}

describe("of what is staged", () => {
  test("a key is told by its path and line, and as one that would be in the head", async () => {
    await using repo = await gitRepo({ a: "1", b: "old" });
    await repo.write({ a: "x\n NEEDLE", "sub/ü b": "NEEDLE", c: "clean" });
    await repo.git("add", "--all");
    const { sightings, coverage, gaps } = await scan(join(repo.dir, "sub"));
    expect(sightings.map(placeOf).toSorted()).toEqual(["a:2:2", "sub/ü b:1:1"]);
    const told = { where: "file", commit: null, author: null, at: null, inHead: true, preexisting: false };
    expect(sightings).toMatchObject([told, told]);
    expect(coverage).toEqual({ commits: 0, blobs: 3, bytes: 9 + 6 + 5, texts: 0 });
    expect(gaps).toEqual([]);
  });

  test("of many keys each is told to be in HEAD already or not", async () => {
    const keys = Array.from({ length: 20 }, (_, n) => `NEEDLE${String(n).padStart(3, "0")}`);
    await using repo = await gitRepo({ "old.txt": keys.slice(0, 12).join("\n") });
    await repo.write({ "new.txt": keys.join("\n") });
    await repo.git("add", "--all");
    const { sightings, gaps } = await scan(repo.dir);
    expect(sightings.map(({ preexisting }) => preexisting)).toEqual(keys.map((_, n) => n < 12));
    expect(gaps).toEqual([]);
  });

  test("git lists and reads while the ignore file is still read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ a: "NEEDLE", b: "NEEDLE" });
    await repo.git("add", "--all");
    const started = watchGit();
    const filter = Promise.withResolvers<(path: string) => boolean>();
    const options = { repo: repo.dir, environment: { PATH }, includes: filter.promise };
    const { source } = await openStaged(options);
    expect(started().map(({ command }) => command)).toEqual(["cat-file", "diff-index"]);
    filter.resolve((path) => path !== "b");
    expect((await scanned(source)).sightings.map(placeOf)).toEqual(["a:1:1"]);
  });

  test("git is ended where the ignore file cannot be read, which is then the error", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ a: "NEEDLE" });
    await repo.git("add", "--all");
    const started = watchGit();
    const includes = Promise.reject(new UsageError("unreadable"));
    const { source } = await openStaged({ repo: repo.dir, environment: { PATH }, includes });
    await Promise.all(started().map(({ exited }) => exited));
    await expect(source.blobs()[Symbol.asyncIterator]().next()).rejects.toThrow("unreadable");
    expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
  });

  test("what is in the work tree alone, or in HEAD already, is not looked at", async () => {
    await using repo = await gitRepo({ committed: "NEEDLE", changed: "1", gone: "NEEDLE" });
    await repo.write({ changed: "NEEDLE", untracked: "NEEDLE" });
    await repo.git("rm", "--quiet", "gone");
    expect(await scan(repo.dir)).toMatchObject({ sightings: [], read: [], gaps: [] });
  });

  test("what the index has counts, and not what the file on disk has become", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ a: "NEEDLE" });
    await repo.git("add", "a");
    await repo.write({ a: "mended" });
    expect(await places(repo)).toEqual(["a:1:1"]);
  });

  test("everything is new before the first commit, with names of either kind", async () => {
    for (const objectFormat of ["sha1", "sha256"] as const) {
      await using repo = await gitRepo(undefined, { objectFormat });
      expect(await scan(repo.dir)).toMatchObject({ sightings: [], gaps: [] });
      await repo.write({ a: "NEEDLE", "b/c": "NEEDLE" });
      await repo.git("add", "--all");
      const { sightings, gaps } = await scan(repo.dir);
      expect(sightings.map(placeOf).toSorted()).toEqual(["a:1:1", "b/c:1:1"]);
      expect(sightings).toMatchObject([{ preexisting: false }, { preexisting: false }]);
      expect(gaps).toEqual([]);
    }
  });

  test("a key that HEAD had before is told to be no new one, also where its file moved", async () => {
    await using repo = await gitRepo({ a: "NEEDLEold", b: "1" });
    await repo.rename("a", "moved");
    await repo.write({ moved: "changed\nNEEDLEold\n", b: "NEEDLEnew" });
    await repo.git("add", "--all");
    const { sightings } = await scan(repo.dir);
    expect(sightings.map((one) => [placeOf(one), one.preexisting])).toEqual([
      ["b:1:1", false],
      ["moved:2:1", true],
    ]);
  });

  test("a blob that is staged at two paths is read once and told twice", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ x: "NEEDLE", y: "NEEDLE" });
    await repo.git("add", "--all");
    const { sightings, coverage } = await scan(repo.dir);
    expect(sightings.map(placeOf)).toEqual(["x:1:1", "y:1:1"]);
    expect(coverage.blobs).toBe(1);
  });

  test("paths that do not count are not read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ x: "NEEDLE", y: "NEEDLE" });
    await repo.git("add", "--all");
    const { sightings, read } = await scan(repo.dir, {}, (path) => path !== "x");
    expect(sightings.map(placeOf)).toEqual(["y:1:1"]);
    expect(read).toHaveLength(1);
  });

  test("links are read, and submodules and what is only intended to be added are not", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ link: { link: "to/NEEDLE" }, later: "NEEDLE" });
    await repo.git("add", "link");
    await repo.git("add", "--intent-to-add", "later");
    await repo.git("update-index", "--add", "--cacheinfo", `160000,${await repo.oid("HEAD")},module`);
    const { sightings, gaps } = await scan(repo.dir);
    expect(sightings.map(placeOf)).toEqual(["link:1:4"]);
    expect(gaps).toEqual([]);
  });

  test("of a conflict all sides are read", async () => {
    await using repo = await gitRepo({ c: "base" });
    await repo.branch("side");
    await repo.commit({ c: "NEEDLEtheirs" });
    await repo.switchTo("main");
    await repo.commit({ c: "NEEDLEours" });
    await expect(repo.git("merge", "--quiet", "side")).rejects.toThrow("merge");
    const { sightings, gaps } = await scan(repo.dir);
    expect(sightings.map((one) => [placeOf(one), one.preexisting])).toEqual([
      ["c:1:1", true],
      ["c:1:1", false],
    ]);
    expect(gaps).toEqual([]);
  });

  test("files outside a sparse checkout are read too", async () => {
    await using repo = await gitRepo({ "in/a": "1", "out/b": "1" });
    await repo.git("sparse-checkout", "set", "--cone", "--sparse-index", "in");
    await repo.git("update-index", "--add", "--cacheinfo", `100644,${await needleIn(repo)},out/new`);
    expect(await places(repo)).toEqual(["out/new:1:1"]);
  });

  test("the name of a new file is read, and one that HEAD has already is no new leak", async () => {
    const name = `NEEDLE${"x".repeat(40)}`;
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ [`${name}/a.txt`]: "1", a: "2" });
    await repo.git("add", "--all");
    const { sightings } = await scan(repo.dir);
    expect(sightings).toMatchObject([{ where: "path", path: `${name}/a.txt`, inHead: true, preexisting: false }]);
    await repo.git("commit", "--quiet", "--message=m");
    await repo.write({ [`${name}/b.txt`]: "1" });
    await repo.git("add", "--all");
    expect((await scan(repo.dir)).sightings).toMatchObject([{ path: `${name}/b.txt`, preexisting: true }]);
  });
});

describe("looking at what is staged", () => {
  test("starts git twice, runs no program of the repository, and changes nothing", async () => {
    await using repo = await gitRepo({ a: "1" });
    const program = join(repo.dir, ".git/program");
    await writeFile(program, `#!/bin/sh\ntouch '${join(repo.dir, ".git/ran")}'\ncat\n`, { mode: 0o755 });
    for (const name of ["core.fsmonitor", "filter.f.clean", "filter.f.smudge", "diff.f.textconv", "diff.external"]) {
      await repo.git("config", name, program);
    }
    await repo.write({ a: "clean", ".gitattributes": "* filter=f diff=f\n" });
    await repo.git("-c", "filter.f.clean=", "-c", "core.fsmonitor=false", "add", "--all");
    await rm(join(repo.dir, ".git/ran"), { force: true });
    const bin = await mkdtemp(join(tmpdir(), "bin-"));
    const real = (await promisify(execFile)("sh", ["-c", "command -v git"])).stdout.trim();
    await writeFile(join(bin, "git"), `#!/bin/sh\necho x >> '${bin}/starts'\nexec '${real}' "$@"\n`, { mode: 0o755 });
    const before = await readFile(join(repo.dir, ".git/index"));
    const { source } = await openStaged({
      repo: repo.dir,
      environment: { PATH: `${bin}:${PATH}` },
      includes: () => true,
    });
    expect((await scanned(source)).read).toHaveLength(2);
    expect(await readFile(join(bin, "starts"), "utf8")).toBe("x\nx\n");
    expect(await readdir(join(repo.dir, ".git"))).not.toContain("ran");
    expect(await readFile(join(repo.dir, ".git/index"))).toEqual(before);
    await rm(bin, { recursive: true });
  });
});

describe("in a hook of git", () => {
  test("the index that is about to be committed is read, whichever git made for it", async () => {
    await using repo = await gitRepo({ a: "1", b: "1" });
    await repo.write({ a: "NEEDLEa", b: "NEEDLEb" });
    await repo.git("add", "b");
    expect(await seenInHook(repo, "commit", "--quiet", "--message=m", "a")).toEqual(["a:1:1"]);
    expect(await seenInHook(repo, "commit", "--quiet", "--message=m", "--all")).toEqual(["a:1:1", "b:1:1"]);
    expect(await seenInHook(repo, "commit", "--quiet", "--message=m")).toEqual(["b:1:1"]);
  });

  test("a linked work tree has an index of its own", async () => {
    await using repo = await gitRepo({ a: "1" });
    const tree = await mkdtemp(join(tmpdir(), "worktree-"));
    await repo.git("worktree", "add", "--quiet", "--force", tree, "-b", "other");
    await writeFile(join(tree, "a"), "NEEDLE");
    await repo.git("-C", tree, "add", "a");
    expect((await scan(tree)).sightings.map(placeOf)).toEqual(["a:1:1"]);
    expect(await places(repo)).toEqual([]);
    expect(await seenInHook(repo, "-C", tree, "commit", "--quiet", "--message=m")).toEqual(["a:1:1"]);
    await rm(tree, { recursive: true });
  });

  test("a work tree away from its repository is read where git says that is", async () => {
    await using repo = await gitRepo({ a: "1" });
    const away = await mkdtemp(join(tmpdir(), "away-"));
    await mkdir(join(away, "tree"));
    await rename(join(repo.dir, ".git"), join(away, "git"));
    await writeFile(join(away, "tree/a"), "NEEDLE");
    await repo.git(`--git-dir=${away}/git`, `--work-tree=${away}/tree`, "add", "a");
    const { sightings } = await scan(join(away, "tree"), { GIT_DIR: join(away, "git") });
    expect(sightings.map(placeOf)).toEqual(["a:1:1"]);
    await expect(scan(join(away, "tree"))).rejects.toThrow(UsageError);
    await rm(away, { recursive: true });
  });

  test("an index that is not there is no clean one", async () => {
    await using repo = await gitRepo({ a: "1" });
    await expect(scan(repo.dir, { GIT_INDEX_FILE: ".git/nowhere" })).rejects.toThrow(UsageError);
  });
});

describe("what cannot be read of what is staged", () => {
  test("is a gap, where an object is not there", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ a: "NEEDLE", b: "clean" });
    await repo.git("add", "--all");
    await repo.lose(await repo.oid(":a"));
    const { coverage, gaps } = await scan(repo.dir);
    expect(coverage.blobs).toBe(1);
    expect(gaps).toMatchObject([
      { kind: "missing-object", detail: expect.stringContaining(`The staged file "a" was not read`) },
    ]);
  });

  test("ends the run, where the index is damaged", async () => {
    await using repo = await gitRepo({ a: "1" });
    await writeFile(join(repo.dir, ".git/index"), "no index");
    await expect(scan(repo.dir)).rejects.toThrow(UsageError);
    await writeFile(join(repo.dir, ".git/index"), "no index, but as long as one has to be: some dozens of bytes");
    await expect(scan(repo.dir)).rejects.toThrow(
      /^Git cannot read the list of staged files \(.*\)\. Delete \.git\/index/,
    );
  });

  test("is a gap, where it is a pointer of Git LFS without its content", async () => {
    await using repo = await gitRepo({ a: "1" });
    const pointer = (oid: string) => `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 6\n`;
    await repo.write({ "big.bin": pointer("ab".repeat(32)) });
    await repo.git("add", "--all");
    expect((await scan(repo.dir)).gaps).toMatchObject([{ kind: "lfs", detail: expect.stringContaining("big.bin") }]);
    const folder = join(repo.dir, ".git/lfs/objects/ab/ab");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "ab".repeat(32)), "NEEDLE");
    const { sightings, coverage, gaps } = await scan(repo.dir);
    expect(sightings.map(placeOf)).toEqual(["big.bin:1:1"]);
    expect(coverage.blobs).toBe(2);
    expect(gaps).toMatchObject([{ kind: "lfs", detail: expect.stringContaining("not the one it points to") }]);
  });
});

/** Runs a command of git with a hook that keeps its environment, and scans as the hook would have. */
async function seenInHook(repo: GitRepo, ...command: string[]): Promise<readonly string[]> {
  const hook = `
    const { openStaged } = await import(${JSON.stringify(join(import.meta.dirname, "../../../src/sources/staged/staged.ts"))});
    const { scanned, placeOf } = await import(${JSON.stringify(join(import.meta.dirname, "../needles.ts"))});
    const { source } = await openStaged({ repo: process.cwd(), environment: process.env, includes: () => true });
    const { sightings, gaps } = await scanned(source);
    console.error(JSON.stringify([...sightings.map(placeOf).toSorted(), ...gaps]));
    process.exitCode = 1;
  `;
  const folder = join(repo.dir, ".git/hooks");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "hook.mjs"), hook);
  await writeFile(join(folder, "pre-commit"), `#!/bin/sh\nexec '${process.execPath}' "${folder}/hook.mjs"\n`, {
    mode: 0o755,
  });
  const ended = await promisify(execFile)("git", command, {
    cwd: repo.dir,
    env: { PATH, GIT_CONFIG_GLOBAL: "/dev/null", GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com", ...WHO },
  }).catch((error: { stderr: string }) => error);
  return JSON.parse(ended.stderr.trim());
}

const WHO = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };

/** The name of a blob with a needle, which is in no tree. */
async function needleIn(repo: GitRepo): Promise<string> {
  await repo.write({ "in/tmp": "NEEDLE" });
  const oid = await repo.git("hash-object", "-w", "in/tmp");
  await rm(join(repo.dir, "in/tmp"));
  return oid;
}
