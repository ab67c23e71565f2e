import type { Confidence, DetectorNote, Hit } from "../domain/candidate.ts";
import { describeUnopened, TOO_MANY_PARTS } from "../messages/gaps/archives.ts";
import { BufferedContainer, type MemoryAllowance } from "./archives/buffered-container.ts";
import { EMBEDDED_LEAD, EMBEDDED_NEEDLES, identifyEmbedded } from "./archives/embedded/embedded-needles.ts";
import type { Anchor, DecodedKey } from "./encodings/anchor.ts";
import { hasBytesAt, MARKER_BYTES, toDecodedKey } from "./encodings/decoded.ts";
import { STREAM_REACH } from "./encodings/listings/streams.ts";
import { findExactKey } from "./keys/exact-key.ts";
import type { ByteRange } from "./keys/key-reading.ts";
import { describeOtherKey } from "./other-vendors.ts";
import { PackedRun, type PackedText } from "./packed/packed-run.ts";
import { findPackedPlace, PACKED_NEEDLES } from "./packed/packed-starts.ts";
import { ReadingClassifier } from "./placeholders/reading-classifier.ts";
import { createPrefilter, type Prefilter } from "./prefilter/prefilter.ts";
import { buildTeddyTables } from "./prefilter/teddy-tables.ts";
import { readThreeBytes } from "./prefilter/three-bytes.ts";
import { SlidingWindow, type TextWindow } from "./sliding-window.ts";
import { createUnlimitedSteps, type StepBudget } from "./steps/step-budget.ts";
import { readSteps } from "./steps/steps.ts";

/** All needles of a search, found in one pass, and by their first three bytes what each is for. */
export type AnchorSet = { prefilter: Prefilter; byStart: ReadonlyMap<number, readonly Needle[]> };

/** `index`: which needle of its anchor it is. */
type Needle = { bytes: Buffer; index: number; use: Use };

type Use = { kind: "anchor"; anchor: Anchor } | { kind: "packed" } | { kind: "embedded" } | { kind: "other-vendor" };

/** The bytes of a blob from where archives begin in it. `isCut`: more follow, which could not be kept in memory. */
export type EmbeddedBytes = { container: BufferedContainer; offset: number; isCut: boolean };

/** What a search finds: keys, and what has to be opened to find them. */
export type Found = Hit | PackedText | EmbeddedBytes;

const OTHER_VENDORS = [Buffer.from("sk-"), Buffer.from("sk_")];

/** The needles of these anchors and of packed base64; with `otherVendors` those of other vendors' keys too. */
export function createAnchorSet(anchors: readonly Anchor[], otherVendors: boolean): AnchorSet {
  const needles = [
    ...anchors.flatMap((anchor) => needlesFor(anchor.needles, { kind: "anchor", anchor })),
    ...needlesFor(PACKED_NEEDLES, { kind: "packed" }),
    ...needlesFor(EMBEDDED_NEEDLES, { kind: "embedded" }),
    ...(otherVendors ? needlesFor(OTHER_VENDORS, { kind: "other-vendor" }) : []),
  ];
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    const start = readThreeBytes(needle.bytes, 0);
    const alike = byStart.get(start);
    if (alike) alike.push(needle);
    else byStart.set(start, [needle]);
  }
  const bytes = needles.map((needle) => needle.bytes);
  return { prefilter: createPrefilter(bytes, () => buildTeddyTables(bytes)), byStart };
}

function needlesFor(needles: readonly Buffer[], use: Use): readonly Needle[] {
  return needles.map((bytes, index) => ({ bytes, index, use }));
}

/** To find a needle, and to look at the bytes around it. */
const STEPS_A_PLACE = 10;
const STEPS_A_NEEDLE = 60;

/** To collect a run that may be an archive, to its end. */
const STEPS_A_RUN = 100;

/** A key is worth as many: so a list of keys as they are, or encoded, is read to its end. */
const STEPS_A_KEY = 8000;

/** Where a blob has had its steps, no more are taken up to the next place that is a multiple of this. */
const BLOCK = 64 * 1024;

/** What a search works with: `earns` where its bytes are the blob's own, which pay for steps. */
export type SearchOptions = {
  steps?: StepBudget;
  earns?: boolean;
  memory?: MemoryAllowance | null;
  /** What others know of texts already. */
  classifier?: ReadingClassifier;
};

/** Before any place of a blob. */
const NOWHERE = -1;

/**
 * Searches the bytes of one blob, or of one file within it, as they pass. Keeps at most two chunks, one run of
 * base64, and with a `memory` what stands behind the beginning of an archive. What is packed is returned unopened.
 */
