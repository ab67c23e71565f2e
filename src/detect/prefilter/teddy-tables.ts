import { TEDDY_BUCKETS } from "./teddy-buckets.ts";
import { readThreeBytes } from "./three-bytes.ts";

/** Needles that share a bucket: for each of their first three bytes, a bit for each low and each high half there. */
type Bucket = readonly { low: number; high: number }[];

/** There are two sets of tables, each for eight buckets. */
const SETS = 2;
const BUCKETS = 8 * SETS;

/** Where the first, second and third byte stand in the number that they make. */
const SHIFTS = [16, 8, 0] as const;

/**
 * Teddy's tables, of 16 bytes each: for the low and the high half of the first, second and third byte, in which
 * of eight buckets a needle has it there; then the same for the other eight.
 */
function buildNibbleTables(needles: readonly Buffer[]): Uint8Array {
  const tables = new Uint8Array(SETS * 6 * 16);
  for (const [index, bucket] of sortIntoBuckets(needles).entries()) {
    const bit = 1 << (index % 8);
    for (const [place, { low, high }] of bucket.entries()) {
      const at = Math.floor(index / 8) * 96 + place * 32;
      for (let half = 0; half < 16; half += 1) {
        if (low & (1 << half)) tables[at + half] = (tables[at + half] ?? 0) | bit;
        if (high & (1 << half)) tables[at + 16 + half] = (tables[at + 16 + half] ?? 0) | bit;
      }
    }
  }
  return tables;
}

/** The bucket of each needle that the detector has, by its first three bytes. */
const BUCKET_OF: ReadonlyMap<number, number> = new Map(
  TEDDY_BUCKETS.flatMap((starts, bucket) => {
    const bytes = Buffer.from(starts, "hex");
    return Array.from({ length: bytes.length / 3 }, (_, index) => [readThreeBytes(bytes, 3 * index), bucket] as const);
  }),
);

/** Sorts the first three bytes of the needles into sixteen buckets. Those that no bucket was chosen for share them. */
function sortIntoBuckets(needles: readonly Buffer[]): readonly Bucket[] {
  const starts = [...new Set(needles.map((needle) => readThreeBytes(needle, 0)))];
  const buckets = Array.from({ length: BUCKETS }, (): number[] => []);
  for (const start of starts) buckets[BUCKET_OF.get(start) ?? start % BUCKETS]?.push(start);
  return buckets.map(buildBucket);
}

function buildBucket(starts: readonly number[]): Bucket {
  return SHIFTS.map((shift) => ({
    low: starts.reduce((bits, start) => bits | (1 << ((start >> shift) & 15)), 0),
    high: starts.reduce((bits, start) => bits | (1 << ((start >> (shift + 4)) & 15)), 0),
  }));
}

/**
 * A bit for each hash that the first three bytes of a needle have, as Teddy computes it: the three bytes, the first the
 * lowest, times the golden ratio of 32 bits, and of that the upper half.
 */
function buildHashBits(needles: readonly Buffer[]): Uint8Array {
  const bits = new Uint8Array(8192);
  for (const needle of needles) {
    const three = (needle[0] ?? 0) | ((needle[1] ?? 0) << 8) | ((needle[2] ?? 0) << 16);
    const hash = Math.imul(three, 0x9e3779b1) >>> 16;
    bits[hash >>> 3] = (bits[hash >>> 3] ?? 0) | (1 << (hash & 7));
  }
  return bits;
}

/** Teddy's tables for these needles, as they stand at the beginning of its memory. */
export function buildTeddyTables(needles: readonly Buffer[]): Uint8Array {
  return Buffer.concat([buildNibbleTables(needles), buildHashBits(needles)]);
}
