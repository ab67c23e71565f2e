import { readdirSync, readFileSync, statSync } from "node:fs";
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

/**
 * Finds the repository that a folder belongs to, as git does: `.git` here or above, or a bare repository. Reads a few small
 * files without a promise: those of Node load more than the rest of a clean scan.
 */
export async function findRepository(folder: string): Promise<Repository> {
  const start = resolve(folder);
  if (!isFolder(start)) throw new UsageError(describeMissingFolder(folder));
  for (let here = start; ; here = dirname(here)) {
    const gitDir = findGitDir(here);
    if (gitDir !== null) return readRepository(gitDir);
    if (dirname(here) === here) break;
  }
  throw new UsageError(describeNoRepository(folder));
}

function findGitDir(folder: string): string | null {
  const inside = join(folder, ".git");
  if (isGitDir(inside)) return inside;
  // Linked work trees and submodules have a file that says where the repository is (gitrepository-layout(5)).
  const pointer = /^gitdir: (.+?)\r?\n?$/.exec(readTextFile(inside) ?? "")?.[1];
  if (pointer !== undefined) return resolve(folder, pointer);
  return isGitDir(folder) ? folder : null;
}

function isGitDir(folder: string): boolean {
  return (
    readTextFile(join(folder, "HEAD")) !== null && isFolder(join(folder, "objects")) && isFolder(join(folder, "refs"))
  );
}

function readRepository(gitDir: string): Repository {
  const common = readTextFile(join(gitDir, "commondir"))?.trim();
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common);
  const shallow = readTextFile(join(commonDir, "shallow"))
    ?.split("\n")
    .filter((line) => line !== "");
  const packs = listFolder(join(commonDir, "objects/pack"));
  // Packs that a partial clone fetched have such a file beside them (git's technical documentation, partial-clone).
  const isPartial = packs.some((name) => name.endsWith(".promisor"));
  return { gitDir, commonDir, shallow: new Set(shallow), isPartial };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
    throw error;
  }
}
