import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GapCollector } from "../../src/git/gap-collector.ts";
import { Git } from "../../src/git/git.ts";
import { Introductions } from "../../src/sources/locate/introductions.ts";
import { gitRepo } from "../support/git-repo.ts";
import { contentOf, expectKeysOfAnyHistory, history, importHistory } from "./any-history.ts";

describe("in any history", () => {
  test("each key is told for every commit and path that brought it, and for no other", async () => {
    await expectKeysOfAnyHistory(12);
  });

  test("a history too long to remember is walked for each blob, with the same result", async () => {
    await using repo = await gitRepo();
    const commits = fc.sample(history, { seed: 7, numRuns: 30 }).toSorted((a, b) => b.length - a.length)[0] ?? [];
    const oids = importHistory(repo, commits);
    const git = new Git(`${repo.dir}/.git`, { PATH: process.env["PATH"] });
    const gaps = new GapCollector();
    const ends = { base: null, head: oids.at(-1) ?? "" };
    const [remembering, forgetting] = [new Introductions(git, ends, gaps), new Introductions(git, ends, gaps, 2)];
    for (let key = 0; key <= 5; key += 1) {
      const oid = execFileSync("git", ["hash-object", "--stdin"], { input: contentOf(key) })
        .toString()
        .trim();
      expect([...(await forgetting.find(oid))]).toEqual([...(await remembering.find(oid))]);
    }
    expect(gaps.list()).toEqual([]);
  });
});