export class Search {
  readonly #anchors: AnchorSet;
  readonly #note: (note: DetectorNote) => void;
  readonly #window = new SlidingWindow(STREAM_REACH);
  readonly #classifier: ReadingClassifier;
  /** What an anchor read of the blob and need not read again, and where its last key ended. */
  readonly #read = new Map<Anchor, { markers: readonly ByteRange[]; floor: number }>();
  #last: { hit: Hit; marker: readonly ByteRange[] } | null = null;
  readonly #steps: StepBudget;
  readonly #earns: boolean;
  /** Up to where the bytes have paid. */
  #paid = 0;
  #wasSpent = false;
  #collector: PackedRun | null = null;
  /** Where the last run ended. */
  #collected = 0;
  readonly #memory: MemoryAllowance | null;
  #embedded: { container: BufferedContainer; offset: number } | null = null;

  /** Takes as many steps as it needs where `steps` is left out. */
  constructor(
    anchors: AnchorSet,
    note: (note: DetectorNote) => void,
    {
      steps = createUnlimitedSteps(),
      earns = false,
      memory = null,
      classifier = new ReadingClassifier(),
    }: SearchOptions = {},
  ) {
    [this.#anchors, this.#note] = [anchors, note];
    [this.#steps, this.#earns, this.#memory, this.#classifier] = [steps, earns, memory, classifier];
  }

  /** Whether bytes are kept that archives begin in. */
  get isKeeping(): boolean {
    return this.#embedded !== null;
  }

  /** Where the marker of the hit is written that was returned last. */
  get lastMarker(): readonly ByteRange[] {
    return this.#last?.marker ?? [];
  }

  /** What is found now that this chunk is here. */
  *add(chunk: Uint8Array): Generator<Found> {
    for (const window of this.#window.add(chunk)) yield* this.#searchWindow(window, false);
  }

  /** What is found in the rest when no more chunks come. */
  *rest(): Generator<Found> {
    yield* this.#searchWindow(this.#window.rest(), true);
  }

  *#searchWindow(window: TextWindow, isLast: boolean): Generator<Found> {
    const { bytes, offset, from, until } = window;
    yield* this.#collect(window, isLast);
    if (this.#embedded) {
      const { container, offset: start } = this.#embedded;
      yield* this.#keep(bytes.subarray(start + container.size - offset));
    }
    for (let at = from - offset; at < until - offset; ) {
      at = yield* this.#searchClosely(window, at, isLast);
      if (at < until - offset && this.#isSpentAt(offset + at)) at = yield* this.#searchAtOnce(window, at);
    }
    if (!isLast || !this.#embedded) return;
    yield { ...this.#embedded, isCut: false };
    this.#embedded = null;
  }

  /** Searches for all needles; returns where it has ended: at the end of the window, or where no more steps may be taken. */
  *#searchClosely(window: TextWindow, start: number, isLast: boolean): Generator<Found, number> {
    const { bytes, offset, until } = window;
    const { prefilter, byStart } = this.#anchors;
    const end = this.#wasSpent ? Math.min(until, findBlockEnd(offset + start)) - offset : until - offset;
    for (const at of prefilter.findPlaces(bytes, start, end)) {
      if (this.#isSpentAt(offset + at)) return at;
      this.#steps.spend(STEPS_A_PLACE);
      for (const needle of byStart.get(readThreeBytes(bytes, at)) ?? []) {
        if (hasBytesAt(needle.bytes, bytes, at)) yield* this.#readNeedle(window, at, needle, isLast);
      }
    }
    return end;
  }

  /** Searches a block for whole keys that stand as they are; returns where it has ended. */
  *#searchAtOnce({ bytes, offset, until }: TextWindow, start: number): Generator<Hit, number> {
    const end = Math.min(until, findBlockEnd(offset + start)) - offset;
    const text = bytes.subarray(0, end + MARKER_BYTES.length - 1);
    for (let at = text.indexOf(MARKER_BYTES, start); at >= 0; at = text.indexOf(MARKER_BYTES, at + 1)) {
      const span = findExactKey(bytes, at);
      const hit = span && this.#toHit(toDecodedKey(bytes, span, "plain"), offset);
      const marker = [{ start: offset + at, end: offset + at + MARKER_BYTES.length }];
      if (!hit || this.#isKnown(hit, marker)) continue;
      this.#last = { hit, marker };
      yield hit;
    }
    return end;
  }

  *#readNeedle(window: TextWindow, at: number, { index, use }: Needle, isLast: boolean): Generator<Found> {
    switch (use.kind) {
      case "anchor":
        return yield* this.#readAnchor(window, at, index, use.anchor);
      case "packed":
        return yield* this.#readPacked(window, at, index, isLast);
      case "embedded":
        return yield* this.#readEmbedded(window, at, index);
      case "other-vendor":
        return this.#noteOtherVendor(window, at);
      default:
        return use satisfies never;
    }
  }

  *#readPacked(window: TextWindow, at: number, needle: number, isLast: boolean): Generator<PackedText> {
    // What a run holds is read once, whatever else seems to begin in it.
    if (this.#collector || window.offset + at < this.#collected) return;
    this.#steps.spend(STEPS_A_NEEDLE);
    const place = findPackedPlace(window.bytes, at, needle);
    if (!place) return;
    this.#steps.spend(STEPS_A_RUN);
    this.#collector = new PackedRun(place, window.bytes, window.offset);
    yield* this.#collect(window, isLast);
  }

  *#collect({ bytes, offset }: TextWindow, isLast: boolean): Generator<PackedText> {
    if (!this.#collector?.take(bytes, offset, isLast)) return;
    const packed = this.#collector.packed();
    this.#collected = this.#collector.end;
    this.#collector = null;
    if (packed) yield packed;
  }

  *#readEmbedded({ bytes, offset }: TextWindow, at: number, needle: number): Generator<EmbeddedBytes> {
    this.#steps.spend(STEPS_A_NEEDLE);
    const start = this.#memory ? identifyEmbedded(bytes, at, needle) : null;
    if (!this.#memory || start === null) return;
    if (start !== "opened") {
      this.#note({ kind: "unread", why: describeUnopened(start) });
      return;
    }
    if (this.#embedded) return;
    // The length of a PNG's chunk stands before its type.
    const from = Math.max(0, at - EMBEDDED_LEAD);
    this.#embedded = { container: new BufferedContainer(this.#memory), offset: offset + from };
    yield* this.#keep(bytes.subarray(from));
  }

  /** Keeps the next bytes; returns those that are kept when there is no room for more. */
  *#keep(bytes: Buffer): Generator<EmbeddedBytes> {
    if (!this.#embedded || this.#embedded.container.add(bytes)) return;
    yield { ...this.#embedded, isCut: true };
    this.#embedded = null;
  }

  *#readAnchor({ bytes, offset }: TextWindow, at: number, needle: number, anchor: Anchor): Generator<Hit> {
    const { markers, floor } = this.#read.get(anchor) ?? { markers: [], floor: NOWHERE };
    const place = offset + at;
    if (markers.some(({ start, end }) => start <= place && place < end)) return;
    const before = readSteps();
    const mayJoin = () => !this.#isSpentAt(place, readSteps() - before);
    const read = anchor.read({ text: bytes, at, offset, floor: floor - offset, mayJoin }, needle);
    const hit = read?.key ? this.#toHit(read.key, offset) : null;
    const steps = STEPS_A_NEEDLE + readSteps() - before;
    this.#steps.spend(hit?.confidence === "certain" ? Math.max(0, steps - STEPS_A_KEY) : steps);
    if (!read) return;
    const marker = read.marker.map(({ start, end }) => ({ start: offset + start, end: offset + end }));
    // What was dropped is no key, and nothing ends where it does.
    const end = read.key && hit ? offset + read.key.end : floor;
    this.#read.set(anchor, { markers: [...markers.filter((one) => one.end > place), ...marker], floor: end });
    if (!hit || this.#isKnown(hit, marker)) return;
    this.#last = { hit, marker };
    yield hit;
  }

  /** Whether the marker of this hit was read before, in another way that was no less sure. */
  #isKnown(hit: Hit, marker: readonly ByteRange[]): boolean {
    if (!this.#last || RANK[hit.confidence] > RANK[this.#last.hit.confidence]) return false;
    return this.#last.marker.some((one) => marker.some(({ start, end }) => start < one.end && one.start < end));
  }

  /** The readings that are no look-alikes; null without any. */
  #toHit(key: DecodedKey, offset: number): Hit | null {
    const range = { offset: offset + key.start, length: key.end - key.start };
    const as = this.#classifier.classify(key);
    const expiry = key.expiresAt === undefined ? {} : { expiresAt: key.expiresAt };
    if (as.type === "key") return { ...as.key, ...expiry, encoding: key.encoding, member: null, ...range };
    this.#note({ kind: "look-alike", what: as.what, silent: as.silent, offset: range.offset });
    return null;
  }

  /** Whether no more steps may be taken at a place; `more`: these have been, since it was looked at. */
  #isSpentAt(place: number, more = 0): boolean {
    if (this.#earns) this.#steps.earn(Math.max(0, place - this.#paid));
    this.#paid = Math.max(this.#paid, place);
    const isSpent = this.#steps.isSpent(more);
    if (isSpent && !this.#wasSpent) this.#note({ kind: "unread", why: TOO_MANY_PARTS });
    this.#wasSpent ||= isSpent;
    return isSpent;
  }

  #noteOtherVendor({ bytes, offset }: TextWindow, at: number): void {
    const what = describeOtherKey(bytes, at);
    if (what !== null) this.#note({ kind: "look-alike", what, silent: null, offset: offset + at });
  }
}

function findBlockEnd(place: number): number {
  return (Math.floor(place / BLOCK) + 1) * BLOCK;
}

/** The higher the surer. */
export const RANK = { suspected: 1, likely: 2, certain: 3 } as const satisfies Record<Confidence, number>;
