import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fetchRange } from "../../../src/sources/fetched/fetched-range.ts";
import { scan, scanned } from "../needles.ts";
import { openFetchedRange, type Stage, stage, summarize } from "./stage.ts";

/** Fetches a range, and expects the same of it as where the whole history is at hand. */
async function expectSame(on: Stage, base: string | null, head: string, ask = {}) {
  const full = await on.full(base, head);
  const fetched = await on.fetched({ base, head, ...ask });
  expect(summarize(fetched)).toEqual(summarize(full));
  expect(full.gaps).toEqual([]);
  expect(await on.left()).toEqual([]);
  return fetched;
}

/** The changes of this many commits. */
function times(count: number, change: (n: number) => Record<string, string | Uint8Array>) {
  return Array.from({ length: count }, (_, n) => change(n));
}

/** How many times git turned to the server: it asks first what that can do. */
function fetches({ requests }: Stage): number {
  return requests.filter((path) => path === "info/refs").length;
}

describe("without a checkout the same is found as with all of the history", () => {
  test("in a file that leaves an excluded folder, where only the history of the base has its content", async () => {
    await using on = await stage({ "test/a.txt": "NEEDLE1\n" });
    const { repo } = on;
    await repo.branch("feature");
    const head = await repo.commit({ "test/a.txt": null, "src/a.txt": "NEEDLE1\n" });
    await repo.switchTo("main");
    const base = await repo.commit({ "test/a.txt": null, "b.txt": "other\n" });
    await on.push("main", "feature:refs/pull/7/head");
    const includes = (path: string) => !path.startsWith("test/");
    const full = await scan({ dir: repo.dir }, base, head, { includes });
    const range = await fetchRange(on.options({ base, head }));
    const fetched = await scanned((await range.open({ includes })).source);
    await range.close();
    expect(summarize(fetched)).toEqual(summarize(full));
    expect(full.sightings).toMatchObject([{ path: "src/a.txt", preexisting: false }]);
    expect(full.gaps).toEqual([]);
  });

  test("in a pull request whose base has gone on since", async () => {
    await using on = await stage({ "a.txt": "one\n", "old.txt": "NEEDLE1\n" });
    const { repo } = on;
    await repo.commit({ "b/c.txt": "two\n" });
    await repo.branch("feature");
    await repo.commit({ "new.txt": "NEEDLE2\n", "moved.txt": "has NEEDLE1 again" });
    const head = await repo.commit({ "new.txt": null }, "removed it, NEEDLE3");
    await repo.switchTo("main");
    const base = (await repo.commitAll(times(30, (n) => ({ "main.txt": `NEEDLEmain${n}\n` })))).at(-1) ?? "";
    await on.push("main", "feature:refs/pull/7/head");
    const { sightings } = await expectSame(on, base, head, { depth: 2 });
    expect(sightings).toHaveLength(3);
    expect(sightings.filter(({ preexisting }) => preexisting)).toHaveLength(1);
  });

  test("in a key that a merge commit alone brought, and the next commit removed", async () => {
    await using on = await stage();
    const { repo } = on;
    const base = await repo.oid("main");
    await repo.branch("side");
    await repo.commit({ "side.txt": "NEEDLEside\n" });
    await repo.switchTo("main");
    await repo.branch("feature");
    await repo.commit({ "b.txt": "1\n" });
    const merge = await repo.merge("side", { "evil.txt": "NEEDLEevil\n" });
    const head = await repo.commit({ "evil.txt": null });
    await on.push("main", "feature:refs/pull/7/head");
    const { sightings } = await expectSame(on, base, head, { depth: 4 });
    expect(sightings.find(({ path }) => path === "evil.txt")).toMatchObject({ commit: merge, inHead: false });
    expect(sightings.map(({ path }) => path)).toContain("side.txt");
  });

  test("in a branch that merged its base again and again", async () => {
    await using on = await stage();
    const { repo } = on;
    await repo.branch("feature");
    for (let at = 0; at < 4; at += 1) {
      await repo.switchTo("main");
      await repo.commitAll(times(6, (n) => ({ [`m${at}`]: `NEEDLEmain${at}${n}` })));
      await repo.switchTo("feature");
      await repo.commit({ [`f${at}`]: `NEEDLEfeature${at}` });
      await repo.merge("main");
    }
    const head = await repo.oid("feature");
    await repo.switchTo("main");
    await repo.commitAll(times(20, (n) => ({ last: `NEEDLElast${n}` })));
    await on.push("main", "feature:refs/pull/7/head");
    const { sightings, coverage } = await expectSame(on, await repo.oid("main"), head, { depth: 8 });
    expect(coverage.commits).toBe(8);
    expect(sightings.map(({ path }) => path).toSorted()).toEqual(["f0", "f1", "f2", "f3"]);
  });

  test("in a branch that was cut off just above where a later merge joins its base", async () => {
    await using on = await stage();
    const { repo } = on;
    await repo.branch("joined");
    await repo.commit({ joined: "1" });
    await repo.switchTo("main");
    const fork = await repo.commit({ fork: "NEEDLEfork" });
    await repo.branch("feature");
    const head = await repo.commit({ feature: "NEEDLEfeature" });
    await repo.switchTo("main");
    await repo.commitAll(times(12, (n) => ({ more: `NEEDLEmore${n}` })));
    const base = await repo.merge("joined");
    await on.push("main", "feature:refs/pull/7/head");
    // From the base, a short way leads below the fork, and only a long one to it.
    for (const depth of [1, null]) {
      const { read } = await expectSame(on, base, head, { depth });
      expect(read).not.toContainEqual({ kind: "commit-message", commit: fork });
    }
  });

  test("in a fork's pull request, whose head is in the base repository by that name alone", async () => {
    await using on = await stage();
    const base = await on.repo.oid("main");
    const head = await on.repo.commit({ b: "NEEDLE" });
    await on.push(`${base}:refs/heads/main`, `${head}:refs/pull/9/head`);
    expect((await expectSame(on, base, head, { refs: ["refs/pull/9/head"], depth: 1 })).sightings).toHaveLength(1);
  });

  test("in a history that has no commit in common with its base", async () => {
    await using on = await stage({ a: "NEEDLE1", b: "NEEDLE2" });
    await on.repo.orphan("other");
    await on.repo.commit({ a: "NEEDLE1", b: null, c: "NEEDLE3" });
    const head = await on.repo.commit({ d: "NEEDLE4" });
    await on.push("main", "other");
    await expectSame(on, await on.repo.oid("main"), head, { depth: 2 });
  });

  test("in a head, and since a base, that a forced push took off every branch", async () => {
    await using on = await stage();
    const [start, before] = [await on.repo.oid("main"), await on.repo.commit({ b: "NEEDLEbefore" })];
    await on.push("main");
    await on.repo.git("reset", "--quiet", "--hard", start);
    const after = await on.repo.commit({ c: "NEEDLEafter" });
    await on.push("main");
    expect((await expectSame(on, before, after)).sightings).toMatchObject([{ path: "c" }]);
    expect((await expectSame(on, start, before)).sightings).toMatchObject([{ path: "b" }]);
  });

  test("in a new branch, against the default one", async () => {
    await using on = await stage({ a: "NEEDLE1" });
    const base = await on.repo.oid("main");
    await on.repo.branch("new");
    const head = await on.repo.commit({ b: "NEEDLE2" });
    await on.push("main", "new");
    const full = await on.full(base, head);
    const fetched = await on.fetched({ base: null, head, baseRefs: ["refs/heads/main"] });
    expect(summarize(fetched)).toEqual(summarize(full));
    expect(fetched.sightings).toHaveLength(1);
  });

  test("in all that a branch has, where there is nothing to compare it with", async () => {
    await using on = await stage({ a: "NEEDLE1" });
    await on.repo.commitAll(times(20, (n) => ({ [`f${n}`]: n % 10 === 0 ? `NEEDLE${n}` : `${n}` })));
    await on.push("main");
    const head = await on.repo.oid("main");
    expect((await expectSame(on, null, head)).sightings).toHaveLength(3);
    await expectSame(on, null, head, { baseRefs: ["refs/heads/not-there"] });
  });

  test("in forty commits, where the event does not say how many there are", async () => {
    await using on = await stage();
    const base = await on.repo.oid("main");
    await on.repo.commitAll(times(40, (n) => ({ [`d${n % 7}/f`]: n % 13 === 0 ? `NEEDLE${n}` : `${n}` })));
    await on.push("main");
    const head = await on.repo.oid("main");
    for (const depth of [null, 40]) {
      on.reset();
      expect((await expectSame(on, base, head, { depth })).sightings).toHaveLength(4);
      expect(fetches(on)).toBeLessThanOrEqual(depth === 40 ? 3 : 5);
    }
  });

  test("where names of objects are longer, as SHA-256 makes them", async () => {
    await using on = await stage({ a: "1" }, { objectFormat: "sha256" });
    execFileSync("rm", ["-rf", on.hosted.dir]);
    await on.repo.git("clone", "--quiet", "--bare", on.repo.dir, on.hosted.dir);
    const base = await on.repo.oid("main");
    const head = await on.repo.commit({ b: "NEEDLE" });
    await on.push("main");
    execFileSync("git", ["-C", on.hosted.dir, "config", "uploadpack.allowFilter", "true"]);
    expect((await expectSame(on, base, head)).sightings).toHaveLength(1);
  });

  test("in the message of an annotated tag, when the push named it", async () => {
    await using on = await stage();
    const base = await on.repo.oid("main");
    await on.repo.commit({ b: "NEEDLEfile" });
    await on.repo.git("tag", "-a", "v1", "-m", "Release\n\nNEEDLEtag");
    await on.push("main", "v1:refs/tags/v1");
    expect((await expectSame(on, base, await on.repo.oid("v1"))).sightings).toHaveLength(2);
  });

  test("in a change that brings no commit", async () => {
    await using on = await stage();
    const [base, head] = [await on.repo.oid("main"), await on.repo.commit({ b: "1" })];
    await on.push("main");
    expect((await expectSame(on, head, base)).coverage.commits).toBe(0);
    expect((await expectSame(on, head, head)).coverage.commits).toBe(0);
  });

  test("for each of two that are fetched at once", async () => {
    await using on = await stage();
    const base = await on.repo.oid("main");
    const first = await on.repo.commit({ b: "NEEDLE1" });
    const second = await on.repo.commit({ c: "NEEDLE2" });
    await on.push("main");
    const ranges = await Promise.all([
      openFetchedRange(on.options({ base, head: first })),
      openFetchedRange(on.options({ base: first, head: second })),
    ]);
    expect(await on.left()).toHaveLength(2);
    const found = await Promise.all(ranges.map(async ({ source }) => (await scanned(source)).sightings));
    expect(found).toMatchObject([[{ path: "b" }], [{ path: "c" }]]);
    for (const range of ranges) await range.close();
    expect(await on.left()).toEqual([]);
  });
});

