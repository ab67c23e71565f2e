import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { openHistory } from "../../../src/sources/history/history.ts";
import type { HistoryOptions } from "../../../src/sources/history/history-source.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { manyFiles, placeOf, randomText, type Scanned, scanned, scan as scanRange } from "../needles.ts";

const environment = { PATH: process.env["PATH"] };

async function scan({ dir }: GitRepo, options: Partial<HistoryOptions> = {}): Promise<Scanned> {
  const { source } = await openHistory({
    repo: dir,
    environment,
    includes: () => true,
    unreachable: false,
    ...options,
  });
  return await scanned(source);
}

const places = ({ sightings }: Scanned) => sightings.map(placeOf).toSorted();

describe("of a history", () => {
  test("every branch, tag, remote, pull request, stash and note is read, and each object once", async () => {
    await using repo = await gitRepo({ a: "NEEDLE1 in the first commit" });
    await repo.commit({ a: "gone" });
    await repo.branch("side");
    await repo.commit({ b: "NEEDLE2" });
    await repo.git("update-ref", "refs/pull/7/head", await repo.commit({ b: "NEEDLE3" }));
    await repo.git("update-ref", "refs/remotes/origin/x", await repo.commit({ b: "NEEDLE4" }));
    await repo.git("reset", "--quiet", "--hard", "HEAD~2");
    await repo.switchTo("main");
    await repo.write({ a: "NEEDLE5" });
    await repo.git("stash");
    await repo.git("tag", "--annotate", "-m", "NEEDLE6", "v1");
    await repo.git("tag", "--annotate", "-m", "NEEDLE7", "v2", "v1");
    await repo.git("notes", "add", "-m", "NEEDLE8", "main");
    await repo.commit({}, "NEEDLE9 in a message");
    const { sightings, read, gaps, coverage } = await scan(repo);
    const keys = (await Promise.all(sightings.map(async ({ commit }) => commit))).length;
    expect(keys).toBe(9);
    expect(sightings.map(({ where, path }) => path ?? where).toSorted()).toEqual(
      ["a", "a", "b", "b", "b", "commit-message", "commit-message", "tag-message", "tag-message"].toSorted(),
    );
    expect(gaps).toEqual([]);
    const texts = read.filter(({ kind }) => kind === "commit-message" || kind === "tag-message").length;
    const objects = read.flatMap((one) => (one.kind === "object" ? [one.oid] : []));
    expect(new Set(objects).size).toBe(objects.length);
    expect(coverage).toMatchObject({ commits: texts - 2, blobs: objects.length, texts });
  });

  test("a detached HEAD is read, and one without a commit is no hindrance", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("checkout", "--quiet", "--detach");
    await repo.commit({ b: "NEEDLE" });
    expect((await scan(repo)).sightings).toMatchObject([{ path: "b", inHead: true }]);
    await repo.git("update-ref", "refs/heads/kept", "HEAD");
    await repo.git("symbolic-ref", "HEAD", "refs/heads/unborn");
    expect((await scan(repo)).sightings).toMatchObject([{ path: "b", inHead: false }]);
  });

  test("an empty repository is clean, with names of either kind", async () => {
    for (const objectFormat of ["sha1", "sha256"] as const) {
      await using repo = await gitRepo(undefined, { objectFormat });
      expect(await scan(repo)).toMatchObject({ sightings: [], coverage: { commits: 0, blobs: 0 }, gaps: [] });
      await repo.commit({ a: "NEEDLE" });
      expect(await scan(repo)).toMatchObject({ sightings: [{ path: "a", inHead: true }], gaps: [] });
    }
  });

  test("blobs and trees that a tag names without a commit are read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "dir/tree": "NEEDLE1", blob: "NEEDLE2" });
    const [tree, blob] = [await repo.oid("HEAD:dir"), await repo.oid("HEAD:blob")];
    await repo.git("reset", "--quiet", "--hard", "HEAD^");
    await repo.git("tag", "a-tree", tree);
    await repo.git("tag", "--annotate", "-m", "m", "a-blob", blob);
    const { sightings, gaps } = await scan(repo);
    expect(sightings).toMatchObject([{ commit: null }, { commit: null }]);
    expect(places({ sightings } as Scanned)).toEqual(["file:1:1", "tree:1:1"]);
    expect(gaps).toEqual([]);
  });

  test("a hit says who brought it, when, and whether the head still has it", async () => {
    await using repo = await gitRepo({ a: "x\n NEEDLE" });
    const first = await repo.oid("HEAD");
    await repo.rename("a", "sub/b");
    const second = await repo.commit({ a: "other" });
    const { sightings } = await scan(repo);
    const told = { where: "file", author: "Ada", line: 2, column: 2, preexisting: false };
    expect(sightings).toEqual([
      expect.objectContaining({ ...told, path: "a", commit: first, at: repo.timeOf(0), inHead: false }),
      expect.objectContaining({ ...told, path: "sub/b", commit: second, at: repo.timeOf(1), inHead: true }),
    ]);
  });

  test("paths that do not count are left out, and names of files, people and refs are read", async () => {
    const long = `NEEDLE${"n".repeat(40)}`;
    await using repo = await gitRepo({ out: "NEEDLE", in: "NEEDLEin", [`dir/${long}/x`]: "1" });
    await repo.git("rm", "--quiet", "-r", "dir");
    await repo.commit({}, "removed");
    await repo.git("branch", long);
    await repo.git("config", "user.name", "x");
    await repo.git("commit", "--quiet", "--allow-empty", "-m", "m", `--author=NEEDLE <a@example.com>`);
    const { sightings } = await scan(repo, { includes: (path) => path !== "out" });
    expect(sightings.map(({ where, path }) => `${where} ${path}`).toSorted()).toEqual([
      "commit-message null",
      "file in",
      `path dir/${long}`,
      `path refs/heads/${long}`,
    ]);
  });

  test("all of it is what a range without a base gives, where there is one branch", async () => {
    await using repo = await gitRepo({ a: "NEEDLE", ...manyFiles(20) });
    for (let n = 0; n < 5; n += 1) await repo.commit({ a: `NEEDLE${n}\n`, [`b${n}`]: "NEEDLE" }, `NEEDLE${n} told`);
    await repo.git("gc", "--quiet");
    const [history, range] = [await scan(repo), await scanRange(repo, null)];
    const order = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
    // The head of a range leads to all its commits; that of a history need not.
    const inHistory = range.sightings.map((one) => ({ ...one, inHead: one.inHead && one.where === "file" }));
    expect(history.sightings.toSorted(order)).toEqual(inHistory.toSorted(order));
    expect(history.coverage).toEqual(range.coverage);
    expect(history.gaps).toEqual([]);
  });

  test("progress begins with nothing, never goes back, and ends with all", async () => {
    await using repo = await gitRepo({ a: "x".repeat(5000) });
    await repo.commit({ b: "y".repeat(3000) }, "m");
    await repo.branch("gone");
    await repo.commit({ c: "z".repeat(2000) });
    await repo.switchTo("main");
    await repo.git("branch", "-D", "gone");
    const told: (readonly [number, number])[] = [];
    await scan(repo, { progress: (done, expected) => told.push([done, expected]) });
    expect(told[0]?.[0]).toBe(0);
    expect(told.every(([done], at) => done >= (told[at - 1]?.[0] ?? 0))).toBe(true);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    expect(told.at(-1)?.[1]).toBeGreaterThan(10_000);
  });
});

