import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { essence, type Stage, stage } from "./stage.ts";

const RUNS = Number(process.env["REMOTE_RUNS"] ?? 12);
const PATHS = ["a", "dir/b", "dir/sub/c"];

/** A commit of a made-up history: its parents, as how many commits back each is; its file; days since the one before. */
type Commit = { parents: number[]; path: number; key: number; days: number };

const commit = fc.record({
  parents: fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 12 })), {
    minLength: 1,
    maxLength: 2,
  }),
  path: fc.nat({ max: PATHS.length - 1 }),
  key: fc.nat({ max: 9 }),
  days: fc.constantFrom<number>(0, 0, 1, 3),
});

const history = fc.record({
  commits: fc.array(commit, { minLength: 2, maxLength: 40 }),
  base: fc.nat(),
  head: fc.nat({ max: 3 }),
  depth: fc.option(fc.integer({ min: 1, max: 4 })),
});

/** A commit of a file of its own, three days after the one before. */
const after = (back: number, at: number): Commit => ({ parents: [back], path: at % 3, key: at % 10, days: 3 });

/** A branch that is long, and older than a day. */
const long = { commits: Array.from({ length: 40 }, (_, at) => after(1, at)), base: 0, head: 0, depth: null };
/** Two that have parted long ago, each of them long. */
const parted = {
  commits: Array.from({ length: 40 }, (_, at) => after(at === 1 ? 1 : 2, at)),
  base: 38,
  head: 0,
  depth: null,
};

test("of any history the same is read as where all of it is at hand", { timeout: 120_000 }, async () => {
  await using on = await stage();
  await on.push("main");
  let run = 0;
  await fc.assert(
    fc.asyncProperty(history, async ({ commits, base, head, depth }) => {
      run += 1;
      const oids = await imported(on, `r${run}`, commits);
      await on.push(...oids.map((oid, at) => `${oid}:refs/heads/r${run}c${at}`));
      const [from, to] = [oids[base % oids.length] ?? "", oids.at(-1 - head) ?? oids[0] ?? ""];
      // Some commits are counted wrongly, as by an event that was overtaken: that may cost requests, and nothing else.
      const [full, fetched] = [await on.full(from, to), await on.fetched({ base: from, head: to, depth })];
      expect(essence(fetched)).toEqual(essence(full));
    }),
    { numRuns: RUNS, endOnFailure: true, examples: [[long], [parted]] },
  );
  expect(await on.left()).toEqual([]);
});

/** Writes a history with one process; gives the names of its commits. */
async function imported({ repo }: Stage, name: string, commits: readonly Commit[]): Promise<readonly string[]> {
  let time = 1_700_000_000;
  const input = commits.map(({ parents, path, key, days }, at) => {
    time += days * 86_400 + 60;
    const [first, ...others] = [...new Set(parents.map((back) => at - back).filter((parent) => parent >= 0))];
    const content = `x = NEEDLE${key}\n`;
    return [
      ...(first === undefined ? [`reset refs/heads/${name}c${at}\n`] : []),
      `commit refs/heads/${name}c${at}\nmark :${at + 1}\ncommitter A <a@example.com> ${time} +0000\ndata ${`${at}`.length}\n${at}`,
      ...(first === undefined ? [] : [`from :${first + 1}`]),
      ...others.map((other) => `merge :${other + 1}`),
      `M 100644 inline ${PATHS[path]}\ndata ${content.length}\n${content}`,
    ].join("\n");
  });
  execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet"], { input: input.join("\n"), stdio: "pipe" });
  const refs = await repo.git("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", `refs/heads/${name}c*`);
  const byName = new Map(refs.split("\n").map((line) => line.split(" ") as [string, string]));
  return commits.map((_, at) => byName.get(`${name}c${at}`) ?? "");
}
