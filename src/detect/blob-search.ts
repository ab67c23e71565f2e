import type { Detect, DetectorNote, Hit } from "../domain/candidate.ts";
import { identifyWideText } from "../domain/wide-text.ts";
import { TOO_MANY_PARTS } from "../messages/gaps/archives.ts";
import { ANCHORS } from "./anchors.ts";
import { isGuess } from "./archives/magic.ts";
import type { Member } from "./archives/member.ts";
import {
  type ArchiveKind,
  identifyArchive,
  isUnpackable,
  MAGIC_LENGTH,
  readEmbeddedMembers,
  readMembers,
} from "./archives/open-archive.ts";
import { UnpackBudget } from "./archives/unpack-budget.ts";
import { NamedPlaces } from "./named-places.ts";
import type { PackedText } from "./packed/packed-run.ts";
import { ReadingClassifier } from "./placeholders/reading-classifier.ts";
import { type AnchorSet, createAnchorSet, type EmbeddedBytes, type Found, Search } from "./search.ts";
import { StepBudget, StepPool } from "./steps/step-budget.ts";
import { Tee } from "./tee.ts";
import { WideSearch } from "./wide-search.ts";

/** At most this many bytes are unpacked of one blob, over all files within it. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** Archives are opened down to this depth. */
const MOST_NESTED = 8;

/** At most this many reasons why parts of one blob could not be searched are noted. */
const MOST_REASONS = 20;

/** At most this many hits in an archive's own bytes wait until it is known whether a file of the archive has them. */
const MOST_WAITING = 1000;

/**
 * A search that finds the keys of a blob. One pass for all needles rules out most places without turning bytes into text;
 * only the bytes around a needle are decoded. An archive is searched as it is, and so are the files in it. With
 * `otherVendors`, keys of other vendors are noted as look-alikes.
 */
export function createBlobSearch(otherVendors: boolean): Detect {
  let anchors: AnchorSet | null = null;
  const pool = new StepPool();
  const classifier = new ReadingClassifier();
  return (blob, note) => {
    anchors ??= createAnchorSet(ANCHORS, otherVendors);
    const budget = new UnpackBudget({ bytes: MOST_UNPACKED, depth: MOST_NESTED });
    const steps = new StepBudget(pool);
    return findHits(blob.chunks, { anchors, classifier, budget, steps, earns: true, note: withoutRepeats(note) });
  };
}

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
type SearchContext = {
  anchors: AnchorSet;
  classifier: ReadingClassifier;
  budget: UnpackBudget;
  steps: StepBudget;
  earns: boolean;
  note: Note;
};

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
    const first = joinStart(start);
    let kind = identifyArchive(first);
    if (kind && isGuess(kind) && !(await isUnpackable(kind, first))) kind = null;
    // The files of most archives are all there is in them; of a PDF they are a part, and an archive may stand between.
    const memory = kind === null || kind === "pdf" ? context.budget : null;
    const tee = new Tee(start, iterator, createSearch(first, context, memory));
    if (kind) {
      yield* findHitsInArchive(kind, tee, context);
      return;
    }
    for (let isMore = true; isMore; ) {
      isMore = (await tee.next()) !== null;
      if (tee.isKeeping && tee.count <= MOST_WAITING) continue;
      if (tee.count > 0) yield* openFound(tee.take(), new NamedPlaces(), context);
    }
  } finally {
    await iterator.return?.();
  }
}

/** A text of wide characters is searched as such, and as the text that it stands for. */
function createSearch(
  start: Buffer,
  { anchors, classifier, steps, earns, note }: SearchContext,
  memory: UnpackBudget | null,
): Search | WideSearch {
  const search = new Search(anchors, note, { steps, earns, memory, classifier });
  const wide = identifyWideText(start);
  // Look-alikes are told once, with their place.
  const noteUnread: Note = (noted) => noted.kind === "unread" && note(noted);
  return wide ? new WideSearch(search, new Search(anchors, noteUnread, { steps, classifier }), wide) : search;
}

function joinStart(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  if (chunks.length === 1 && only)
    return Buffer.from(only.buffer, only.byteOffset, Math.min(only.length, MAGIC_LENGTH));
  return Buffer.concat(chunks).subarray(0, MAGIC_LENGTH);
}

