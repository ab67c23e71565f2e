import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { GapCollector } from "../../../src/git/gap-collector.ts";
import { Git } from "../../../src/git/git.ts";
import { openHistory } from "../../../src/sources/history/history.ts";
import { HistoryWalk } from "../../../src/sources/history/history-walk.ts";
import { HistoryIntroductions, IntroductionIndex } from "../../../src/sources/history/introduction-index.ts";
import { ObjectTable } from "../../../src/sources/history/object-table.ts";
import { listRefs } from "../../../src/sources/history/refs.ts";
import type { Introduction } from "../../../src/sources/locate/introductions.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { scanned } from "../needles.ts";

const environment = { PATH: process.env["PATH"] };

const PATHS = ["a", "b", "dir/a", "dir/sub/c"];

/** A commit: its parents by number, which key (or none) stands at each path, and whether a branch stays at it. */
type Commit = { parents: readonly number[]; keys: readonly (number | null)[]; isKept: boolean };

const graph = fc
  .array(
    fc.record({
      parents: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 3 }),
      keys: fc.array(fc.option(fc.nat({ max: 4 }), { freq: 2 }), { minLength: 4, maxLength: 4 }),
      isKept: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((commits): Commit[] =>
    commits.map((one, at) => ({
      ...one,
      parents: at === 0 ? [] : [...new Set(one.parents.map((parent) => parent % at))],
    })),
  );

test("each key of any history is told for every commit and path that brought it, and for no other", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(graph, fc.boolean(), async (commits, unreachable) => {
      await using repo = await gitRepo();
      const oids = await imported(repo, commits);
      const { source } = await openHistory({ repo: repo.dir, environment, includes: () => true, unreachable });
      const { sightings, gaps, coverage } = await scanned(source);
      expect(gaps).toEqual([]);
      const all = commits.map((_, at) => at);
      const reached = all.filter(
        (at) => unreachable || all.some((end) => commits[end]?.isKept && leads(commits, end, at)),
      );
      const expected = reached.flatMap((at) => broughtBy(commits, at).map((path) => `${oids[at]} ${path}`));
      expect(sightings.map(({ commit, path }) => `${commit} ${path}`).toSorted()).toEqual(expected.toSorted());
      expect(coverage.commits).toBe(new Set(reached.map((at) => oids[at])).size);
    }),
    { numRuns: 40 },
  );
});

test("a history too long to remember is walked for each blob, with the same result", async () => {
  await using repo = await gitRepo();
  const commits =
    fc.sample(graph, { seed: 5, numRuns: 30 }).toSorted((one, other) => other.length - one.length)[0] ?? [];
  await imported(repo, commits);
  const git = new Git(`${repo.dir}/.git`, environment);
  const bringings = await Promise.all(
    [1000, 2].map(async (remembered) => {
      const [gaps, table] = [new GapCollector(), new ObjectTable()];
      const index = new IntroductionIndex(table, remembered);
      const walk = new HistoryWalk(git, await listRefs(git, gaps), table, index, gaps);
      await walk.start(async () => []);
      expect(index.isFull).toBe(remembered === 2);
      return new HistoryIntroductions(git, gaps, table, index, () => walk.waitUntilFinished());
    }),
  );
  const [remembering, forgetting] = bringings;
  for (let key = 0; key <= 4; key += 1) {
    const oid = execFileSync("git", ["hash-object", "--stdin"], { input: contentOf(key), encoding: "utf8" }).trim();
    expect(await forgetting?.find(oid)).toEqual(await remembering?.find(oid));
  }
  const all = async (one: HistoryIntroductions | undefined) => {
    const found: Introduction[] = [];
    for await (const bringing of one?.list() ?? []) found.push(bringing);
    return found;
  };
  expect((await all(remembering)).length).toBeGreaterThan(2);
  expect(await all(forgetting)).toEqual(await all(remembering));
});

const contentOf = (key: number) => `x = NEEDLE${key}\n`;

function leads(commits: readonly Commit[], from: number, to: number): boolean {
  return from === to || (commits[from]?.parents ?? []).some((parent) => leads(commits, parent, to));
}

/** The paths at which a commit has a key that no parent has there. */
function broughtBy(commits: readonly Commit[], at: number): readonly string[] {
  const { parents = [], keys = [] } = commits[at] ?? {};
  return PATHS.filter((_, path) => {
    return keys[path] !== null && !parents.some((parent) => commits[parent]?.keys[path] === keys[path]);
  });
}

/** Writes a history with one process; gives the names of its commits. */
async function imported(repo: GitRepo, commits: readonly Commit[]): Promise<readonly string[]> {
  const input = commits.map(({ parents: [first, ...others], keys }, at) => {
    const files = keys.flatMap((key, path) => {
      return key === null ? [] : [`M 100644 inline ${PATHS[path]}\ndata ${contentOf(key).length}\n${contentOf(key)}`];
    });
    return [
      ...(first === undefined ? [`reset refs/heads/c${at}\n`] : []),
      `commit refs/heads/c${at}\nmark :${at + 1}\ncommitter A <a@example.com> ${1_700_000_000 + at} +0000\ndata 1\nm`,
      ...(first === undefined ? [] : [`from :${first + 1}`]),
      ...others.map((other) => `merge :${other + 1}`),
      "deleteall",
      ...files,
    ].join("\n");
  });
  execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet"], { input: input.join("\n"), stdio: "pipe" });
  const oids = await Promise.all(commits.map((_, at) => repo.oid(`refs/heads/c${at}`)));
  const gone = commits.flatMap(({ isKept }, at) => (isKept ? [] : [`refs/heads/c${at}`]));
  for (const ref of gone) await repo.git("update-ref", "-d", ref);
  return oids;
}
