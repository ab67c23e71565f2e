import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANCHORS } from "../../../src/detect/anchors.ts";
import { createIndexOfPrefilter, createTeddyPrefilter } from "../../../src/detect/prefilter/prefilter.ts";
import { isTeddySupported } from "../../../src/detect/prefilter/teddy.ts";
import { TEDDY_BUCKETS } from "../../../src/detect/prefilter/teddy-buckets.ts";
import { buildTeddyTables } from "../../../src/detect/prefilter/teddy-tables.ts";
import { createAnchorSet } from "../../../src/detect/search.ts";
import { effort } from "../../support/effort.ts";

/** Every place where some needle stands, found the slow way. */
function standing(needles: readonly Buffer[], bytes: Buffer, from: number, until: number): readonly number[] {
  const places = Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
  return places.filter((at) => needles.some((one) => bytes.subarray(at, at + one.length).equals(one)));
}

const needle = fc.uint8Array({ minLength: 3, maxLength: 9 }).map((bytes) => Buffer.from(bytes));
const needles = fc.array(needle, { minLength: 1, maxLength: 32 });

/** Bytes that hold much of the needles: whole, cut, one in another, and things that differ in a bit. */
const crowded = needles.chain((all) =>
  fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom(...all), fc.nat(9)).map(([one, length]) => one.subarray(0, length)),
        fc.constantFrom(...all).map((one) => Buffer.from(one.map((byte) => byte ^ 0x11))),
        fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
        fc.constant(Buffer.alloc(3)),
      ),
      { maxLength: 60 },
    )
    .map((parts) => ({ all, bytes: Buffer.concat(parts) })),
);

test("this machine can run the fast prefilter, so that it is tested here", () => {
  expect(isTeddySupported()).toBe(true);
});

describe.each([
  ["with SIMD", (needles: readonly Buffer[]) => createTeddyPrefilter(needles, () => buildTeddyTables(needles))],
  ["without", createIndexOfPrefilter],
])("the prefilter %s", (_, make) => {
  test("finds every place where a needle stands in full, once and in order, and no other", () => {
    fc.assert(
      fc.property(crowded, fc.nat(40), fc.nat(40), ({ all, bytes }, less, start) => {
        const from = Math.min(start, bytes.length);
        const until = Math.max(from, bytes.length - less);
        expect([...make(all).findPlaces(bytes, from, until)]).toEqual(standing(all, bytes, from, until));
      }),
      { numRuns: effort(150, 2500) },
    );
  });

  test("finds needles across the pieces that a text is searched in", () => {
    const [one, other] = [Buffer.from("needle"), Buffer.from("\0\0\0")];
    const bytes = Buffer.alloc(1_000_000, "x");
    const places = Array.from({ length: 4000 }, (_, index) => index * 250 + (index % 7));
    for (const place of places) one.copy(bytes, place);
    expect([...make([one, other]).findPlaces(bytes, 0, bytes.length)]).toEqual(places);
  });

  test("loses none of very many, and can search another text in between", () => {
    const bytes = Buffer.alloc(300_000, "aaa");
    const filter = make([Buffer.from("aaa"), Buffer.from("aab")]);
    let count = 0;
    for (const place of filter.findPlaces(bytes, 0, bytes.length)) {
      if (place !== count) break;
      count += 1;
      if (count % 50_000 === 0) expect([...filter.findPlaces(Buffer.from("baab"), 0, 4)]).toEqual([1]);
    }
    expect(count).toBe(bytes.length - 2);
  });

  test("takes no near miss for a needle, however many needles there are", () => {
    const many = Array.from({ length: 1000 }, (_, index) => Buffer.from(`${index * 7919}####`).subarray(0, 4));
    const bytes = Buffer.concat(
      many.flatMap((one) => [one, Buffer.from(one.map((byte, at) => byte ^ (at === 3 ? 1 : 0)))]),
    );
    const known = new Set(many.map((one) => one.toString("latin1")));
    const text = bytes.toString("latin1");
    const expected = [...bytes.keys()].filter((at) => known.has(text.slice(at, at + 4)));
    expect([...make(many).findPlaces(bytes, 0, bytes.length)]).toEqual(expected);
  });

  test("is not misled by bytes of an earlier text", () => {
    const filter = make([Buffer.from("needle"), Buffer.alloc(3)]);
    const text = Buffer.from("xxneedle\0\0\0");
    expect([...filter.findPlaces(text, 0, text.length)]).toEqual([2, 8]);
    for (const length of [3, 7, 8, 9, 10]) {
      const seen = [...filter.findPlaces(text.subarray(0, length), 0, length)];
      expect(seen).toEqual(length < 8 ? [] : [2]);
    }
  });

  test("finds nothing in what is shorter than a needle", () => {
    for (const text of ["", "n", "ne", "nee"]) {
      expect([...make([Buffer.from("need")]).findPlaces(Buffer.from(text), 0, text.length)]).toEqual([]);
    }
  });
});

test("every needle of the detector is in a bucket that was chosen for it: run npm run bundle where this fails", () => {
  const starts = TEDDY_BUCKETS.flatMap((bucket) => bucket.match(/.{6}/g) ?? []);
  const needed = [...createAnchorSet(ANCHORS, true).byStart.keys()].map((start) => start.toString(16).padStart(6, "0"));
  expect(starts.toSorted()).toEqual(needed.toSorted());
});
