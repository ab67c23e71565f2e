import zlib from "node:zlib";

/** Texts that are shorter when they are unpacked hold no key. */
const SHORTEST = 48;

/** This many bytes of a text stand in it as they are where it is not packed. */
const TELLING = 12;

/** The share of printable characters in a text. */
const PRINTABLE = 0.95;

/**
 * Whether a brotli stream of a text begins with these bytes, as far as they go. RFC 7932 has no magic, and bytes that
 * are none unpack to a few by chance: so these have to be a text.
 */
export function isBrotliText(start: Buffer): boolean {
  const text = unpackStart(start);
  // Brotli may also store a text as it is: that is found where it stands.
  const middle = text.length >> 1;
  if (text.length < SHORTEST || start.includes(text.subarray(middle, middle + TELLING))) return false;
  const printable = text.filter((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
  return printable.filter((byte) => byte < 0x7f).length >= PRINTABLE * text.length;
}

function unpackStart(start: Buffer): Buffer {
  try {
    const options = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, maxOutputLength: MOST };
    return zlib.brotliDecompressSync(start, options);
  } catch {
    return Buffer.alloc(0);
  }
}

const MOST = 1024 * 1024;
