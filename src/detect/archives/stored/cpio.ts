import type { ByteInput } from "../byte-input.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { CPIO_HEADER, type CpioHeader, parseCpioHeader } from "./cpio-header.ts";
import { readStoredFile } from "./stored-file.ts";

/**
 * The files in a cpio archive, as they come: an initial file system of Linux, or what an RPM holds. Nothing in it is
 * packed. Archives that follow one another are read as one, as the kernel does.
 */
export async function* readCpio(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  for (let isAfterEnd = false; ; ) {
    const start = await input.takeExactly(CPIO_HEADER);
    const header = parseCpioHeader(start);
    if (!header) {
      // Zeros pad the archive to a block.
      const zeros = isAfterEnd ? countZeros(start) : 0;
      input.putBack(start.subarray(zeros));
      if (zeros > 0) continue;
      if (!isAfterEnd) warnings.add("damaged");
      return;
    }
    input.putBack(start.subarray(header.length));
    const name = (await input.takeExactly(header.name)).toString("utf8").replace(/\0[^]*$/, "");
    await input.skip(measurePadding(header, header.length + header.name));
    isAfterEnd = name === "TRAILER!!!";
    if (header.isFile && header.size > 0) {
      if (!archiveBudget.mayOpenMember()) return;
      yield* readStoredFile(name, header.size, input, warnings);
    } else {
      await input.skip(header.size);
    }
    await input.skip(measurePadding(header, header.size));
  }
}

function measurePadding({ unit }: CpioHeader, length: number): number {
  return (unit - (length % unit)) % unit;
}

function countZeros(bytes: Buffer): number {
  const end = bytes.findIndex((byte) => byte !== 0);
  return end < 0 ? bytes.length : end;
}
