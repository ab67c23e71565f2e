import type { Blob } from "../domain/blob.ts";
import type { Hit } from "../domain/candidate.ts";
import { Secret } from "../domain/secret.ts";
import { LONGEST_SIDE, MARKER } from "./shapes.ts";
import { spanAround } from "./span.ts";

const marker = Buffer.from(MARKER, "latin1");

/** What must be at hand on either side of a marker: the longest side, and a little for what stands before the key. */
const REACH = LONGEST_SIDE + 16;

/**
 * Finds the keys of a blob, in order. One pass for the marker rules out the common clean blob without turning its bytes
 * into text; only around a marker is looked closer. Holds one chunk and the end of the one before.
 */
export async function* detect(blob: Blob): AsyncGenerator<Hit> {
  let held: Buffer = Buffer.alloc(0);
  // Offsets in the blob: of `held`, of the next marker at the earliest, and of the end of the last key.
  let offset = 0;
  let next = 0;
  let floor = -1;
  for await (const chunk of blob.chunks) {
    held = joined(held, chunk);
    const settled = offset + held.length - REACH - marker.length;
    for (const hit of hitsIn(held, offset, next, settled, floor)) {
      floor = hit.offset + hit.length;
      next = floor;
      yield hit;
    }
    next = Math.max(next, settled);
    const keep = Math.max(0, Math.min(next - offset, held.length) - REACH);
    // A copy, so that the chunk behind the slice can go.
    held = keep > 0 ? Buffer.from(held.subarray(keep)) : held;
    offset += keep;
  }
  yield* hitsIn(held, offset, next, offset + held.length, floor);
}

/** The hits whose marker begins in `from <= place < until`, as offsets in the blob. `floor`: where the last key ended. */
function* hitsIn(held: Buffer, offset: number, from: number, until: number, floor: number): Generator<Hit> {
  let end = floor - offset;
  let at = held.indexOf(marker, Math.max(0, from - offset));
  while (at >= 0 && at + offset < until) {
    const span = spanAround(held, at, end);
    if (span) {
      end = span.end;
      const { start, kind, confidence } = span;
      const secret = new Secret(held.toString("latin1", start, end));
      yield { secret, kind, confidence, encoding: "plain", offset: offset + start, length: end - start };
    }
    // Past the whole key: bodies may hold the marker too, one time in 2^48.
    at = held.indexOf(marker, Math.max(end, at + 1));
  }
}

function joined(held: Buffer, chunk: Uint8Array): Buffer {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return held.length === 0 ? bytes : Buffer.concat([held, bytes]);
}
