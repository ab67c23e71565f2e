import { constants, createReadStream, type Dirent } from "node:fs";
import { readdir, readlink } from "node:fs/promises";
import { decodePath, encodePath } from "../../domain/path-text.ts";

/** Bytes that are read from a file at once. */
const CHUNK_SIZE = 256 * 1024;

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

/** Streams a file, or its first bytes. Links are not followed. */
export function readDiskFile(path: string, limit = Number.POSITIVE_INFINITY): AsyncIterable<Buffer> {
  return createReadStream(encodeDiskPath(path), {
    highWaterMark: CHUNK_SIZE,
    flags: OPEN_FLAGS as unknown as string, // A number is taken as well (fs.open).
    end: limit - 1,
  });
}

function classifyEntry(entry: Dirent<Buffer>): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}
