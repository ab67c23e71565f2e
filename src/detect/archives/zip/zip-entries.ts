import { nameOf } from "../member.ts";
import type { Allowance } from "../unpack-budget.ts";
import type { Remarks } from "../unpack-warnings.ts";
import type { Held } from "./buffered-container.ts";

/** A file as the list of a zip archive has it: `at` is where its own header stands, `size` that of its packed bytes. */
export type Entry = { name: string; at: number; size: number; method: number; checksum: number; isLocked: boolean };

/** The files that the archive lists, in order of their bytes. Of a list that breaks off, what stands before that. */
export async function entriesOf(held: Held, allowance: Allowance, remarks: Remarks): Promise<readonly Entry[]> {
  const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import("yauzl");

  /** Lets the library read what is held. It is answered at once, so that whatever it throws can be caught here. */
  class Reader extends RandomAccessReader {
    override read(target: Buffer, at: number, length: number, from: number, done: (error: Error | null) => void): void {
      const bytes = held.slice(from, from + length);
      bytes.copy(target, at);
      done(bytes.length < length ? new Error("read past the end") : null);
    }
  }

  const entries: Entry[] = [];
  try {
    // Names stay bytes at first: one that is no good path would end the listing. Sizes are checked by unpacking.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const listing = await fromRandomAccessReaderPromise(new Reader(), endOf(held), options);
    listing.on("error", () => {});
    for await (const entry of listing.eachEntry()) {
      const { generalPurposeBitFlag: flags, extraFields, fileNameRaw } = entry;
      const { relativeOffsetOfLocalHeader: at, compressedSize: size, compressionMethod: method, crc32 } = entry;
      // An empty file, or a folder; a size of nothing with a checksum of something is damage.
      if (size === 0 && crc32 === 0) continue;
      if (!allowance.admits()) break;
      const name = nameOf(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
      entries.push({ name, at, size, method, checksum: crc32, isLocked: entry.isEncrypted() });
    }
    // The end says how many there are, and may say too few: then more of the list follows.
    const next = Number(listing.readEntryCursor);
    if (!allowance.isSpent && held.slice(next, next + 4).equals(LISTED)) remarks.note("listing");
  } catch {
    remarks.note("listing");
  }
  return entries.toSorted((one, other) => one.at - other.at);
}

/** Before each file in the list stands this, and before the end of the list the other. APPNOTE 4.3.12 and 4.3.16. */
const LISTED = Buffer.from("PK\x01\x02", "latin1");
const END = Buffer.from("PK\x05\x06", "latin1");

/** The end of the list is so long, and the comment behind it at most `LONGEST_COMMENT`. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/** Where the archive ends: other bytes may follow it, which the library would not have. */
function endOf(held: Held): number {
  const from = Math.max(0, held.size - 2 * LONGEST_COMMENT);
  const tail = held.slice(from, held.size);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
    const end = at + END_SIZE;
    if (end > tail.length) continue;
    const whole = end + tail.readUInt16LE(at + 20);
    if (whole <= tail.length) return from + whole;
  }
  return held.size;
}

/**
 * Whether these are the parts of a document: Office Open XML has a list of types (ECMA-376, part 2), OpenDocument and
 * EPUB say first what they are.
 */
export function isOffice(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}
