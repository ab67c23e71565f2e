import { test } from "vitest";
import { expectKeysOfAnyHistory } from "../sources/any-history.ts";
import { expectSameOfAnyHistory } from "../sources/fetched/any-history.ts";
import { expectKeysOfAnyGraph } from "../sources/history/any-graph.ts";

const TIMEOUT = 600_000;

test("each key of any range is told for every commit and path that brought it", { timeout: TIMEOUT }, async () => {
  await expectKeysOfAnyHistory(100);
});

test("each key of any whole history is told for every commit and path that brought it", {
  timeout: TIMEOUT,
}, async () => {
  await expectKeysOfAnyGraph(100);
});

test("of any history the same is fetched as where all of it is at hand", { timeout: TIMEOUT }, async () => {
  await expectSameOfAnyHistory(20);
});
