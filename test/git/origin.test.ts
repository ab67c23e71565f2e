import { expect, test } from "vitest";
import { readOrigin } from "../../src/git/origin.ts";
import { gitRepo } from "../support/git-repo.ts";

const at = (repo: string) => readOrigin({ repo, environment: { PATH: process.env["PATH"] } });
const github = { serverUrl: "https://github.com", repository: "acme/web" };

test.each([
  ["https://github.com/acme/web.git", github],
  ["https://ada:p4ss@github.com/acme/web", github],
  ["git@github.com:acme/web.git", github],
  ["ssh://git@ssh.github.com:443/acme/web.git", github],
  ["git@github.acme.example:acme/web.git", { serverUrl: "https://github.acme.example", repository: "acme/web" }],
  ["git@work:acme/web.git", { serverUrl: null, repository: "acme/web" }],
  ["/srv/git/web.git", null],
  ["https://gitlab.example/group/sub/web.git", null],
])("the origin %s is told by its server and its name", async (url, origin) => {
  await using repo = await gitRepo({ a: "1" });
  await repo.git("remote", "add", "origin", url);
  expect(await at(repo.dir)).toEqual(origin && { ...origin, defaultBranch: null });
});

test("its default branch is the one that the clone remembers, and no guess", async () => {
  await using repo = await gitRepo({ a: "1" });
  expect(await at(repo.dir)).toBe(null);
  await repo.git("remote", "add", "origin", "git@github.com:acme/web.git");
  await repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
  await repo.git("update-ref", "refs/remotes/origin/release/next", "HEAD");
  expect(await at(repo.dir)).toMatchObject({ defaultBranch: null });
  await repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/next");
  expect(await at(repo.dir)).toEqual({ ...github, defaultBranch: "release/next" });
});

test("a folder without a repository has none", async () => {
  expect(await at("/")).toBe(null);
});
