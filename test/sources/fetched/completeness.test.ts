import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasWholeRange } from "../../../src/sources/fetched/completeness.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { essence, stage } from "./stage.ts";

const environment = { PATH: process.env["PATH"] };
const asked = async ({ dir }: { dir: string }, base: string | null, head: string) =>
  await hasWholeRange({ repo: dir, environment }, { base, head });

/** A branch of three commits, from a base that has gone on since by as many. */
async function forked(): Promise<GitRepo & { base: string; head: string }> {
  const repo = await gitRepo({ a: "1" });
  await repo.branch("feature");
  for (const at of [1, 2, 3]) await repo.commit({ [`f${at}`]: `NEEDLE${at}` });
  await repo.switchTo("main");
  for (const at of [1, 2, 3]) await repo.commit({ [`m${at}`]: "2" });
  return Object.assign(repo, { base: await repo.oid("main"), head: await repo.oid("feature") });
}

describe("a range is at hand", () => {
  test("in a full clone, and nowhere where an end is missing or there is no repository", async () => {
    await using repo = await forked();
    const { base, head } = repo;
    expect(await asked(repo, base, head)).toBe(true);
    expect(await asked(repo, null, head)).toBe(true);
    expect(await asked(repo, "d".repeat(40), head)).toBe(false);
    expect(await asked(repo, base, "d".repeat(40))).toBe(false);
    expect(await asked(repo, "main", "feature")).toBe(false);
    expect(await asked({ dir: "/" }, base, head)).toBe(false);
    expect(await asked({ dir: "/not/there" }, base, head)).toBe(false);
  });

  test("in a shallow clone that reaches far enough, and not in one that may not", async () => {
    await using repo = await forked();
    const { base, head } = repo;
    for (const [depth, isEnough] of [
      [1, false],
      [2, false],
      [3, false],
      // All is here, and git does not say so: the last commit could have parents.
      [4, false],
      [5, true],
    ] as const) {
      await using shallow = await repo.clone("--no-single-branch", `--depth=${depth}`);
      expect(await asked(shallow, base, head), `depth ${depth}`).toBe(isEnough);
      expect(await asked(shallow, null, head), `depth ${depth}, without a base`).toBe(isEnough);
    }
  });

  test("not in a partial clone that lacks the contents", async () => {
    await using repo = await forked();
    await using partial = await repo.clone("--no-single-branch", "--no-checkout", "--filter=blob:none");
    expect(await asked(partial, repo.base, repo.head)).toBe(false);
    await using fetched = await repo.clone("--no-single-branch", "--filter=blob:limit=1m");
    expect(await asked(fetched, repo.base, repo.head)).toBe(true);
  });
});

test("a shallow checkout at hand is never changed, and the same is found as from a full one", async () => {
  await using on = await stage();
  await using repo = await forked();
  await repo.git("push", "--quiet", on.hosted.dir, "main", "feature");
  await using shallow = await repo.clone("--no-single-branch", "--depth=2");
  const filesOf = async () => (await readdir(join(shallow.dir, ".git"), { recursive: true })).toSorted();
  const before = await filesOf();
  expect(await asked(shallow, repo.base, repo.head)).toBe(false);
  const fetched = await on.fetched({ base: repo.base, head: repo.head });
  expect(fetched.sightings).toHaveLength(3);
  const { scan } = await import("../needles.ts");
  expect(essence(fetched)).toEqual(essence(await scan(repo, repo.base, repo.head)));
  expect(await filesOf()).toEqual(before);
});
