import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { BlobName, Source } from "../../domain/source.ts";

/**
 * A range in a scratch repository that holds the objects of the range, but not the blobs of the base. Those are needed to
 * tell whether the base had a key already, and are fetched for the first key that is located.
 */
export class FetchedSource implements Source {
  readonly #range: Source;
  readonly #base: BaseFetch;
  readonly #gaps: readonly Gap[];

  /** `gaps` are those of the fetches so far. */
  constructor(range: Source, base: BaseFetch, gaps: readonly Gap[]) {
    this.#range = range;
    this.#base = base;
    this.#gaps = gaps;
  }

  blobs(): AsyncIterable<Blob> {
    return this.#range.blobs();
  }

  async locate(blob: Blob, hit: Hit): ReturnType<Source["locate"]> {
    await this.#base.fetch();
    return await this.#range.locate(blob, hit);
  }

  complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return this.#range.complete(sightings);
  }

  nameOf(blob: Blob): Promise<BlobName | null> {
    return this.#range.nameOf(blob);
  }

  account(): ReturnType<Source["account"]> {
    const { coverage, gaps } = this.#range.account();
    return { coverage, gaps: [...gaps, ...this.#gaps, ...this.#base.gaps] };
  }
}

/** Fetches the blobs of the base once, when they are first needed. */
export class BaseFetch {
  /** What could not be fetched. */
  gaps: readonly Gap[] = [];
  readonly #fetch: () => Promise<readonly Gap[]>;
  #fetched: Promise<readonly Gap[]> | null = null;

  /** `fetch` returns the gaps of its own. */
  constructor(fetch: () => Promise<readonly Gap[]>) {
    this.#fetch = fetch;
  }

  async fetch(): Promise<void> {
    this.#fetched ??= this.#fetch();
    this.gaps = await this.#fetched;
  }
}

/** Makes a source with nothing to read and a gap that says why, so that it never counts as clean. */
export function createUnreadSource(gap: Gap): Source {
  return {
    async *blobs(): AsyncGenerator<Blob> {},
    locate: async () => [],
    complete: async (sightings) => sightings,
    nameOf: async ({ provenance }) => ({ name: provenance.kind }),
    account: () => ({ coverage: { commits: 0, blobs: 0, bytes: 0, texts: 0 }, gaps: [gap] }),
  };
}
