import type { Hit } from "../domain/candidate.ts";
import type { Packed } from "./encodings/packed-base64.ts";
import type { Search } from "./search.ts";

/** Chunks that are searched as they pass, whoever takes them and for whatever else. */
export class Tapped {
  readonly #opening: Uint8Array[];
  readonly #rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;
  readonly #search: Search;
  #found: (Hit | Packed)[] = [];

  /** `opening`: the chunks that were taken of `rest` before. */
  constructor(opening: readonly Uint8Array[], rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>, search: Search) {
    this.#opening = opening.toReversed();
    this.#rest = rest;
    this.#search = search;
  }

  /** How much was found and not yet taken. */
  get count(): number {
    return this.#found.length;
  }

  /** What was found since this was asked last. */
  taken(): readonly (Hit | Packed)[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** The next chunk, searched; null once there is none, and all is searched. */
  async next(): Promise<Uint8Array | null> {
    const chunk = this.#opening.pop() ?? (await this.#read());
    for (const one of chunk ? this.#search.add(chunk) : this.#search.rest()) this.#found.push(one);
    return chunk;
  }

  /** All chunks, each searched before it is handed on. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
  }

  async #read(): Promise<Uint8Array | null> {
    const { done, value } = await this.#rest.next();
    return done ? null : value;
  }
}
