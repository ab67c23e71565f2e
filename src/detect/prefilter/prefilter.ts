import { isTeddySupported, Teddy } from "./teddy.ts";
import { readThreeBytes } from "./three-bytes.ts";

/** Rules out the bytes that hold none of its needles. */
export type Prefilter = {
  /** The places in `from <= place < until`, ascending and each once, where a needle stands in full. */
  findPlaces(bytes: Buffer, from: number, until: number): Iterable<number>;
};

/**
 * A prefilter for needles of three bytes or more: with SIMD where the machine has it, and else one needle at a time.
 * `tables`: what Teddy needs to find them, which is `buildTeddyTables`.
 */
export function createPrefilter(needles: readonly Buffer[], tables: () => Uint8Array): Prefilter {
  return isTeddySupported() ? createTeddyPrefilter(needles, tables) : createIndexOfPrefilter(needles);
}

/** One pass for all needles: Teddy leaves few places, whose bytes are then compared. */
export function createTeddyPrefilter(needles: readonly Buffer[], tables: () => Uint8Array): Prefilter {
  let byStart: ReadonlyMap<number, readonly Buffer[]> | null = null;
  let teddy: Teddy | null = null;
  return {
    *findPlaces(bytes, from, until) {
      teddy ??= new Teddy(tables());
      for (const place of teddy.findCandidates(bytes, from, until)) {
        byStart ??= sortByStart(needles);
        if (byStart.get(readThreeBytes(bytes, place))?.some((needle) => isNeedleAt(needle, bytes, place))) yield place;
      }
    },
  };
}

function sortByStart(needles: readonly Buffer[]): ReadonlyMap<number, readonly Buffer[]> {
  const byStart = new Map<number, Buffer[]>();
  for (const needle of needles) {
    const start = readThreeBytes(needle, 0);
    const alike = byStart.get(start);
    if (alike) alike.push(needle);
    else byStart.set(start, [needle]);
  }
  return byStart;
}

function isNeedleAt(needle: Buffer, bytes: Buffer, place: number): boolean {
  if (place + needle.length > bytes.length) return false;
  for (let at = 3; at < needle.length; at += 1) if (bytes[place + at] !== needle[at]) return false;
  return true;
}

/** A pass for each needle. */
export function createIndexOfPrefilter(needles: readonly Buffer[]): Prefilter {
  return {
    *findPlaces(bytes, from, until) {
      const next = needles.map((needle) => bytes.indexOf(needle, from));
      for (;;) {
        const place = Math.min(...next.filter((at) => at >= 0));
        if (place >= until) return;
        yield place;
        for (const [index, needle] of needles.entries()) {
          if (next[index] === place) next[index] = bytes.indexOf(needle, place + 1);
        }
      }
    },
  };
}
