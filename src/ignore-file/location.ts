import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { decodeText } from "./base-rules.ts";

/** The ignore file in a work tree; it need not be there yet. */
export type IgnoreFileLocation = {
  /** Absolute. */
  file: string;
  /** As errors call it: its path from the top of the repository. */
  name: string;
};

/**
 * Finds where the ignore file of the work tree around a folder is, or is to be.
 *
 * @throws UsageError where the folder is in no work tree, or the name leads out of it.
 */
export async function locateIgnoreFile(folder: string, name: string): Promise<IgnoreFileLocation> {
  if (name === "" || /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..")) {
    throw new UsageError(
      `ignore-file is ${JSON.stringify(name)}; it must be a path in the repository, as .github/openai-key-guard.yml.`,
    );
  }
  const top = await findWorkTree(resolve(folder));
  if (top === null) {
    throw new UsageError(`${JSON.stringify(folder)} is in no git work tree; name a folder that is, with --repo.`);
  }
  return { file: join(top, name), name };
}

/**
 * Reads the file; null when there is none.
 *
 * @throws UsageError for anything but a file with a text in UTF-8.
 */
export async function readIgnoreFile({ file, name }: IgnoreFileLocation): Promise<string | null> {
  const found = await lstat(file).catch(ignoreMissing);
  if (found === null) return null;
  if (!found.isFile()) throw new UsageError(`${name} is no ordinary file; put one in its place.`);
  return decodeText(await readFile(file), name);
}

/**
 * Writes the whole text or nothing: into a new file with the old mode, which is then renamed.
 *
 * @throws UsageError where it cannot be written, or a link would take it out of the repository.
 */
export async function writeIgnoreFile({ file, name }: IgnoreFileLocation, text: string): Promise<void> {
  const folder = dirname(file);
  const top = await findWorkTree(folder);
  const draft = join(folder, `.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    if (top === null || !isWithin(await realpath(folder), await realpath(top))) {
      throw new UsageError(`${name} lies behind a link that leads out of the repository; it was not written.`);
    }
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
    await rm(draft, { force: true });
    if (error instanceof UsageError) throw error;
    const { code = "it did not say why" } = error as NodeJS.ErrnoException;
    throw new UsageError(`${name} cannot be written (${code}); see who may write there.`);
  }
}

/** The nearest folder, here or above, that has a `.git`: a folder, or the file that linked work trees and submodules have. */
async function findWorkTree(folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    if ((await lstat(join(here, ".git")).catch(ignoreMissing)) !== null) return here;
    if (dirname(here) === here) return null;
  }
}

function isWithin(folder: string, top: string): boolean {
  return folder === top || folder.startsWith(top.endsWith(sep) ? top : top + sep);
}

/** Null for a file that is not there; every other error is thrown on. */
function ignoreMissing(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  throw error;
}
