import { expect, test } from "vitest";
import { CommitList } from "../../../src/git/commits/commit-list.ts";

/** An ID of a tree that tells a signature. */
const treeOf = (signature: number) => signature.toString(16).padStart(40, "0");

/** What is known of trees; of the one numbered 99 nothing. */
const sign = (oid: Uint8Array) => (oid.at(-1) === 99 ? Number.NaN : (oid.at(-1) ?? 0));

function list(commits: readonly { tree: number; parents: readonly number[] }[]): CommitList {
  const all = new CommitList();
  for (const [commit, { tree, parents }] of commits.entries())
    all.add(
      100 + commit,
      treeOf(tree),
      parents.map((parent) => 100 + parent),
    );
  return all;
}

test("of a history those commits are listed that have something sought as no parent has it", () => {
  const commits = list([
    { tree: 0, parents: [] },
    { tree: 7, parents: [0] },
    { tree: 7, parents: [1] },
    { tree: 8, parents: [0] },
    { tree: 8, parents: [2, 3] },
    { tree: 9, parents: [2, 3] },
    { tree: 0, parents: [5] },
    { tree: 7, parents: [6] },
    { tree: 7, parents: [50] },
  ]);
  expect(commits.listChanges(sign)?.map((place) => commits.at(place) - 100)).toEqual([1, 3, 5, 7, 8]);
});

test("nothing is listed where it is not known what is below a tree", () => {
  expect(
    list([
      { tree: 1, parents: [] },
      { tree: 99, parents: [0] },
    ]).listChanges(sign),
  ).toBeNull();
});

test("a long history keeps every tree", () => {
  const commits = list(Array.from({ length: 9000 }, (_, at) => ({ tree: at % 50, parents: at === 0 ? [] : [at - 1] })));
  expect(commits.count).toBe(9000);
  expect(commits.listChanges(sign)?.length).toBe(9000 - 180);
});