describe("what no ref leads to any more", () => {
  async function rewritten(): Promise<GitRepo> {
    const repo = await gitRepo({ a: "1" });
    await repo.commit({ a: "NEEDLE1", "lost/b": "NEEDLE2" }, "NEEDLE3 lost");
    await repo.git("tag", "--annotate", "-m", "NEEDLE4", "lost");
    await repo.git("tag", "--delete", "lost");
    await repo.git("reset", "--quiet", "--hard", "HEAD^");
    await repo.commit({ a: "NEEDLE5" });
    return repo;
  }

  test("is left out of what is told and counted", async () => {
    await using repo = await rewritten();
    const { sightings, coverage, gaps } = await scan(repo);
    expect(places({ sightings } as Scanned)).toEqual(["a:1:1"]);
    expect(coverage).toEqual({ commits: 2, blobs: 2, bytes: 1 + 7 + "start\n".length + "change\n".length, texts: 2 });
    expect(gaps).toEqual([]);
  });

  test("is told when it is asked for, with the commit that brought it", async () => {
    await using repo = await rewritten();
    const { sightings, coverage, gaps } = await scan(repo, { unreachable: true });
    expect(places({ sightings } as Scanned)).toEqual([
      "a:1:1",
      "a:1:1",
      "commit-message:1:1",
      "lost/b:1:1",
      "tag-message:1:1",
    ]);
    expect(sightings.find(({ path }) => path === "lost/b")).toMatchObject({ author: "Ada", inHead: false });
    expect(coverage).toMatchObject({ commits: 3, blobs: 4, texts: 4 });
    expect(gaps).toEqual([]);
  });

  test("is told of as a blob when even its commit is gone", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ b: "NEEDLE" });
    await repo.git("hash-object", "-w", "b");
    await rm(`${repo.dir}/b`);
    expect((await scan(repo)).sightings).toEqual([]);
    const { sightings, gaps } = await scan(repo, { unreachable: true });
    expect(sightings).toMatchObject([{ where: "file", path: null, commit: null, line: 1, inHead: false }]);
    expect(gaps).toEqual([]);
  });

  test("leaves no gap when it is damaged, and does when it is asked for", async () => {
    await using repo = await rewritten();
    const oid = await repo.git("rev-parse", "HEAD@{1}~0:lost/b").catch(() => repo.git("rev-parse", "ORIG_HEAD:lost/b"));
    await repo.corrupt(oid);
    expect((await scan(repo)).gaps).toEqual([]);
    const { gaps } = await scan(repo, { unreachable: true });
    expect(gaps).toMatchObject([{ kind: "unreadable", detail: expect.stringContaining(oid) }]);
  });
});

