import { type Hit, isToken } from "../domain/candidate.ts";
import type { WideText } from "../domain/wide-text.ts";
import type { ByteRange } from "./keys/key-reading.ts";
import { type Found, RANK, type Search } from "./search.ts";

/** Stands for a character that is not ASCII, which is in no key and in no encoding of one. */
const OTHER = 1;

/**
 * Searches a text of wide characters as its bytes pass, and once more as the narrow text that people see: a Secret in
 * base64, or a key in pieces, may be written in UTF-16 too.
 */
export class WideSearch {
  readonly #search: Search;
  readonly #narrow: Search;
  readonly #text: WideText;
  /** How sure the key is whose marker is, in part, in a block of the wide text. */
  readonly #known = new Map<number, number>();
  #rest: Buffer = Buffer.alloc(0);

  /** `narrow` must not keep bytes: what it finds is not where it says. */
  constructor(search: Search, narrow: Search, text: WideText) {
    [this.#search, this.#narrow, this.#text] = [search, narrow, text];
  }

  get isKeeping(): boolean {
    return this.#search.isKeeping;
  }

  *add(chunk: Uint8Array): Generator<Found> {
    yield* this.#note(this.#search.add(chunk));
    const { width } = this.#text;
    const bytes = Buffer.concat([this.#rest, chunk]);
    const whole = bytes.length - (bytes.length % width);
    this.#rest = bytes.subarray(whole);
    if (whole > 0) yield* this.#place(this.#narrow.add(narrowText(bytes.subarray(0, whole), this.#text)));
  }

  *rest(): Generator<Found> {
    yield* this.#note(this.#search.rest());
    yield* this.#place(this.#narrow.rest());
  }

  *#note(found: Iterable<Found>): Generator<Found> {
    for (const item of found) {
      if ("secret" in item) {
        for (const block of listBlocks(this.#search.lastMarker, 1)) this.#known.set(block, RANK[item.confidence]);
      }
      yield item;
    }
  }

  /** What the narrow text has, where it stands in the wide one. A key that is written plainly was found there. */
  *#place(found: Iterable<Found>): Generator<Found> {
    const { width } = this.#text;
    for (const item of found) {
      if ("container" in item) continue;
      const place = { offset: width * item.offset, length: width * item.length };
      if (!("secret" in item)) yield { ...item, ...place };
      else if (item.encoding !== "plain") {
        if (!this.#isKnown(item)) yield { ...item, ...place };
      } else if (isToken(item.kind)) yield { ...item, ...place, encoding: width === 2 ? "utf-16" : "utf-32" };
    }
  }

  /** Whether the wide text's own bytes have a key at the marker that is no less sure: wider characters, narrowed, are cut. */
  #isKnown({ confidence }: Hit): boolean {
    const blocks = listBlocks(this.#narrow.lastMarker, this.#text.width);
    return blocks.some((block) => (this.#known.get(block) ?? 0) >= RANK[confidence]);
  }
}

/** No two keys have their markers in one block of so many bytes. */
const BLOCK = 16;

/** The blocks of a wide text in which a marker is; each byte of the marker's own text is `width` of the wide one. */
function listBlocks(marker: readonly ByteRange[], width: number): readonly number[] {
  return marker.flatMap(({ start, end }) => {
    const first = Math.floor((width * start) / BLOCK);
    return Array.from({ length: Math.ceil((width * end) / BLOCK) - first }, (_, index) => first + index);
  });
}

function narrowText(bytes: Buffer, { width, isBigEndian }: WideText): Buffer {
  const narrow = Buffer.allocUnsafe(bytes.length / width);
  const low = isBigEndian ? width - 1 : 0;
  for (let index = 0; index < narrow.length; index += 1) {
    const at = width * index;
    let others = 0;
    for (let place = 0; place < width; place += 1) if (place !== low) others |= bytes[at + place] ?? 0;
    const byte = bytes[at + low] ?? 0;
    narrow[index] = others === 0 && byte < 0x80 ? byte : OTHER;
  }
  return narrow;
}
