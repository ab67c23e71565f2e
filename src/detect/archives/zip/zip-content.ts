import zlib from "node:zlib";
import type { BufferedContainer } from "../buffered-container.ts";
import { type Compression, HAS_ZSTD, SMALL, Unpacker, unpackAtOnce } from "../compressed/unpacker.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";

/** How a file in a zip archive is packed: null where it is stored as it is. */
type ZipCompression = Compression | null | "unknown";

/** The bytes of a file in a zip archive, and how they are packed. */
export type PackedRange = { start: number; end: number; compression: ZipCompression };

/** What came of unpacking a file: whether all of it was unpacked, its checksum, and where its packed bytes ended. */
export type UnpackResult = { state: "whole" | "cut" | "stopped"; checksum: number; end: number };

const [STORED, DEFLATED, ZSTD] = [0, 8, 93];

/** How a method packs (APPNOTE 4.4.5); "unknown" where that is not unpacked here. */
export function identifyCompression(method: number): ZipCompression {
  if (method === STORED) return null;
  if (method === DEFLATED) return "deflate";
  return method === ZSTD && HAS_ZSTD ? "zstd" : "unknown";
}

/** Unpacks a file, as far as the budget allows. */
export async function* unpackRange(
  range: PackedRange,
  container: BufferedContainer,
  archiveBudget: ArchiveBudget,
): AsyncGenerator<Buffer, UnpackResult> {
  const { end } = range;
  let checksum = 0;
  const pieces = takePieces(range, container);
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done) return { state: next.value === null ? "cut" : "whole", checksum, end: next.value ?? end };
    const granted = archiveBudget.grant(next.value, container.size);
    checksum = zlib.crc32(granted, checksum);
    if (granted.length > 0) yield granted;
    if (archiveBudget.isSpent) {
      await pieces.return(null);
      return { state: "stopped", checksum, end };
    }
  }
}

function takePieces({ start, end, compression }: PackedRange, container: BufferedContainer): Pieces {
  if (compression === "unknown") return takeNothing();
  if (compression === null) return takeStored(container.pieces(start, end), Math.min(end, container.size));
  const small = compression === "deflate" && end - start <= SMALL ? unpackAtOnce(container.slice(start, end)) : null;
  if (small) return takeWhole(small.bytes, start + small.length);
  return inflatePieces(compression, container.pieces(start, end), start);
}

async function* takeNothing(): Pieces {
  return null;
}

/** Pieces of content; at the end, where the packed bytes ended, or null where they are cut or damaged. */
type Pieces = AsyncGenerator<Buffer, number | null>;

async function* takeWhole(bytes: Buffer, end: number): Pieces {
  yield bytes;
  return end;
}

async function* takeStored(pieces: Iterable<Buffer>, end: number): Pieces {
  yield* pieces;
  return end;
}

async function* inflatePieces(compression: Compression, pieces: Iterable<Buffer>, start: number): Pieces {
  const unpacker = new Unpacker(compression);
  let end = start;
  try {
    for (const piece of pieces) {
      yield* unpacker.add(piece);
      end += piece.length - (unpacker.state === "ended" ? unpacker.surplus : 0);
      if (unpacker.state !== "going") break;
    }
    yield* unpacker.finish();
    return unpacker.state === "failed" ? null : end;
  } finally {
    unpacker.close();
  }
}
