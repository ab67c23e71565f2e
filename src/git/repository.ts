import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { describeMissingFolder, describeNoRepository } from "../messages/errors/git.ts";

/** A repository on disk. Both folders are absolute; they differ in a linked work tree. */
export type Repository = {
  gitDir: string;
  commonDir: string;
  /** The commits whose parents a shallow clone left out. Empty when the clone is not shallow. */
  shallow: ReadonlySet<string>;
  /** Whether it is a partial clone, from which objects are missing by design. */
  isPartial: boolean;
};

/** Finds the repository that a folder belongs to, as git does: `.git` here or above, or a bare repository. */
export async function findRepository(folder: string): Promise<Repository> {
  const start = resolve(folder);
  if (!(await isFolder(start))) throw new UsageError(describeMissingFolder(folder));
  for (let here = start; ; here = dirname(here)) {
    const gitDir = await findGitDir(here);
    if (gitDir !== null) return await readRepository(gitDir);
    if (dirname(here) === here) break;
  }
  throw new UsageError(describeNoRepository(folder));
}

async function findGitDir(folder: string): Promise<string | null> {
  const inside = join(folder, ".git");
  if (await isGitDir(inside)) return inside;
  // Linked work trees and submodules have a file that says where the repository is (gitrepository-layout(5)).
  const pointer = /^gitdir: (.+?)\r?\n?$/.exec((await readTextFile(inside)) ?? "")?.[1];
  if (pointer !== undefined) return resolve(folder, pointer);
  return (await isGitDir(folder)) ? folder : null;
}

async function isGitDir(folder: string): Promise<boolean> {
  return (
    (await readTextFile(join(folder, "HEAD"))) !== null &&
    (await isFolder(join(folder, "objects"))) &&
    (await isFolder(join(folder, "refs")))
  );
}

async function readRepository(gitDir: string): Promise<Repository> {
  const common = (await readTextFile(join(gitDir, "commondir")))?.trim();
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common);
  const shallow = (await readTextFile(join(commonDir, "shallow")))?.split("\n").filter((line) => line !== "");
  const packs = await readdir(join(commonDir, "objects/pack")).catch(() => []);
  // Packs that a partial clone fetched have such a file beside them (git's technical documentation, partial-clone).
  const isPartial = packs.some((name) => name.endsWith(".promisor"));
  return { gitDir, commonDir, shallow: new Set(shallow), isPartial };
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readTextFile(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
    throw error;
  }
}
