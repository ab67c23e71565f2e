import { MEMBERS } from "../../messages/names.ts";
import type { BufferedContainer } from "./buffered-container.ts";
import { ByteInput } from "./byte-input.ts";
import type { StreamFormat } from "./compressed/compressed-stream.ts";
import { type ArchiveKind, isUnopened, type OpenedKind } from "./magic.ts";
import { lendIterator, type Member } from "./member.ts";
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

/** Whether a format that was guessed is the right one, by the first bytes of a blob. */
export async function isUnpackable(kind: ArchiveKind, start: Buffer): Promise<boolean> {
  if (kind === "brotli") return (await import("./compressed/brotli-start.ts")).isBrotliText(start);
  const { isDeflated, isInflatable } = await import("./compressed/zlib-start.ts");
  return kind === "zlib" ? isInflatable(start) : kind === "deflate" && isDeflated(start);
}

/**
 * The files of the archives that begin anywhere in a container, which is released at the end. `isCut`: more bytes
 * follow, which could not be kept in memory. What cannot be unpacked is passed to `unread`, as with `readMembers`.
 */
export async function* readEmbeddedMembers(
  container: BufferedContainer,
  isCut: boolean,
  budget: UnpackBudget,
  unread: (why: string) => void,
): AsyncGenerator<Member> {
  const warnings = new UnpackWarnings();
  const { hasEmbedded, readEmbedded } = await import("./embedded/embedded.ts");
  try {
    if (isCut) {
      if (hasEmbedded(container)) warnings.add("too-large");
    } else if (budget.mayEnter()) {
      try {
        yield* readEmbedded(container, budget, warnings);
      } finally {
        budget.leave();
      }
    } else if (hasEmbedded(container)) {
      warnings.add("too-deep");
    }
    for (const why of warnings.describe()) unread(why);
  } finally {
    container.release();
  }
}

/** Opens an archive of one kind. */
type ReadArchive = (
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
  budget: UnpackBudget,
) => AsyncGenerator<Member, void>;

/** What opens a kind of archive is loaded when there is one: a change without any needs nothing of it. */
const READERS: Record<OpenedKind, () => Promise<ReadArchive>> = {
  gzip: () => loadStreamReader("gzip"),
  zlib: () => loadStreamReader("zlib"),
  deflate: () => loadStreamReader("deflate"),
  zstd: () => loadStreamReader("zstd"),
  brotli: () => loadStreamReader("brotli"),
  swf: () => loadStreamReader("zlib", SWF_HEADER),
  tar: async () => (await import("./stored/tar.ts")).readTar,
  ar: async () => (await import("./stored/ar.ts")).readAr,
  cpio: async () => (await import("./stored/cpio.ts")).readCpio,
  rpm: async () => (await import("./stored/rpm.ts")).readRpm,
  zip: async () => (await import("./zip/zip.ts")).readZip,
  "git-pack": async () => (await import("./git/git-pack.ts")).readGitPack,
  pdf: async () => (await import("./pdf/pdf.ts")).readPdf,
};

/** The version, and the unpacked size, stand before the packed bytes of a Flash film. */
const SWF_HEADER = 8;

async function loadStreamReader(format: StreamFormat, skipped = 0): Promise<ReadArchive> {
  const { readCompressed } = await import("./compressed/compressed-stream.ts");
  return async function* (input, archiveBudget, warnings) {
    await input.skip(skipped);
    yield* readCompressed(format, input, archiveBudget, warnings);
  };
}

/** What may follow the end of these is searched as well: whoever reads them does not miss it. */
const MAY_BE_FOLLOWED: ReadonlySet<ArchiveKind> = new Set(["gzip", "zlib", "zstd", "tar", "ar", "cpio"]);

async function* openArchive(
  kind: ArchiveKind,
  input: ByteInput,
  budget: UnpackBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member, void> {
  if (isUnopened(kind)) return warnings.addUnopened(kind);
  const archiveBudget = new ArchiveBudget(budget, warnings);
  const read = await READERS[kind]();
  yield* read(input, archiveBudget, warnings, budget);
  if (warnings.isEmpty && MAY_BE_FOLLOWED.has(kind)) yield* readRest(input);
}

/** What follows the end of an archive, unless it is zeros. */
async function* readRest(input: ByteInput): AsyncGenerator<Member> {
  let piece = await input.take();
  while (piece?.every((byte) => byte === 0)) piece = await input.take();
  if (!piece) return;
  input.putBack(piece);
  const offset = input.offset;
  async function* content(): AsyncGenerator<Buffer> {
    for (let next = await input.take(); next; next = await input.take()) yield next;
  }
  yield {
    name: MEMBERS.behind,
    chunks: lendIterator(content()),
    offset,
    get length() {
      return input.offset - offset;
    },
  };
}
