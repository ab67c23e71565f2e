import { describe, test } from "vitest";
import { listEveryPlace, openEveryPlace } from "../../rotate/every-place.ts";
import { expectResumed, type KilledRotation, listRotationDeaths } from "../../rotate/killing.ts";

/** Choices need the folder of the run: each run has its own. */
function choose(one: KilledRotation) {
  return { order: { targets: listEveryPlace(one.folder) } };
}

const deaths = await listRotationDeaths(choose, openEveryPlace);

describe("a rotation into every kind of place that is killed is brought to its end by the next run", () => {
  test.for(deaths)("%s", async ([, death]) => {
    await expectResumed(choose, [death], openEveryPlace);
  });
});
