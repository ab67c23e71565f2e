import { BufferedContainer } from "../buffered-container.ts";
import type { ByteInput } from "../byte-input.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget, UnpackBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { ZipReader } from "./zip-reader.ts";

/** The files in a zip archive, which documents, packages and books are too. In the order of their bytes. */
export async function* readZip(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
  budget: UnpackBudget,
): AsyncGenerator<Member> {
  const container = new BufferedContainer(budget);
  try {
    for (let bytes = await input.take(); bytes; bytes = await input.take()) {
      if (!container.add(bytes)) return warnings.add("too-large");
    }
    const reader = new ZipReader(container, archiveBudget, warnings);
    yield* reader.members();
    if (!reader.isListed) warnings.add("listing");
  } finally {
    container.release();
  }
}
