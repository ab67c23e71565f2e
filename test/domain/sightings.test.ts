import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFirstSeen, type Sighting } from "../../src/domain/candidate.ts";
import { isHarmful, isPreexisting } from "../../src/domain/finding.ts";
import { countPlaces, listSightings } from "../../src/domain/sightings.ts";
import { sighting } from "../support/facts.ts";

const LIMIT = 5;

/** Three ways to write a key. */
const SPELLINGS = [{}, {}, {}];

const anySighting: fc.Arbitrary<Sighting> = fc
  .record({
    where: fc.constantFrom("file", "path", "commit-message"),
    inHead: fc.boolean(),
    preexisting: fc.boolean(),
    spelling: fc.constantFrom(...SPELLINGS),
    line: fc.nat({ max: 1000 }),
    at: fc.option(fc.nat({ max: 1000 }).map((seconds) => new Date(seconds * 1000))),
    unlisted: fc.constantFrom(0, 0, 0, 7),
  })
  .map((differing) => sighting(differing));

/** Everything that is decided by the places of a key. */
function factsOf(sightings: readonly Sighting[]) {
  const harm = (kind: "active" | "inactive") =>
    isHarmful({
      sightings,
      ignored: null,
      validity: kind === "active" ? { kind, because: "listed" } : { kind, because: "deleted" },
    });
  return {
    count: countPlaces(sightings),
    isOld: isPreexisting(sightings),
    harm: [harm("active"), harm("inactive")],
    firstSeen: findFirstSeen(sightings),
    sorts: new Set(sightings.map(({ where, inHead, preexisting }) => `${where} ${inHead} ${preexisting}`)),
  };
}

describe("a list of places", () => {
  test("decides as all places would, however many it leaves out", () => {
    fc.assert(
      fc.property(fc.array(anySighting, { maxLength: 60 }), (all) => {
        const listed = listSightings(all, LIMIT);
        expect(factsOf(listed)).toEqual(factsOf(all));
        const first = all.slice(0, LIMIT).map((one) => ({ ...one, unlisted: 0 }));
        expect(listed.slice(0, LIMIT).map((one) => ({ ...one, unlisted: 0 }))).toEqual(first);
      }),
    );
  });

  test("decides the same when it is made in steps, and once it is known what the base had", () => {
    const finish = (sightings: readonly Sighting[]) =>
      sightings.map(({ spelling, ...rest }) => ({
        ...rest,
        preexisting: rest.preexisting || spelling === SPELLINGS[1],
      }));
    fc.assert(
      fc.property(fc.array(fc.array(anySighting, { maxLength: 20 }), { maxLength: 6 }), (parts) => {
        const inSteps = listSightings(
          parts.flatMap((part) => listSightings(part, LIMIT)),
          LIMIT,
        );
        expect(factsOf(listSightings(finish(inSteps), LIMIT))).toEqual(factsOf(finish(parts.flat())));
      }),
    );
  });

  test("stays short: the first places, one of each further sort, and the earliest", () => {
    const all = Array.from({ length: 130_000 }, (_, line) => sighting({ line, at: new Date(1e12 - line * 1000) }));
    const late = sighting({ line: 130_000, inHead: false, at: null });
    const listed = listSightings([...all, late]);
    expect(listed).toHaveLength(102);
    expect(countPlaces(listed)).toBe(130_001);
    expect(findFirstSeen(listed)).toEqual(new Date(1e12 - 129_999 * 1000));
  });
});
