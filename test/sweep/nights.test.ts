import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SweepState, SweptRepository } from "../../src/domain/sweep.ts";
import { formatState, parseState } from "../../src/sweep/documents/shard-document.ts";
import { resolveRecords, updateState } from "../../src/sweep/merge/resolve-records.ts";
import { discardTipsOfOtherReader } from "../../src/sweep/reader.ts";
import { type ImportedCommit, importCommits } from "../support/fast-import.ts";
import { days, expectKeysOfAnyNights } from "./any-nights.ts";
import { fingerprintOf, keyOf, type SweptOrganization, startOrganization } from "./organization.ts";

const MAIN = { ref: "refs/heads/main", time: 1_790_000_000 };
const TOPIC = { ...MAIN, ref: "refs/heads/topic" };

/** A repository of one commit, read once, and what is kept of that. */
async function startRepository(org: SweptOrganization, files: ImportedCommit["files"] = { "a.txt": "x" }) {
  const { dir } = await org.github.repository("acme/web");
  let oids = importCommits({ dir }, [{ ...MAIN, files }]);
  let state: SweepState | null = null;
  const git = (...words: readonly string[]) => execFileSync("git", ["-C", dir, ...words], { encoding: "utf8" }).trim();
  const repository = {
    git,
    get oids() {
      return oids;
    },
    get kept() {
      return state?.repositories[0];
    },
    /** The request of this number for refs or objects, from 1 on, is not answered. */
    failRequest: (failing: number) => {
      let count = 0;
      org.github.fault(({ path }) => (path.endsWith("/git-upload-pack") && ++count === failing ? "truncated" : null));
    },
    changeKept: (change: (kept: SweptRepository) => SweptRepository) => {
      if (state) state = { ...state, repositories: state.repositories.map(change) };
    },
    /** Adds commits, each upon the one before unless it says otherwise. */
    add: (...commits: readonly (Partial<ImportedCommit> & Pick<ImportedCommit, "files">)[]) => {
      const made = commits.map((one, at) => {
        return { ...MAIN, parents: [at === 0 ? (oids.at(-1) ?? "") : at - 1], ...one };
      });
      oids = [...oids, ...importCommits({ dir }, made)];
    },
    sweep: async (more: Parameters<typeof org.scan>[1] = {}): Promise<SweptRepository> => {
      const records = await org.scan(await org.plan(1, state), more);
      const resolved = resolveRecords(records, state);
      state = updateState("acme", new Date(0), resolved, state);
      const [record] = resolved;
      if (!record) throw new Error("there is one repository");
      return record;
    },
  };
  await repository.sweep();
  return repository;
}

const keysOf = ({ keys }: SweptRepository) => keys.map(({ fingerprint }) => fingerprint).toSorted();
const fingerprintsOf = (...words: readonly string[]) => words.map(fingerprintOf).toSorted();

describe("the night after", () => {
  test("reads the new commits of all branches and pull requests, and nothing else", async () => {
    await using org = await startOrganization();
    const web = await startRepository(org, { "a.txt": keyOf("old"), "b.txt": "b" });
    web.add({ ref: MAIN.ref, files: { "c.txt": keyOf("new") } });
    web.add({ ref: "refs/pull/4/head", files: { "d.txt": keyOf("pull") }, parents: [web.oids[0] ?? ""] });
    const second = await web.sweep();
    expect(second).toMatchObject({ state: "continued", gaps: [], coverage: { commits: 2, blobs: 2 } });
    expect(keysOf(second)).toEqual(fingerprintsOf("old", "new", "pull"));
    expect(await web.sweep()).toMatchObject({ state: "unchanged", keys: { length: 3 } });
    web.git("branch", `of-${keyOf("name")}`, "main");
    const fourth = await web.sweep();
    expect(fourth).toMatchObject({ state: "continued", coverage: { commits: 0, blobs: 0 } });
    expect(keysOf(fourth)).toEqual(fingerprintsOf("old", "new", "pull", "name"));
  });

  test("goes back as far as a branch from an old commit takes, and reads no more for it", async () => {
    await using org = await startOrganization();
    const web = await startRepository(org);
    web.add(...Array.from({ length: 120 }, (_, at) => ({ files: { "a.txt": `${at}` } })));
    await web.sweep();
    web.add({ ...TOPIC, files: { "b.txt": keyOf("late") }, parents: [web.oids[20] ?? ""] });
    expect(await web.sweep()).toMatchObject({ state: "continued", coverage: { commits: 1 }, keys: { length: 1 } });
  });

  test("reads what a rewritten branch has now, and keeps what it had", async () => {
    await using org = await startOrganization();
    const web = await startRepository(org);
    web.add({ ...TOPIC, files: { "b.txt": keyOf("before") } });
    await web.sweep();
    web.add({ ...TOPIC, files: { "b.txt": keyOf("after") }, parents: [web.oids[0] ?? ""] });
    const after = await web.sweep();
    expect(after).toMatchObject({ state: "continued", coverage: { commits: 1 }, gaps: [] });
    expect(keysOf(after)).toEqual(fingerprintsOf("before", "after"));
    // All of it anew: no known tip is left.
    web.git("update-ref", "-d", TOPIC.ref);
    web.add({ ref: MAIN.ref, files: { "c.txt": keyOf("root") }, parents: [] });
    expect(keysOf(await web.sweep())).toEqual(fingerprintsOf("before", "after", "root"));
    expect(web.kept?.keys).toHaveLength(3);
  });

  test("reads a file anew that was brought back, moved or merged, and knows its place", async () => {
    await using org = await startOrganization();
    const web = await startRepository(org, { "a.txt": keyOf("old") });
    web.add({ files: { "a.txt": null } }, { files: { "moved/b.txt": keyOf("old") } });
    const [key] = (await web.sweep()).keys;
    expect(key?.sightings.map(({ path, inHead }) => [path, inHead])).toEqual([
      ["a.txt", true],
      ["moved/b.txt", true],
    ]);
  });
});

