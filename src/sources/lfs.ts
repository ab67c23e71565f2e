import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { quoteForMessage } from "../errors.ts";
import type { GapCollector } from "../git/gap-collector.ts";

/** What stands in a repository for a file that Git LFS keeps elsewhere: the SHA-256 of its content, and its bytes. */
export type Pointer = { oid: string; size: number };

const VERSION = "version https://git-lfs.github.com/spec/v1\n";
const OPENING = Buffer.from(VERSION);

/** Pointers are shorter than this (Git LFS specification, "The Pointer"). */
const LONGEST = 1024;

/** How much of a file is read at once. */
const CHUNK = 256 * 1024;

/** The pointer that a blob is, and null for anything that the specification does not call one. */
export function pointerIn(blob: Buffer): Pointer | null {
  if (blob.length >= LONGEST || !blob.subarray(0, OPENING.length).equals(OPENING)) return null;
  const lines = blob.toString("utf8").slice(VERSION.length).split("\n");
  if (lines.pop() !== "") return null;
  const pairs = lines.map((line) => /^([a-z0-9.-]+) ([^\r]+)$/.exec(line)?.slice(1) ?? []);
  const keys = pairs.map(([key]) => key ?? "");
  const isOrdered = keys.every((key, at) => key !== "" && (at === 0 || (keys[at - 1] ?? "") < key));
  const values = new Map(pairs.map(([key = "", value = ""]) => [key, value]));
  const oid = /^sha256:([0-9a-f]{64})$/.exec(values.get("oid") ?? "")?.[1];
  const size = /^\d{1,15}$/.exec(values.get("size") ?? "")?.[0];
  return isOrdered && oid !== undefined && size !== undefined ? { oid, size: Number(size) } : null;
}

/** Where Git LFS keeps the content on this machine; null where it does not. `commonDir` is the repository's own. */
export async function localFileOf({ oid }: Pointer, commonDir: string): Promise<string | null> {
  const file = join(commonDir, "lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
  const isFile = await lstat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? file : null;
}

/** The content, as it arrives. Where it breaks off, or is not what the pointer at the path says, there is a gap. */
export async function* contentAt(
  file: string,
  pointer: Pointer,
  path: string,
  gaps: GapCollector,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of opened(file)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? "for a reason not given";
    gaps.add("unreadable", `the Git LFS content of ${quoteForMessage(path)} cannot be read (${why})`);
    return;
  }
  if (hash.digest("hex") !== pointer.oid) {
    gaps.add(
      "lfs",
      `the Git LFS content of ${quoteForMessage(path)} in this repository is not the one its pointer names`,
    );
  }
}

/** The content of a file that Git LFS keeps. */
export function opened(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: CHUNK });
}

/** What to say of a pointer whose content is elsewhere. */
export function elsewhere(path: string, { size }: Pointer): string {
  return `${quoteForMessage(path)} is a Git LFS pointer: its content of ${size} bytes is not in the repository`;
}
