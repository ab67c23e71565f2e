import zlib from "node:zlib";
import type { BufferedContainer } from "../buffered-container.ts";

/** The types of objects, by their numbers. See gitformat-pack(5). */
const TYPES = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" } as const;

/** The type of an object of git. */
type GitObjectType = (typeof TYPES)[keyof typeof TYPES];

const [OFFSET_DELTA, NAMED_DELTA] = [6, 7];

/**
 * An entry of a pack: an object, or the difference from another one, which stands at a place in the pack or is told by
 * its name in hex. `size` counts the unpacked bytes, and `data` is where the packed ones begin.
 */
export type PackEntry = {
  at: number;
  type: GitObjectType | "delta";
  base: number | string | null;
  size: number;
  data: number;
};

/** No header of an entry is longer than this. */
const LONGEST_HEADER = 64;

/** The entry at a place; null where none can be. `idLength`: how many bytes the name of an object has. */
export function readPackEntry(container: BufferedContainer, at: number, idLength: number): PackEntry | null {
  const bytes = container.slice(at, at + LONGEST_HEADER);
  const [first = 0] = bytes;
  let [size, end] = [first & 15, 1];
  for (let factor = 16; ((bytes[end - 1] ?? 0) & 0x80) !== 0 && end < 9; factor *= 128) {
    size += ((bytes[end] ?? 0) & 0x7f) * factor;
    end += 1;
  }
  const number = (first >> 4) & 7;
  const type = TYPES[number as keyof typeof TYPES] ?? null;
  if (type) return { at, type, base: null, size, data: at + end };
  if (number === NAMED_DELTA) {
    const base = bytes.toString("hex", end, end + idLength);
    return { at, type: "delta", base, size, data: at + end + idLength };
  }
  if (number !== OFFSET_DELTA) return null;
  const distance = readDistance(bytes, end);
  return { at, type: "delta", base: at - distance.value, size, data: at + distance.end };
}

/** Seven bits a byte, the highest first; each byte but the last adds one. */
function readDistance(bytes: Buffer, at: number): { value: number; end: number } {
  let [value, end] = [(bytes[at] ?? 0) & 0x7f, at + 1];
  while (((bytes[end - 1] ?? 0) & 0x80) !== 0 && end < at + 8) {
    value = (value + 1) * 128 + ((bytes[end] ?? 0) & 0x7f);
    end += 1;
  }
  return { value, end };
}

/** The unpacked bytes of an entry, and where its packed bytes end; null where these are damaged. */
export function unpackEntry(
  container: BufferedContainer,
  { data, size }: PackEntry,
): { content: Buffer; end: number } | null {
  // What deflate cannot pack grows by five bytes for each block of some kilobytes.
  const packed = container.slice(data, data + size + (size >> 8) + 128);
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true } as const;
    const { buffer, engine } = zlib.inflateSync(packed, options) as unknown as { buffer: Buffer; engine: zlib.Inflate };
    return buffer.length === size ? { content: buffer, end: data + engine.bytesWritten } : null;
  } catch {
    return null;
  }
}
