import type { Blob, EventText } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Source } from "../domain/source.ts";
import { describeUnfinished } from "../messages/gaps/reading.ts";
import type { LineIndex } from "./locate/line-index.ts";

/** A text of an event, and which one it is. */
export type OpenableText = { of: EventText; text: string };

/** Opens the texts of an event as a source: titles, bodies, comments. Empty ones are skipped. */
export function openTexts({ texts }: { texts: readonly OpenableText[] }): Source {
  const filled = texts.filter(({ text }) => text !== "");
  const coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  const contents = new Map<EventText, Buffer>();
  const lines = new Map<EventText, LineIndex>();
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
    async locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
      const of = getEventText(provenance);
      const index = lines.get(of) ?? (await indexLines(contents.get(of) ?? Buffer.alloc(0)));
      lines.set(of, index);
      return [locateInText(of, index, hit)];
    },
    complete: async (sightings) => sightings,
    nameOf: async ({ provenance }) => ({ name: getEventText(provenance).what }),
    account() {
      const gaps = isRead ? [] : [{ kind: "miscounted" as const, detail: describeUnfinished("texts") }];
      return { coverage: { ...coverage }, gaps };
    },
  };
}

/** Loaded with the first hit. */
async function indexLines(content: Buffer): Promise<LineIndex> {
  const { LineIndex: Index } = await import("./locate/line-index.ts");
  const index = new Index();
  index.push(content);
  return index;
}

/** In an unpacked container (`member`) there is no line to tell. */
function locateInText(of: EventText, lines: LineIndex, { encoding, member, offset, length }: Hit): Sighting {
  const position = member === null ? lines.locate(offset, length) : null;
  return {
    where: "pull-request",
    path: null,
    line: position?.line ?? null,
    column: position?.column ?? null,
    commit: null,
    author: of.author,
    at: of.at,
    encoding,
    member,
    inHead: true,
    preexisting: false,
  };
}

function getEventText(provenance: Blob["provenance"]): EventText {
  if (provenance.kind !== "event-text") throw new Error(`an event has nothing from ${provenance.kind}`);
  return provenance.of;
}
