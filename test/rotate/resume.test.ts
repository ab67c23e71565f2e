import { describe, test } from "vitest";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { expectResumed, listRotationDeaths } from "./killing.ts";

const THREE: readonly RotationTarget[] = ["/run/key", "/run/second", "/run/third"].map((path) => ({
  kind: "file",
  path,
}));
const CHOICES = { order: { targets: THREE } };

const deaths = await listRotationDeaths(CHOICES);

describe.concurrent("a rotation that is killed anywhere is brought to its end by the next run", () => {
  test.for(deaths)("%s", async ([, death]) => {
    await expectResumed(CHOICES, [death]);
  });
});
