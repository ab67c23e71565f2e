import zlib from "node:zlib";
import type { ByteInput } from "../byte-input.ts";
import type { Compression } from "./unpacker.ts";
import { isInflatable, readGitHeader } from "./zlib-start.ts";

/** How one format frames compressed bytes. */
export type CompressedFrame = {
  compression: Compression;
  /** Takes the header of a frame; null, and nothing is taken, where none begins. */
  begin: (input: ByteInput) => Promise<FrameHeader | null>;
  /** Is given what was unpacked; then takes the end of the frame and says whether it matches. */
  end: () => { add: (content: Buffer) => void; matches: (input: ByteInput) => Promise<boolean> };
};

/** What a frame says of its file: its name, and how many of its first bytes are no part of it. */
type FrameHeader = { name: string | null; skipped?: number };

/** Frames that end with their compressed bytes. */
const WITHOUT_END: CompressedFrame["end"] = () => ({ add: () => {}, matches: async () => true });

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
function createZstdFrame(): CompressedFrame {
  let said = 0;
  return {
    compression: "zstd",
    async begin(input) {
      for (;;) {
        const start = await input.takeExactly(ZSTD_HEADER);
        input.putBack(start);
        if (start.length >= 8 && (start.readUInt32LE(0) & 0xfffffff0) === SKIPPED) {
          await input.skip(8 + start.readUInt32LE(4));
        } else {
          said = readContentSize(start);
          return start.length > 4 && start.readUInt32LE(0) === MAGIC ? { name: null } : null;
        }
      }
    },
    end: () => {
      let count = 0;
      return {
        add: (content) => {
          count += content.length;
        },
        // Where the last block is empty, libzstd does not compare; it may have read the next frames too.
        matches: async () => count >= said,
      };
    },
  };
}

/** RFC 8878, section 3.1.1.1.4: how many bytes a frame says that it unpacks to; 0 where it does not say. */
function readContentSize(start: Buffer): number {
  const flags = start[4] ?? 0;
  const isSingle = (flags & 0x20) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][flags & 3] ?? 0);
  const width = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  if (width === 0 || start.length < at + width) return 0;
  if (width === 8) return Number(start.readBigUInt64LE(at));
  return start.readUIntLE(at, width) + (width === 2 ? 256 : 0);
}

const [MAGIC, SKIPPED, ZSTD_HEADER] = [0xfd2fb528, 0x184d2a50, 18];

/** RFC 1950. The object of git that a file in `.git/objects` is has a header of its own, and then its content. */
const ZLIB_FRAME: CompressedFrame = {
  compression: "deflate",
  async begin(input) {
    const start = await input.takeExactly(USUAL_HEADER);
    const isOne = isInflatable(start);
    input.putBack(start.subarray(isOne ? ZLIB_HEADER : 0));
    if (!isOne) return null;
    const header = readGitHeader(start);
    return header ? { name: `(git ${header.type})`, skipped: header.length } : { name: null };
  },
  // Adler's checksum is not compared: what a damaged stream still inflates to is searched, and a key in it is whole.
  end: () => ({
    add: () => {},
    matches: async (input) => {
      await input.takeExactly(ZLIB_TRAILER);
      return true;
    },
  }),
};

const [ZLIB_HEADER, ZLIB_TRAILER] = [2, 4];

/** RFC 1951 and RFC 7932: neither has a magic, and the stream ends itself. */
function createBareFrame(compression: "deflate" | "brotli"): CompressedFrame {
  let isBegun = false;
  return {
    compression,
    begin: async () => {
      const isFirst = !isBegun;
      isBegun = true;
      return isFirst ? { name: null } : null;
    },
    end: WITHOUT_END,
  };
}

/** How the frames of a format are read. */
export function createFrame(format: "gzip" | "zlib" | "deflate" | "zstd" | "brotli"): CompressedFrame {
  switch (format) {
    case "gzip":
      return GZIP_FRAME;
    case "zlib":
      return ZLIB_FRAME;
    case "zstd":
      return createZstdFrame();
    case "deflate":
    case "brotli":
      return createBareFrame(format);
    default:
      return format satisfies never;
  }
}
