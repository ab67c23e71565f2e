import { test } from "vitest";
import { expectKeysOfAnyHistory } from "../../sources/any-history.ts";

test("each key of any range is told for every commit and path that brought it", { timeout: 600_000 }, async () => {
  await expectKeysOfAnyHistory(60);
});
