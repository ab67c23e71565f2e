import zlib from "node:zlib";
import type { Intake } from "./byte-input.ts";
import type { Packing } from "./unpacker.ts";

/** What stands around packed bytes, in the way of one format. */
export type Frame = {
  packing: Packing;
  /** Takes what stands before the packed bytes; null, and nothing is taken, where no frame begins. */
  begin: (intake: Intake) => Promise<{ name: string | null } | null>;
  /** To be told what came out; then takes what stands behind the packed bytes and says whether it fits. */
  end: () => { add: (content: Buffer) => void; isRight: (intake: Intake) => Promise<boolean> };
};

/** RFC 1952, section 2.3. A name longer than a path may be is not kept, and then the frame is none that is known. */
export const gzipFrame: Frame = {
  packing: "deflate",
  async begin(intake) {
    for (const most of [USUAL_HEADER, LONGEST_HEADER]) {
      const start = await intake.exactly(most);
      const header = headerOf(start);
      intake.giveBack(start.subarray(header?.length ?? 0));
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
      isRight: async (intake) => {
        const trailer = await intake.exactly(TRAILER);
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

function headerOf(start: Buffer): { name: string | null; length: number } | null {
  if (start.length < 18 || start[0] !== 0x1f || start[1] !== 0x8b || start[2] !== 8) return null;
  const flags = start[3] ?? 0;
  let at = 10;
  if ((flags & EXTRA) !== 0) at += 2 + start.readUInt16LE(at);
  const name = (flags & NAME) === 0 ? null : textAt(start, at);
  at += name === null ? 0 : name.length + 1;
  if ((flags & COMMENT) !== 0) at += (textAt(start, at) ?? "").length + 1;
  if ((flags & CHECKED) !== 0) at += 2;
  return at < start.length && flags < RESERVED ? { name: name || null, length: at } : null;
}

const [CHECKED, EXTRA, NAME, COMMENT, RESERVED] = [2, 4, 8, 16, 32];

function textAt(bytes: Buffer, at: number): string | null {
  const end = bytes.indexOf(0, at);
  return end < 0 ? null : bytes.toString("latin1", at, end);
}

/** RFC 8878, section 3.1: the library reads the frame itself; frames to be skipped (3.1.2) hold nothing. */
export const zstdFrame: Frame = {
  packing: "zstd",
  async begin(intake) {
    for (;;) {
      const start = await intake.exactly(8);
      intake.giveBack(start);
      if (start.length === 8 && (start.readUInt32LE(0) & 0xfffffff0) === SKIPPED) {
        await intake.skip(8 + start.readUInt32LE(4));
      } else {
        return start.length > 4 && start.readUInt32LE(0) === MAGIC ? { name: null } : null;
      }
    }
  },
  end: () => ({ add: () => {}, isRight: async () => true }),
};

const [MAGIC, SKIPPED] = [0xfd2fb528, 0x184d2a50];
