import type { Blob } from "../../domain/blob.ts";
import type { Hit } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Source } from "../../domain/source.ts";

/**
 * A range in a repository that holds what the range brought, and of the base no contents. Whether the base had a key
 * already can only be told with them, so that the first key has them fetched.
 */
export class FetchedSource implements Source {
  readonly #range: Source;
  readonly #fillBase: () => Promise<readonly Gap[]>;
  readonly #gaps: Gap[];
  #filled: Promise<void> | null = null;

  /** `gaps` are those of the fetching. */
  constructor(range: Source, fillBase: () => Promise<readonly Gap[]>, gaps: readonly Gap[]) {
    this.#range = range;
    this.#fillBase = fillBase;
    this.#gaps = [...gaps];
  }

  blobs(): AsyncIterable<Blob> {
    return this.#range.blobs();
  }

  async locate(blob: Blob, hit: Hit): ReturnType<Source["locate"]> {
    this.#filled ??= this.#fill();
    await this.#filled;
    return await this.#range.locate(blob, hit);
  }

  nameOf(blob: Blob): Promise<string | null> {
    return this.#range.nameOf(blob);
  }

  account(): ReturnType<Source["account"]> {
    const { coverage, gaps } = this.#range.account();
    return { coverage, gaps: [...gaps, ...this.#gaps] };
  }

  async #fill(): Promise<void> {
    this.#gaps.push(...(await this.#fillBase()));
  }
}
