import zlib from "node:zlib";
import type { ByteInput } from "../byte-input.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget, UnpackBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { Unpacker } from "../unpacker.ts";
import { BufferedContainer } from "./buffered-container.ts";
import { extractMarkupText } from "./markup-text.ts";
import { isDocument, listEntries, type ZipEntry } from "./zip-entries.ts";

/** The files in a zip archive, which documents, packages and books are too. In the order of their bytes. */
export async function* readZip(
  input: ByteInput,
  budget: UnpackBudget,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  const container = await BufferedContainer.read(input, budget);
  if (!container) {
    warnings.add("too-large");
    return;
  }
  try {
    const entries = await listEntries(container, archiveBudget, warnings);
    const isOfficeDocument = isDocument(entries);
    for (const entry of entries) {
      const { name } = entry;
      const packed = locateEntry(entry, container, warnings);
      if (!packed) continue;
      const { start, end } = packed;
      const place = { name, offset: start, length: end - start };
      const content = () => unpackEntry(packed, container, archiveBudget);
      yield { ...place, chunks: checkEntry(content(), entry, warnings) };
      if (isOfficeDocument && MARKUP.test(name)) yield { ...place, chunks: extractMarkupText(content()) };
      if (archiveBudget.isSpent) return;
    }
  } finally {
    container.release();
  }
}

/** Parts of a document or a book that hold its text. */
const MARKUP = /\.(?:xml|xhtml|html?)$/i;

/** Where an entry's bytes stand, and whether they are compressed. */
type LocatedEntry = { start: number; end: number; isDeflated: boolean };

/** APPNOTE 4.3.7: a local header stands before the bytes; its name and extra field may differ from the listing's. */
function locateEntry(
  { at, size, method, isLocked }: ZipEntry,
  container: BufferedContainer,
  warnings: UnpackWarnings,
): LocatedEntry | null {
  if (isLocked) {
    warnings.add("locked");
    return null;
  }
  if (method !== STORED && method !== DEFLATED) {
    warnings.add("unknown-packing");
    return null;
  }
  const header = container.slice(at, at + LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 0x04034b50) {
    warnings.add("damaged");
    return null;
  }
  const start = at + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  return { start, end: Math.min(start + size, container.size), isDeflated: method === DEFLATED };
}

const [STORED, DEFLATED] = [0, 8];
const LOCAL_HEADER = 30;

/** A file this small is unpacked in one call, which is several times as fast as in pieces. */
const SMALL = 64 * 1024;
const SMALL_UNPACKED = 1024 * 1024;

/** Returns whether all was unpacked, as far as the compressed bytes tell. */
async function* unpackEntry(
  packed: LocatedEntry,
  container: BufferedContainer,
  archiveBudget: ArchiveBudget,
): AsyncGenerator<Buffer, "whole" | "cut" | "stopped"> {
  const { start, end, isDeflated } = packed;
  const small = isDeflated && end - start <= SMALL ? unpackAtOnce(container.slice(start, end)) : null;
  const pieces =
    isDeflated && !small ? inflatePieces(container.pieces(start, end)) : small ? [small] : container.pieces(start, end);
  let isWhole = true;
  for await (const piece of pieces) {
    if (piece === CUT) {
      isWhole = false;
      break;
    }
    const granted = archiveBudget.grant(piece, container.size);
    if (granted.length > 0) yield granted;
    if (archiveBudget.isSpent) return "stopped";
  }
  return isWhole ? "whole" : "cut";
}

/** Null when it is damaged or not that small, and has to be unpacked piece by piece. */
function unpackAtOnce(packed: Buffer): Buffer | null {
  try {
    return zlib.inflateRawSync(packed, { maxOutputLength: SMALL_UNPACKED });
  } catch {
    return null;
  }
}

/** Stands for the part that could not be unpacked. */
const CUT: Buffer = Buffer.alloc(0);

async function* inflatePieces(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacker = new Unpacker("deflate");
  try {
    for (const piece of pieces) {
      yield* unpacker.add(piece);
      if (unpacker.state !== "going") break;
    }
    yield* unpacker.finish();
    if (unpacker.state === "failed") yield CUT;
  } finally {
    unpacker.close();
  }
}

/** The content as it is; warns when it ends early or does not match its checksum. */
async function* checkEntry(
  content: AsyncGenerator<Buffer, "whole" | "cut" | "stopped">,
  { checksum }: ZipEntry,
  warnings: UnpackWarnings,
): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for (;;) {
      const { value, done } = await content.next();
      if (done) {
        if (value === "cut" || (value === "whole" && sum !== checksum)) warnings.add("damaged");
        return;
      }
      sum = zlib.crc32(value, sum);
      yield value;
    }
  } finally {
    await content.return("stopped");
  }
}
