import zlib from "node:zlib";

/** RFC 1950, section 2.2: the method is deflate, the two bytes divide by 31, and no dictionary is preset. */
function isZlibHeader(start: Buffer): boolean {
  const [first = 0, second = 0] = start;
  return (
    start.length >= 2 &&
    (first & 15) === 8 &&
    first >> 4 < 8 &&
    (first * 256 + second) % 31 === 0 &&
    (second & 32) === 0
  );
}

/** Whether a zlib stream begins with these bytes, as far as they go. */
export function isInflatable(start: Buffer): boolean {
  return isZlibHeader(start) && inflateStart(start.subarray(2)).length > 0;
}

/** The header of an object of git, in the zlib stream that begins with these bytes. See gitformat-loose(5). */
export function readGitHeader(start: Buffer): { type: string; length: number } | null {
  const text = inflateStart(start.subarray(2, 66)).toString("latin1", 0, 32);
  const [whole, type] = /^(blob|tree|commit|tag) \d{1,15}\0/.exec(text) ?? [];
  return whole === undefined || type === undefined ? null : { type, length: whole.length };
}

/** Whether deflated bytes begin here, as far as they go. */
export function isDeflated(start: Buffer): boolean {
  return inflateStart(start).length > 0;
}

/** What the beginning of deflated bytes unpacks to; nothing where they are damaged. */
function inflateStart(start: Buffer): Buffer {
  try {
    return zlib.inflateRawSync(start, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: MOST });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The first bytes of a stream unpack to no more than this: deflate packs a thousand times at best. */
const MOST = 1024 * 1024;
