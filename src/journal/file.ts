import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../errors.ts";
import { OPENING } from "./line.ts";

const LINE_FEED = 0x0a;

/** A line of ours is some kilobytes; a file with a longer one is somebody else's. In bytes. */
const LONGEST_LINE = 1 << 20;

/** Windows has neither flag, and no need: a link or a pipe there is no file to it. */
const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Opens the file for reading and appending, and makes it when it is not there. Not through a symbolic link: in a checkout
 * somebody else may have put one there. Not blocking: a pipe would wait for a reader.
 *
 * @throws UsageError where that cannot be done.
 */
export async function openFile(file: string): Promise<FileHandle> {
  const handle = await open(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(`audit-file is ${JSON.stringify(file)}, ${mendOf(error.code ?? "for a reason not given")}`);
    },
  );
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new UsageError(
    `audit-file is ${JSON.stringify(file)}, which is no ordinary file, so that nothing could be read back from it; name one, or leave it out to keep no record.`,
  );
}

function mendOf(code: string): string {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "and there is no such folder; make it first, or name a file in one that is there.";
    case "EISDIR":
      return "which is a folder; name a file in it.";
    case "ELOOP":
    case "EMLINK":
      return "which is a symbolic link, and is not followed; name the file itself.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `which cannot be written (${code}); name a file that this user may read and write.`;
    default:
      return `which cannot be opened (${code}); name a file that can be read and written.`;
  }
}

/**
 * Appends a line in one write, so that lines of two processes never mix, and returns when it is on disk. `torn` closes
 * off a last line that has no line feed; both then go in the same write.
 *
 * @throws whatever keeps the line from the disk. A part of it may then be there, as a torn line.
 */
export async function append(file: string, line: string, torn: string): Promise<void> {
  // Opened anew for each line: the file may have been moved away since, as when logs are rotated.
  const handle = await openFile(file);
  try {
    const { size, isWhole } = await endOf(handle);
    const bytes = Buffer.from(isWhole ? line : `\n${torn}${line}`);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten !== bytes.length) throw new Error("the line was written in part");
    await handle.sync();
    if (size === 0) await syncFolder(file);
  } finally {
    await handle.close();
  }
}

/** In milliseconds: how long a line may lack its line feed because somebody is in the middle of writing it. */
const WRITING = [0, 1, 10, 50];

/** How long the file is, and whether its last line is whole. A write of several pages can be seen in part. */
async function endOf(handle: FileHandle): Promise<{ size: number; isWhole: boolean }> {
  let size = 0;
  for (const wait of WRITING) {
    if (wait > 0) await setTimeout(wait);
    ({ size } = await handle.stat());
    if (await endsWithLineFeed(handle, size)) return { size, isWhole: true };
  }
  return { size, isWhole: false };
}

async function endsWithLineFeed(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 1 && buffer[0] === LINE_FEED;
}

/** A new file is in its folder for good once the folder is on disk as well. Windows cannot open one, and needs not. */
async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EISDIR" || error.code === "EPERM" || error.code === "EACCES") return null;
    throw error;
  });
  try {
    await folder?.sync();
  } finally {
    await folder?.close();
  }
}

/** A line of a file. Only the last one can be without its line feed. */
export type Line = { text: string; isWhole: boolean };

/** All lines of the file, without their line feeds. Of one that is too long to be ours, only the beginning. */
export async function* linesOf(handle: FileHandle): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield { text: rest.toString("utf8", 0, end), isWhole: true };
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LONGEST_LINE) return yield { text: rest.toString("utf8", 0, OPENING.length - 1), isWhole: true };
  }
  if (rest.length > 0) yield { text: rest.toString("utf8"), isWhole: false };
}
