import type { ByteInput } from "../byte-input.ts";
import { lendIterator, type Member, truncateName } from "../member.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";

/** A file that is stored as it is, in an archive that is read as it comes: its bytes are the next to be taken. */
export async function* readStoredFile(
  name: string,
  size: number,
  input: ByteInput,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  let left = size;
  async function* content(): AsyncGenerator<Buffer> {
    while (left > 0) {
      const piece = await input.take(left);
      if (!piece) return;
      left -= piece.length;
      yield piece;
    }
  }
  yield { name: truncateName(name), chunks: lendIterator(content()), offset: input.offset, length: size };
  const skipped = await input.skip(left);
  if (skipped < left) warnings.add("damaged");
  left = 0;
}
