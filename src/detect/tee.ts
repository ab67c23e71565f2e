import type { Found, Search } from "./search.ts";
import type { WideSearch } from "./wide-search.ts";

/** Chunks that are searched as they pass to another reader. */
export class Tee {
  readonly #start: Uint8Array[];
  readonly #rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;
  readonly #search: Search | WideSearch;
  #found: Found[] = [];

  /** `start`: the chunks that were taken of `rest` before. */
  constructor(
    start: readonly Uint8Array[],
    rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>,
    search: Search | WideSearch,
  ) {
    this.#start = start.toReversed();
    this.#rest = rest;
    this.#search = search;
  }

  /** How much was found and not yet taken. */
  get count(): number {
    return this.#found.length;
  }

  /** Whether bytes are kept that archives begin in: what is found meanwhile may be a part of their files. */
  get isKeeping(): boolean {
    return this.#search.isKeeping;
  }

  /** What was found since this was called last. */
  take(): readonly Found[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** The next chunk, searched; null when there are no more and all is searched. */
  async next(): Promise<Uint8Array | null> {
    const chunk = this.#start.pop() ?? (await this.#read());
    for (const found of chunk ? this.#search.add(chunk) : this.#search.rest()) this.#found.push(found);
    return chunk;
  }

  /** All chunks, each searched before it is passed on. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
  }

  async #read(): Promise<Uint8Array | null> {
    const { done, value } = await this.#rest.next();
    return done ? null : value;
  }
}
