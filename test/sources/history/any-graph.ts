import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect } from "vitest";
import { openHistory } from "../../../src/sources/history/history.ts";
import { importCommits } from "../../support/fast-import.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { scanned } from "../needles.ts";

export const environment = { PATH: process.env["PATH"] };

const PATHS = ["a", "b", "dir/a", "dir/sub/c"];

/** A commit: its parents by number, which key (or none) stands at each path, and whether a branch stays at it. */
type Commit = { parents: readonly number[]; keys: readonly (number | null)[]; isKept: boolean };

export const graph = fc
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

/** Reads each of many whole histories, and expects each key where the history says it must be. */
export async function expectKeysOfAnyGraph(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(graph, fc.boolean(), async (commits, unreachable) => {
      await using repo = await gitRepo();
      const oids = importGraph(repo, commits);
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
    { numRuns },
  );
}

export const contentOf = (key: number) => `x = NEEDLE${key}\n`;

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

/** Writes a history; returns the IDs of its commits. Those that are not kept are left unreachable. */
export function importGraph(
  repo: { dir: string },
  commits: readonly Commit[],
  write: (key: number) => string = contentOf,
): readonly string[] {
  const oids = importCommits(
    repo,
    commits.map(({ parents, keys }, index) => ({
      ref: `refs/heads/c${index}`,
      parents,
      files: Object.fromEntries(keys.flatMap((key, path) => (key === null ? [] : [[PATHS[path] ?? "", write(key)]]))),
      isWhole: true,
      message: "m",
      time: 1_700_000_000 + index,
    })),
  );
  const input = commits.map(({ isKept }, index) => (isKept ? "" : `delete refs/heads/c${index}\n`)).join("");
  execFileSync("git", ["-C", repo.dir, "update-ref", "--stdin"], { input });
  return oids;
}
