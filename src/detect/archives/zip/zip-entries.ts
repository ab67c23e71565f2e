import type { BufferedContainer } from "../buffered-container.ts";
import { truncateName } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";

/**
 * A file in the directory of a zip archive: `at` is where its local header stands, `size` that of its compressed bytes.
 */
export type ZipEntry = { name: string; at: number; size: number; method: number; checksum: number; isLocked: boolean };

/** What the directory of a zip archive says; null instead where there is none. */
export type ZipListing = { entries: readonly ZipEntry[]; isWhole: boolean };

/**
 * The files that the archive's directory lists, in the order of their bytes. Of a damaged directory, those before the
 * damage. Null where the archive has no directory.
 */
export async function listEntries(
  container: BufferedContainer,
  archiveBudget: ArchiveBudget,
): Promise<ZipListing | null> {
  const end = findArchiveEnd(container);
  if (!end) return null;
  const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import("yauzl");
  const { size, shift } = end;

  /** Lets the library read the archive. It is answered synchronously, so that whatever it throws can be caught here. */
  class Reader extends RandomAccessReader {
    override read(target: Buffer, at: number, length: number, from: number, done: (error: Error | null) => void): void {
      const bytes = container.slice(from + shift, from + shift + length);
      bytes.copy(target, at);
      done(from + shift < 0 || bytes.length < length ? new Error("read past the end") : null);
    }
  }

  const entries: ZipEntry[] = [];
  let isWhole = true;
  try {
    // Names stay bytes: the library would stop at one that is no valid path. Sizes are checked by unpacking.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const listing = await fromRandomAccessReaderPromise(new Reader(), size - shift, options);
    listing.on("error", () => {});
    for await (const entry of listing.eachEntry()) {
      const { generalPurposeBitFlag: flags, extraFields, fileNameRaw } = entry;
      const { relativeOffsetOfLocalHeader, compressedSize: size, compressionMethod: method, crc32 } = entry;
      // An empty file, or a folder; without a size but with a checksum it is damaged.
      if (size === 0 && crc32 === 0) continue;
      if (!archiveBudget.mayOpenMember()) break;
      const name = truncateName(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
      const at = relativeOffsetOfLocalHeader + shift;
      entries.push({ name, at, size, method, checksum: crc32, isLocked: entry.isEncrypted() });
    }
    // The end record may count too few files: then more of the directory follows.
    const next = Number(listing.readEntryCursor) + shift;
    if (!archiveBudget.isSpent && container.slice(next, next + 4).equals(LISTED)) isWhole = false;
  } catch {
    isWhole = false;
  }
  return { entries: entries.toSorted((a, b) => a.at - b.at), isWhole };
}

/** The signatures of a file in the directory, and of the directory's end. APPNOTE 4.3.12 and 4.3.16. */
const LISTED = Buffer.from("PK\x01\x02", "latin1");
const END = Buffer.from("PK\x05\x06", "latin1");

/** The end record has this many bytes, and the comment after it at most `LONGEST_COMMENT`. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Where the archive ends: other bytes may follow it, which the library does not accept. And how far its own offsets are
 * from the places in the container: other bytes may stand before it, counted or not.
 */
type ArchiveEnd = { size: number; shift: number };

function findArchiveEnd(container: BufferedContainer): ArchiveEnd | null {
  const from = Math.max(0, container.size - 2 * LONGEST_COMMENT);
  const tail = container.slice(from, container.size);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
    const end = at + END_SIZE;
    if (end > tail.length) continue;
    const whole = end + tail.readUInt16LE(at + 20);
    if (whole <= tail.length) return { size: from + whole, shift: measureShift(container, from + at) };
  }
  return null;
}

/** The end record of zip64, and what says where it is. APPNOTE 4.3.14 and 4.3.15. */
const END64 = Buffer.from("PK\x06\x06", "latin1");
const [END64_SIZE, LOCATOR_SIZE] = [56, 20];

/** The directory stands right before its end record: by that place it is known how far off the offsets are. */
function measureShift(container: BufferedContainer, at: number): number {
  const end64 = at - LOCATOR_SIZE - END64_SIZE;
  const large = container.slice(end64, end64 + END64_SIZE);
  const isLarge = end64 >= 0 && large.indexOf(END64) === 0;
  const end = container.slice(at, at + END_SIZE);
  const size = isLarge ? Number(large.readBigUInt64LE(40)) : end.readUInt32LE(12);
  const offset = isLarge ? Number(large.readBigUInt64LE(48)) : end.readUInt32LE(16);
  // An end record of zip64 that has a field of its own stands elsewhere; then the offsets are taken as they are.
  const isListAt = (place: number) => place >= 0 && container.slice(place, place + 4).equals(LISTED);
  if (isListAt(offset)) return 0;
  const start = (isLarge ? end64 : at) - size;
  return isListAt(start) ? start - offset : 0;
}

/**
 * Whether this file says that the archive is a document: Office Open XML has a list of types (ECMA-376, part 2),
 * OpenDocument and EPUB say first what they are.
 */
export function isDocumentPart(name: string): boolean {
  return name === "[Content_Types].xml" || name === "mimetype";
}