describe("what cannot be seen of a history is told", () => {
  test("in a shallow clone", async () => {
    await using repo = await gitRepo({ a: "NEEDLE1" });
    await repo.commit({ a: "2" });
    const head = await repo.commit({ b: "NEEDLE3" });
    await using clone = await repo.clone("--depth=1");
    const { sightings, gaps } = await scan(clone);
    expect(sightings.map(({ path }) => path)).toEqual(["b"]);
    expect(gaps).toEqual([{ kind: "missing-object", cause: "shallow", detail: expect.stringContaining(head) }]);
    expect(gaps[0]?.detail).toContain("shallow");
  });

  test("in a partial clone", async () => {
    await using repo = await gitRepo({ a: "NEEDLE1" });
    await repo.commit({ b: "NEEDLE2" }, "NEEDLE3");
    await using clone = await repo.clone("--filter=blob:none", "--no-checkout");
    const { sightings, gaps, coverage } = await scan(clone);
    expect(places({ sightings } as Scanned)).toEqual(["commit-message:1:1"]);
    expect(gaps.map(({ kind }) => kind)).toEqual(["missing-object", "missing-object"]);
    expect(coverage.blobs).toBe(0);
  });

  test.each(["missing", "damaged"] as const)("where a blob is %s", async (state) => {
    await using repo = await gitRepo({ a: "1", b: "lost", ...manyFiles(20) });
    await repo.commit({ c: "NEEDLE" });
    const oid = await repo.oid("HEAD:b");
    if (state === "missing") await repo.lose(oid);
    else await repo.corrupt(oid);
    const { sightings, gaps, coverage } = await scan(repo);
    expect(places({ sightings } as Scanned)).toEqual(["c:1:1"]);
    const first = await repo.oid("HEAD^");
    expect(gaps.map(({ kind, detail }) => [kind, detail.startsWith(`"b" of commit ${first} was not read`)])).toEqual([
      [state === "missing" ? "missing-object" : "unreadable", true],
    ]);
    expect(coverage.blobs).toBe(22);
  });

  test("where a tree is missing, and a key that was found is told all the same", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "dir/b": "NEEDLE1", c: "NEEDLE2" });
    await repo.lose(await repo.oid("HEAD:dir"));
    const { sightings, gaps } = await scan(repo);
    expect(sightings).toHaveLength(2);
    expect(gaps.map(({ kind }) => kind)).toContain("unreadable");
  });

  test("where a commit is missing", async () => {
    await using repo = await gitRepo({ a: "NEEDLE1" });
    const middle = await repo.commit({ b: "2" });
    await repo.commit({ c: "NEEDLE3" });
    await repo.lose(middle);
    const { sightings, gaps } = await scan(repo);
    expect(sightings.map(({ line }) => line)).toEqual([1, 1]);
    expect(gaps.length).toBeGreaterThan(0);
  });

  test("where there is no repository", async () => {
    await expect(openHistory({ repo: "/", environment, includes: () => true, unreachable: false })).rejects.toThrow(
      UsageError,
    );
  });

  test("where the reader stops early, which leaves no git behind", async () => {
    await using repo = await gitRepo({ ...manyFiles(20), big: randomText(6_000_000) });
    await repo.git("branch", "n".repeat(40));
    for (const kind of ["ref", "commit-message", "object"]) {
      const { source } = await openHistory({ repo: repo.dir, environment, includes: () => true, unreachable: false });
      for await (const { provenance } of source.blobs()) if (provenance.kind === kind) break;
      expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
      await expect.poll(environments).not.toContain(`GIT_DIR=${repo.dir}`);
    }
  });
});

/** The environments of all processes. */
async function environments(): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", ["-c", "cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'"]);
  return stdout;
}
