import type { Blob } from "../domain/blob.ts";
import type { Coverage, Source } from "../domain/source.ts";

/** Several sources as one, read one after the other. Where a hit stands is asked of the source that gave the blob. */
export function concatSources(sources: readonly Source[]): Source {
  const givers = new WeakMap<Blob, Source>();
  const giverOf = (blob: Blob) => {
    const giver = givers.get(blob);
    if (!giver) throw new Error("none of these sources gave this blob");
    return giver;
  };
  return {
    async *blobs(): AsyncGenerator<Blob> {
      for (const source of sources) {
        for await (const blob of source.blobs()) {
          givers.set(blob, source);
          yield blob;
        }
      }
    },
    locate: async (blob, hit) => await giverOf(blob).locate(blob, hit),
    async complete(sightings) {
      let complete = sightings;
      for (const source of sources) complete = await source.complete(complete);
      return complete;
    },
    nameOf: async (blob) => await giverOf(blob).nameOf(blob),
    account() {
      const accounts = sources.map((source) => source.account());
      const coverage = accounts.map((one) => one.coverage).reduce(sum, NOTHING);
      return { coverage, gaps: accounts.flatMap(({ gaps }) => gaps) };
    },
  };
}

const NOTHING: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };

function sum(one: Coverage, other: Coverage): Coverage {
  return {
    commits: one.commits + other.commits,
    blobs: one.blobs + other.blobs,
    bytes: one.bytes + other.bytes,
    texts: one.texts + other.texts,
  };
}
