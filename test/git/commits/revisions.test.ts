import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { findDefaultRange, findNewBranchBase } from "../../../src/git/commits/branches.ts";
import { parseCommitRange, parseRangeExpression } from "../../../src/git/commits/commit-range.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";

const at = (repo: GitRepo) => ({ repo: repo.dir, environment: { PATH: process.env["PATH"] } });

/** main: 1 - 2, and feature: 1 - 3 - 4. */
async function forked() {
  const repo = await gitRepo({ a: "1" });
  const start = await repo.oid("HEAD");
  await repo.branch("feature");
  await repo.commit({ b: "3" });
  const feature = await repo.commit({ b: "4" });
  await repo.switchTo("main");
  const main = await repo.commit({ a: "2" });
  await repo.switchTo("feature");
  return { repo, start, feature, main };
}

describe("a range", () => {
  test.each([
    ["main..feature", { base: "main", head: "feature", fromMergeBase: false }],
    ["main...feature", { base: "main", head: "feature", fromMergeBase: true }],
    ["main", { base: "main", head: "HEAD", fromMergeBase: false }],
    [" main.. ", { base: "main", head: "HEAD", fromMergeBase: false }],
    ["..feature", { base: "HEAD", head: "feature", fromMergeBase: false }],
    ["v1.0..v1.1", { base: "v1.0", head: "v1.1", fromMergeBase: false }],
  ])("%j is read", (range, words) => {
    expect(parseRangeExpression(range)).toEqual(words);
  });

  test.each([[""], ["  "], ["a....b"], ["a..b..c"], ["a...b..c"]])("%j is refused", (range) => {
    expect(() => parseRangeExpression(range)).toThrow(UsageError);
  });

  test("A..B ends where its names say", async () => {
    const { repo, main, feature } = await forked();
    await using _ = repo;
    expect(await parseCommitRange("main..feature", at(repo))).toEqual({ base: main, head: feature });
    expect(await parseCommitRange("main", at(repo))).toEqual({ base: main, head: feature });
    expect(await parseCommitRange(`${main}..${feature}`, at(repo))).toEqual({ base: main, head: feature });
  });

  test("A...B starts where the two parted", async () => {
    const { repo, start, feature } = await forked();
    await using _ = repo;
    expect(await parseCommitRange("main...feature", at(repo))).toEqual({ base: start, head: feature });
    await repo.orphan("other");
    await repo.commit({ x: "1" });
    await expect(parseCommitRange("main...other", at(repo))).rejects.toThrow(/have no commit in common/);
  });

  test("tags stand for their commits, and short names for long ones", async () => {
    const { repo, start, feature } = await forked();
    await using _ = repo;
    await repo.git("tag", "-a", "v1", "-m", "one", start);
    expect(await parseCommitRange(`v1..${feature.slice(0, 10)}`, at(repo))).toEqual({ base: start, head: feature });
  });

  test("that begins with nothing, as servers say of a first push, has all that its head reaches", async () => {
    const { repo, feature } = await forked();
    await using _ = repo;
    const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    for (const base of ["0".repeat(40), "0".repeat(64), emptyTree, "4b825dc"]) {
      expect(await parseCommitRange(`${base}..feature`, at(repo))).toEqual({ base: null, head: feature });
      expect(await parseCommitRange(`${base}...`, at(repo))).toEqual({ base: null, head: feature });
      expect(await parseCommitRange(`${base}..${feature}`, at(repo))).toEqual({ base: null, head: feature });
    }
    await expect(parseCommitRange(`main..${"0".repeat(40)}`, at(repo))).rejects.toThrow(/stands for no commit/);
  });

  test("whose word means several commits is refused, with the full names; git would take one and warn", async () => {
    const { repo, main, feature } = await forked();
    await using _ = repo;
    const short = main.slice(0, 8);
    await repo.git("update-ref", "refs/remotes/origin/main", main);
    await repo.git("update-ref", "refs/remotes/up/HEAD", main);
    for (const name of ["tags/main", "tags/origin/main", "heads/up", "heads/other/main", `heads/${short}`, "tags/HEAD"])
      await repo.git("update-ref", `refs/${name}`, feature);
    await repo.git("update-ref", "refs/tags/feature", feature);
    for (const [word, ...meant] of [
      ["main", "refs/tags/main or refs/heads/main"],
      ["main~1", "refs/tags/main or refs/heads/main"],
      ["main@{0}", "refs/tags/main"],
      ["main^{commit}", "refs/tags/main"],
      ["origin/main", "refs/tags/origin/main or refs/remotes/origin/main"],
      ["up", "refs/heads/up or refs/remotes/up/HEAD"],
      [short, `refs/heads/${short} or ${main}`],
    ]) {
      for (const range of [`${word}..feature`, `feature...${word}`]) {
        await expect(parseCommitRange(range, at(repo))).rejects.toThrow(`is ambiguous: it can mean ${meant[0]}`);
      }
    }
    for (const [word, commit] of [
      ["refs/heads/main", main],
      ["heads/main", main],
      ["refs/tags/main", feature],
      ["HEAD", feature],
      ["@", feature],
      ["feature", feature],
      ["other/main", feature],
      [main, main],
    ])
      expect(await parseCommitRange(`${word}..refs/heads/feature`, at(repo))).toEqual({ base: commit, head: feature });
  });

  test("that names what is not there is refused by that name", async () => {
    const { repo } = await forked();
    await using _ = repo;
    await expect(parseCommitRange("main..nope", at(repo))).rejects.toThrow(/"nope" is not a commit.*fetch/);
    await expect(parseCommitRange("--output=x..main", at(repo))).rejects.toThrow(UsageError);
    await expect(parseCommitRange("feature@{upstream}..main", at(repo))).rejects.toThrow(
      /"feature@{upstream}" leads to no commit/,
    );
  });
});

