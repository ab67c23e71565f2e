import { writeFileSync } from "node:fs";
import path from "node:path";
import { ANCHORS } from "../src/detect/anchors.ts";
import { TEDDY_BUCKETS } from "../src/detect/prefilter/teddy-buckets.ts";
import { createAnchorSet } from "../src/detect/search.ts";

const TARGET = path.resolve(import.meta.dirname, "../src/detect/prefilter/teddy-buckets.ts");
const BUCKETS = 16;

/** Bytes of source code and prose, from the most to the least frequent; all others are rare. */
const FREQUENT = ` etaoinsrl\ndc"up.m,hfg-_/y:()b=;v'01TwASECk2>Rx<I{}LNDPO*UM3BF[]#45j869HV7GW$zq+\\XK&Y\tJ!@|Q%?Z~^\``;

/** How often each byte stands in a text, of all bytes. */
const WEIGHTS = weighBytes();

/** Needles that share a bucket: for each of their first three bytes, a bit for each low and each high half. */
type Bucket = { starts: readonly number[]; halves: readonly { low: number; high: number }[]; weight: number };

/**
 * Writes which of Teddy's buckets each needle is in, by its first three bytes. A bucket lets through every mixture of the
 * halves of bytes in it, so that needles are put together that let as little through as possible: first always the two
 * buckets that cost the least together, then needle by needle to where each costs the least, from many starts.
 */
export function writeTeddyBuckets(): void {
  const known =
    TEDDY_BUCKETS.join("")
      .match(/.{6}/g)
      ?.map((start) => Number.parseInt(start, 16)) ?? [];
  // It takes half a minute, and needles are seldom added.
  if (known.toSorted((one, other) => one - other).join() === listStarts().join()) return;
  let buckets = listStarts().map((start) => toBucket([start]));
  while (buckets.length > BUCKETS) buckets = joinCheapest(buckets);
  const rows = searchBuckets(buckets).map(({ starts }) => {
    const bytes = Buffer.from(starts.flatMap((start) => [start >> 16, (start >> 8) & 255, start & 255]));
    return `  "${bytes.toString("hex")}",`;
  });
  writeFileSync(
    TARGET,
    [
      "// Made by scripts/teddy-buckets.ts from the detector's needles; not to be edited.",
      "",
      "/** The first three bytes of the needles in each bucket, in hexadecimal. */",
      "export const TEDDY_BUCKETS = [",
      ...rows,
      "] as const;",
      "",
    ].join("\n"),
  );
}

function listStarts(): readonly number[] {
  return [...createAnchorSet(ANCHORS, true).byStart.keys()].toSorted((one, other) => one - other);
}

/** Puts those two buckets together that let the least through more than apart. */
function joinCheapest(buckets: readonly Bucket[]): Bucket[] {
  let best: { one: Bucket; other: Bucket; joined: Bucket; cost: number } | null = null;
  for (const [index, one] of buckets.entries()) {
    for (const other of buckets.slice(index + 1)) {
      const joined = toBucket([...one.starts, ...other.starts]);
      const cost = joined.weight - one.weight - other.weight;
      if (!best || cost < best.cost) best = { one, other, joined, cost };
    }
  }
  if (!best) return [...buckets];
  const { one, other, joined } = best;
  return [...buckets.filter((bucket) => bucket !== one && bucket !== other), joined];
}

/** Later rounds gain next to nothing. */
const SHAKES = 300;

/** Shakes the best buckets and improves them again, over and over: no single move leads from one good choice to a better. */
function searchBuckets(chosen: readonly Bucket[]): readonly Bucket[] {
  const random = createRandom();
  let best = improveBuckets(chosen);
  for (let round = 0; round < SHAKES; round += 1) {
    const other = improveBuckets(shakeBuckets(best, random));
    if (sumBuckets(other) < sumBuckets(best) - LEAST) best = other;
  }
  return best;
}

function sumBuckets(buckets: readonly Bucket[]): number {
  return buckets.reduce((sum, { weight }) => sum + weight, 0);
}

/** Moves some needles to any bucket. */
function shakeBuckets(buckets: readonly Bucket[], random: (below: number) => number): readonly Bucket[] {
  const starts = buckets.map((bucket) => [...bucket.starts]);
  for (let moves = 3 + random(25); moves > 0; moves -= 1) {
    const from = starts[random(starts.length)] ?? [];
    if (from.length > 1) starts[random(starts.length)]?.push(...from.splice(random(from.length), 1));
  }
  return starts.map(toBucket);
}

/** The same numbers each time, of a congruential generator (Numerical Recipes, chapter 7.1). */
function createRandom(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** More rounds than it takes until no move helps any more. */
const MOST_ROUNDS = 100;

/** Moves single needles to other buckets, as long as that lets less through. */
function improveBuckets(chosen: readonly Bucket[]): readonly Bucket[] {
  let buckets = chosen;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = buckets;
    for (const start of listStarts()) buckets = moveStart(buckets, start);
    if (buckets === before) break;
  }
  return buckets;
}

/** The buckets with this needle in the one where it lets the least through; the same where it is there already. */
function moveStart(buckets: readonly Bucket[], start: number): readonly Bucket[] {
  const from = buckets.find(({ starts }) => starts.includes(start));
  if (!from || from.starts.length === 1) return buckets;
  const rest = toBucket(from.starts.filter((one) => one !== start));
  let best: { to: Bucket; joined: Bucket; cost: number } | null = null;
  for (const to of buckets) {
    if (to === from) continue;
    const joined = toBucket([...to.starts, start]);
    const cost = joined.weight - to.weight + rest.weight - from.weight;
    if (cost < -LEAST && cost < (best?.cost ?? 0)) best = { to, joined, cost };
  }
  if (!best) return buckets;
  const { to, joined } = best;
  return buckets.map((bucket) => (bucket === from ? rest : bucket === to ? joined : bucket));
}

/** Less is an error of rounding. */
const LEAST = 1e-12;

function toBucket(starts: readonly number[]): Bucket {
  const halves = [16, 8, 0].map((shift) => ({
    low: starts.reduce((bits, start) => bits | (1 << ((start >> shift) & 15)), 0),
    high: starts.reduce((bits, start) => bits | (1 << ((start >> (shift + 4)) & 15)), 0),
  }));
  const weight = halves.reduce((product, { low, high }) => product * sumWeights(low, high), 1);
  return { starts, halves, weight };
}

/** How often a byte stands in a text whose halves are among these. */
function sumWeights(low: number, high: number): number {
  return WEIGHTS.reduce((sum, weight, byte) => {
    return low & (1 << (byte & 15)) && high & (1 << (byte >> 4)) ? sum + weight : sum;
  }, 0);
}

/** By Zipf's law, and a little for every byte. */
function weighBytes(): readonly number[] {
  const ranks = new Map([...FREQUENT].map((sign, rank) => [sign.charCodeAt(0), rank]));
  const weights = Array.from({ length: 256 }, (_, byte) => 1 / (4 + (ranks.get(byte) ?? 400)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

if (import.meta.main) writeTeddyBuckets();
