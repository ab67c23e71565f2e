import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { fetchRemoteHistory } from "../../../src/sources/fetched/fetched-history.ts";
import { type Stage, stage } from "./stage.ts";

const options = (on: Stage, pulls: boolean) => ({
  ...on.options({ base: null, head: "" }),
  defaultBranch: "main",
  pulls,
});

function refsIn(dir: string): readonly string[] {
  const lines = execFileSync("git", ["--git-dir", dir, "for-each-ref", "--format=%(refname)"]).toString();
  return lines.split("\n").slice(0, -1);
}

describe("all of a history is fetched", () => {
  test.each([[false], [true]])("with branches, tags and notes; pull requests too: %s", async (pulls) => {
    await using on = await stage({ a: "1" });
    await on.repo.git("tag", "-a", "v1", "-m", "one");
    await on.repo.git("notes", "add", "-m", "a note");
    await on.repo.branch("feature");
    await on.repo.commit({ b: "2" });
    await on.push("main", "v1", "refs/notes/commits", "feature:refs/pull/7/head");
    const { dir, gaps, close } = await fetchRemoteHistory(options(on, pulls));
    expect(gaps).toEqual([]);
    const refs = ["refs/heads/main", "refs/notes/commits", ...(pulls ? ["refs/pull/7/head"] : []), "refs/tags/v1"];
    expect(refsIn(dir)).toEqual(refs);
    expect(execFileSync("git", ["--git-dir", dir, "rev-parse", "HEAD"]).toString().trim()).toBe(
      await on.repo.oid("main"),
    );
    execFileSync("git", ["--git-dir", dir, "fsck", "--full"], { stdio: "pipe" });
    await close();
    expect(existsSync(dir)).toBe(false);
    expect(await on.left()).toEqual([]);
  });

  test("where names of objects are longer, as SHA-256 makes them", async () => {
    await using on = await stage({ a: "1" }, { objectFormat: "sha256" });
    execFileSync("rm", ["-rf", on.hosted.dir]);
    await on.repo.git("clone", "--quiet", "--bare", on.repo.dir, on.hosted.dir);
    const { dir, gaps, close } = await fetchRemoteHistory(options(on, false));
    expect([gaps, refsIn(dir)]).toEqual([[], ["refs/heads/main"]]);
    await close();
    expect(await on.left()).toEqual([]);
  });

  test("or it is a gap, or told what the token lacks", async () => {
    await using on = await stage();
    await on.push("main");
    on.github.fault(({ method }) => (method === "POST" ? { status: 500, body: "" } : null));
    const { gaps, close } = await fetchRemoteHistory(options(on, false));
    expect(gaps).toEqual([{ kind: "unfetched", detail: expect.stringContaining("500") }]);
    await close();
    on.github.fault(null);
    await expect(fetchRemoteHistory({ ...options(on, false), token: "nobody" })).rejects.toThrow(UsageError);
    expect(await on.left()).toEqual([]);
  });
});