/**
 * The hits among what was found, and those in what was found packed. What is stored as it is in an archive is found in
 * both; the hit that names the file is kept. `named`: where such files stand so far.
 */
async function* openFound(found: readonly Found[], named: NamedPlaces, context: SearchContext): AsyncGenerator<Hit> {
  for (const item of found) {
    if (!isEmbedded(item)) continue;
    for await (const hit of findHitsInEmbedded(item, context)) {
      if (named.has(hit)) continue;
      named.add(hit);
      yield hit;
    }
  }
  for (const item of found) {
    if (isEmbedded(item)) continue;
    for await (const hit of isPacked(item) ? findHitsInPacked(item, context) : [item]) if (!named.has(hit)) yield hit;
  }
}

/** The hits in the archives that begin somewhere in a blob. */
async function* findHitsInEmbedded({ container, offset, isCut }: EmbeddedBytes, context: SearchContext) {
  const inner = { ...context, note: notesAt(offset, context.note) };
  const members = readEmbeddedMembers(container, isCut, context.budget, unreadNote(context));
  for await (const hit of findHitsInMembers(members, inner)) yield { ...hit, offset: offset + hit.offset };
}

/** The hits in an archive that stands in a text as base64 or as digits. */
async function* findHitsInPacked({ archive, encoding, bytes, offset, length }: PackedText, context: SearchContext) {
  async function* chunks() {
    yield bytes;
  }
  if (context.steps.isSpent()) return context.note({ kind: "unread", why: TOO_MANY_PARTS });
  context.steps.spend(STEPS_A_PACKED_TEXT);
  if (isGuess(archive) && !(await isUnpackable(archive, bytes.subarray(0, MAGIC_LENGTH)))) return;
  const members = readMembers(archive, chunks(), context.budget, unreadNote(context));
  for await (const hit of findHitsInMembers(members, { ...context, note: notesAt(offset, context.note) })) {
    yield { ...hit, encoding, member: null, offset, length };
  }
}

/** The hits in the files of an archive, then those in its own bytes. */
async function* findHitsInArchive(archive: ArchiveKind, tee: Tee, context: SearchContext): AsyncGenerator<Hit> {
  const named = new NamedPlaces();
  // What is packed in an archive's own bytes is packed in its files, but for archives that stand between these.
  const isOwn = (found: Found) => !isPacked(found);
  for await (const hit of findHitsInMembers(
    readMembers(archive, tee.chunks(), context.budget, unreadNote(context)),
    context,
  )) {
    named.add(hit);
    yield hit;
    if (tee.count > MOST_WAITING) yield* openFound(tee.take().filter(isOwn), named, context);
  }
  yield* openFound(tee.take().filter(isOwn), named, context);
}

function unreadNote({ note }: SearchContext): (why: string) => void {
  return (why) => note({ kind: "unread", why });
}

/** To open a file of an archive, and a text that is packed: legal archives have tens of thousands of files. */
const STEPS_A_MEMBER = 1000;
const STEPS_A_PACKED_TEXT = 4000;

/** The hits in the files of an archive, each with the path of its file, at the place where the file stands. */
async function* findHitsInMembers(members: AsyncIterable<Member>, context: SearchContext): AsyncGenerator<Hit> {
  let seen = new Set<string>();
  let previous = -1;
  for await (const member of members) {
    const { offset } = member;
    // A file may come in two forms, and one place may have more than one key.
    if (offset !== previous) seen = new Set();
    previous = offset;
    context.steps.spend(STEPS_A_MEMBER);
    if (context.steps.isSpent()) return context.note({ kind: "unread", why: TOO_MANY_PARTS });
    const inner = { ...context, earns: false, note: notesAt(offset, context.note) };
    for await (const hit of findHits(member.chunks, inner)) {
      const path = hit.member === null ? member.name : `${member.name} › ${hit.member}`;
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

function isPacked(found: Found): found is PackedText {
  return "archive" in found;
}

function isEmbedded(found: Found): found is EmbeddedBytes {
  return "container" in found;
}
