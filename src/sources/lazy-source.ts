import type { Blob } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Source } from "../domain/source.ts";

/** A source that is opened when it is read: git waits only so long for a reader, and others may come first. */
export function createLazySource(open: () => Promise<Source>): Source {
  let source: Source | null = null;
  const opened = () => {
    if (!source) throw new Error("nothing was read from this source yet");
    return source;
  };
  return {
    async *blobs(): AsyncGenerator<Blob> {
      source = await open();
      yield* source.blobs();
    },
    locate: async (blob: Blob, hit: Hit): Promise<readonly Sighting[]> => await opened().locate(blob, hit),
    complete: async (sightings) => (await source?.complete(sightings)) ?? sightings,
    nameOf: async (blob: Blob) => await opened().nameOf(blob),
    account: () => source?.account() ?? UNREAD,
  };
}

const UNREAD: ReturnType<Source["account"]> = {
  coverage: { commits: 0, blobs: 0, bytes: 0, texts: 0 },
  gaps: [{ kind: "miscounted", detail: "a part of what was pushed was not read" }],
};
