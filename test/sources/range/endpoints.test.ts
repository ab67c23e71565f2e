import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { MissingCommit } from "../../../src/git/commits/revisions.ts";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { placeOf, scan } from "../needles.ts";

describe("shallow clones", () => {
  test("a range that runs past the end of a shallow clone says so, and how to mend it", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const n of [1, 2, 3, 4]) await repo.commit({ a: `v${n}` });
    await using clone = await repo.clone("--depth=2");
    const error = await scan(clone, null).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/shallow.*git fetch --unshallow/);
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
    await expect(scan({ dir: "/" }, null)).rejects.toThrow(/is not in a git repository/);
    await expect(scan({ dir: "/no/such/folder" }, null)).rejects.toThrow(UsageError);
  });

  test("without git on the PATH the error says what to install", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const head of ["HEAD", await repo.oid("HEAD")]) {
      await expect(scan(repo, null, head, { environment: { PATH: "/nowhere" } })).rejects.toThrow(/Install git/);
    }
  });
});

describe("a commit that is missing", () => {
  const environment = { PATH: process.env["PATH"] };
  const opened = async (repo: string, base: string | null, head: string) =>
    await openRange({ repo, base, head, environment, includes: () => true }).catch((error: unknown) => error);

  test("as what a force-push replaced, is told by its name before anything is read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ a: "2" });
    const before = await repo.oid("HEAD");
    await repo.git("reset", "--quiet", "--hard", "HEAD^");
    const after = await repo.commit({ a: "NEEDLE" });
    // Here it is: what it had is not asked for again.
    expect(await opened(repo.dir, before, after)).toMatchObject({ change: { base: before, head: after } });
    // In a fresh clone it is not.
    await using clone = await repo.clone();
    const error = await opened(clone.dir, before, after);
    expect(error).toBeInstanceOf(MissingCommit);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ name: "UsageError", commit: before });
    expect(await opened(clone.dir, null, before)).toMatchObject({ commit: before });
    expect(await opened(clone.dir, "main", "nope")).toMatchObject({ commit: "nope" });
  });

  test("as where a shallow clone ends, is told before anything is read, however many commits come first", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commits = Array.from(
      { length: 3000 },
      (_, n) => `commit refs/heads/main\nmark :${n + 1}\n${COMMITTER}${from(n)}`,
    );
    await repo.write({ ".git/stream": commits.join("") });
    await repo.git("-c", "alias.feed=!git fast-import --quiet --force <.git/stream", "feed");
    await using clone = await repo.clone("--depth=2500");
    const error = await opened(clone.dir, null, await repo.oid("main"));
    expect(error).toBeInstanceOf(MissingCommit);
    expect(error).toMatchObject({ commit: await repo.oid("main~2499") });
    expect(await opened(clone.dir, await repo.oid("main~2499"), await repo.oid("main"))).toMatchObject({
      change: { kind: "range" },
    });
  });
});

const COMMITTER = "committer A <a@example.com> 1700000000 +0000\ndata 1\nm\n";

function from(n: number): string {
  return n === 0 ? "" : `from :${n}\n`;
}
