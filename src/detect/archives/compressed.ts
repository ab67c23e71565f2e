import type { Intake } from "./byte-input.ts";
import { type Frame, gzipFrame, zstdFrame } from "./frames.ts";
import { lent, type Member, nameOf } from "./member.ts";
import type { Allowance } from "./unpack-budget.ts";
import type { Remarks } from "./unpack-warnings.ts";
import { HAS_ZSTD, Unpacker } from "./unpacker.ts";

/**
 * The one file of a stream that is packed as a whole, in one frame or in several behind one another, which are one file
 * all the same: the cuts between them may stand anywhere. What follows the last is no part of it.
 */
export async function* memberOfStream(
  packing: "gzip" | "zstd",
  intake: Intake,
  allowance: Allowance,
  remarks: Remarks,
): AsyncGenerator<Member> {
  const frame = packing === "gzip" ? gzipFrame : zstdFrame;
  if (packing === "zstd" && !HAS_ZSTD) {
    remarks.note("unopened");
    return;
  }
  const first = await frame.begin(intake);
  if (!first) remarks.note("damaged");
  if (!first || !allowance.admits()) return;
  const content = unpacked(frame, intake, allowance, remarks);
  try {
    yield {
      name: nameOf(first.name ?? `(${packing})`),
      chunks: lent(content),
      offset: 0,
      get length() {
        return intake.offset;
      },
    };
    // Passed over by the reader: still to be unpacked, or what is damaged in it would not be known.
    for await (const _ of content);
  } finally {
    await content.return(undefined);
  }
}

/** The content of the frame whose header was just taken, and of all that follow. */
async function* unpacked(frame: Frame, intake: Intake, allowance: Allowance, remarks: Remarks): AsyncGenerator<Buffer> {
  for (;;) {
    const ending = frame.end();
    const unpacker = new Unpacker(frame.packing);
    try {
      while (unpacker.state === "going") {
        const piece = await intake.piece();
        for await (const out of piece ? unpacker.add(piece) : unpacker.finish()) {
          const granted = allowance.grant(out, intake.offset);
          ending.add(granted);
          if (granted.length > 0) yield granted;
          if (allowance.isSpent) return;
        }
        // What stands behind the packed bytes is still to be read.
        if (piece) intake.giveBack(piece.subarray(piece.length - unpacker.surplus));
      }
      if (unpacker.state === "failed") {
        remarks.note("damaged");
        return;
      }
    } finally {
      unpacker.close();
    }
    if (!(await ending.isRight(intake))) remarks.note("damaged");
    if (!(await frame.begin(intake)) || !allowance.admits()) return;
  }
}
