// AssemblyScript, compiled by scripts/wasm.ts into src/detect/prefilter/teddy-code.ts.
//
// Teddy (Hyperscan, NSDI 2019): a table for each of three bytes in a row says, by the low and by the high half of a byte,
// in which of eight buckets a needle has such a byte there. Where the six look-ups agree on a bucket, a needle of it may
// begin. There are two sets of tables, so sixteen buckets. Sixteen places are judged at once; of those that are left,
// three bytes are hashed and looked up one by one.

/** Where the tables stand, of 16 bytes each: low and high half for the first byte, the second, the third; twice. */
const TABLES: usize = 0;

/** Where the bits stand that say of a hash of three bytes whether a needle begins with such. */
const HASHES: usize = 192;

/**
 * Writes the places in `length` bytes at `text` where a needle may begin, as 32-bit offsets, to `out`; no more than
 * `capacity` of them. `length` is a multiple of 16, and `text` is followed by no less than that. Begins at the offset `from`,
 * a multiple of 16. Returns the number of places; where that is `capacity`, more may follow behind the last one.
 */
export function findCandidates(text: usize, length: i32, from: i32, out: usize, capacity: i32): i32 {
  const low0 = v128.load(TABLES, 0);
  const high0 = v128.load(TABLES, 16);
  const low1 = v128.load(TABLES, 32);
  const high1 = v128.load(TABLES, 48);
  const low2 = v128.load(TABLES, 64);
  const high2 = v128.load(TABLES, 80);
  const low3 = v128.load(TABLES, 96);
  const high3 = v128.load(TABLES, 112);
  const low4 = v128.load(TABLES, 128);
  const high4 = v128.load(TABLES, 144);
  const low5 = v128.load(TABLES, 160);
  const high5 = v128.load(TABLES, 176);
  const half = i8x16.splat(0x0f);
  // The look-ups of the last two bytes of the previous block; at the start, none.
  let last0 = i8x16.splat(0);
  let last1 = i8x16.splat(0);
  let last3 = i8x16.splat(0);
  let last4 = i8x16.splat(0);
  if (from > 0) {
    const before = v128.load(text + <usize>from - 16);
    const low = v128.and(before, half);
    const high = i8x16.shr_u(before, 4);
    last0 = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    last1 = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    last3 = v128.and(i8x16.swizzle(low3, low), i8x16.swizzle(high3, high));
    last4 = v128.and(i8x16.swizzle(low4, low), i8x16.swizzle(high4, high));
  }
  let count: i32 = 0;
  for (let at: i32 = from; at < length; at += 16) {
    const bytes = v128.load(text + <usize>at);
    const low = v128.and(bytes, half);
    const high = i8x16.shr_u(bytes, 4);
    const now0 = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    const now1 = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    const now2 = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
    const now3 = v128.and(i8x16.swizzle(low3, low), i8x16.swizzle(high3, high));
    const now4 = v128.and(i8x16.swizzle(low4, low), i8x16.swizzle(high4, high));
    const now5 = v128.and(i8x16.swizzle(low5, low), i8x16.swizzle(high5, high));
    const first = v128.shuffle<u8>(last0, now0, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    const second = v128.shuffle<u8>(last1, now1, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    const third = v128.shuffle<u8>(last3, now3, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    const fourth = v128.shuffle<u8>(last4, now4, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    const all = v128.or(v128.and(v128.and(first, second), now2), v128.and(v128.and(third, fourth), now5));
    last0 = now0;
    last1 = now1;
    last3 = now3;
    last4 = now4;
    if (!v128.any_true(all)) continue;
    let bits = ~i8x16.bitmask(i8x16.eq(all, i8x16.splat(0))) & 0xffff;
    while (bits != 0) {
      // The third byte stands here, and the needle begins two before it.
      const place = at + ctz(bits) - 2;
      bits &= bits - 1;
      const hash = ((load<u32>(text + <usize>place) & 0xffffff) * 0x9e3779b1) >>> 16;
      if ((load<u8>(HASHES + (hash >>> 3)) & (1 << (hash & 7))) == 0) continue;
      if (count == capacity) return count;
      store<i32>(out + (<usize>count << 2), place);
      count += 1;
    }
  }
  return count;
}
