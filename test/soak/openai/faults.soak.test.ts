import { describe, test } from "vitest";
import { expectNoHarm, expectUnchecked, FAULTS, LISTINGS, OTHERS, runWithFaults } from "../../openai/faulty-runs.ts";

describe("whatever OpenAI answers", () => {
  describe.each(LISTINGS)("to %s, it leaves a gap, and no key is ours or another organisation's", (_, isIt) => {
    test.each(FAULTS)("%s", async (name, fault) => {
      expectUnchecked(name, await runWithFaults((asked) => (isIt(asked) ? fault : null)));
    });
  });

  describe.each(OTHERS)("to %s, it does no harm", (_, isIt) => {
    test.each(FAULTS)("%s", async (name, fault) => {
      expectNoHarm(name, await runWithFaults((asked) => (isIt(asked) ? fault : null)));
    });
  });
});
