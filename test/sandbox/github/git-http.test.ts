import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { type GitHubSandbox, type ServedRepository, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { Permissions } from "../../../src/sandbox/github/tokens.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";

let github: GitHubSandbox;
let hosted: ServedRepository;
let repo: GitRepo;
let folder: string;

beforeEach(async () => {
  github = await startGitHub({ path: process.env["PATH"] ?? null });
  hosted = await github.repository("acme/shop");
  repo = await gitRepo({ "a.txt": "one\n" });
  folder = await mkdtemp(path.join(tmpdir(), "git-http-"));
  return async () => {
    await github.close();
    await repo[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  };
});

/** Runs git with a token as actions/checkout gives it: through the environment alone. */
async function git(token: string | null, args: readonly string[], cwd = repo.dir): Promise<string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const authorization = {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${github.serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
  const env = {
    PATH: process.env["PATH"],
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
    ...(token === null ? {} : authorization),
  };
  const { stdout } = await promisify(execFile)("git", [...args], { cwd, env, maxBuffer: 1 << 26 });
  return stdout.trim();
}

function token(contents: Permissions["contents"] = "write", of = "acme/shop"): string {
  return github.token({ repo: of, permissions: { contents: contents ?? "none" } });
}

const push = (by: string | null, ...refs: string[]) => git(by, ["push", "--quiet", hosted.gitUrl, ...refs]);

describe("git over HTTP", () => {
  test("what was pushed can be cloned, with and without .git at the end", async () => {
    await push(token(), "HEAD:refs/heads/main");
    for (const [index, url] of [hosted.gitUrl, `${hosted.gitUrl}.git`].entries()) {
      const to = path.join(folder, String(index));
      await git(token("read"), ["clone", "--quiet", url, to]);
      expect(await git(null, ["rev-parse", "HEAD"], to)).toBe(await repo.oid("HEAD"));
    }
  });

  test("a pull request's head is pushed as any ref, and fetched without blobs, in one request each", async () => {
    await push(token(), "HEAD:refs/heads/main");
    const head = await repo.commit({ "b.txt": "two\n" });
    await push(token(), "HEAD:refs/pull/7/head");
    await git(null, ["init", "--quiet", "--bare", folder]);
    const before = github.requests.length;
    const refs = ["+refs/pull/7/head:refs/scan/head"];
    await git(token("read"), ["fetch", "--quiet", "--no-tags", "--filter=blob:none", hosted.gitUrl, ...refs], folder);
    expect(await git(null, ["rev-parse", "refs/scan/head"], folder)).toBe(head);
    const missing = await git(null, ["rev-list", "--objects", "--missing=print", "refs/scan/head"], folder);
    expect(missing.match(/^\?/gm)).toHaveLength(2);
    const requests = github.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(requests).toEqual([
      "GET /acme/shop/info/refs",
      "POST /acme/shop/git-upload-pack",
      "POST /acme/shop/git-upload-pack",
    ]);
  });

  test("history is cut by number and by date, and comes without its trees, on request", async () => {
    for (const content of ["two", "three", "four"]) await repo.commit({ "a.txt": content });
    await push(token(), "HEAD:refs/heads/main");
    await git(null, ["init", "--quiet", "--bare", folder]);
    const head = await repo.oid("HEAD");
    const fetched = async (...options: string[]) => {
      await git(
        token("read"),
        ["fetch", "--quiet", "--no-tags", "--filter=tree:0", ...options, hosted.gitUrl, head],
        folder,
      );
      return await git(null, ["rev-list", "--count", head], folder);
    };
    expect(await fetched("--depth=1")).toBe("1");
    expect(await git(null, ["rev-list", "--objects", "--missing=print", head], folder)).toContain("?");
    expect(await fetched(`--shallow-since=@${repo.timeOf(2).getTime() / 1000} +0000`)).toBe("2");
    expect(await fetched("--deepen=1")).toBe("3");
    expect(await fetched("--unshallow")).toBe("4");
  });

  test("a commit that a forced push lost can still be fetched by its name", async () => {
    const lost = await repo.commit({ "a.txt": "lost\n" });
    await push(token(), "HEAD:refs/heads/main");
    await repo.git("reset", "--quiet", "--hard", "HEAD~1");
    const now = await repo.commit({ "a.txt": "kept\n" });
    await push(token(), "--force", "HEAD:refs/heads/main");
    await git(null, ["init", "--quiet", "--bare", folder]);
    await git(token("read"), ["fetch", "--quiet", hosted.gitUrl, lost, now], folder);
    expect(await git(null, ["cat-file", "-t", lost], folder)).toBe("commit");
    await rm(path.join(folder, "objects"), { recursive: true });
    await git(null, ["init", "--quiet", "--bare", folder]);
    // Only the old protocol has a rule about it, which GitHub's servers allow.
    await git(token("read"), ["-c", "protocol.version=0", "fetch", "--quiet", hosted.gitUrl, lost], folder);
    expect(await git(null, ["cat-file", "-t", lost], folder)).toBe("commit");
    const unknown = git(token("read"), ["fetch", hosted.gitUrl, "d".repeat(40)], folder);
    await expect(unknown).rejects.toThrow("not our ref");
  });

  test("bodies are streamed both ways: compressed requests and packs of megabytes", async () => {
    const commits: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      commits.push(await repo.git("commit-tree", "-m", `number ${index}`, "HEAD^{tree}"));
    }
    await repo.commit({ "big.bin": randomBytes(6_000_000) });
    await push(token(), "HEAD:refs/heads/main", ...commits.map((oid, index) => `${oid}:refs/heads/b${index}`));
    await git(token("read"), ["clone", "--quiet", "--single-branch", "--branch=main", hosted.gitUrl, folder]);
    expect(await git(null, ["rev-parse", "HEAD"], folder)).toBe(await repo.oid("HEAD"));
    // So many names are more than a kilobyte, from where on git compresses what it asks.
    await git(token("read"), ["fetch", "--quiet", hosted.gitUrl, ...commits], folder);
    expect(await git(null, ["cat-file", "-t", commits[39] ?? ""], folder)).toBe("commit");
  });
});

describe("who may use git", () => {
  test("an unknown token, or none, is answered by a request for one", async () => {
    await push(token(), "HEAD:refs/heads/main");
    for (const by of ["nobody", null]) {
      await expect(git(by, ["ls-remote", hosted.gitUrl])).rejects.toThrow(
        /could not read Username|Authentication failed/,
      );
    }
    const answer = await fetch(`${hosted.gitUrl}/info/refs?service=git-upload-pack`);
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Basic realm="GitHub"']);
  });

  test("a token that may read may not push, and one that may do neither gets nothing", async () => {
    await push(token(), "HEAD:refs/heads/main");
    expect(await git(token("read"), ["ls-remote", hosted.gitUrl])).toContain("refs/heads/main");
    await expect(push(token("read"), "HEAD:refs/heads/other")).rejects.toThrow("403");
    await expect(git(token("none"), ["ls-remote", hosted.gitUrl])).rejects.toThrow("403");
    expect(await git(token("read"), ["ls-remote", hosted.gitUrl])).not.toContain("refs/heads/other");
  });

  test("others' private repositories are not there", async () => {
    await github.repository("acme/other");
    await expect(git(token("write", "acme/other"), ["ls-remote", hosted.gitUrl])).rejects.toThrow("not found");
    await expect(git(token(), ["ls-remote", `${github.serverUrl}/acme/nowhere`])).rejects.toThrow("not found");
  });

  test("a public repository can be read by anybody, and pushed to by whoever may", async () => {
    const open = await github.repository("acme/open", { visibility: "public" });
    await git(token("write", "acme/open"), ["push", "--quiet", open.gitUrl, "HEAD:refs/heads/main"]);
    expect(await git(null, ["ls-remote", open.gitUrl])).toContain("refs/heads/main");
    await expect(git(null, ["push", open.gitUrl, "HEAD:refs/heads/x"])).rejects.toThrow("could not read Username");
    await expect(git(token(), ["push", open.gitUrl, "HEAD:refs/heads/x"])).rejects.toThrow("403");
  });

  test.each([
    "/acme/../../etc/info/refs?service=git-upload-pack",
    "/acme/..%2f..%2fetc/info/refs?service=git-upload-pack",
    "/acme/shop/HEAD",
    "/acme/shop/info/refs",
    "/acme/shop/objects/info/packs",
  ])("%s is nobody's address", async (address) => {
    const headers = { authorization: `token ${token()}` };
    expect((await fetch(github.serverUrl + address, { headers })).status).toBe(404);
  });
});

test("a fault strikes git too", async () => {
  github.fault(({ path }) => (path.endsWith("/info/refs") ? { status: 503, body: "" } : null));
  await expect(git(token(), ["ls-remote", hosted.gitUrl])).rejects.toThrow("503");
});

test("closing takes the repositories away", async () => {
  expect(existsSync(hosted.dir)).toBe(true);
  await github.close();
  expect(existsSync(hosted.dir)).toBe(false);
});
