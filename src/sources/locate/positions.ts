import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { describeUnknownLine } from "../../messages/gaps/git/places.ts";
import type { BaseContents } from "./base-contents.ts";
import { LineIndex, type LinePosition } from "./line-index.ts";

/**
 * What a hit is in. `oid` is the git object that stands for it in trees; `id` is unlike that of any other text, and `open`
 * reads it once more.
 */
export type SearchedText = { oid: string; id: string; open: () => AsyncIterable<Uint8Array> };

/** The part of a sighting that is the same in every commit that introduced the hit. */
export type Position = Pick<Sighting, "line" | "column" | "encoding" | "member" | "preexisting" | "spelling">;

/** Says at which line and column hits stand, and whether the base had the very bytes. */
export class Positions {
  readonly #base: BaseContents;
  readonly #gaps: GapCollector;
  readonly #reader = new PositionReader();
  /** What stands for the bytes that the base is still to be searched for, by the bytes in latin1, and the other way round. */
  readonly #spellings = new Map<string, object>();
  readonly #deferred = new WeakMap<object, string>();

  constructor(base: BaseContents, gaps: GapCollector) {
    this.#base = base;
    this.#gaps = gaps;
  }

  /**
   * Locates a hit in its text. There are no lines in an archive, and its packed bytes are no key: the base has the same
   * archive, or not. Where there is a base, `preexisting` is left false until `complete`, and the position has a `spelling`.
   */
  async locate({ oid, id, open }: SearchedText, hit: Hit): Promise<Position> {
    const { encoding, member, offset, length } = hit;
    if (member !== null) {
      return { line: null, column: null, encoding, member, preexisting: await this.#base.hasBlob(oid) };
    }
    const position = await this.#reader.locate(id, open, offset, length);
    if (!position) {
      this.#gaps.add("unreadable", describeUnknownLine(id), { cause: "cut-short" });
      return { line: null, column: null, encoding, member, preexisting: false };
    }
    const { line, column, bytes } = position;
    const found = { line, column, encoding, member, preexisting: false };
    return this.#base.mayHave(bytes.length) ? { ...found, spelling: this.#spell(bytes) } : found;
  }

  /** The same sightings with `preexisting` final. The base is searched once for all hits. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    const complete: Sighting[] = [];
    for (const sighting of sightings) {
      const { spelling, ...rest } = sighting;
      const text = spelling && this.#deferred.get(spelling);
      complete.push(text === undefined ? sighting : { ...rest, preexisting: await this.#base.has(text) });
    }
    return complete;
  }

  #spell(bytes: Buffer): object {
    const text = bytes.toString("latin1");
    const known = this.#spellings.get(text);
    if (known) return known;
    const spelling = {};
    this.#spellings.set(text, spelling);
    this.#base.add(text);
    this.#deferred.set(spelling, text);
    return spelling;
  }

  /** Closes the text that was read last. */
  async close(): Promise<void> {
    await this.#reader.close();
  }
}

/** A text once more: as it is held, or, where it passed as a stream, as `read` reads it. */
export function openAgain(content: Blob["chunks"], read: () => AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return Array.isArray(content) && content.length > 0 ? toStream(content) : read();
}

async function* toStream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Finds positions by reading texts once more. One text is kept open; a hit in another one closes it. */
export class PositionReader {
  #current: { id: string; text: ReopenedText } | null = null;

  /** Null where the text ends before the hit does, or the hit is longer than any key. */
  async locate(id: string, open: SearchedText["open"], offset: number, length: number): Promise<LinePosition | null> {
    const previous = this.#current;
    const current = previous?.id === id ? previous : { id, text: new ReopenedText(open) };
    this.#current = current;
    if (previous !== current) await previous?.text.close();
    return await current.text.locate(offset, length);
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await current?.text.close();
  }
}

/** A text that is read as far as the latest hit in it. */
class ReopenedText {
  readonly #open: SearchedText["open"];
  #index = new LineIndex();
  #chunks: AsyncIterator<Uint8Array> | null = null;
  /** Settles when the call before has ended: all read the same stream. */
  #previous: Promise<unknown> = Promise.resolve();

  constructor(open: SearchedText["open"]) {
    this.#open = open;
  }

  locate(offset: number, length: number): Promise<LinePosition | null> {
    const position = this.#previous.then(async () => await this.#locate(offset, length));
    this.#previous = position.catch(() => {});
    return position;
  }

  async close(): Promise<void> {
    await this.#previous;
    await this.#restart();
  }

  async #locate(offset: number, length: number): Promise<LinePosition | null> {
    const position = await this.#readTo(offset, length);
    if (position || this.#index.bytesRead < offset + length) return position;
    await this.#restart(); // The hit lies before the bytes that are kept.
    return await this.#readTo(offset, length);
  }

  async #restart(): Promise<void> {
    await this.#chunks?.return?.();
    this.#chunks = null;
    this.#index = new LineIndex();
  }

  async #readTo(offset: number, length: number): Promise<LinePosition | null> {
    this.#chunks ??= this.#open()[Symbol.asyncIterator]();
    while (this.#index.bytesRead < offset + length) {
      const { done, value } = await this.#chunks.next();
      if (done) return null;
      this.#index.push(value);
    }
    return this.#index.locate(offset, length);
  }
}
