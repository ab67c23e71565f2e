import { brotliDecompressSync, inflateRawSync, unzipSync } from "node:zlib";
import { ANCHORS } from "./anchors.ts";
import { isGuess } from "./archives/magic.ts";
import type { ByteRange } from "./keys/key-reading.ts";
import type { PackedText } from "./packed/packed-run.ts";
import { type AnchorSet, createAnchorSet, Search } from "./search.ts";

let anchors: AnchorSet | undefined;

/** Where keys stand in a short text, as it is or packed. */
export function findKeyRanges(bytes: Buffer): readonly ByteRange[] {
  anchors ??= createAnchorSet(ANCHORS, false);
  const search = new Search(anchors, () => {});
  return [...search.add(bytes), ...search.rest()].flatMap((found) => {
    if ("container" in found || ("archive" in found && !mayHoldKey(found))) return [];
    return [{ start: found.offset, end: found.offset + found.length }];
  });
}

/** No name has room for more, unpacked. */
const MOST_UNPACKED = { maxOutputLength: 64 * 1024 };

const STREAMS = [unzipSync, inflateRawSync, brotliDecompressSync];

/** Whether packed bytes hold a key. An archive of files is not opened here, and may. */
function mayHoldKey({ archive, bytes }: PackedText): boolean {
  if (!isGuess(archive) && archive !== "gzip") return true;
  return STREAMS.some((unpack) => {
    try {
      return findKeyRanges(unpack(bytes, MOST_UNPACKED)).length > 0;
    } catch {
      return false;
    }
  });
}
