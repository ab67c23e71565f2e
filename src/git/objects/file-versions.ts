import { encodePath } from "../../domain/path-text.ts";
import { UNFIT } from "../../messages/gaps/git/unfit-files.ts";
import { isFullObjectId, type RepositoryLocation } from "../commits/revisions.ts";
import { Git } from "../git.ts";
import { findRepository } from "../repository.ts";
import { ObjectReader } from "./object-reader.ts";

/** What is at a path in the tree of a commit. */
export type FileAtCommit =
  | { kind: "file"; oid: string; bytes: Buffer }
  | { kind: "absent" }
  /** Not a file of reasonable size: why, as the end of "it …". */
  | { kind: "unfit"; why: string }
  /** Something is there, and the repository lacks it. `oid` is null where a folder on the way is what lacks. */
  | { kind: "missing"; oid: string | null }
  /** The revision names no commit here. */
  | { kind: "no-commit" };

/** A file before a change, and after it where the change made something else of it; else `head` is null. */
export type FileVersions = { base: FileAtCommit; head: FileAtCommit | null };

/** The commits between which a file is compared: full object names, or revisions. A null base has no file. */
export type FileRange = { base: string | null; head: string | null };

/** Larger files are no settings that someone wrote by hand. */
const MAX_FILE_BYTES = 512 * 1024;

/** A folder of some hundred thousand files. */
const MAX_TREE_BYTES = 16 * 1024 * 1024;

/** The modes of tree entries (git's documentation, "gitdatamodel"). */
const [FOLDER, LINK, SUBMODULE] = ["40000", "120000", "160000"];

/**
 * Reads a file by its path from the trees of several revisions, in their order, with one git process. Symbolic links are
 * not followed: they lead through a work tree, and here is none.
 */
export async function readFilesAt(
  git: Git,
  revisions: readonly string[],
  path: string,
): Promise<readonly FileAtCommit[]> {
  const objects = new ObjectReader(git);
  try {
    const files: FileAtCommit[] = [];
    for (const revision of revisions) files.push(await readFileAt(objects, revision, path));
    return files;
  } finally {
    await objects.close();
  }
}

/** Reads a file before and after a change. */
export async function readFileVersions(git: Git, { base, head }: FileRange, path: string): Promise<FileVersions> {
  if (base === null) return { base: { kind: "absent" }, head: null };
  const revisions = head === null ? [base] : [base, head];
  const [before = { kind: "absent" }, after = null] = await readFilesAt(git, revisions, path);
  return { base: before, head: isSame(before, after) ? null : after };
}

/** Reads a file before and after a change from the repository that a folder is in, and changes nothing there. */
export async function readLocalFileVersions(
  { repo, environment }: RepositoryLocation,
  range: FileRange,
  path: string,
): Promise<FileVersions> {
  return await readFileVersions(new Git((await findRepository(repo)).gitDir, environment), range, path);
}

function isSame(before: FileAtCommit, after: FileAtCommit | null): boolean {
  if (before.kind === "file" && after?.kind === "file") return before.oid === after.oid;
  return before.kind === after?.kind;
}

async function readFileAt(objects: ObjectReader, revision: string, path: string): Promise<FileAtCommit> {
  // The revision is written to git on a line of its own.
  if (!isFullObjectId(revision) && !/^[^\s\p{Cc}]+$/u.test(revision)) return { kind: "no-commit" };
  const commit = await objects.read(`${revision}^{commit}`, MAX_TREE_BYTES);
  if (typeof commit === "string") return { kind: "no-commit" };
  const tree = /^tree ([0-9a-f]+)\n/.exec(commit.toString("latin1"))?.[1] ?? "";
  let entry: TreeEntry | null = { mode: FOLDER, oid: tree };
  for (const name of path.split("/")) {
    if (entry.mode === LINK) return { kind: "unfit", why: UNFIT["below-link"] };
    if (entry.mode !== FOLDER) return { kind: "absent" };
    const folder: Buffer | "missing" | "too-large" = await objects.read(entry.oid, MAX_TREE_BYTES);
    if (folder === "missing") return { kind: "missing", oid: null };
    if (folder === "too-large") return { kind: "unfit", why: UNFIT["huge-folder"] };
    entry = findEntry(folder, name, tree.length / 2);
    if (entry === null) return { kind: "absent" };
  }
  return await readEntry(objects, entry);
}

type TreeEntry = { mode: string | undefined; oid: string };

async function readEntry(objects: ObjectReader, { mode, oid }: TreeEntry): Promise<FileAtCommit> {
  if (mode === LINK) return { kind: "unfit", why: UNFIT.link };
  if (mode === FOLDER) return { kind: "unfit", why: UNFIT.folder };
  if (mode === SUBMODULE) return { kind: "unfit", why: UNFIT.submodule };
  const bytes = await objects.read(oid, MAX_FILE_BYTES);
  if (bytes === "missing") return { kind: "missing", oid };
  return bytes === "too-large" ? { kind: "unfit", why: UNFIT.large } : { kind: "file", oid, bytes };
}

/** Finds a name in a tree object: its entries are `mode name NUL`, each followed by an object name of `hashBytes`. */
function findEntry(tree: Buffer, name: string, hashBytes: number): TreeEntry | null {
  const wanted = encodePath(name);
  for (let at = 0; at < tree.length; ) {
    const [blank, end] = [tree.indexOf(0x20, at), tree.indexOf(0, at)];
    if (end < 0 || blank < 0 || blank > end) return null;
    if (tree.subarray(blank + 1, end).equals(wanted)) {
      return { mode: tree.toString("latin1", at, blank), oid: tree.toString("hex", end + 1, end + 1 + hashBytes) };
    }
    at = end + 1 + hashBytes;
  }
  return null;
}
