import { describe, expect, test } from "vitest";
import type { RotationTarget } from "../../../src/domain/rotation-target.ts";
import {
  expectEnded,
  expectResumed,
  killedRotation,
  listRequestDeaths,
  listRotationDeaths,
} from "../../rotate/killing.ts";

const THREE: readonly RotationTarget[] = ["/run/key", "/run/second", "/run/third"].map((path) => ({
  kind: "file",
  path,
}));

/** Of one place, of several, without a wait for the use, and without an overlap. */
const ORDERS = [
  ["one place", {}],
  ["three places", { targets: THREE }],
  ["three places, without waiting", { targets: THREE, wait: 0 }],
  ["one place, without an overlap", { overlap: 0 }],
] as const;

for (const [name, order] of ORDERS) {
  const choices = { order };
  const deaths = [...(await listRotationDeaths(choices)), ...(await listRequestDeaths(choices))];

  describe.concurrent(`a rotation of ${name} that is killed is brought to its end by the next run`, () => {
    test.for(deaths)("%s", async ([, death]) => {
      await expectResumed(choices, [death]);
    });

    // Every third is tried with another death: all pairs would be thousands.
    const twice = deaths.flatMap(([first, one], index) => {
      if (index % 3 !== 0) return [];
      const [second, other] = deaths[(index * 37 + 11) % deaths.length] ?? [];
      return other === undefined ? [] : [[`${first}, then ${second}`, [one, other]] as const];
    });
    test.for(twice)("also when that is killed: %s", async ([, both]) => {
      await expectResumed(choices, both);
    });
  });
}

const points = (await listRotationDeaths({ order: { targets: THREE } })).slice(0, -1);

describe.concurrent("of two runs that go on with one rotation at the same time none breaks anything", () => {
  const choices = { order: { targets: THREE } };
  const resume = { ...choices, request: { isResume: true } };
  test.for(points)("%s", async ([, death]) => {
    await using one = await killedRotation();
    await one.run(choices, death);
    if (!(await one.lines()).some(({ event }) => event === "rotation")) return;
    const both = await Promise.all([one.run(resume), one.run(resume)]);
    const states = both.map((report) => report?.rotations[0]?.state);
    expect(
      states.some((state) => state?.kind === "rotated"),
      JSON.stringify(states),
    ).toBe(true);
    expectEnded(one);
  });
});
