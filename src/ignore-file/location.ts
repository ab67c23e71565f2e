import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import {
  describeInaccessibleFile,
  describeIrregularFile,
  describeNoWorkTree,
  describeOutsidePath,
} from "../messages/errors/ignore-file.ts";
import { resolveOutputPath } from "../output-files/links.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { decodeText } from "./base-rules.ts";

/** The ignore file in a work tree; it need not be there yet. */
export type IgnoreFileLocation = {
  /** Absolute. */
  file: string;
  /** As errors call it: its path from the top of the repository. */
  name: string;
  /** The top of the work tree. */
  top: string;
};

/**
 * Finds where the ignore file of the work tree around a folder is, or is to be.
 *
 * @throws UsageError where the folder is in no work tree, or the name leads out of it.
 */
export async function locateIgnoreFile(folder: string, name: string): Promise<IgnoreFileLocation> {
  if (name === "" || /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..")) {
    throw new UsageError(describeOutsidePath(JSON.stringify(name)));
  }
  const top = await findWorkTree(resolve(folder));
  if (top === null) throw new UsageError(describeNoWorkTree(JSON.stringify(folder)));
  return { file: join(top, name), name, top };
}

/**
 * Reads the file; null when there is none.
 *
 * @throws UsageError for anything but a file with a text in UTF-8.
 */
export async function readIgnoreFile({ file, name }: IgnoreFileLocation): Promise<string | null> {
  const found = await explainFailure(name, "read", async () => await lstat(file).catch(ignoreMissing));
  if (found === null) return null;
  if (!found.isFile()) throw new UsageError(describeIrregularFile(name));
  return decodeText(await explainFailure(name, "read", async () => await readFile(file)), name);
}

/**
 * Sees that the file can be written, and changes nothing.
 *
 * @throws UsageError where it cannot.
 */
export async function requireWritable(location: IgnoreFileLocation): Promise<void> {
  const folder = await findFolder(location);
  const draft = join(folder, `.${randomUUID()}.tmp`);
  await explainFailure(location.name, "written", async () => {
    await (await open(draft, "wx")).close();
    await rm(draft);
  });
}

/** The folder that the file is to be in, or the nearest above that is there; no link of the work tree leads to it. */
async function findFolder({ file, name, top }: IgnoreFileLocation): Promise<string> {
  await resolveOutputPath("ignore-file", file, [top]);
  for (let here = dirname(file); ; here = dirname(here)) {
    const found = await explainFailure(name, "written", async () => await lstat(here).catch(ignoreMissing));
    if (found !== null) return here;
  }
}

/**
 * Writes the whole text or nothing: into a new file with the old mode, which is then renamed.
 *
 * @throws UsageError where it cannot be written, or lies behind a link in the work tree.
 */
export async function writeIgnoreFile(location: IgnoreFileLocation, text: string): Promise<void> {
  await findFolder(location);
  const { file, name } = location;
  const folder = dirname(file);
  const draft = join(folder, `.${randomUUID()}.tmp`);
  await explainFailure(name, "written", async () => {
    try {
      await mkdir(folder, { recursive: true });
      const mode = (await lstat(file).catch(ignoreMissing))?.mode ?? 0o644;
      const handle = await open(draft, "wx", mode & 0o777);
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      throw error;
    }
  });
}

async function explainFailure<Result>(
  name: string,
  access: "read" | "written",
  step: () => Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    throw new UsageError(describeInaccessibleFile(name, access, getErrorCode(error)));
  }
}

/** The nearest folder, here or above, that has a `.git`: a folder, or the file that linked work trees and submodules have. */
async function findWorkTree(folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    if ((await lstat(join(here, ".git")).catch(ignoreMissing)) !== null) return here;
    if (dirname(here) === here) return null;
  }
}

/** Null for a file that is not there; every other error is thrown on. */
function ignoreMissing(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  throw error;
}
