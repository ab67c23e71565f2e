import zlib from "node:zlib";
import type { ByteInput } from "./byte-input.ts";
import { lendIterator, type Member, truncateName } from "./member.ts";
import type { ArchiveBudget } from "./unpack-budget.ts";
import type { UnpackWarnings } from "./unpack-warnings.ts";
import { type Compression, HAS_ZSTD, Unpacker } from "./unpacker.ts";

/**
 * The one file of a stream that is compressed as a whole. Several frames in a row are one file too, and may be cut
 * anywhere. What follows the last frame is no part of it.
 */
export async function* readCompressed(
  format: "gzip" | "zstd",
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  const frame = format === "gzip" ? GZIP_FRAME : ZSTD_FRAME;
  if (format === "zstd" && !HAS_ZSTD) {
    warnings.add("unopened");
    return;
  }
  const first = await frame.begin(input);
  if (!first) warnings.add("damaged");
  if (!first || !archiveBudget.mayOpenMember()) return;
  const content = unpackFrames(frame, input, archiveBudget, warnings);
  try {
    yield {
      name: truncateName(first.name ?? `(${format})`),
      chunks: lendIterator(content),
      offset: 0,
      get length() {
        return input.offset;
      },
    };
    // The reader may have stopped early: damage in the rest is to be reported too.
    for await (const _ of content);
  } finally {
    await content.return(undefined);
  }
}

/** The content of the frame whose header was just taken, and of all that follow. */
async function* unpackFrames(
  frame: CompressedFrame,
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Buffer> {
  for (;;) {
    const ending = frame.end();
    const unpacker = new Unpacker(frame.compression);
    try {
      while (unpacker.state === "going") {
        const piece = await input.take();
        for await (const out of piece ? unpacker.add(piece) : unpacker.finish()) {
          const granted = archiveBudget.grant(out, input.offset);
          ending.add(granted);
          if (granted.length > 0) yield granted;
          if (archiveBudget.isSpent) return;
        }
        // What follows the compressed bytes is still to be read.
        if (piece) input.putBack(piece.subarray(piece.length - unpacker.surplus));
      }
      if (unpacker.state === "failed") {
        warnings.add("damaged");
        return;
      }
    } finally {
      unpacker.close();
    }
    if (!(await ending.matches(input))) warnings.add("damaged");
    if (!(await frame.begin(input)) || !archiveBudget.mayOpenMember()) return;
  }
}

/** How one format frames compressed bytes. */
type CompressedFrame = {
  compression: Compression;
  /** Takes the header of a frame; null, and nothing is taken, where none begins. */
  begin: (input: ByteInput) => Promise<{ name: string | null } | null>;
  /** Is given what was unpacked; then takes the end of the frame and says whether it matches. */
  end: () => { add: (content: Buffer) => void; matches: (input: ByteInput) => Promise<boolean> };
};

/** RFC 1952, section 2.3. A header with a name longer than a path may be is not accepted. */
const GZIP_FRAME: CompressedFrame = {
  compression: "deflate",
  async begin(input) {
    for (const most of [USUAL_HEADER, LONGEST_HEADER]) {
      const start = await input.takeExactly(most);
      const header = parseGzipHeader(start);
      input.putBack(start.subarray(header?.length ?? 0));
      if (header || start.length < most) return header;
    }
    return null;
  },
  end: () => {
    let sum = 0;
    return {
      add: (content) => {
        sum = zlib.crc32(content, sum);
      },
      matches: async (input) => {
        const trailer = await input.takeExactly(TRAILER);
        return trailer.length === TRAILER && trailer.readUInt32LE(0) === sum;
      },
    };
  },
};

const USUAL_HEADER = 512;

/** Fixed fields, an extra field of up to 64 KiB, a name and a comment. */
const LONGEST_HEADER = 72 * 1024;

/** The checksum, and the size. */
const TRAILER = 8;

function parseGzipHeader(start: Buffer): { name: string | null; length: number } | null {
  if (start.length < 18 || start[0] !== 0x1f || start[1] !== 0x8b || start[2] !== 8) return null;
  const flags = start[3] ?? 0;
  let at = 10;
  if ((flags & EXTRA) !== 0) at += 2 + start.readUInt16LE(at);
  const name = (flags & NAME) === 0 ? null : readText(start, at);
  at += name === null ? 0 : name.length + 1;
  if ((flags & COMMENT) !== 0) at += (readText(start, at) ?? "").length + 1;
  if ((flags & CHECKED) !== 0) at += 2;
  return at < start.length && flags < RESERVED ? { name: name || null, length: at } : null;
}

const [CHECKED, EXTRA, NAME, COMMENT, RESERVED] = [2, 4, 8, 16, 32];

function readText(bytes: Buffer, at: number): string | null {
  const end = bytes.indexOf(0, at);
  return end < 0 ? null : bytes.toString("latin1", at, end);
}

/** RFC 8878, section 3.1: zlib reads the frame itself; skippable frames (3.1.2) hold nothing. */
const ZSTD_FRAME: CompressedFrame = {
  compression: "zstd",
  async begin(input) {
    for (;;) {
      const start = await input.takeExactly(8);
      input.putBack(start);
      if (start.length === 8 && (start.readUInt32LE(0) & 0xfffffff0) === SKIPPED) {
        await input.skip(8 + start.readUInt32LE(4));
      } else {
        return start.length > 4 && start.readUInt32LE(0) === MAGIC ? { name: null } : null;
      }
    }
  },
  end: () => ({ add: () => {}, matches: async () => true }),
};

const [MAGIC, SKIPPED] = [0xfd2fb528, 0x184d2a50];
