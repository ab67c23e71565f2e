import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { GapCollector } from "../../../src/git/gap-collector.ts";
import { Git } from "../../../src/git/git.ts";
import { ObjectTable } from "../../../src/git/objects/object-table.ts";
import { HistoryIntroductions } from "../../../src/sources/history/history-introductions.ts";
import { HistoryWalk } from "../../../src/sources/history/history-walk.ts";
import { listRefs } from "../../../src/sources/history/refs.ts";
import type { Introduction } from "../../../src/sources/locate/introduction-index.ts";
import { IntroductionIndex } from "../../../src/sources/locate/introduction-index.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { contentOf, environment, expectKeysOfAnyGraph, graph, importGraph } from "./any-graph.ts";

test("each key of any history is told for every commit and path that brought it, and for no other", async () => {
  await expectKeysOfAnyGraph(12);
});

test("a history too long to remember is walked for each blob, with the same result", async () => {
  await using repo = await gitRepo();
  const commits =
    fc.sample(graph, { seed: 5, numRuns: 30 }).toSorted((one, other) => other.length - one.length)[0] ?? [];
  importGraph(repo, commits);
  const git = new Git(`${repo.dir}/.git`, environment);
  const bringings = await Promise.all(
    [1000, 2].map(async (remembered) => {
      const [gaps, table] = [new GapCollector(), new ObjectTable()];
      const index = new IntroductionIndex(table, remembered);
      const walk = new HistoryWalk(git, await listRefs(git, gaps), table, index, gaps);
      await walk.start({ findTrees: async () => null, listUnreachable: async () => [] });
      expect(index.isFull).toBe(remembered === 2);
      return new HistoryIntroductions(git, gaps, table, index, () => walk.waitUntilFinished());
    }),
  );
  const [remembering, forgetting] = bringings;
  for (let key = 0; key <= 4; key += 1) {
    const oid = execFileSync("git", ["hash-object", "--stdin"], { input: contentOf(key), encoding: "utf8" }).trim();
    expect([...((await forgetting?.find(oid)) ?? [])]).toEqual([...((await remembering?.find(oid)) ?? [])]);
  }
  const all = async (one: HistoryIntroductions | undefined) => {
    const found: Introduction[] = [];
    for await (const bringing of one?.list() ?? []) found.push(bringing);
    return found;
  };
  expect((await all(remembering)).length).toBeGreaterThan(2);
  expect(await all(forgetting)).toEqual(await all(remembering));
});
