import { expect, test } from "vitest";
import { playRuns } from "../../openai/random-runs.ts";

test("whatever OpenAI answers, and whatever it does, no more is said of a key than is true", async () => {
  const endings = await playRuns(500);
  // This many runs meet most endings: else the faults are not what they should be.
  expect(endings.size).toBeGreaterThanOrEqual(8);
}, 600_000);
