import zlib from "node:zlib";
import type { BufferedContainer } from "../buffered-container.ts";
import type { LocalHeader } from "./local-header.ts";
import { identifyCompression, type PackedRange } from "./zip-content.ts";
import type { ZipEntry } from "./zip-entries.ts";

/**
 * What is said of a file before it is unpacked, by the directory or by its local header. `checksum` is null where
 * nothing is said.
 */
export type ZipClaim = { name: string; range: PackedRange; checksum: number | null; isLocked: boolean };

/** What the directory says of a file. */
export function readListedClaim(
  { name, size, method, checksum, isLocked }: ZipEntry,
  { start }: LocalHeader,
  { size: top }: BufferedContainer,
): ZipClaim {
  const range = { start, end: Math.min(start + size, top), compression: identifyCompression(method) };
  return { name, range, checksum, isLocked };
}

/** The signatures of what may follow a file: another file, the directory, its sizes. APPNOTE 4.3.9. */
const FOLLOWING = ["PK\x03\x04", "PK\x01\x02", "PK\x07\x08"].map((text) => Buffer.from(text, "latin1"));

/** What the local header of a file says. */
export function readLocalClaim(
  { name, start, size, method, checksum, isLocked }: LocalHeader,
  container: BufferedContainer,
): ZipClaim {
  const compression = identifyCompression(method);
  const end = size === null ? findEnd(start, compression === null, container) : Math.min(start + size, container.size);
  return { name, range: { start, end, compression }, checksum, isLocked };
}

/** Compressed bytes end by themselves; stored ones, whose size follows them, where something else begins. */
function findEnd(start: number, isStored: boolean, container: BufferedContainer): number {
  if (!isStored) return container.size;
  // Each is looked for up to the one before: of many files in a row, none is looked through twice.
  return FOLLOWING.reduce((end, signature) => {
    const at = container.indexOf(signature, start, end);
    return at < 0 ? end : at;
  }, container.size);
}

/** Whether another claim about the same file may give other content, after the first was read. */
export function mayDiffer(first: ZipClaim, second: ZipClaim, isRead: boolean): boolean {
  const [one, two] = [first.range, second.range];
  if (one.compression !== two.compression) return true;
  // Compressed bytes end by themselves, whatever their size is said to be.
  if (isRead) return one.compression === null && two.end > one.end;
  return one.end !== two.end || (second.checksum !== null && first.checksum !== second.checksum);
}

/** A locked file that is larger is not looked at. */
const LARGEST_PROBE = 64 * 1024;
const LARGEST_CONTENT = 1024 * 1024;

/** Whether a file that is said to be locked can be read all the same: some programs look at the content alone. */
export function isReadableThough({ range, checksum }: ZipClaim, container: BufferedContainer): boolean {
  const { start, end, compression } = range;
  if (end - start > LARGEST_PROBE || (compression !== null && compression !== "deflate")) return false;
  const packed = container.slice(start, end);
  try {
    const content = compression === null ? packed : zlib.inflateRawSync(packed, { maxOutputLength: LARGEST_CONTENT });
    return content.length > 0 && zlib.crc32(content) === checksum;
  } catch {
    return false;
  }
}
