import { closeSync, constants, type Dirent, fstatSync, openSync, readSync } from "node:fs";
import { readdir, readlink } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { decodePath, encodePath } from "../../domain/path-text.ts";

/** Bytes that are read from a file at once. */
const CHUNK_SIZE = 256 * 1024;

/** Bytes that are asked for where a file should end: it may have grown. */
const END_SIZE = 1024;

/** What was a file a moment ago may be a link or a pipe by now: a link is refused, and nobody waits for a pipe's writer. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** An entry of a folder: its name as text, and as the bytes that it is on disk. */
export type FolderEntry = { name: string; bytes: Buffer; kind: "file" | "folder" | "link" | "other" };

/** What Node opens for the text of a path: its bytes, where a name is not UTF-8. */
export function encodeDiskPath(path: string): string | Buffer {
  return path.includes("\\x") ? encodePath(path) : path;
}

/** Lists a folder, by the text of its path, in the order of the names. */
export async function listFolder(path: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(encodeDiskPath(path), { withFileTypes: true, encoding: "buffer" });
  return entries
    .map((entry) => ({ name: decodePath(entry.name), bytes: entry.name, kind: classifyEntry(entry) }))
    .toSorted((one, other) => Buffer.compare(one.bytes, other.bytes));
}

/** Reads the text that a link consists of. */
export async function readLinkText(path: string): Promise<Buffer> {
  return await readlink(encodeDiskPath(path), { encoding: "buffer" });
}

/**
 * Reads a file, or its first bytes. Links are not followed. The files of a folder are mostly small: each is read at once,
 * without a turn of the event loop, and into no more memory than it needs. A stream takes a chunk's room for each.
 */
export async function* readDiskFile(path: string, limit = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  const file = openSync(encodeDiskPath(path), OPEN_FLAGS);
  try {
    const { size } = fstatSync(file);
    // A file of /proc says that it is empty.
    let room = size === 0 ? CHUNK_SIZE : Math.min(CHUNK_SIZE, size);
    for (let left = limit; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(room, left));
      const count = readSync(file, chunk);
      if (count === 0) return;
      left -= count;
      // Behind what the file had when it was opened there is mostly nothing.
      room = size > 0 && (count < room || count === size) ? END_SIZE : CHUNK_SIZE;
      yield chunk.subarray(0, count);
      if (room === CHUNK_SIZE) await setImmediate(); // Else nobody could stop the run while it reads a large file.
    }
  } finally {
    closeSync(file);
  }
}

function classifyEntry(entry: Dirent<Buffer>): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}
