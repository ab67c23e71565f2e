import fc from "fast-check";
import { expect, test } from "vitest";
import { days, expectKeysOfAnyNights } from "./any-nights.ts";
import { startOrganization } from "./organization.ts";

test("whatever happens to a repository, its nights together know what a sweep of all of it finds", async () => {
  await using org = await startOrganization();
  const continued = await expectKeysOfAnyNights(org, fc.sample(days, { seed: 7, numRuns: 6 }));
  expect(continued).toBeGreaterThan(0);
});
