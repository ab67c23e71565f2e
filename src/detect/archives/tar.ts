import type { Intake } from "./byte-input.ts";
import { lent, type Member, nameOf } from "./member.ts";
import { BLOCK, type Header, headerIn, textIn } from "./tar-header.ts";
import type { Allowance } from "./unpack-budget.ts";
import type { Remarks } from "./unpack-warnings.ts";

/** A name that comes apart from its header may be this long. Systems allow 4,096; nothing is made of a longer one. */
const LONGEST_RECORDS = 64 * 1024;

/**
 * The files in a tar archive, as they come. Their bytes stand in it as they are, so that nothing is unpacked and nothing
 * taken from the budget. Archives that follow one another are read as one, as `tar --ignore-zeros` does.
 */
export async function* membersOfTar(intake: Intake, allowance: Allowance, remarks: Remarks): AsyncGenerator<Member> {
  let said: Said = {};
  let isBehindEnd = false;
  for (;;) {
    const block = await intake.exactly(BLOCK);
    if (block.length === 0) return;
    if (isZero(block)) {
      isBehindEnd = true;
      continue;
    }
    const header = headerIn(block);
    if (!header) {
      // What stands behind the end of an archive is no part of it.
      if (!isBehindEnd) remarks.note("damaged");
      return;
    }
    isBehindEnd = false;
    if (SAYING.has(header.type)) {
      said = { ...said, ...(await recordsOf(header, intake)) };
      continue;
    }
    while (header.isSparse && (await intake.exactly(BLOCK))[504] === 1);

    const size = said.size ?? header.size;
    const name = nameOf(said.name ?? header.name);
    said = {};
    if (HAS_BYTES.has(header.type) && size > 0) {
      if (!allowance.admits()) return;
      let left = size;
      const offset = intake.offset;
      async function* body(): AsyncGenerator<Buffer> {
        while (left > 0) {
          const piece = await intake.piece(left);
          if (!piece) return;
          left -= piece.length;
          yield piece;
        }
      }
      yield { name, chunks: lent(body()), offset, length: size };
      const passed = await intake.skip(left);
      if (passed < left) remarks.note("damaged");
      left = 0;
    } else if (!WITHOUT_BYTES.has(header.type)) {
      await intake.skip(size);
    }
    await intake.skip(padding(header, size));
  }
}

/** Files: plain, old, contiguous, and sparse ones, whose holes are left out. */
const HAS_BYTES = new Set(["0", "7", "S"]);

/** Links, devices, folders and pipes: whatever size they claim, nothing follows them. */
const WITHOUT_BYTES = new Set(["1", "2", "3", "4", "5", "6"]);

/** Headers that say something about the next one: GNU's long name, and the records of pax. */
const SAYING = new Set(["L", "x", "X"]);

/** What is said of a file apart from its header. */
type Said = { name?: string; size?: number };

function padding({ type }: Header, size: number): number {
  return WITHOUT_BYTES.has(type) ? 0 : (BLOCK - (size % BLOCK)) % BLOCK;
}

async function recordsOf(header: Header, intake: Intake): Promise<Said> {
  const bytes = await intake.exactly(Math.min(header.size, LONGEST_RECORDS));
  await intake.skip(header.size - bytes.length + padding(header, header.size));
  return header.type === "L" ? { name: textIn(bytes) } : paxRecords(bytes);
}

/** Records are `<length> <keyword>=<value>\n`, the length being that of all this. */
function paxRecords(bytes: Buffer): Said {
  const said: Said = {};
  for (let at = 0; at < bytes.length; ) {
    const count = Number(/^\d{1,6}(?= )/.exec(bytes.toString("latin1", at, at + 7))?.[0] ?? 0);
    if (count < 5) break;
    const record = bytes.toString("utf8", at, at + count - 1);
    const [, keyword, value = ""] = /^\d+ (path|size)=([^]*)$/.exec(record) ?? [];
    if (keyword === "path") said.name = value;
    if (keyword === "size" && /^\d{1,15}$/.test(value)) said.size = Number(value);
    at += count;
  }
  return said;
}

function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}
