import { describe, test } from "vitest";
import { listEveryPlace, openEveryPlace } from "../../rotate/every-place.ts";
import { expectResumed, type KilledRotation, listRotationDeaths } from "../../rotate/killing.ts";

/** Choices need the folder of the run: each run has its own. */
function choose(one: KilledRotation) {
  return { order: { targets: listEveryPlace(one.folder) } };
}

const all = await listRotationDeaths(choose, openEveryPlace);
const isAtPlace = ([name]: readonly [string, unknown]) => /(?:check|store) \(/.test(name);

/** From the first look at a place to the last storing. Before and after it makes no difference what a place is: killed.soak.test.ts has those. */
const deaths = all.slice(all.findIndex(isAtPlace), all.findLastIndex(isAtPlace) + 1);

describe("a rotation into every kind of place that is killed is brought to its end by the next run", () => {
  test.for(deaths)("%s", async ([, death]) => {
    await expectResumed(choose, [death], openEveryPlace);
  });
});
