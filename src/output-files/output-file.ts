import { randomUUID } from "node:crypto";
import { type BigIntStats, close, constants, open as openCallback, writeFile } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "../errors.ts";
import { describeOpenError, describeSameFile } from "../messages/errors/files/output-files.ts";
import { resolveOutputPath } from "./links.ts";
import { getErrorCode } from "./open-errors.ts";

/** A file that is to be written: what the reader calls it (a setting or a flag), and its path as given. */
type OutputRequest = { name: string; file: string };

/** Windows has neither flag and needs none: there a link or a pipe does not open as a file. */
const { O_WRONLY, O_TRUNC, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

const [openDescriptor, writeDescriptor, closeDescriptor] = [
  promisify<string, number, number>(openCallback),
  promisify<number, string>(writeFile),
  promisify(close),
];

/** What keeps a new file from taking the place of the old one, which may be written all the same: a mounted file, say. */
const IN_PLACE = new Set(["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV", "ETXTBSY"]);

/**
 * A file that a run writes at its end. That it can be written is known before anything is asked or done, and nothing is
 * lost until then: an existing file keeps its content until the new one is whole.
 */
export class OutputFile {
  readonly name: string;
  /** As given. */
  readonly file: string;
  readonly #checkouts: readonly string[];
  /** Of a device or a pipe, which is written as it was opened; null of a file. */
  readonly #stream: number | null;
  /** Tells it from other files: its path with links followed, and its place on the disk if it is there. None of a stream. */
  readonly identities: readonly string[];

  private constructor(
    { name, file }: OutputRequest,
    made: { checkouts: readonly string[]; stream: number | null; identities: readonly string[] },
  ) {
    this.name = name;
    this.file = file;
    this.#checkouts = made.checkouts;
    this.#stream = made.stream;
    this.identities = made.identities;
  }

  /**
   * Opens a file for writing, and leaves it as it is. No link in one of the checkouts is followed.
   *
   * @throws UsageError where it could not be written.
   */
  static async open(request: OutputRequest, checkouts: readonly string[]): Promise<OutputFile> {
    const { name, file } = request;
    try {
      if (/[/\\]$/.test(file)) throw Object.assign(new Error("the path ends as that of a folder"), { code: "EISDIR" });
      const path = await resolveOutputPath(name, file, checkouts);
      const found = await stat(path, { bigint: true }).catch(ignoreMissing);
      const isStream = found !== null && isStreamAt(path, found);
      const stream = isStream ? await openStream(path) : null;
      if (!isStream) await tryToOpen(path, found);
      return new OutputFile(request, { checkouts, stream, identities: isStream ? [] : listIdentities(path, found) });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(describeOpenError(name, file, getErrorCode(error)));
    }
  }

  /**
   * Writes the whole text, which may come in pieces, or leaves a file as it was.
   *
   * @throws whatever the system says, a full disk for one.
   */
  async write(text: string | Iterable<string>): Promise<void> {
    if (this.#stream !== null) return await writeStream(this.#stream, text);
    const path = await resolveOutputPath(this.name, this.file, this.#checkouts);
    await replaceFile(path, text).catch(async (error: unknown) => {
      if (!IN_PLACE.has(getErrorCode(error))) throw error;
      await writeAndClose(await open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_NONBLOCK), text);
    });
  }
}

/** @throws UsageError where two of a run's files are one: each would write over the other. */
export function refuseSameFile(files: readonly Pick<OutputFile, "name" | "file" | "identities">[]): void {
  for (const [index, one] of files.entries()) {
    const other = files.slice(0, index).find(({ identities }) => identities.some((id) => one.identities.includes(id)));
    if (other === undefined) continue;
    throw new UsageError(describeSameFile(other.name, one.name, one.file));
  }
}

/** A file that is written by others, such as the audit file, to compare with. */
export async function identifyOutput(
  { name, file }: OutputRequest,
  checkouts: readonly string[],
): Promise<Pick<OutputFile, "name" | "file" | "identities">> {
  const path = await resolveOutputPath(name, file, checkouts);
  const found = await stat(path, { bigint: true }).catch(() => null);
  return { name, file, identities: found !== null && isStreamAt(path, found) ? [] : listIdentities(path, found) };
}

function listIdentities(path: string, found: BigIntStats | null): readonly string[] {
  return [path, ...(found === null ? [] : [`${found.dev}:${found.ino}`])];
}

/** Devices and pipes; and what is reached by a process's list of open files, where nothing can be renamed. */
function isStreamAt(path: string, found: BigIntStats): boolean {
  return (!found.isFile() && !found.isDirectory()) || (found.isFile() && path.startsWith("/proc/"));
}

/** Opening a pipe waits for its reader, unless it is told not to; writing to it must wait. */
async function openStream(path: string): Promise<number> {
  const probe = await open(path, O_WRONLY | O_NONBLOCK);
  try {
    // A descriptor, because a handle would complain where a run ends before it has something to write.
    return await openDescriptor(path, O_WRONLY);
  } finally {
    await probe.close();
  }
}

async function writeStream(descriptor: number, text: string | Iterable<string>): Promise<void> {
  try {
    for (const piece of typeof text === "string" ? [text] : text) await writeDescriptor(descriptor, piece);
  } finally {
    await closeDescriptor(descriptor);
  }
}

/** Finds out whether a file can be written, without a trace: one that is not there is made and removed again. */
async function tryToOpen(path: string, found: BigIntStats | null): Promise<void> {
  const handle = await open(path, found === null ? "wx" : O_WRONLY | O_NOFOLLOW | O_NONBLOCK);
  await handle.close();
  if (found === null) await rm(path);
}

/** Writes a new file beside the old one, with its mode and owner, and puts it in its place. */
async function replaceFile(path: string, text: string | Iterable<string>): Promise<void> {
  const found = await stat(path, { bigint: true }).catch(ignoreMissing);
  const draft = join(dirname(path), `.key-guard-${randomUUID()}`);
  try {
    const handle = await open(draft, "wx", 0o666);
    try {
      if (found !== null) {
        await handle.chmod(Number(found.mode & 0o777n));
        await handle.chown(Number(found.uid), Number(found.gid));
      }
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeAndClose(handle: FileHandle, text: string | Iterable<string>): Promise<void> {
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): null {
  if (getErrorCode(error) === "ENOENT") return null;
  throw error;
}
