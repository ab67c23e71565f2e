import { MEMBERS } from "../../../messages/names.ts";
import type { BufferedContainer } from "../buffered-container.ts";
import { ByteInput } from "../byte-input.ts";
import { readCompressed, type StreamFormat } from "../compressed/compressed-stream.ts";
import { isDeflated, isInflatable } from "../compressed/zlib-start.ts";
import type { Member } from "../member.ts";
import { ArchiveBudget, type UnpackBudget } from "../unpack-budget.ts";
import { UnpackWarnings } from "../unpack-warnings.ts";
import { isLocalHeader } from "../zip/local-header.ts";
import { ZipReader } from "../zip/zip-reader.ts";
import { EMBEDDED_LEAD, findPackedText, GZIP, isGzipHeader, PNG_TEXT, PNG_UNICODE, ZIP } from "./embedded-needles.ts";

/** Of what only begins like an archive, not more than this is unpacked: beyond, it is one that is damaged. */
const TELLING = 4096;

/** What is tried in vain is at most this many times the size of the container. */
const MOST_TRIED = 4;

/**
 * The files of the archives that begin anywhere in a container: a zip archive behind a program, a script or a picture;
 * gzip streams; the packed texts of a PNG. What only begins like one is no gap.
 */
export async function* readEmbedded(
  container: BufferedContainer,
  budget: UnpackBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  const archiveBudget = new ArchiveBudget(budget, warnings);
  const zip = new ZipReader(container, archiveBudget, warnings);
  if (hasZip(container)) yield* zip.members();
  const ranges = zip.ranges.toSorted((one, other) => one.start - other.start).values();
  let range = ranges.next().value;
  let [end, tried, misses] = [0, 0, 0];
  for (const stream of listStreams(container)) {
    while (range && range.end <= stream.at) range = ranges.next().value;
    if (stream.at < end || (range && range.start <= stream.at)) continue;
    if (misses > MOST_MISSES || tried > MOST_TRIED * container.size) return warnings.add("too-many");
    if (!isLikely(stream, container)) {
      misses += 1;
      continue;
    }
    if (!archiveBudget.mayOpenMember()) return;
    const result = yield* readStream(stream, container, budget, warnings);
    if (result.isRead) {
      end = result.end;
    } else {
      misses += 1;
      tried += result.end - stream.at;
    }
  }
}

/** More beginnings that are none were made to be slow: each is tried in a tenth of a millisecond. */
const MOST_MISSES = 2000;

/** Whether the first compressed bytes are such, where it is known where they stand. */
function isLikely({ start, format }: EmbeddedStream, container: BufferedContainer): boolean {
  const bytes = container.slice(start, start + TELLING / 8);
  if (format === "zlib") return isInflatable(bytes);
  // Behind a name or another field they stand further on.
  return bytes[3] !== 0 || isDeflated(bytes.subarray(GZIP_HEADER));
}

/** Whether an archive surely begins in a container of which the end is missing. */
export function hasEmbedded(container: BufferedContainer): boolean {
  if (hasZip(container)) return true;
  let misses = 0;
  for (const stream of listStreams(container)) {
    if (isLikely(stream, container) || misses > MOST_MISSES) return true;
    misses += 1;
  }
  return false;
}

/** The shortest header of a gzip stream. */
const GZIP_HEADER = 10;

/** A stream that may begin at `at`: its compressed bytes are from `start` up to `end`, or fewer. */
type EmbeddedStream = { at: number; start: number; end: number; format: StreamFormat; name: string };

type Read = (container: BufferedContainer, at: number) => EmbeddedStream | null;

/** How far around a place must be looked. */
const [BEFORE, BEHIND] = [EMBEDDED_LEAD, 4096];

const readGzip: Read = (container, at) =>
  isGzipHeader(container.slice(at, at + GZIP_HEADER), 0)
    ? { at, start: at, end: container.size, format: "gzip", name: "(gzip)" }
    : null;

const readText: Read = (container, at) => {
  const text = at < BEFORE ? null : findPackedText(container.slice(at - BEFORE, at + BEHIND), BEFORE);
  const shift = at - BEFORE;
  return text && { at, start: shift + text.start, end: shift + text.end, format: "zlib", name: MEMBERS.png };
};

const STREAMS: readonly (readonly [Buffer, Read])[] = [
  [GZIP, readGzip],
  [PNG_TEXT, readText],
  [PNG_UNICODE, readText],
];

/** The streams that may begin in a container, in the order of their places. Looks at each byte a few times. */
function* listStreams(container: BufferedContainer): Generator<EmbeddedStream> {
  const next = STREAMS.map(([needle]) => container.indexOf(needle, 0));
  for (;;) {
    const places = next.filter((at) => at >= 0);
    const at = Math.min(...places);
    if (places.length === 0) return;
    const which = next.indexOf(at);
    const [needle, read] = STREAMS[which] ?? [];
    const stream = read?.(container, at);
    if (stream) yield stream;
    if (needle) next[which] = container.indexOf(needle, at + 1);
  }
}

function hasZip(container: BufferedContainer): boolean {
  for (let at = container.indexOf(ZIP, 0); at >= 0; at = container.indexOf(ZIP, at + 1)) {
    if (isLocalHeader(container.slice(at, at + 128), 0)) return true;
  }
  return false;
}

/** Reads a stream; tells where it ended, and whether it was one. */
async function* readStream(
  { start, end, format, name }: EmbeddedStream,
  container: BufferedContainer,
  budget: UnpackBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member, { end: number; isRead: boolean }> {
  const own = new UnpackWarnings();
  const input = new ByteInput(toAsync(container.pieces(start, end)));
  const left = budget.bytes;
  for await (const member of readCompressed(format, input, new ArchiveBudget(budget, own), own)) {
    const place = { offset: start + member.offset, length: end - start };
    yield { ...place, name: member.name.startsWith("(") ? name : member.name, chunks: member.chunks };
  }
  const isRead = own.isEmpty || left - budget.bytes >= TELLING;
  if (isRead) warnings.addAll(own);
  return { end: start + input.offset, isRead };
}

async function* toAsync(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* pieces;
}
