import type { Detect, DetectorNote, Hit } from "../domain/candidate.ts";
import { type Budget, type Container, containerIn, membersOf, TELLING } from "./archives/open-archive.ts";
import { ANCHORS } from "./encodings/anchors.ts";
import type { Packed } from "./encodings/packed-base64.ts";
import { type Net, netOf, Search } from "./search.ts";
import { Tapped } from "./tee.ts";

/** So many bytes are unpacked of one blob, over all files within it, and so deep are files within files opened. */
const UNPACKED = 256 * 1024 * 1024;
const DEEPEST = 4;

/**
 * Finds the keys of a blob. One pass for all needles rules out the common clean blob without turning its bytes into text;
 * only around a needle is looked closer. A blob that holds other files is searched as it is, and so are the files in it.
 * With `strangers`, keys of other vendors are told as asides.
 */
export function createDetector({ strangers }: { strangers: boolean }): Detect {
  let net: Net | null = null;
  return (blob, aside) => {
    net ??= netOf(ANCHORS, strangers);
    return hitsIn(blob.chunks, { net, budget: { bytes: UNPACKED, depth: DEEPEST }, aside: onceEach(aside) });
  };
}

/** The detector that every run has. */
export const detect: Detect = createDetector({ strangers: false });

/** Of a thousand files that cannot be read for one reason, that is told once. */
function onceEach(aside: (aside: DetectorNote) => void): (aside: DetectorNote) => void {
  const told = new Set<string>();
  return (one) => {
    if (one.kind === "unread" && (told.has(one.why) || told.size >= MOST_REASONS)) return;
    if (one.kind === "unread") told.add(one.why);
    aside(one);
  };
}

const MOST_REASONS = 20;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a search is made with, for a blob and for all files within it. */
type Means = { net: Net; budget: Budget; aside: (aside: DetectorNote) => void };

async function* hitsIn(chunks: Chunks, means: Means): AsyncGenerator<Hit> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  try {
    const opening: Uint8Array[] = [];
    for (let length = 0; length < TELLING; length += opening.at(-1)?.length ?? 0) {
      const { done, value } = await iterator.next();
      if (done) break;
      opening.push(value);
    }
    const tapped = new Tapped(opening, iterator, new Search(means.net, means.aside));
    const container = containerIn(startOf(opening));
    if (container) yield* hitsInContainer(container, tapped, means);
    // A container has taken all of it.
    for (let isMore = !container; isMore; ) {
      isMore = (await tapped.next()) !== null;
      if (tapped.count > 0) yield* hitsOf(tapped.taken(), means);
    }
  } finally {
    await iterator.return?.();
  }
}

/** What is told of a blob's beginning. */
function startOf(opening: readonly Uint8Array[]): Buffer {
  const [only] = opening;
  if (opening.length === 1 && only) return Buffer.from(only.buffer, only.byteOffset, Math.min(only.length, TELLING));
  return Buffer.concat(opening).subarray(0, TELLING);
}

async function* hitsOf(found: readonly (Hit | Packed)[], means: Means): AsyncGenerator<Hit> {
  for (const one of found) {
    if (isPacked(one)) yield* hitsInPacked(one, means);
    else yield one;
  }
}

async function* hitsInPacked({ container, bytes, offset, length }: Packed, means: Means): AsyncGenerator<Hit> {
  const aside = (one: DetectorNote) => means.aside(one.kind === "look-alike" ? { ...one, offset } : one);
  for await (const hit of hitsOfMembers(container, once(bytes), { ...means, aside })) {
    yield { ...hit, encoding: "base64", member: null, offset, length };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** So many hits in a container's own bytes are held back, to be told if no file of it has them. */
const HELD_BACK = 1000;

/**
 * The hits in the files of a container, then those in its own bytes. What stands there as it is, as in a tar archive, is
 * found in both; the file's name says more.
 */
async function* hitsInContainer(container: Container, tapped: Tapped, means: Means): AsyncGenerator<Hit> {
  const named = new Map<string, Hit[]>();
  const isNamed = ({ secret, offset, length }: Hit) =>
    named.get(secret.fingerprint)?.some((one) => one.offset <= offset && offset + length <= one.offset + one.length);
  for await (const hit of hitsOfMembers(container, tapped.chunks(), means)) {
    named.set(hit.secret.fingerprint, [...(named.get(hit.secret.fingerprint) ?? []), hit]);
    yield hit;
    if (tapped.count > HELD_BACK) for (const own of tapped.taken()) if (!isPacked(own) && !isNamed(own)) yield own;
  }
  for (const own of tapped.taken()) if (!isPacked(own) && !isNamed(own)) yield own;
}

/** The hits in the files of a container, each as a hit in that file, which stands where the file does. */
async function* hitsOfMembers(
  container: Container,
  chunks: AsyncIterable<Uint8Array>,
  means: Means,
): AsyncGenerator<Hit> {
  let seen = new Set<string>();
  let before = -1;
  const unread = (why: string) => means.aside({ kind: "unread", why });
  for await (const member of membersOf(container, chunks, means.budget, unread)) {
    const { name, offset } = member;
    // A file may come in two forms, and more than one key of it in the same place.
    if (offset !== before) seen = new Set();
    before = offset;
    const aside = (one: DetectorNote) => means.aside(one.kind === "look-alike" ? { ...one, offset } : one);
    for await (const hit of hitsIn(member.chunks, { ...means, aside })) {
      const path = hit.member === null ? name : `${name} › ${hit.member}`;
      const id = `${hit.secret.fingerprint} ${hit.confidence} ${hit.encoding} ${path}`;
      if (seen.has(id)) continue;
      seen.add(id);
      yield { ...hit, member: path, offset, length: member.length };
    }
  }
}

function isPacked(found: Hit | Packed): found is Packed {
  return "container" in found;
}
