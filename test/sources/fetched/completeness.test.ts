import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasWholeRange } from "../../../src/sources/fetched/completeness.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";
import { stage, summarize } from "./stage.ts";

const environment = { PATH: process.env["PATH"] };
const hasRange = async ({ dir }: { dir: string }, base: string | null, head: string) =>
  await hasWholeRange({ repo: dir, environment }, { base, head });

/** A branch of three commits, from a base that has gone on since by as many. */
async function forked(): Promise<GitRepo & { base: string; head: string }> {
  const repo = await gitRepo({ a: "1" });
  await repo.branch("feature");
  await repo.commitAll([1, 2, 3].map((n) => ({ [`f${n}`]: `NEEDLE${n}` })));
  await repo.switchTo("main");
  await repo.commitAll([1, 2, 3].map((n) => ({ [`m${n}`]: "2" })));
  return Object.assign(repo, { base: await repo.oid("main"), head: await repo.oid("feature") });
}

let repo: Awaited<ReturnType<typeof forked>>;

beforeAll(async () => {
  repo = await forked();
});

afterAll(async () => await repo[Symbol.asyncDispose]());

describe("a range is at hand", () => {
  test("in a full clone, and nowhere where an end is missing or there is no repository", async () => {
    const { base, head } = repo;
    expect(await hasRange(repo, base, head)).toBe(true);
    expect(await hasRange(repo, null, head)).toBe(true);
    expect(await hasRange(repo, "d".repeat(40), head)).toBe(false);
    expect(await hasRange(repo, base, "d".repeat(40))).toBe(false);
    expect(await hasRange(repo, "main", "feature")).toBe(false);
    expect(await hasRange({ dir: "/" }, base, head)).toBe(false);
    expect(await hasRange({ dir: "/not/there" }, base, head)).toBe(false);
  });

  test("in a shallow clone that reaches far enough, and not in one that may not", async () => {
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
      expect(await hasRange(shallow, base, head), `depth ${depth}`).toBe(isEnough);
      expect(await hasRange(shallow, null, head), `depth ${depth}, without a base`).toBe(isEnough);
    }
  });

  test("not in a partial clone that lacks the contents", async () => {
    await using partial = await repo.clone("--no-single-branch", "--no-checkout", "--filter=blob:none");
    expect(await hasRange(partial, repo.base, repo.head)).toBe(false);
    await using fetched = await repo.clone("--no-single-branch", "--filter=blob:limit=1m");
    expect(await hasRange(fetched, repo.base, repo.head)).toBe(true);
  });
});

test("a shallow checkout at hand is never changed, and the same is found as from a full one", async () => {
  await using on = await stage();
  await repo.git("push", "--quiet", on.hosted.dir, "main", "feature");
  await using shallow = await repo.clone("--no-single-branch", "--depth=2");
  const filesOf = async () => (await readdir(join(shallow.dir, ".git"), { recursive: true })).toSorted();
  const before = await filesOf();
  expect(await hasRange(shallow, repo.base, repo.head)).toBe(false);
  const fetched = await on.fetched({ base: repo.base, head: repo.head });
  expect(fetched.sightings).toHaveLength(3);
  expect(summarize(fetched)).toEqual(summarize(await scan(repo, repo.base, repo.head)));
  expect(await filesOf()).toEqual(before);
});