describe("everything is read again", () => {
  const readAfter = async (harm: (web: Awaited<ReturnType<typeof startRepository>>) => void) => {
    await using org = await startOrganization();
    const web = await startRepository(org, { "a.txt": keyOf("old") });
    harm(web);
    web.add({ files: { "b.txt": keyOf("new") } });
    const record = await web.sweep();
    expect(keysOf(record)).toEqual(fingerprintsOf("old", "new"));
    expect(record.gaps).toEqual([]);
    return record.state;
  };

  test("where another program read it, here and in the plan", async () => {
    expect(await readAfter((web) => web.changeKept((kept) => ({ ...kept, reader: "0.0.1" })))).toBe("read");
    const planned = { id: 1, name: "acme/web", kilobytes: 1, defaultBranch: null };
    const known = { ...planned, knownRefs: "a".repeat(64), knownTips: "" };
    expect(await discardTipsOfOtherReader({ reader: "0.0.1" }, [known])).toEqual([
      { ...planned, knownRefs: null, knownTips: null },
    ]);
  });

  test("where the tips are of other refs, or cut", async () => {
    expect(await readAfter((web) => web.changeKept((kept) => ({ ...kept, tips: null })))).toBe("read");
    expect(await readAfter((web) => web.changeKept((kept) => ({ ...kept, tips: "" })))).toBe("continued");
  });

  test("once the state file is made anew: one that was cut or edited is refused", async () => {
    await using org = await startOrganization();
    const web = await startRepository(org);
    const state = { organization: "acme", at: new Date(0), repositories: web.kept ? [web.kept] : [] };
    const text = formatState(state);
    expect(parseState(text, "state.json")).toEqual(state);
    const edited = text.replace(/"tips": "..../, '"tips": "AAAA');
    expect(() => parseState(edited, "state.json")).toThrow(/was changed/);
    expect(() => parseState(text.slice(0, -99), "state.json")).toThrow(/is not a state file/);
  });

  test("where one of the requests fails that look for what is new", async () => {
    for (const failing of [3, 5]) expect(await readAfter((web) => web.failRequest(failing))).toBe("read");
  });

  test("but not where it sends nothing without contents, which costs more bytes", async () => {
    expect(await readAfter(({ git }) => git("config", "uploadpack.allowFilter", "false"))).toBe("continued");
  });

  test("where a ref leads to something that is no commit", async () => {
    const name = (web: { git(...words: readonly string[]): string }) =>
      web.git("update-ref", "refs/tags/tree", web.git("rev-parse", "refs/heads/main^{tree}"));
    expect(await readAfter(name)).toBe("read");
  });
});

test("after a night with a gap everything is read again, and after one without any answer only what is new", async () => {
  await using org = await startOrganization();
  const web = await startRepository(org);
  const { refs } = web.kept ?? {};
  web.add({ files: { "b.txt": keyOf("new") } });
  await web.sweep({ readToken: async () => "refused" });
  expect(web.kept).toMatchObject({ refs, tips: expect.any(String) });
  expect(await web.sweep({ readingLimit: -1 })).toMatchObject({ state: "continued", refs: null });
  expect(web.kept).toMatchObject({ refs, tips: null });
  expect(await web.sweep()).toMatchObject({ state: "read", keys: { length: 1 } });
});

test("whatever happens to a repository, its nights together know what a sweep of all of it finds", async () => {
  await using org = await startOrganization();
  const continued = await expectKeysOfAnyNights(org, fc.sample(days, { seed: 7, numRuns: 2 }));
  expect(continued).toBeGreaterThan(1);
});
