import { ByteInput } from "./byte-input.ts";
import type { ArchiveKind } from "./magic.ts";
import type { Member } from "./member.ts";
import { ArchiveBudget, type UnpackBudget } from "./unpack-budget.ts";
import { UnpackWarnings } from "./unpack-warnings.ts";

export { type ArchiveKind, identifyArchive, MAGIC_LENGTH } from "./magic.ts";

/**
 * The files in an archive; a file that people see as another text than its bytes (a page, a document) comes a second
 * time, under the same name, as that text. Takes all of `chunks`, in order, and no faster than the members are read.
 * What cannot be unpacked, or not in full, is passed to `unread` at the end, one sentence for each reason; the bytes
 * never make it throw. A member may be an archive itself: whoever opens it hands on the same `budget`.
 */
export async function* readMembers(
  kind: ArchiveKind,
  chunks: AsyncIterable<Uint8Array>,
  budget: UnpackBudget,
  unread: (why: string) => void,
): AsyncGenerator<Member> {
  const input = new ByteInput(chunks);
  const warnings = new UnpackWarnings();
  try {
    if (budget.mayEnter()) {
      try {
        yield* openArchive(kind, input, budget, warnings);
      } finally {
        budget.leave();
      }
    } else {
      warnings.add("too-deep");
    }
    await input.drain();
    for (const why of warnings.describe()) unread(why);
  } finally {
    await input.close();
  }
}

/** What opens a kind of archive is loaded when there is one: a change without any needs nothing of it. */
async function* openArchive(
  kind: ArchiveKind,
  input: ByteInput,
  budget: UnpackBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member, void> {
  const archiveBudget = new ArchiveBudget(budget, warnings);
  switch (kind) {
    case "gzip":
    case "zstd": {
      const { readCompressed } = await import("./compressed-stream.ts");
      return yield* readCompressed(kind, input, archiveBudget, warnings);
    }
    case "tar": {
      const { readTar } = await import("./tar.ts");
      return yield* readTar(input, archiveBudget, warnings);
    }
    case "zip": {
      const { readZip } = await import("./zip/zip.ts");
      return yield* readZip(input, budget, archiveBudget, warnings);
    }
    case "pdf": {
      const { readPdf } = await import("./pdf.ts");
      return yield* readPdf(input, archiveBudget, warnings);
    }
    case "bzip2":
    case "xz":
    case "7z":
    case "rar":
      return warnings.add("unopened");
    default:
      return kind satisfies never;
  }
}
