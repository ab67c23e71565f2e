import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Source } from "../../domain/source.ts";

/**
 * A range in a scratch repository that holds the objects of the range, but not the blobs of the base. Those are needed to
 * tell whether the base had a key already, and are fetched for the first key that is located.
 */
export class FetchedSource implements Source {
  readonly #range: Source;
  readonly #fetchBase: () => Promise<readonly Gap[]>;
  readonly #gaps: Gap[];
  #baseFetch: Promise<void> | null = null;

  /** `gaps` are those of the fetches so far; `fetchBase` returns the gaps of its own. */
  constructor(range: Source, fetchBase: () => Promise<readonly Gap[]>, gaps: readonly Gap[]) {
    this.#range = range;
    this.#fetchBase = fetchBase;
    this.#gaps = [...gaps];
  }

  blobs(): AsyncIterable<Blob> {
    return this.#range.blobs();
  }

  async locate(blob: Blob, hit: Hit): ReturnType<Source["locate"]> {
    this.#baseFetch ??= this.#fetchBaseOnce();
    await this.#baseFetch;
    return await this.#range.locate(blob, hit);
  }

  complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return this.#range.complete(sightings);
  }

  nameOf(blob: Blob): Promise<string | null> {
    return this.#range.nameOf(blob);
  }

  account(): ReturnType<Source["account"]> {
    const { coverage, gaps } = this.#range.account();
    return { coverage, gaps: [...gaps, ...this.#gaps] };
  }

  async #fetchBaseOnce(): Promise<void> {
    this.#gaps.push(...(await this.#fetchBase()));
  }
}

/** Makes a source with nothing to read and a gap that says why, so that it never counts as clean. */
export function createUnreadSource(gap: Gap): Source {
  return {
    async *blobs(): AsyncGenerator<Blob> {},
    locate: async () => [],
    complete: async (sightings) => sightings,
    nameOf: async ({ provenance }) => provenance.kind,
    account: () => ({ coverage: { commits: 0, blobs: 0, bytes: 0, texts: 0 }, gaps: [gap] }),
  };
}
