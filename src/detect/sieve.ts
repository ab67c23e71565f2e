import { identifyWideText } from "../domain/wide-text.ts";
import { ANCHORS } from "./anchors.ts";
import { identifyArchive, MAGIC_LENGTH } from "./archives/magic.ts";
import { CONTEXT_LENGTH } from "./encodings/anchor.ts";
import { hasBytesAt } from "./encodings/decoded.ts";
import { STREAM_ANCHORS, STREAM_REACH } from "./encodings/listings/streams.ts";
import { findPackedPlace } from "./packed/packed-starts.ts";
import { buildTeddyTables } from "./prefilter/teddy-tables.ts";
import { readThreeBytes } from "./prefilter/three-bytes.ts";
import { type AnchorSet, createAnchorSet } from "./search.ts";

/**
 * Rules out, ahead of the detector, texts in which it finds nothing and of which it notes nothing: those without a needle
 * that stands for something, and that are no more than their bytes.
 */
export class Sieve {
  /** How long the longest needle is. */
  readonly reach: number;
  /** How many bytes tell whether a text is more than its bytes. */
  readonly startLength = MAGIC_LENGTH;
  readonly #anchors: AnchorSet;
  readonly #needles: readonly Buffer[];

  /** `otherVendors`: as the detector has it. */
  constructor({ otherVendors }: { otherVendors: boolean }) {
    this.#anchors = createAnchorSet(ANCHORS, otherVendors);
    this.#needles = [...this.#anchors.byStart.values()].flatMap((needles) => needles.map(({ bytes }) => bytes));
    this.reach = Math.max(...this.#needles.map(({ length }) => length));
  }

  /** Writes what tells the places where a needle may begin to the memory of a WebAssembly module with Teddy. */
  writeTables(memory: Uint8Array): void {
    memory.set(buildTeddyTables(this.#needles), 0);
  }

  /** Whether a needle begins at such a place in a text. */
  isNeedleAt(text: Buffer, at: number): boolean {
    const needles = this.#anchors.byStart.get(readThreeBytes(text, at));
    return needles?.some(({ bytes }) => at + bytes.length <= text.length && hasBytesAt(bytes, text, at)) ?? false;
  }

  /** How many bytes on either side of a needle that begins there decide whether it stands for something. */
  measureContext(text: Buffer, at: number): number {
    const needles = this.#anchors.byStart.get(readThreeBytes(text, at)) ?? [];
    const isStream = needles.some(({ use }) => use.kind === "anchor" && STREAM_ANCHORS.includes(use.anchor));
    return isStream ? STREAM_REACH : CONTEXT_LENGTH;
  }

  /** Whether a needle that begins there may stand for something: most stand where they do by chance. */
  mayReadAt(text: Buffer, at: number): boolean {
    const needles = this.#anchors.byStart.get(readThreeBytes(text, at)) ?? [];
    return needles.some(({ bytes, index, use }) => {
      if (!hasBytesAt(bytes, text, at)) return false;
      if (use.kind === "anchor")
        return Boolean(use.anchor.read({ text, at, offset: 0, floor: -1, mayJoin: () => true }, index)?.key);
      return use.kind === "packed" ? findPackedPlace(text, at, index) !== null : true;
    });
  }

  /** Whether a text that begins like this is more than its bytes: an archive, or wide characters. */
  isMoreThanBytes(start: Buffer): boolean {
    return identifyWideText(start) !== null || identifyArchive(start.subarray(0, MAGIC_LENGTH)) !== null;
  }

  /** Whether the detector has to look at a text; slower, and for texts that stand anywhere. */
  mayHold(text: Buffer): boolean {
    if (this.isMoreThanBytes(text)) return true;
    for (const place of this.#anchors.prefilter.findPlaces(text, 0, text.length)) {
      if (this.mayReadAt(text, place)) return true;
    }
    return false;
  }
}
