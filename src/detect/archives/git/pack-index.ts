import type { BufferedContainer } from "../buffered-container.ts";
import { Unpacker } from "../compressed/unpacker.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { LARGEST_OBJECT } from "./delta.ts";
import { type PackEntry, readPackEntry, unpackEntry } from "./pack-entry.ts";

/**
 * What stands in a pack: its whole objects in order, and the deltas by their base, which is told by its place or its
 * name. `hasNamed`: some are told by names. `algorithm`: how the names of objects are computed.
 */
export type PackIndex = {
  objects: readonly PackEntry[];
  deltas: Map<number | string, PackEntry[]>;
  hasNamed: boolean;
  algorithm: "sha1" | "sha256";
};

/** The magic, the version, and how many entries follow. See gitformat-pack(5). */
const HEADER = 12;

/** At most this many bytes are unpacked to find out where the entries of a pack stand. */
const MOST_UNPACKED = 512 * 1024 * 1024;

/** At most this many entries are listed, deltas included; of whole objects alone fewer are opened. */
const MOST_ENTRIES = 500_000;

/** Lists the entries of a pack up to damage. No entry says where the next one begins: each has to be unpacked. */
export async function readPackIndex(container: BufferedContainer, warnings: UnpackWarnings): Promise<PackIndex> {
  const { start, algorithm } = findPack(container);
  const count = container.slice(start + 8, start + HEADER);
  const objects: PackEntry[] = [];
  const deltas: PackIndex["deltas"] = new Map();
  let [at, unpacked, hasNamed] = [start + HEADER, 0, false];
  for (let left = count.length === 4 ? count.readUInt32BE(0) : 0; left > 0; left -= 1) {
    const entry = readPackEntry(container, at, algorithm === "sha1" ? 20 : 32);
    const end = entry && (await measureEntry(container, entry));
    if (!entry || end === null) {
      warnings.add("damaged");
      break;
    }
    unpacked += entry.size;
    if (unpacked > MOST_UNPACKED || objects.length + deltas.size > MOST_ENTRIES) {
      warnings.add("too-much");
      break;
    }
    if (entry.base === null) objects.push(entry);
    else deltas.set(entry.base, addTo(deltas.get(entry.base), entry));
    hasNamed ||= typeof entry.base === "string";
    at = end;
  }
  return { objects, deltas, hasNamed, algorithm };
}

function addTo(list: PackEntry[] | undefined, entry: PackEntry): PackEntry[] {
  if (!list) return [entry];
  list.push(entry);
  return list;
}

/** A bundle has lines before its pack: what it builds upon, and its branches. See gitformat-bundle(5). */
function findPack(container: BufferedContainer): { start: number; algorithm: PackIndex["algorithm"] } {
  if (container.slice(0, 4).toString("latin1") === "PACK") return { start: 0, algorithm: "sha1" };
  const end = container.indexOf(Buffer.from("\n\nPACK"), 0);
  const lines = container.slice(0, Math.min(LONGEST_CAPABILITIES, Math.max(0, end))).toString("latin1");
  return {
    start: end < 0 ? container.size : end + 2,
    algorithm: lines.includes("\n@object-format=sha256\n") ? "sha256" : "sha1",
  };
}

const LONGEST_CAPABILITIES = 4096;

/** Where the packed bytes of an entry end; null where they are damaged. */
async function measureEntry(container: BufferedContainer, entry: PackEntry): Promise<number | null> {
  if (entry.size <= LARGEST_OBJECT) return unpackEntry(container, entry)?.end ?? null;
  if (entry.size > MOST_UNPACKED) return null;
  const unpacker = new Unpacker("deflate");
  try {
    let end = entry.data + ZLIB_HEADER;
    for (const piece of container.pieces(end, container.size)) {
      for await (const _ of unpacker.add(piece));
      end += piece.length - (unpacker.state === "ended" ? unpacker.surplus : 0);
      if (unpacker.state !== "going") break;
    }
    return unpacker.state === "ended" ? end + ZLIB_TRAILER : null;
  } finally {
    unpacker.close();
  }
}

const [ZLIB_HEADER, ZLIB_TRAILER] = [2, 4];
