import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GapCollector } from "../../src/git/gap-collector.ts";
import { Git } from "../../src/git/git.ts";
import { Introductions } from "../../src/sources/locate/introductions.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";
import { scan } from "./needles.ts";

const PATHS = ["a", "b", "dir/a", "dir/sub/c"];

/** A commit of a made-up history: its parents by number, and which key (or none) stands at each path. */
type Commit = { parents: readonly number[]; keys: readonly (number | null)[] };

const commit = fc.record({
  parents: fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 3 }),
  keys: fc.array(fc.option(fc.nat({ max: 5 }), { freq: 2 }), { minLength: PATHS.length, maxLength: PATHS.length }),
});

/** Any history of up to eight commits, where the last one is the head. */
const history = fc.array(commit, { minLength: 1, maxLength: 8 }).map((commits): Commit[] =>
  commits.map(({ parents, keys }, at) => ({
    keys,
    parents: at === 0 ? [] : [...new Set(parents.map((parent) => parent % at))],
  })),
);

describe("in any history", () => {
  test("each key is told for every commit and path that brought it, and for no other", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.option(fc.nat()), async (commits, pick) => {
        await using repo = await gitRepo();
        const oids = await imported(repo, commits);
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
        const newKeys = range
          .flatMap((at) => commits[at]?.keys ?? [])
          .filter((key) => key !== null && !oldKeys.has(key));
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
      { numRuns: 40 },
    );
  });

  test("a history too long to remember is walked for each blob, with the same result", async () => {
    await using repo = await gitRepo();
    const commits = fc.sample(history, { seed: 7, numRuns: 30 }).toSorted((a, b) => b.length - a.length)[0] ?? [];
    const oids = await imported(repo, commits);
    const git = new Git(`${repo.dir}/.git`, { PATH: process.env["PATH"] });
    const gaps = new GapCollector();
    const ends = { base: null, head: oids.at(-1) ?? "" };
    const [remembering, forgetting] = [new Introductions(git, ends, gaps), new Introductions(git, ends, gaps, 2)];
    for (let key = 0; key <= 5; key += 1) {
      const oid = execFileSync("git", ["hash-object", "--stdin"], { input: contentOf(key) })
        .toString()
        .trim();
      expect(await forgetting.find(oid)).toEqual(await remembering.find(oid));
    }
    expect(gaps.list()).toEqual([]);
  });
});

const contentOf = (key: number) => `x = NEEDLE${key}\n`;

function keyAt(commits: readonly Commit[], at: number, path: string | null): number | null {
  return commits[at]?.keys[PATHS.indexOf(path ?? "")] ?? null;
}

function ancestors(commits: readonly Commit[], at: number): Set<number> {
  return new Set([at, ...(commits[at]?.parents ?? []).flatMap((parent) => [...ancestors(commits, parent)])]);
}

/** Writes a history with one process; gives the names of its commits. */
async function imported(repo: GitRepo, commits: readonly Commit[]): Promise<readonly string[]> {
  const input = commits.map(({ parents: [first, ...others], keys }, at) => {
    const files = keys.flatMap((key, path) =>
      key === null ? [] : [`M 100644 inline ${PATHS[path]}\ndata ${contentOf(key).length}\n${contentOf(key)}`],
    );
    return [
      ...(first === undefined ? [`reset refs/heads/c${at}\n`] : []),
      `commit refs/heads/c${at}\nmark :${at + 1}\ncommitter A <a@example.com> ${1_700_000_000 + at} +0000\ndata 1\nm`,
      ...(first === undefined ? [] : [`from :${first + 1}`]),
      ...others.map((other) => `merge :${other + 1}`),
      "deleteall",
      ...files,
    ].join("\n");
  });
  const marks = `${repo.dir}/.git/marks`;
  const stdio = ["pipe", "pipe", "pipe"] as const;
  execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet", `--export-marks=${marks}`], {
    input: input.join("\n"),
    stdio: [...stdio],
  });
  const refs = await repo.git("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/heads");
  const byName = new Map(refs.split("\n").map((line) => line.split(" ") as [string, string]));
  return commits.map((_, at) => byName.get(`c${at}`) ?? "");
}
