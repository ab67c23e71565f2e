import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicRepository, readDefaultBranchFile, readDefaultBranchName } from "../../src/github/repository.ts";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { gitRepo } from "../support/git-repo.ts";
import { TestClock } from "../support/test-clock.ts";

let github: GitHubSandbox;

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());

describe("a file of the default branch", () => {
  const read = async (path: string, permissions: Record<string, "read">) => {
    const token = github.token({ repo: "acme/shop-files", permissions });
    const access = { apiUrl: github.apiUrl, token };
    return await readDefaultBranchFile(access, { owner: "acme", repo: "shop-files" }, path, { clock: new TestClock() });
  };

  test("is read as it is; one that is not there is none, and one that may not be read is an error", async () => {
    const { dir } = await github.repository("acme/shop-files");
    await using repo = await gitRepo({ "a/päth.yml": "rules: {}\n# ü\n" });
    await repo.git("push", "--quiet", dir, "HEAD:refs/heads/main");
    expect(Buffer.from((await read("a/päth.yml", { contents: "read" })) ?? "").toString()).toBe("rules: {}\n# ü\n");
    expect(await read("none.yml", { contents: "read" })).toBe(null);
    await expect(read("a/päth.yml", {})).rejects.toMatchObject({ failure: { kind: "forbidden" } });
  });
});

test.each([
  ["public", true],
  ["private", false],
  ["internal", false],
] as const)("a %s repository is told as that", async (visibility, isPublic) => {
  const repo = `shop-${visibility}`;
  await github.repository(`acme/${repo}`, { visibility });
  const access = { apiUrl: github.apiUrl, token: github.token({ repo: `acme/${repo}`, permissions: {} }) };
  expect(await isPublicRepository(access, { owner: "acme", repo }, { clock: new TestClock() })).toBe(isPublic);
});

test("one that GitHub tells nothing of is taken for public", async () => {
  const access = { apiUrl: github.apiUrl, token: "none" };
  expect(await isPublicRepository(access, { owner: "acme", repo: "x" }, { clock: new TestClock() })).toBe(true);
});

test("its default branch is told by its name, and not where the token may not see the repository", async () => {
  await github.repository("acme/shop-trunk", { defaultBranch: "trunk" });
  const access = { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop-trunk", permissions: {} }) };
  const read = async (repo: string) =>
    await readDefaultBranchName(access, { owner: "acme", repo }, { clock: new TestClock() });
  expect(await read("shop-trunk")).toBe("trunk");
  expect(await read("shop-none")).toBe(null);
});
