import fc from "fast-check";
import { expect, test } from "vitest";
import { days, expectKeysOfAnyNights } from "../sweep/any-nights.ts";
import { startOrganization } from "../sweep/organization.ts";

test("of many repositories, whatever happens to them, the nights together know what a sweep of all finds", async () => {
  await using org = await startOrganization();
  const [seed = 0] = fc.sample(fc.nat(), 1);
  const continued = await expectKeysOfAnyNights(org, fc.sample(days, { seed, numRuns: 15 })).catch((error: unknown) => {
    throw new Error(`seed ${seed}`, { cause: error });
  });
  expect(continued).toBeGreaterThan(7);
}, 600_000);
