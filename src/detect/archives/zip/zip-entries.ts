import { truncateName } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import type { BufferedContainer } from "./buffered-container.ts";

/**
 * A file in the directory of a zip archive: `at` is where its local header stands, `size` that of its compressed bytes.
 */
export type ZipEntry = { name: string; at: number; size: number; method: number; checksum: number; isLocked: boolean };

/**
 * The files that the archive's directory lists, in the order of their bytes. Of a damaged directory, those before the
 * damage.
 */
export async function listEntries(
  container: BufferedContainer,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): Promise<readonly ZipEntry[]> {
  const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import("yauzl");

  /** Lets the library read the archive. It is answered synchronously, so that whatever it throws can be caught here. */
  class Reader extends RandomAccessReader {
    override read(target: Buffer, at: number, length: number, from: number, done: (error: Error | null) => void): void {
      const bytes = container.slice(from, from + length);
      bytes.copy(target, at);
      done(bytes.length < length ? new Error("read past the end") : null);
    }
  }

  const entries: ZipEntry[] = [];
  try {
    // Names stay bytes: the library would stop at one that is no valid path. Sizes are checked by unpacking.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const listing = await fromRandomAccessReaderPromise(new Reader(), findArchiveEnd(container), options);
    listing.on("error", () => {});
    for await (const entry of listing.eachEntry()) {
      const { generalPurposeBitFlag: flags, extraFields, fileNameRaw } = entry;
      const { relativeOffsetOfLocalHeader: at, compressedSize: size, compressionMethod: method, crc32 } = entry;
      // An empty file, or a folder; without a size but with a checksum it is damaged.
      if (size === 0 && crc32 === 0) continue;
      if (!archiveBudget.mayOpenMember()) break;
      const name = truncateName(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
      entries.push({ name, at, size, method, checksum: crc32, isLocked: entry.isEncrypted() });
    }
    // The end record may count too few files: then more of the directory follows.
    const next = Number(listing.readEntryCursor);
    if (!archiveBudget.isSpent && container.slice(next, next + 4).equals(LISTED)) warnings.add("listing");
  } catch {
    warnings.add("listing");
  }
  return entries.toSorted((a, b) => a.at - b.at);
}

/** The signatures of a file in the directory, and of the directory's end. APPNOTE 4.3.12 and 4.3.16. */
const LISTED = Buffer.from("PK\x01\x02", "latin1");
const END = Buffer.from("PK\x05\x06", "latin1");

/** The end record has this many bytes, and the comment after it at most `LONGEST_COMMENT`. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/** Where the archive ends: other bytes may follow it, which the library does not accept. */
function findArchiveEnd(container: BufferedContainer): number {
  const from = Math.max(0, container.size - 2 * LONGEST_COMMENT);
  const tail = container.slice(from, container.size);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
    const end = at + END_SIZE;
    if (end > tail.length) continue;
    const whole = end + tail.readUInt16LE(at + 20);
    if (whole <= tail.length) return from + whole;
  }
  return container.size;
}

/**
 * Whether these are the parts of a document: Office Open XML has a list of types (ECMA-376, part 2), OpenDocument and
 * EPUB say first what they are.
 */
export function isDocument(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}
