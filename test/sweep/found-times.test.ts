import { expect, test } from "vitest";
import type { SweepState } from "../../src/domain/sweep.ts";
import { removeFoundTimes } from "../../src/sweep/merge/found-times.ts";
import { finding, NOW } from "../report/stories.ts";

test("a key that an earlier sweep has found was not found by this one, and counts in no median of that", () => {
  const [known, fresh] = [finding({ seed: "known" }), finding({ seed: "new" })];
  const keys = [{ fingerprint: known.fingerprint }];
  const earlier = { organization: "acme", at: NOW, repositories: [{ keys }] } as unknown as SweepState;
  const times = (state: SweepState | null) =>
    removeFoundTimes([known, fresh], state).map(({ response }) => response.foundAt);
  expect(times(earlier)).toEqual([null, NOW]);
  expect(times(null)).toEqual([NOW, NOW]);
});
