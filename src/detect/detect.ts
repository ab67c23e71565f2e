import type { Detect, DetectorNote, Hit } from "../domain/candidate.ts";
import { ANCHORS } from "./anchors.ts";
import { type ArchiveKind, identifyArchive, MAGIC_LENGTH, readMembers } from "./archives/open-archive.ts";
import { UnpackBudget } from "./archives/unpack-budget.ts";
import type { PackedBase64 } from "./encodings/packed-base64.ts";
import { type AnchorSet, createAnchorSet, Search } from "./search.ts";
import { Tee } from "./tee.ts";

/** At most this many bytes are unpacked of one blob, over all files within it. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** Archives are opened down to this depth. */
const MOST_NESTED = 4;

/** At most this many reasons why parts of one blob could not be searched are noted. */
const MOST_REASONS = 20;

/** At most this many hits in an archive's own bytes wait until it is known whether a file of the archive has them. */
const MOST_WAITING = 1000;

/**
 * A detector that finds the keys of a blob. One pass for all needles rules out the common clean blob without turning
 * its bytes into text; only the bytes around a needle are decoded. An archive is searched as it is, and so are the
 * files in it. With `otherVendors`, keys of other vendors are noted as look-alikes.
 */
export function createDetector({ otherVendors }: { otherVendors: boolean }): Detect {
  let anchors: AnchorSet | null = null;
  return (blob, note) => {
    anchors ??= createAnchorSet(ANCHORS, otherVendors);
    const budget = new UnpackBudget({ bytes: MOST_UNPACKED, depth: MOST_NESTED });
    return findHits(blob.chunks, { anchors, budget, note: withoutRepeats(note) });
  };
}

/** The detector that every run has. */
export const detect: Detect = createDetector({ otherVendors: false });

type Note = (note: DetectorNote) => void;

/** A note callback that passes on each reason for unread parts only once. */
function withoutRepeats(note: Note): Note {
  const reasons = new Set<string>();
  return (noted) => {
    if (noted.kind === "unread") {
      if (reasons.has(noted.why) || reasons.size >= MOST_REASONS) return;
      reasons.add(noted.why);
    }
    note(noted);
  };
}

/** What a search needs, for a blob and for all files within it. */
type SearchContext = { anchors: AnchorSet; budget: UnpackBudget; note: Note };

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function* findHits(chunks: Chunks, context: SearchContext): AsyncGenerator<Hit> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  try {
    // Not a function of its own: an await more for each blob is a fifth of what a small one costs.
    const start: Uint8Array[] = [];
    for (let length = 0; length < MAGIC_LENGTH; length += start.at(-1)?.length ?? 0) {
      const { done, value } = await iterator.next();
      if (done) break;
      start.push(value);
    }
    const tee = new Tee(start, iterator, new Search(context.anchors, context.note));
    const kind = identifyArchive(joinStart(start));
    if (kind) {
      yield* findHitsInArchive(kind, tee, context);
      return;
    }
    for (let isMore = true; isMore; ) {
      isMore = (await tee.next()) !== null;
      if (tee.count > 0) yield* openPackedHits(tee.take(), context);
    }
  } finally {
    await iterator.return?.();
  }
}

function joinStart(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  if (chunks.length === 1 && only)
    return Buffer.from(only.buffer, only.byteOffset, Math.min(only.length, MAGIC_LENGTH));
  return Buffer.concat(chunks).subarray(0, MAGIC_LENGTH);
}

async function* openPackedHits(found: readonly (Hit | PackedBase64)[], context: SearchContext): AsyncGenerator<Hit> {
  for (const item of found) {
    if (isPacked(item)) yield* findHitsInPacked(item, context);
    else yield item;
  }
}

/** The hits in an archive that stands in a text as base64. */
async function* findHitsInPacked({ archive, bytes, offset, length }: PackedBase64, context: SearchContext) {
  async function* chunks() {
    yield bytes;
  }
  for await (const hit of findHitsInMembers(archive, chunks(), { ...context, note: notesAt(offset, context.note) })) {
    yield { ...hit, encoding: "base64", member: null, offset, length } as const;
  }
}

/**
 * The hits in the files of an archive, then those in its own bytes. What is stored as it is, as in a tar archive, is
 * found in both; the hit that names the file is kept.
 */
async function* findHitsInArchive(archive: ArchiveKind, tee: Tee, context: SearchContext): AsyncGenerator<Hit> {
  const named = new NamedPlaces();
  const isUnnamed = (found: Hit | PackedBase64): found is Hit => !isPacked(found) && !named.has(found);
  for await (const hit of findHitsInMembers(archive, tee.chunks(), context)) {
    named.add(hit);
    yield hit;
    if (tee.count > MOST_WAITING) yield* tee.take().filter(isUnnamed);
  }
  yield* tee.take().filter(isUnnamed);
}

/** Where the files of an archive stand that have a key. They are read in the order in which they stand. */
class NamedPlaces {
  /** The places by key, in order. */
  readonly #byKey = new Map<string, { offset: number; end: number }[]>();

  add({ secret, offset, length }: Hit): void {
    const places = this.#byKey.get(secret.fingerprint) ?? [];
    if (places.length === 0) this.#byKey.set(secret.fingerprint, places);
    if (places.at(-1)?.offset !== offset) places.push({ offset, end: offset + length });
  }

  /** Whether a hit in the archive's own bytes stands in a file that has the key. */
  has({ secret, offset, length }: Hit): boolean {
    const places = this.#byKey.get(secret.fingerprint) ?? [];
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + length <= (places[low - 1]?.end ?? 0);
  }
}

/** The hits in the files of an archive, each with the path of its file, at the place where the file stands. */
async function* findHitsInMembers(
  archive: ArchiveKind,
  chunks: AsyncIterable<Uint8Array>,
  context: SearchContext,
): AsyncGenerator<Hit> {
  let seen = new Set<string>();
  let previous = -1;
  const unread = (why: string) => context.note({ kind: "unread", why });
  for await (const member of readMembers(archive, chunks, context.budget, unread)) {
    const { name, offset } = member;
    // A file may come in two forms, and one place may have more than one key.
    if (offset !== previous) seen = new Set();
    previous = offset;
    for await (const hit of findHits(member.chunks, { ...context, note: notesAt(offset, context.note) })) {
      const path = hit.member === null ? name : `${name} › ${hit.member}`;
      const id = `${hit.secret.fingerprint} ${hit.confidence} ${hit.encoding} ${path}`;
      if (seen.has(id)) continue;
      seen.add(id);
      yield { ...hit, member: path, offset, length: member.length };
    }
  }
}

/** Notes about a file in an archive get the offset of that file. */
function notesAt(offset: number, note: Note): Note {
  return (noted) => note(noted.kind === "look-alike" ? { ...noted, offset } : noted);
}

function isPacked(found: Hit | PackedBase64): found is PackedBase64 {
  return "archive" in found;
}
