import { test } from "vitest";
import { expectKeysOfAnyGraph } from "../../sources/history/any-graph.ts";

test("each key of any whole history is told for every commit and path that brought it", {
  timeout: 600_000,
}, async () => {
  await expectKeysOfAnyGraph(60);
});