describe("a change asks the server no more than it must", () => {
  test("twice where the base is near, and a third time where it has gone on a long way or there is a key", async () => {
    await using on = await stage();
    const { repo } = on;
    await repo.branch("feature");
    const clean = await repo.commit({ "b.txt": "2\n" });
    const leaking = await repo.commit({ "c.txt": "NEEDLE\n" });
    await repo.switchTo("main");
    const near = await repo.commit({ "m.txt": "1\n" });
    await repo.commitAll(times(20, (n) => ({ "m.txt": `at ${n}\n` })));
    await on.push("main", "feature");
    const counts: number[] = [];
    for (const [base, head, depth] of [
      [near, clean, 1],
      [await repo.oid("main"), clean, 1],
      [near, leaking, 2],
    ] as const) {
      on.reset();
      expect((await on.fetched({ base, head, depth })).gaps).toEqual([]);
      counts.push(fetches(on));
      expect(on.requests).toEqual(on.requests.map((_, at) => (at % 2 === 0 ? "info/refs" : "git-upload-pack")));
    }
    expect(counts).toEqual([2, 3, 3]);
  });

  test("and what comes grows with the change, not with the repository", async () => {
    await using on = await stage(
      Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`big-${at}`, randomBytes(40_000)])),
    );
    const { repo } = on;
    await repo.commitAll(times(10, (n) => ({ [`big-${n}`]: randomBytes(40_000) })));
    const base = await repo.oid("main");
    const head = await repo.commit({ small: "1" });
    const large = await repo.commit({ large: randomBytes(100_000) });
    await on.push("main");
    const received: number[] = [];
    for (const to of [head, large]) {
      on.reset();
      expect((await on.fetched({ base, head: to })).gaps).toEqual([]);
      received.push(on.proxy.received);
    }
    const [small = 0, more = 0] = received;
    expect(small).toBeLessThan(20_000);
    expect(more - small).toBeLessThan(105_000);
    expect(more - small).toBeGreaterThan(95_000);
  });
});

