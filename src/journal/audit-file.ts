import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname, join, parse, resolve, sep } from "node:path";
import type { Clock } from "../domain/clock.ts";
import { UsageError } from "../errors.ts";
import { describeOpenError } from "../messages/errors/files/output-files.ts";
import { describeIrregularAuditFile } from "../messages/errors/journal.ts";
import { resolveOutputPath } from "../output-files/links.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { LINE_START } from "./lines.ts";

/** What errors call the file, where the entry point has no other name for the setting. */
export const AUDIT_FILE = "audit-file";

const LINE_FEED = 0x0a;

/** Our lines are some kilobytes; a file with a longer one is not ours. In bytes. */
const MAX_LINE = 1 << 20;

/** Windows has neither flag and needs none: there a link or a pipe does not open as a file. */
const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Where the file is, or is to be: no link in a checkout leads to it. A link in its own place is refused when it is opened.
 *
 * @throws UsageError for such a link.
 */
export async function locateAuditFile(file: string, checkouts: readonly string[], name: string): Promise<string> {
  const { dir, base } = parse(resolve(file));
  const folder = await resolveOutputPath(name, dir, checkouts);
  // Without its slash the name of a folder would pass for that of a file.
  return join(folder, base) + (/[/\\]$/.test(file) ? sep : "");
}

/**
 * Opens the file for reading and appending, and creates it when it is missing. It follows no symbolic link, which a change
 * could have put into the checkout, and does not block, as a pipe without a reader would. `name` is what errors call it.
 *
 * @throws UsageError where that cannot be done.
 */
export async function openAuditFile(file: string, name = AUDIT_FILE): Promise<FileHandle> {
  const handle = await open(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600).catch(
    (error: unknown) => {
      throw new UsageError(describeOpenError(name, file, getErrorCode(error)));
    },
  );
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new UsageError(describeIrregularAuditFile(name, JSON.stringify(file)));
}

/**
 * Appends a line in one write, so that lines of two processes never mix, and returns when it is on disk. Where the last
 * line has no line feed, `torn` closes it off in the same write.
 *
 * @throws whatever keeps the line from the disk. A part of it may then be there, as a torn line.
 */
export async function appendLine(file: string, line: string, torn: string, clock: Clock): Promise<void> {
  // Opened anew for each line, since log rotation may have moved the file away.
  const handle = await openAuditFile(file);
  try {
    const { size, isWhole } = await readEnd(handle, clock);
    const bytes = Buffer.from(isWhole ? line : `\n${torn}${line}`);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten !== bytes.length) throw new Error("the line was written in part");
    await handle.sync();
    if (size === 0) await syncFolder(file);
  } finally {
    await handle.close();
  }
}

/** In milliseconds: how long to wait for the line feed of a line that another process may be writing. */
const WAITS = [0, 1, 10, 50];

/** The file's size in bytes, and whether its last line is whole. A write of several pages can be seen in part. */
async function readEnd(handle: FileHandle, clock: Clock): Promise<{ size: number; isWhole: boolean }> {
  let size = 0;
  for (const wait of WAITS) {
    if (wait > 0) await clock.sleep(wait);
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

/** A new file survives a power cut once its folder is on disk as well. Windows cannot open folders and need not. */
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

/** A line of the file. Only the last one can lack its line feed, and is then not whole. */
export type AuditLine = { text: string; isWhole: boolean };

/** All lines of the file, without their line feeds. A line that is too long to be ours ends the reading, and is cut. */
export async function* readLines(handle: FileHandle): AsyncGenerator<AuditLine> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield { text: rest.toString("utf8", 0, end), isWhole: true };
      rest = rest.subarray(end + 1);
    }
    if (rest.length > MAX_LINE) return yield { text: rest.toString("utf8", 0, LINE_START.length - 1), isWhole: true };
  }
  if (rest.length > 0) yield { text: rest.toString("utf8"), isWhole: false };
}
