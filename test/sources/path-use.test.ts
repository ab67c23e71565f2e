import { expect, test } from "vitest";
import { Git } from "../../src/git/git.ts";
import { checkPresentPaths, checkRangePaths, checkStagedPaths } from "../../src/sources/path-use.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

const FILES = { "services/a/app.ts": "1\n", "services/b/app.ts": "1\n", "docs/a.md": "1\n" };

function gitOf(repo: GitRepo): Git {
  return new Git(`${repo.dir}/.git`, process.env);
}

async function forked(): Promise<{ repo: GitRepo; git: Git; base: string; head: string }> {
  const repo = await gitRepo(FILES);
  const base = await repo.oid("HEAD");
  await repo.commit({ "services/b/new.ts": "2\n", "docs/passing.md": "2\n" });
  const head = await repo.commit({ "docs/passing.md": null });
  return { repo, git: gitOf(repo), base, head };
}

test("a glob that matches a changed file says nothing", async () => {
  const { repo, git, base, head } = await forked();
  await using _ = repo;
  const used = { unmatched: [], untouched: null };
  expect(await checkRangePaths(git, { base, head }, ["services/b/**"])).toEqual(used);
  expect(await checkRangePaths(git, { base, head }, ["services/b"])).toEqual(used);
  expect(await checkRangePaths(git, { base, head }, [])).toEqual(used);
});

test("a glob that matches a file which the change does not touch is no typing error", async () => {
  const { repo, git, base, head } = await forked();
  await using _ = repo;
  const globs = ["services/a/**"];
  const untouched = { globs, changedFiles: 2 };
  expect(await checkRangePaths(git, { base, head }, globs)).toEqual({ unmatched: [], untouched });
});

test("a file that came and went within the range is one that the change touches", async () => {
  const { repo, git, base, head } = await forked();
  await using _ = repo;
  const used = { unmatched: [], untouched: null };
  expect(await checkRangePaths(git, { base, head }, ["docs/pass*"])).toEqual(used);
});

test("each glob that matches no file at all is named, whatever the others match", async () => {
  const { repo, git, base, head } = await forked();
  await using _ = repo;
  const globs = ["typo/**", "services/b/**", "**/*.ts", "**/*.tsx", "services/c"];
  const unmatched = ["typo/**", "**/*.tsx", "services/c"];
  expect(await checkRangePaths(git, { base, head }, globs)).toEqual({ unmatched, untouched: null });
  expect(await checkRangePaths(git, { base: null, head }, globs)).toMatchObject({ unmatched });
});

test("a file that the change deletes was there to be matched", async () => {
  await using repo = await gitRepo(FILES);
  const base = await repo.oid("HEAD");
  const head = await repo.commit({ "docs/a.md": null });
  expect(await checkRangePaths(gitOf(repo), { base, head }, ["docs/**"])).toMatchObject({ unmatched: [] });
});

test("of what is staged the index counts", async () => {
  await using repo = await gitRepo(FILES);
  await repo.write({ "new/x.ts": "1\n" });
  await repo.git("add", "--all");
  const check = async (glob: string) => await checkStagedPaths(gitOf(repo), [glob]);
  expect(await check("new/*")).toEqual({ unmatched: [], untouched: null });
  expect(await check("docs/*")).toEqual({ unmatched: [], untouched: { globs: ["docs/*"], changedFiles: 1 } });
  expect(await check("typo/*")).toMatchObject({ unmatched: ["typo/*"] });
});

test("of the history a file counts that was there once", async () => {
  await using repo = await gitRepo(FILES);
  await repo.commit({ "docs/a.md": null });
  const check = async (glob: string, withHistory: boolean) =>
    (await checkPresentPaths(gitOf(repo), ["HEAD"], [glob], { withHistory })).unmatched;
  expect(await check("docs/**", false)).toEqual(["docs/**"]);
  expect(await check("docs/**", true)).toEqual([]);
  expect(await check("doc/**", true)).toEqual(["doc/**"]);
});

test("where git cannot list the files, nothing is claimed", async () => {
  await using repo = await gitRepo(FILES);
  const nothing = { unmatched: [], untouched: null };
  expect(await checkPresentPaths(gitOf(repo), ["0".repeat(40)], ["typo"])).toEqual(nothing);
  expect(await checkRangePaths(gitOf(repo), { base: null, head: "0".repeat(40) }, ["typo"])).toEqual(nothing);
});
