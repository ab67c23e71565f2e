import zlib from "node:zlib";
import type { Intake } from "../byte-input.ts";
import type { Budget, Member } from "../member.ts";
import type { Allowance } from "../unpack-budget.ts";
import type { Remarks } from "../unpack-warnings.ts";
import { Unpacker } from "../unpacker.ts";
import { type Held, hold, letGo } from "./buffered-container.ts";
import { textOfMarkup } from "./markup-text.ts";
import { type Entry, entriesOf, isOffice } from "./zip-entries.ts";

/** The files in a zip archive, and in everything that is one: documents, packages, books. In order of their bytes. */
export async function* membersOfZip(
  intake: Intake,
  budget: Budget,
  allowance: Allowance,
  remarks: Remarks,
): AsyncGenerator<Member> {
  const held = await hold(intake, budget);
  if (!held) {
    remarks.note("too-large");
    return;
  }
  try {
    const entries = await entriesOf(held, allowance, remarks);
    const office = isOffice(entries);
    for (const entry of entries) {
      const { name } = entry;
      const packed = packedOf(entry, held, remarks);
      if (!packed) continue;
      const { start, end } = packed;
      const place = { name, offset: start, length: end - start };
      const content = () => unpacked(packed, held, allowance);
      yield { ...place, chunks: judged(content(), entry, remarks) };
      if (office && MARKUP.test(name)) yield { ...place, chunks: textOfMarkup(content()) };
      if (allowance.isSpent) return;
    }
  } finally {
    letGo(held, budget);
  }
}

/** Parts of an office document or a book that hold its text. */
const MARKUP = /\.(?:xml|xhtml|html?)$/i;

/** Where an entry's bytes stand, and whether they are packed at all. */
type Packed = { start: number; end: number; isDeflated: boolean };

/** APPNOTE 4.3.7: before the bytes stands a header, with a name and an extra field that need not be the listing's. */
function packedOf({ at, size, method, isLocked }: Entry, held: Held, remarks: Remarks): Packed | null {
  if (isLocked) {
    remarks.note("locked");
    return null;
  }
  if (method !== STORED && method !== DEFLATED) {
    remarks.note("unknown-packing");
    return null;
  }
  const header = held.slice(at, at + LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 0x04034b50) {
    remarks.note("damaged");
    return null;
  }
  const start = at + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  return { start, end: Math.min(start + size, held.size), isDeflated: method === DEFLATED };
}

const [STORED, DEFLATED] = [0, 8];
const LOCAL_HEADER = 30;

/** A file this small is unpacked at once, which is several times as fast as piece by piece. */
const SMALL = 64 * 1024;
const SMALL_UNPACKED = 1024 * 1024;

/** Ends with whether all was unpacked, as far as the packed bytes tell. */
async function* unpacked(
  packed: Packed,
  held: Held,
  allowance: Allowance,
): AsyncGenerator<Buffer, "whole" | "cut" | "stopped"> {
  const { start, end, isDeflated } = packed;
  const small = isDeflated && end - start <= SMALL ? unpackedAtOnce(held.slice(start, end)) : null;
  const pieces = isDeflated && !small ? inflated(held.pieces(start, end)) : small ? [small] : held.pieces(start, end);
  let isWhole = true;
  for await (const piece of pieces) {
    if (piece === CUT) {
      isWhole = false;
      break;
    }
    const granted = allowance.grant(piece, held.size);
    if (granted.length > 0) yield granted;
    if (allowance.isSpent) return "stopped";
  }
  return isWhole ? "whole" : "cut";
}

/** Null when it is damaged or not so small, and has to be unpacked piece by piece. */
function unpackedAtOnce(packed: Buffer): Buffer | null {
  try {
    return zlib.inflateRawSync(packed, { maxOutputLength: SMALL_UNPACKED });
  } catch {
    return null;
  }
}

/** Stands for what could not be unpacked any more. */
const CUT: Buffer = Buffer.alloc(0);

async function* inflated(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
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

/** The content as it is; notes when it ends early, or is not what its checksum was taken of. */
async function* judged(
  content: AsyncGenerator<Buffer, "whole" | "cut" | "stopped">,
  { checksum }: Entry,
  remarks: Remarks,
): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for (;;) {
      const { value, done } = await content.next();
      if (done) {
        if (value === "cut" || (value === "whole" && sum !== checksum)) remarks.note("damaged");
        return;
      }
      sum = zlib.crc32(value, sum);
      yield value;
    }
  } finally {
    await content.return("stopped");
  }
}
