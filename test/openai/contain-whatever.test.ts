import { expect, test } from "vitest";
import { playRuns } from "./random-runs.ts";

test("whatever OpenAI answers, and whatever it does, no more is said of a key than is true", async () => {
  expect((await playRuns(60)).size).toBeGreaterThan(1);
});
