import type { ByteInput } from "../byte-input.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { readStoredFile } from "./stored-file.ts";
import { parseTarHeader, readTextField, TAR_BLOCK, type TarHeader } from "./tar-header.ts";

/** At most this many bytes of records are read. Systems allow names of 4,096. */
const LONGEST_RECORDS = 64 * 1024;

/**
 * The files in a tar archive, as they come. They are stored as they are, so that nothing is unpacked and nothing taken
 * from the budget. Concatenated archives are read as one, as `tar --ignore-zeros` does.
 */
export async function* readTar(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  let records: Records = {};
  let isAfterEnd = false;
  for (;;) {
    const block = await input.takeExactly(TAR_BLOCK);
    if (block.length === 0) return;
    const header = parseTarHeader(block);
    if (!header) {
      // What follows the blocks of zeros that end an archive is no part of it.
      if (isZero(block)) isAfterEnd = true;
      else if (!isAfterEnd) warnings.add("damaged");
      if (isZero(block)) continue;
      input.putBack(block);
      return;
    }
    isAfterEnd = false;
    if (DESCRIBES_NEXT.has(header.type)) {
      records = { ...records, ...(await readRecords(header, input)) };
      continue;
    }
    while (header.isSparse && (await input.takeExactly(TAR_BLOCK))[504] === 1);
    const { size = header.size, name = header.name } = records;
    records = {};
    if (HAS_BYTES.has(header.type) && size > 0) {
      if (!archiveBudget.mayOpenMember()) return;
      yield* readStoredFile(name, size, input, warnings);
    } else if (!WITHOUT_BYTES.has(header.type)) {
      await input.skip(size);
    }
    await input.skip(padding(header, size));
  }
}

/** Files: plain, old, contiguous, and sparse ones, whose holes are left out. */
const HAS_BYTES = new Set(["0", "7", "S"]);

/** Links, devices, folders and pipes: no bytes follow them, whatever size they claim. */
const WITHOUT_BYTES = new Set(["1", "2", "3", "4", "5", "6"]);

/** Headers that describe the next one: GNU's long name, and the records of pax. */
const DESCRIBES_NEXT = new Set(["L", "x", "X"]);

/** What records say of the file that follows, in place of its header. */
type Records = { name?: string; size?: number };

function padding({ type }: TarHeader, size: number): number {
  return WITHOUT_BYTES.has(type) ? 0 : (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

async function readRecords(header: TarHeader, input: ByteInput): Promise<Records> {
  const bytes = await input.takeExactly(Math.min(header.size, LONGEST_RECORDS));
  await input.skip(header.size - bytes.length + padding(header, header.size));
  return header.type === "L" ? { name: readTextField(bytes) } : parsePaxRecords(bytes);
}

/** Records are `<length> <keyword>=<value>\n`, with the length of the whole record. */
function parsePaxRecords(bytes: Buffer): Records {
  const records: Records = {};
  for (let at = 0; at < bytes.length; ) {
    const count = Number(/^\d{1,6}(?= )/.exec(bytes.toString("latin1", at, at + 7))?.[0] ?? 0);
    if (count < 5) break;
    const record = bytes.toString("utf8", at, at + count - 1);
    const [, keyword, value = ""] = /^\d+ (path|size)=([^]*)$/.exec(record) ?? [];
    if (keyword === "path") records.name = value;
    if (keyword === "size" && /^\d{1,15}$/.test(value)) records.size = Number(value);
    at += count;
  }
  return records;
}

function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}
