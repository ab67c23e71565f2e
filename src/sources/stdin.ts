import type { Blob } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Source } from "../domain/source.ts";
import { quoteForMessage } from "../errors.ts";
import { GapCollector } from "../git/gap-collector.ts";
import { LineIndex } from "./locate/line-index.ts";

/** A stream to open, and the name its reader knows it by. */
export type StdinOptions = { stream: AsyncIterable<Uint8Array>; name: string };

/** Opens a stream as one blob. It passes by once: lines and columns are told of what passed in the last megabytes. */
export function openStdin({ stream, name }: StdinOptions): {
  change: Extract<Change, { kind: "stdin" }>;
  source: Source;
} {
  const gaps = new GapCollector();
  const index = new LineIndex();
  const coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  let ended = false;

  async function* passing(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) {
        if (chunk.length === 0) continue;
        index.push(chunk);
        coverage.bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      gaps.add("unreadable", `the stream broke off: ${(error as NodeJS.ErrnoException).code ?? "it did not say why"}`);
    }
    ended = true;
  }

  return {
    change: { kind: "stdin", name },
    source: {
      async *blobs(): AsyncGenerator<Blob> {
        coverage.texts += 1;
        yield { provenance: { kind: "stdin", name }, chunks: passing() };
      },
      async locate(_blob: Blob, { encoding, member, offset, length }: Hit): Promise<readonly Sighting[]> {
        const place = member === null ? index.locate(offset, length) : null;
        const [line, column] = [place?.line ?? null, place?.column ?? null];
        const rest = {
          commit: null,
          author: null,
          at: null,
          encoding,
          member,
          inHead: true,
          preexisting: false,
        } as const;
        return [{ where: "stdin", path: name, line, column, ...rest }];
      },
      complete: async (sightings) => sightings,
      nameOf: async () => quoteForMessage(name),
      account() {
        const unread = ended ? [] : [{ kind: "miscounted" as const, detail: "the stream was not read to its end" }];
        return { coverage: { ...coverage }, gaps: [...gaps.all(), ...unread] };
      },
    },
  };
}
