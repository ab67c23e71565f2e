/** Rules out, in one pass, the bytes in which none of some needles stands. */
export type Prefilter = {
  /**
   * Places in `from <= place < until`, ascending, where a needle may begin: all where one does, and some where none
   * does. A place near the end of `bytes` counts by what is there of it.
   */
  places(bytes: Buffer, from: number, until: number): Iterable<number>;
};

/** A prefilter for needles of three bytes or more. */
export function prefilter(needles: readonly Buffer[]): Prefilter {
  return {
    *places(bytes, from, until) {
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
