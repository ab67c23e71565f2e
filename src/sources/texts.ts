import type { Blob, EventText } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Source } from "../domain/source.ts";
import { LineIndex } from "./locate/line-index.ts";

/** A text of an event, and which one it is. */
export type OpenableText = { of: EventText; text: string };

/** A source of texts that came with an event: titles, bodies, comments. Empty ones are passed over. */
export function openTexts({ texts }: { texts: readonly OpenableText[] }): Source {
  const filled = texts.filter(({ text }) => text !== "");
  const coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  const contents = new Map<EventText, Buffer>();
  let isRead = false;
  return {
    async *blobs(): AsyncGenerator<Blob> {
      for (const { of, text } of filled) {
        const content = Buffer.from(text);
        contents.set(of, content);
        coverage.texts += 1;
        coverage.bytes += content.length;
        yield { provenance: { kind: "event-text", of }, chunks: [content] };
      }
      isRead = true;
    },
    async locate({ provenance }: Blob, { encoding, member, offset, length }: Hit): Promise<readonly Sighting[]> {
      const of = eventTextIn(provenance);
      const index = new LineIndex();
      index.push(contents.get(of) ?? Buffer.alloc(0));
      const place = member === null ? index.locate(offset, length) : null;
      const spot = { path: null, line: place?.line ?? null, column: place?.column ?? null, commit: null };
      const rest = { author: of.author, at: of.at, encoding, member, inHead: true, preexisting: false };
      return [{ where: "pull-request", ...spot, ...rest }];
    },
    complete: async (sightings) => sightings,
    nameOf: async ({ provenance }) => eventTextIn(provenance).what,
    account() {
      const unread = isRead ? [] : [{ kind: "miscounted" as const, detail: "not all texts of the event were read" }];
      return { coverage: { ...coverage }, gaps: unread };
    },
  };
}

function eventTextIn(provenance: Blob["provenance"]): EventText {
  if (provenance.kind !== "event-text") throw new Error(`an event has nothing from ${provenance.kind}`);
  return provenance.of;
}
