import type { Blob } from "../domain/blob.ts";
import type { Coverage, Source } from "../domain/source.ts";
import { describeUnfinished } from "../messages/gaps/reading.ts";

/** Combines sources into one that reads them in sequence. A hit is located by the source that its blob came from. */
export function concatSources(sources: readonly Source[]): Source {
  const origins = new WeakMap<Blob, Source>();
  const findOrigin = (blob: Blob) => {
    const source = origins.get(blob);
    if (!source) throw new Error("none of these sources gave this blob");
    return source;
  };
  return {
    async *blobs(): AsyncGenerator<Blob> {
      for (const source of sources) {
        for await (const blob of source.blobs()) {
          origins.set(blob, source);
          yield blob;
        }
      }
    },
    locate: async (blob, hit) => await findOrigin(blob).locate(blob, hit),
    async complete(sightings) {
      let complete = sightings;
      for (const source of sources) complete = await source.complete(complete);
      return complete;
    },
    nameOf: async (blob) => await findOrigin(blob).nameOf(blob),
    account() {
      const accounts = sources.map((source) => source.account());
      const coverage = accounts.map((account) => account.coverage).reduce(addCoverage, NO_COVERAGE);
      return { coverage, gaps: accounts.flatMap(({ gaps }) => gaps) };
    },
  };
}

/**
 * Makes a source that is opened only when it is read. An open source has git processes that time out without a reader,
 * and in a sequence others may be read first.
 */
export function createLazySource(open: () => Promise<Source>): Source {
  let source: Source | null = null;
  const getOpened = () => {
    if (!source) throw new Error("nothing was read from this source yet");
    return source;
  };
  return {
    async *blobs(): AsyncGenerator<Blob> {
      source = await open();
      yield* source.blobs();
    },
    locate: async (blob, hit) => await getOpened().locate(blob, hit),
    complete: async (sightings) => (await source?.complete(sightings)) ?? sightings,
    nameOf: async (blob) => await getOpened().nameOf(blob),
    account: () => source?.account() ?? UNREAD,
  };
}

const NO_COVERAGE: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };

const UNREAD: ReturnType<Source["account"]> = {
  coverage: NO_COVERAGE,
  gaps: [{ kind: "miscounted", detail: describeUnfinished("push") }],
};

function addCoverage(sum: Coverage, coverage: Coverage): Coverage {
  return {
    commits: sum.commits + coverage.commits,
    blobs: sum.blobs + coverage.blobs,
    bytes: sum.bytes + coverage.bytes,
    texts: sum.texts + coverage.texts,
    ...((sum.untouched ?? coverage.untouched) && { untouched: sum.untouched ?? coverage.untouched }),
  };
}
