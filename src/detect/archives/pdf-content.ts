import type { Intake } from "./byte-input.ts";
import { Unarmourer } from "./pdf-armour.ts";
import { isZlib, type Plan, START } from "./pdf-plan.ts";
import { Unpredictor } from "./pdf-prediction.ts";
import { Unpacker } from "./unpacker.ts";

/** How a stream ended: `cut` is what is damaged or locked. */
export type Ending = "whole" | "cut";

/** The content of a stream of a PDF whose bytes are the next to be taken; leaves the intake at or before its end. */
export async function* contentOf(
  intake: Intake,
  { armour, isPacked, length, prediction }: Plan & { kind: "read" },
): AsyncGenerator<Buffer, Ending> {
  const packed = armour ? unarmoured(untilEnd(intake), new Unarmourer(armour)) : null;
  const plain = isPacked ? (packed ? unpackedFrom(packed) : unpackedIn(intake, length)) : (packed ?? untilEnd(intake));
  if (!prediction) return yield* plain;

  const unpredictor = new Unpredictor(prediction);
  for (;;) {
    const { value, done } = await plain.next();
    const rows = done ? unpredictor.end() : unpredictor.add(value);
    if (rows.length > 0) yield rows;
    if (done) return value;
  }
}

/**
 * Unpacks until the packed bytes end by themselves: their length in the dictionary may lie or stand elsewhere. Their
 * checksum is left out: it is often wrong, and nothing is done about that.
 */
async function* unpackedIn(intake: Intake, length: number): AsyncGenerator<Buffer, Ending> {
  const header = await intake.exactly(START);
  if (!isZlib(header)) {
    intake.giveBack(header);
    return "cut";
  }
  const unpacker = new Unpacker("deflate");
  // Nothing comes out of a piece in which there is an error: what is cut short should not be lost with what follows it.
  let left = length - header.length;
  try {
    for (;;) {
      const piece = await intake.piece(left > 0 ? left : undefined);
      if (!piece) break;
      left -= piece.length;
      yield* unpacker.add(piece);
      // The streams behind a damaged one may stand in the same piece.
      if (unpacker.state === "failed") intake.giveBack(piece);
      if (unpacker.state === "ended") intake.giveBack(piece.subarray(piece.length - unpacker.surplus));
      if (unpacker.state !== "going") break;
      // Without this, what follows would be unpacked too, and by chance even come to an end.
      if (left === 0 && (await isAtEnd(intake))) break;
    }
    yield* unpacker.finish();
    return unpacker.state === "ended" ? "whole" : "cut";
  } finally {
    unpacker.close();
  }
}

/** The same of bytes that were written as letters. */
async function* unpackedFrom(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, Ending> {
  const unpacker = new Unpacker("deflate");
  let start: Buffer | null = Buffer.alloc(0);
  try {
    for await (const piece of packed) {
      const bytes: Buffer = start ? Buffer.concat([start, piece]) : piece;
      if (start && bytes.length < START) {
        start = bytes;
        continue;
      }
      if (start && !isZlib(bytes.subarray(0, START))) return "cut";
      yield* unpacker.add(start ? bytes.subarray(START) : bytes);
      start = null;
    }
    yield* unpacker.finish();
    return unpacker.state === "ended" ? "whole" : "cut";
  } finally {
    unpacker.close();
  }
}

async function* unarmoured(pieces: AsyncIterable<Buffer>, unarmourer: Unarmourer): AsyncGenerator<Buffer, Ending> {
  for await (const piece of pieces) {
    const bytes = unarmourer.add(piece);
    if (bytes.length > 0) yield bytes;
  }
  const last = unarmourer.end();
  if (last.length > 0) yield last;
  return "whole";
}

const END = Buffer.from("endstream");

/** Whether the word that ends a stream comes next. */
async function isAtEnd(intake: Intake): Promise<boolean> {
  const ahead = await intake.exactly(END.length + 2);
  intake.giveBack(ahead);
  return /^\s{0,2}endstream/.test(ahead.toString("latin1"));
}

/** The bytes before the word that ends a stream, or all that are left. */
async function* untilEnd(intake: Intake): AsyncGenerator<Buffer, Ending> {
  let kept: Buffer = Buffer.alloc(0);
  for (;;) {
    const piece = await intake.piece();
    const all = piece ? Buffer.concat([kept, piece]) : kept;
    const at = all.indexOf(END);
    const until = at >= 0 ? at : piece ? Math.max(0, all.length - END.length) : all.length;
    if (at >= 0) intake.giveBack(all.subarray(at));
    if (until > 0) yield all.subarray(0, until);
    if (at >= 0) return "whole";
    if (!piece) return "cut";
    kept = all.subarray(until);
  }
}
