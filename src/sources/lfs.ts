import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { GapCollector } from "../git/gap-collector.ts";
import { describeUnreadableContent, describeWrongContent } from "../messages/gaps/git/lfs.ts";

/** What a repository holds in place of a file in Git LFS: the SHA-256 of its content, and its size in bytes. */
export type LfsPointer = { oid: string; size: number };

const VERSION_LINE = "version https://git-lfs.github.com/spec/v1\n";
const VERSION_BYTES = Buffer.from(VERSION_LINE);

/** Pointers are shorter than this (Git LFS specification, "The Pointer"). */
const MAX_POINTER_SIZE = 1024;

/** Bytes that are read from a file at once. */
const CHUNK_SIZE = 256 * 1024;

/** Parses a blob as a pointer. Null for anything that the specification does not call one. */
export function parsePointer(blob: Buffer): LfsPointer | null {
  if (blob.length >= MAX_POINTER_SIZE || !blob.subarray(0, VERSION_BYTES.length).equals(VERSION_BYTES)) return null;
  const lines = blob.toString("utf8").slice(VERSION_LINE.length).split("\n");
  if (lines.pop() !== "") return null;
  const pairs = lines.map((line) => /^([a-z0-9.-]+) ([^\r]+)$/.exec(line)?.slice(1) ?? []);
  const keys = pairs.map(([key]) => key ?? "");
  const isOrdered = keys.every((key, index) => key !== "" && (index === 0 || (keys[index - 1] ?? "") < key));
  const values = new Map(pairs.map(([key = "", value = ""]) => [key, value]));
  const oid = /^sha256:([0-9a-f]{64})$/.exec(values.get("oid") ?? "")?.[1];
  const size = /^\d{1,15}$/.exec(values.get("size") ?? "")?.[0];
  return isOrdered && oid !== undefined && size !== undefined ? { oid, size: Number(size) } : null;
}

/** Finds the file with the content in the local store of Git LFS, which is in the common git folder; null without one. */
export async function findLocalContent({ oid }: LfsPointer, commonDir: string): Promise<string | null> {
  const file = join(commonDir, "lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
  const isFile = await lstat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile ? file : null;
}

/** Streams the content. A read error, and content with another hash than the pointer at `path` has, are gaps. */
export async function* readVerifiedContent(
  file: string,
  pointer: LfsPointer,
  path: string,
  gaps: GapCollector,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of openContent(file)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    gaps.add("unreadable", describeUnreadableContent(path, code), { path });
    return;
  }
  if (hash.digest("hex") !== pointer.oid) gaps.add("lfs", describeWrongContent(path), { path });
}

/** Streams the content of a file in the local store, without a check. */
export function openContent(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: CHUNK_SIZE });
}
