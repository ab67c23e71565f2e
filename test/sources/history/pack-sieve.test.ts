import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FamilyQueue, type SievedFamilies } from "../../../src/sources/history/pack-sieve.ts";

const report = (pack: number, from: number, roots: number): SievedFamilies => ({
  pack,
  from,
  roots,
  suspects: Int32Array.of(),
  noted: [],
});

/** All that can be taken. */
function takeAll(queue: FamilyQueue, isLast: boolean): readonly SievedFamilies[] {
  const taken: SievedFamilies[] = [];
  for (let next = queue.take(isLast); next; next = queue.take(isLast)) taken.push(next);
  return taken;
}

describe("what threads tell of the packs of a history", () => {
  const reports = [report(0, 0, 256), report(0, 256, 256), report(0, 512, 88), report(2, 0, 256), report(2, 256, 1)];

  test("is taken in the order of the packs, whichever thread is faster", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        const queue = new FamilyQueue([600, 0, 257]);
        const taken = shuffled.flatMap((one) => {
          queue.add(one);
          return takeAll(queue, false);
        });
        expect(taken).toEqual(reports);
      }),
    );
  });

  test("is taken without what never comes, once no more will", () => {
    const queue = new FamilyQueue([600, 0, 257]);
    for (const one of reports.slice(1)) queue.add(one);
    expect(takeAll(queue, false)).toEqual([]);
    expect(takeAll(queue, true)).toEqual(reports.slice(1));
  });
});
