import { expect, test } from "vitest";
import { GapCollector } from "../../src/git/gap-collector.ts";

test("of many gaps of a kind the first are listed, and the number of the others", () => {
  const gaps = new GapCollector();
  for (let n = 0; n < 25; n += 1) gaps.addObject(String(n), "missing");
  gaps.add("unreadable", "x");
  expect(gaps.list()).toHaveLength(12);
  expect(gaps.list().at(-1)).toEqual({ kind: "missing-object", detail: "And 15 more (missing-object)." });
});
