import { realpath, stat } from "node:fs/promises";
import { decodePath } from "../../domain/path-text.ts";
import { findWorkTree } from "../../git/ignored-files.ts";
import { encodeDiskPath } from "./disk-path.ts";

/** Where a link leads, by its path without any link in it. */
export type LinkTarget =
  /** Nowhere, in a circle, to an empty file, or to a device, a pipe or a socket: there is nothing to read. */
  | { kind: "nothing" }
  /** To a folder that the link itself is in, and that is scanned as far as it was asked for. */
  | { kind: "ancestor" }
  | { kind: "file" | "folder"; path: string; size: number; place: LinkPlace };

/**
 * In the folder that is scanned, by the path relative to it; elsewhere in the same work tree; or outside of both, which is
 * none of the change: whoever can add a link can lead it to any file of the machine, such as one with the operator's keys.
 */
type LinkPlace = { kind: "inside"; path: string } | { kind: "work-tree" } | { kind: "outside" };

/** Follows links that were met in one folder. */
export class LinkResolver {
  readonly #root: string;
  #workTree: Promise<string> | null = null;

  /** `root` is an absolute path without any link in it. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Follows the link at an absolute path. Rejects where that is not permitted. */
  async resolve(link: string): Promise<LinkTarget> {
    const path = await resolvePath(link).catch(ignoreAbsence);
    if (path === null) return { kind: "nothing" };
    const stats = await stat(encodeDiskPath(path)).catch(ignoreAbsence);
    const kind = stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : null;
    // The files of /proc have no size, and one of them holds the variables of this process.
    if (!stats || kind === null || (kind === "file" && stats.size === 0)) return { kind: "nothing" };
    const place = await this.#locate(path);
    if (kind === "folder" && place.kind === "inside" && isWithin(await resolvePath(getFolder(link)), path))
      return { kind: "ancestor" };
    return { kind, path, size: stats.size, place };
  }

  async #locate(path: string): Promise<LinkPlace> {
    const root = this.#root;
    this.#workTree ??= findWorkTree(root).then((top) => top ?? root);
    const workTree = await this.#workTree;
    // Git's own folder is not part of what is checked out.
    const hasGitFolder = (top: string) => `${path.slice(top.length)}/`.includes("/.git/");
    if (isWithin(path, root) && !hasGitFolder(root))
      return { kind: "inside", path: path.slice(root.length).replace(/^\//, "") };
    return isWithin(path, workTree) && !hasGitFolder(workTree) ? { kind: "work-tree" } : { kind: "outside" };
  }
}

/** Whether a path is a folder or below it. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

function getFolder(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** The path without any link in it, with `/` on every system. */
export async function resolvePath(path: string): Promise<string> {
  const text = decodePath(await realpath(encodeDiskPath(path), { encoding: "buffer" }));
  return /^(?:[A-Za-z]:\\|\\\\)/.test(text) ? text.replaceAll("\\", "/") : text;
}

function ignoreAbsence(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return null;
  throw error;
}
