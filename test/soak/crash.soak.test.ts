import { describe, test } from "vitest";
import { ACTS, expectRecovery, listDeaths } from "../scan/crashing/recovery.ts";

for (const act of ACTS) {
  const deaths = await listDeaths(act);
  describe(`a run that is killed at any request while it is to ${act} a key is made good by the next one`, () => {
    test.each(deaths)("%s", async (_name, at) => await expectRecovery(act, at));
  });
}
