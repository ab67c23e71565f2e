/** Needles that share a bucket: for each of their first three bytes, a bit for each low and each high half there. */
type Bucket = readonly { low: number; high: number }[];

/** There are two sets of tables, each for eight buckets. */
const SETS = 2;
const BUCKETS = 8 * SETS;

/** Where the first, second and third byte stand in the number that they make. */
const SHIFTS = [16, 8, 0] as const;

/** Three bytes as one number. */
export function readThreeBytes(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/**
 * Teddy's tables, of 16 bytes each: for the low and the high half of the first, second and third byte, in which
 * of eight buckets a needle has it there; then the same for the other eight.
 */
export function buildNibbleTables(needles: readonly Buffer[]): Uint8Array {
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

/**
 * Sorts the first three bytes of the needles into sixteen buckets. A bucket lets through every mixture of the halves in it,
 * so that beginnings that are alike share one. The best distribution is not searched for: every run does this at its start,
 * in code that no engine has warmed up.
 */
function sortIntoBuckets(needles: readonly Buffer[]): readonly Bucket[] {
  const starts = [...new Set(needles.map((needle) => readThreeBytes(needle, 0)))];
  // Many needles with the same first byte let little through together: these have a bucket of their own.
  const byFirst = new Map<number, number[]>();
  for (const start of starts) byFirst.set(start >> 16, [...(byFirst.get(start >> 16) ?? []), start]);
  const crowds = [...byFirst.values()].filter(({ length }) => length > CROWD);
  const rest = starts.filter((start) => (byFirst.get(start >> 16)?.length ?? 0) <= CROWD);
  const sorted = rest.toSorted((one, other) => toSortKey(one) - toSortKey(other));
  const left = BUCKETS - crowds.length;
  const cut = (index: number) => Math.round((index * sorted.length) / left);
  const others = Array.from({ length: left }, (_, index) => sorted.slice(cut(index), cut(index + 1)));
  return [...crowds, ...others].map(buildBucket);
}

/** This many needles are a crowd; of the needles of keys one first byte has so many. */
const CROWD = 24;

/** The halves of three bytes in another order: what the first two are like, then the rest. */
function toSortKey(start: number): number {
  const [first, second, third] = [start >> 16, (start >> 8) & 255, start & 255];
  const alike = ((first >> 4) << 8) | ((second >> 4) << 4) | (first & 15);
  return (alike << 12) | ((third >> 4) << 8) | ((second & 15) << 4) | (third & 15);
}

function buildBucket(starts: readonly number[]): Bucket {
  return SHIFTS.map((shift) => ({
    low: starts.reduce((bits, start) => bits | (1 << ((start >> shift) & 15)), 0),
    high: starts.reduce((bits, start) => bits | (1 << ((start >> (shift + 4)) & 15)), 0),
  }));
}

/**
 * A bit for each hash that the first four bytes of a needle can have, as Teddy computes it: the four bytes, the first
 * the lowest, times the golden ratio of 32 bits, and of that the upper half. A needle of three bytes has any fourth
 * byte.
 */
export function buildHashBits(needles: readonly Buffer[]): Uint8Array {
  const bits = new Uint8Array(8192);
  for (const needle of needles) {
    const isWhole = needle.length > 3;
    const last = isWhole ? (needle[3] ?? 0) : 255;
    for (let fourth = isWhole ? last : 0; fourth <= last; fourth += 1) {
      const four = ((needle[0] ?? 0) | ((needle[1] ?? 0) << 8) | ((needle[2] ?? 0) << 16) | (fourth << 24)) >>> 0;
      const hash = Math.imul(four, 0x9e3779b1) >>> 16;
      bits[hash >>> 3] = (bits[hash >>> 3] ?? 0) | (1 << (hash & 7));
    }
  }
  return bits;
}
