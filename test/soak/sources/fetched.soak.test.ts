import { test } from "vitest";
import { expectSameOfAnyHistory } from "../../sources/fetched/any-history.ts";

test("of any history the same is fetched as where all of it is at hand", { timeout: 600_000 }, async () => {
  await expectSameOfAnyHistory(10);
});
