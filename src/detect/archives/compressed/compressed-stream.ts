import type { ByteInput } from "../byte-input.ts";
import { lendIterator, type Member, truncateName } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { type CompressedFrame, createFrame } from "./frames.ts";
import { HAS_ZSTD, Unpacker } from "./unpacker.ts";

/** The formats of a stream that is compressed as a whole. */
export type StreamFormat = "gzip" | "zlib" | "deflate" | "zstd" | "brotli";

/**
 * The one file of a stream that is compressed as a whole. Several frames in a row are one file too, and may be cut
 * anywhere. What follows the last frame is no part of it.
 */
export async function* readCompressed(
  format: StreamFormat,
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  const frame = createFrame(format);
  if (format === "zstd" && !HAS_ZSTD) {
    warnings.addUnopened("zstd");
    return;
  }
  const offset = input.offset;
  const first = await frame.begin(input);
  if (!first) warnings.add("damaged");
  if (!first || !archiveBudget.mayOpenMember()) return;
  const content = unpackFrames(frame, first.skipped ?? 0, input, archiveBudget, warnings);
  try {
    yield {
      name: truncateName(first.name ?? `(${format})`),
      chunks: lendIterator(content),
      offset,
      get length() {
        return input.offset - offset;
      },
    };
    // The reader may have stopped early: damage in the rest is to be reported too.
    for await (const _ of content);
  } finally {
    await content.return(undefined);
  }
}

/** The content of the frame whose header was just taken, without its first bytes, and of all that follow. */
async function* unpackFrames(
  frame: CompressedFrame,
  skipped: number,
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Buffer> {
  for (let left = skipped; ; ) {
    const ending = frame.end();
    const unpacker = new Unpacker(frame.compression);
    try {
      while (unpacker.state === "going") {
        const piece = await input.take();
        for await (const out of piece ? unpacker.add(piece) : unpacker.finish()) {
          const granted = archiveBudget.grant(out, input.offset);
          ending.add(granted);
          if (granted.length > left) yield granted.subarray(left);
          left = Math.max(0, left - granted.length);
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
    if (!(await frame.begin(input)) || !archiveBudget.mayOpenFrame(input.offset)) return;
  }
}
