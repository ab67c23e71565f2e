import fc from "fast-check";
import { expect } from "vitest";
import { importCommits } from "../support/fast-import.ts";
import { gitRepo } from "../support/git-repo.ts";
import { scan } from "./needles.ts";

const PATHS = ["a", "b", "dir/a", "dir/sub/c"];

/** A commit of a made-up history: its parents by number, and which key (or none) stands at each path. */
type Commit = { parents: readonly number[]; keys: readonly (number | null)[] };

const commit = fc.record({
  parents: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 3 }),
  keys: fc.array(fc.option(fc.nat({ max: 5 }), { freq: 2 }), { minLength: PATHS.length, maxLength: PATHS.length }),
});

/** Any history of up to eight commits, where the last one is the head. */
export const history = fc.array(commit, { minLength: 1, maxLength: 8 }).map((commits): Commit[] =>
  commits.map(({ parents, keys }, at) => ({
    keys,
    parents: at === 0 ? [] : [...new Set(parents.map((parent) => parent % at))],
  })),
);

/** Scans a range of each of many histories for keys, and expects each where the history says it must be. */
export async function expectKeysOfAnyHistory(numRuns: number): Promise<void> {
  await using repo = await gitRepo();
  await fc.assert(
    fc.asyncProperty(history, fc.option(fc.nat()), async (commits, pick) => {
      const oids = importHistory(repo, commits);
      const head = commits.length - 1;
      const base = pick === null || head === 0 ? null : pick % head;
      const { sightings, gaps } = await scan(repo, base === null ? null : (oids[base] ?? null), oids[head]);
      expect(gaps).toEqual([]);

      const old = base === null ? new Set<number>() : ancestors(commits, base);
      const range = [...ancestors(commits, head)].filter((at) => !old.has(at));
      const foundKeys = new Set(
        sightings.map(({ path, commit: oid }) => keyAt(commits, oids.indexOf(oid ?? ""), path)),
      );
      const oldKeys = new Set([...old].flatMap((at) => commits[at]?.keys ?? []));
      const newKeys = range.flatMap((at) => commits[at]?.keys ?? []).filter((key) => key !== null && !oldKeys.has(key));
      for (const key of newKeys) expect(foundKeys).toContain(key);

      const expected = range.flatMap((at) =>
        PATHS.flatMap((path) => {
          const key = keyAt(commits, at, path);
          const parents = commits[at]?.parents ?? [];
          if (key === null || !foundKeys.has(key)) return [];
          if (parents.some((parent) => keyAt(commits, parent, path) === key)) return [];
          const inHead = keyAt(commits, head, path) === key;
          return [`${oids[at]} ${path} ${inHead} ${base !== null && (commits[base]?.keys ?? []).includes(key)}`];
        }),
      );
      const found = sightings.map((one) => `${one.commit} ${one.path} ${one.inHead} ${one.preexisting}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns },
  );
}

export const contentOf = (key: number) => `x = NEEDLE${key}\n`;

function keyAt(commits: readonly Commit[], at: number, path: string | null): number | null {
  return commits[at]?.keys[PATHS.indexOf(path ?? "")] ?? null;
}

function ancestors(commits: readonly Commit[], at: number): Set<number> {
  return new Set([at, ...(commits[at]?.parents ?? []).flatMap((parent) => [...ancestors(commits, parent)])]);
}

/** Writes a history; returns the IDs of its commits. */
export function importHistory(repo: { dir: string }, commits: readonly Commit[]): readonly string[] {
  return importCommits(
    repo,
    commits.map(({ parents, keys }, index) => ({
      ref: `refs/heads/c${index}`,
      parents,
      files: Object.fromEntries(
        keys.flatMap((key, path) => (key === null ? [] : [[PATHS[path] ?? "", contentOf(key)]])),
      ),
      isWhole: true,
      message: "m",
      time: 1_700_000_000 + index,
    })),
  );
}
