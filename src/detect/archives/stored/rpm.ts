import type { ByteInput } from "../byte-input.ts";
import { lendIterator, type Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";

/** The lead, and the fixed part of a header. See "RPM V4 Package format" of rpm.org. */
const [LEAD, HEADER] = [96, 16];

/** What an RPM carries: one cpio archive, mostly packed, behind the signatures and the description. */
export async function* readRpm(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  await input.skip(LEAD);
  // Only the first of the two headers is padded, to eight bytes.
  for (const unit of [8, 1]) {
    const header = await input.takeExactly(HEADER);
    if (header.length < HEADER || header.readUInt32BE(0) !== 0x8eade801) return warnings.add("damaged");
    const size = 16 * header.readUInt32BE(8) + header.readUInt32BE(12);
    await input.skip(size + ((unit - (size % unit)) % unit));
  }
  if (!archiveBudget.mayOpenMember()) return;
  async function* content(): AsyncGenerator<Buffer> {
    for (let piece = await input.take(); piece; piece = await input.take()) yield piece;
  }
  const offset = input.offset;
  yield {
    name: "(payload)",
    chunks: lendIterator(content()),
    offset,
    get length() {
      return input.offset - offset;
    },
  };
}