describe("without a range", () => {
  test("the commits are those that the upstream has not", async () => {
    const { repo, main } = await forked();
    await using _ = repo;
    await using clone = await repo.clone("--branch=main");
    const head = await clone.commit({ c: "1" });
    const name = { text: "origin/main..HEAD", chosenBy: "upstream" };
    expect(await findDefaultRange(at(clone))).toEqual({ base: main, head, name });
  });

  test("of a branch without an upstream they are those that the default branch has not", async () => {
    const { repo, main } = await forked();
    await using _ = repo;
    await repo.switchTo("main");
    await using clone = await repo.clone();
    await clone.branch("mine");
    const head = await clone.commit({ c: "1" });
    const name = { text: "origin/main..HEAD", chosenBy: "remote-default" };
    expect(await findDefaultRange(at(clone))).toEqual({ base: main, head, name });
    await clone.git("switch", "--quiet", "--detach");
    expect(await findDefaultRange(at(clone))).toEqual({ base: main, head, name });
    await clone.git("remote", "set-head", "origin", "--delete");
    expect(await findDefaultRange(at(clone))).toEqual({ base: main, head, name });
  });

  test("an upstream that is gone gives way to the default branch", async () => {
    const { repo, main } = await forked();
    await using _ = repo;
    await repo.switchTo("main");
    await using clone = await repo.clone();
    await clone.git("switch", "--quiet", "feature");
    await clone.git("update-ref", "-d", "refs/remotes/origin/feature");
    expect(await findDefaultRange(at(clone))).toMatchObject({ base: main });
  });

  test("and without a remote they are those that the local default branch has not", async () => {
    const { repo, main } = await forked();
    await using _ = repo;
    await repo.switchTo("feature");
    const name = { text: "main..HEAD", chosenBy: "local-default" };
    expect(await findDefaultRange(at(repo))).toMatchObject({ base: main, name });
  });

  test("and on that branch itself they are all: nothing says which of them left this machine", async () => {
    await using repo = await gitRepo({ a: "1" });
    const name = { text: "HEAD", chosenBy: "all-commits" };
    expect(await findDefaultRange(at(repo))).toEqual({ base: null, head: await repo.oid("HEAD"), name });
  });

  test("where there is no commit, a UsageError says what to do", async () => {
    await using empty = await gitRepo();
    await expect(findDefaultRange(at(empty))).rejects.toThrow(/no commits yet.* scan --staged$/);
  });
});

describe("a branch that was just pushed", () => {
  test("is compared with the default branch", async () => {
    const { repo, main } = await forked();
    await using _ = repo;
    await repo.switchTo("main");
    await using clone = await repo.clone();
    for (const defaultBranch of ["main", null]) {
      expect(await findNewBranchBase(at(clone), { branch: "feature", defaultBranch })).toBe(main);
    }
  });

  test("is all new when it is the default branch, or that is not here", async () => {
    const { repo } = await forked();
    await using _ = repo;
    await repo.switchTo("main");
    await using clone = await repo.clone();
    expect(await findNewBranchBase(at(clone), { branch: "main", defaultBranch: "main" })).toBeNull();
    expect(await findNewBranchBase(at(clone), { branch: "main", defaultBranch: null })).toBeNull();
    expect(await findNewBranchBase(at(clone), { branch: "x", defaultBranch: "gone" })).toBeNull();
    expect(await findNewBranchBase(at(repo), { branch: "feature", defaultBranch: "main" })).toBeNull();
  });
});