describe("from a server that gives out less, the same is found", () => {
  test.each([
    ["that leaves nothing out", { "uploadpack.allowFilter": "false" }],
    ["that refuses to leave out trees", { "uploadpackfilter.tree.allow": "false" }],
    ["that refuses to leave out anything", { "uploadpackfilter.allow": "false" }],
  ])("%s", async (_, settings) => {
    await using on = await stage({ a: "NEEDLE1", b: "1" });
    for (const [name, value] of Object.entries(settings)) {
      execFileSync("git", ["-C", on.hosted.dir, "config", name, value]);
    }
    await on.repo.branch("feature");
    await on.repo.commitAll(times(20, (n) => ({ [`f${n}`]: `NEEDLE${n} NEEDLE1` })));
    await on.repo.switchTo("main");
    await on.repo.commitAll(times(20, (n) => ({ c: `NEEDLEmain${n}` })));
    await on.push("main", "feature");
    await expectSame(on, await on.repo.oid("main"), await on.repo.oid("feature"));
  });

  test.each([
    [1, 20],
    [20, 3],
  ])("that gives out no commit by its object name, and has moved the head on by %i and the base by %i", async (...by) => {
    await using on = await stage();
    on.proxy.hidesProtocol = true;
    execFileSync("git", ["-C", on.hosted.dir, "config", "uploadpack.allowAnySHA1InWant", "false"]);
    const base = await on.repo.oid("main");
    await on.repo.branch("feature");
    const head = await on.repo.commit({ b: "NEEDLE2" });
    await on.repo.commitAll(times(by[0], (n) => ({ later: `NEEDLElater${n}` })));
    await on.repo.switchTo("main");
    await on.repo.commitAll(times(by[1], (n) => ({ main: `${n}` })));
    await on.push("main", "feature:refs/pull/7/head");
    const refs = { refs: ["refs/pull/7/head"], baseRefs: ["refs/heads/main"] };
    // Contents are asked for by their names too.
    const { gaps, coverage } = await on.fetched({ base, head, depth: 1, ...refs });
    expect(coverage.commits).toBe(1);
    expect(gaps).toContainEqual(expect.objectContaining({ kind: "unfetched" }));
    execFileSync("git", ["-C", on.hosted.dir, "config", "uploadpack.allowFilter", "false"]);
    const fetched = await on.fetched({ base, head, depth: 1, ...refs });
    expect(summarize(fetched)).toEqual(summarize(await on.full(base, head)));
  });

  test("where the base is gone, against the branch that stands in for it", async () => {
    await using on = await stage({ a: "NEEDLE1" });
    const main = await on.repo.oid("main");
    const gone = "d".repeat(40);
    await on.repo.branch("feature");
    const head = await on.repo.commit({ b: "NEEDLE2" });
    await on.push("main", "feature");
    const fetched = await on.fetched({ base: gone, head, baseRefs: ["refs/heads/main"] });
    expect(summarize(fetched)).toEqual(summarize(await on.full(main, head)));
    expect((await on.fetched({ base: gone, head })).gaps).toEqual([
      { kind: "unfetched", detail: expect.stringContaining(gone) },
    ]);
    await on.push("feature:main");
    expect((await on.fetched({ base: gone, head, baseRefs: ["refs/heads/main"] })).gaps).toEqual([
      { kind: "unfetched", detail: expect.stringContaining(gone) },
    ]);
  });
});
