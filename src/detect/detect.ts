import type { Detect, Encoding, Hit } from "../domain/candidate.ts";
import { Secret } from "../domain/secret.ts";
import type { Span } from "./reading.ts";
import { MARKER } from "./shapes.ts";
import { REACH, spanAround } from "./span.ts";
import { type View, Views } from "./views.ts";

/** One way to write a key down: what every key holds when it is written so, and how to read what stands around that. */
type Anchor = {
  encoding: Encoding;
  marker: Buffer;
  /** The key around a marker at `at`, or null; `floor` is where the key before ended. Looks `REACH` bytes far. */
  keyAround: (text: Buffer, at: number, floor: number) => (Span & { secret: Secret }) | null;
};

const PLAIN: Anchor = {
  encoding: "plain",
  marker: Buffer.from(MARKER, "latin1"),
  keyAround: (text, at, floor) => {
    const span = spanAround(text, at, floor);
    return span && { ...span, secret: new Secret(text.toString("latin1", span.start, span.end)) };
  },
};

const ANCHORS: readonly Anchor[] = [PLAIN];

/**
 * Finds the keys of a blob, each once, in order. One pass for the marker rules out the common clean blob without turning
 * its bytes into text; only around a marker is looked closer. Memory is that of two chunks, whatever the blob's size.
 */
export const detect: Detect = async function* detect(blob) {
  const views = new Views(REACH);
  const floors = new Map<Anchor, number>();
  for await (const chunk of blob.chunks) {
    for (const view of views.add(chunk)) for (const hit of hitsIn(view, floors)) yield hit;
  }
  for (const hit of hitsIn(views.rest(), floors)) yield hit;
};

/** The hits of a view by all anchors. `floors` says where the last key ended by each, as an offset in the blob. */
function hitsIn(view: View, floors: Map<Anchor, number>): readonly Hit[] {
  const hits = ANCHORS.flatMap((anchor) => {
    const found = [...hitsOf(anchor, view, floors.get(anchor) ?? NOWHERE)];
    const last = found.at(-1);
    if (last) floors.set(anchor, last.offset + last.length);
    return found;
  });
  return hits.toSorted((one, other) => one.offset - other.offset);
}

/** Before any place of a blob. */
const NOWHERE = -1;

function* hitsOf({ encoding, marker, keyAround }: Anchor, view: View, floor: number): Generator<Hit> {
  const { bytes, offset } = view;
  const until = view.until - offset;
  let end = floor - offset;
  let at = bytes.indexOf(marker, Math.max(view.from - offset, end));
  while (at >= 0 && at < until) {
    const key = keyAround(bytes, at, end);
    if (key) {
      const { secret, kind, confidence, start } = key;
      end = key.end;
      const place = { offset: offset + start, length: end - start };
      yield { secret, kind, confidence, encoding, alternatives: [], member: null, ...place };
    }
    // Past the whole key: by chance or malice, its body may hold the marker again.
    at = bytes.indexOf(marker, Math.max(end, at + 1));
  }
}
