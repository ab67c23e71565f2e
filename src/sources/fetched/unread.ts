import type { Blob } from "../../domain/blob.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Source } from "../../domain/source.ts";

/** A source that has nothing to read, and says why: it is never clean. */
export function unread(gap: Gap): Source {
  return {
    async *blobs(): AsyncGenerator<Blob> {},
    locate: async () => [],
    nameOf: async ({ provenance }) => provenance.kind,
    account: () => ({ coverage: { commits: 0, blobs: 0, bytes: 0, texts: 0 }, gaps: [gap] }),
  };
}
