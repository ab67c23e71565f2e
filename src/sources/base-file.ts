import { isFullObjectId, type RepositoryLocation } from "../git/commits/revisions.ts";
import { Git } from "../git/git.ts";
import { ObjectReader } from "../git/objects/object-reader.ts";
import { findRepository } from "../git/repository.ts";
import type { RemoteOptions, ScratchRepository } from "./fetched/scratch-repository.ts";

/** What stands at a path in the tree of a commit. */
export type FileAt =
  | { kind: "file"; oid: string; bytes: Buffer }
  | { kind: "absent" }
  /** Something else than a file of reasonable size: what, as the end of "it …". */
  | { kind: "unfit"; why: string }
  /** There is something, and this repository does not have it. `oid` is null where a folder on the way is what lacks. */
  | { kind: "missing"; oid: string | null }
  /** The revision names no commit here. */
  | { kind: "no-commit" };

/** A file as it was before a change and, where the change made something else of it, as it is after; else null. */
export type FileVersions = { base: FileAt; head: FileAt | null };

/** The ends between which a file is compared: full object names, or revisions. A null base has no file. */
export type FileRange = { base: string | null; head: string | null };

/** A settings file larger than this was not written by hand. */
const MOST = 512 * 1024;

/** Folders of some hundred thousand files. */
const MOST_OF_A_TREE = 16 * 1024 * 1024;

/** The modes in which a tree keeps its entries (git's documentation, "gitdatamodel"). */
const [FOLDER, LINK, SUBMODULE] = ["40000", "120000", "160000"];

/**
 * Reads a file by its path from the trees of several revisions, in their order, with one git process. Links are not
 * followed: where they lead is the business of a work tree, and here is none.
 */
export async function readFilesAt(git: Git, revisions: readonly string[], path: string): Promise<readonly FileAt[]> {
  const objects = new ObjectReader(git);
  try {
    const files: FileAt[] = [];
    for (const revision of revisions) files.push(await fileIn(objects, revision, path));
    return files;
  } finally {
    await objects.close();
  }
}

/** Reads both versions of a file from the repository at hand, and changes nothing in it. */
export async function readLocalVersions(
  { repo, environment }: RepositoryLocation,
  ends: FileRange,
  path: string,
): Promise<FileVersions> {
  return await versionsIn(new Git((await findRepository(repo)).gitDir, environment), ends, path);
}

/**
 * Reads both versions of a file from what was fetched. Of the base that is the trees alone, so that a file that is there
 * is asked for by its object name: one request, and none where there is no such file.
 */
export async function readFetchedVersions(
  { git, remote }: Pick<ScratchRepository, "git" | "remote">,
  ends: FileRange,
  path: string,
): Promise<FileVersions> {
  const versions = await versionsIn(git, ends, path);
  const { base } = versions;
  if (base.kind !== "missing" || base.oid === null) return versions;
  const fetched = await remote.fetch([base.oid], ["--filter=blob:none"]);
  return fetched.kind === "fetched" ? await versionsIn(git, ends, path) : versions;
}

/**
 * Fetches a file as it is at a revision, which is a full object name or `refs/…`: for where nothing of the base is at hand
 * and nothing else is fetched. Two requests, or one where there is no such file.
 *
 * @throws UsageError where nothing can be written.
 */
export async function fetchFile(options: RemoteOptions, revision: string, path: string): Promise<FileAt> {
  const { createScratchRepository } = await import("./fetched/scratch-repository.ts");
  const had = await createScratchRepository(options, revision.length === 64 ? "sha256" : "sha1", async (filling) => {
    const wanted = [`+${revision}:${FETCHED}`];
    const fetched = await filling.remote.fetch(wanted, ["--depth=1", "--filter=blob:none"]);
    if (fetched.kind !== "fetched") return { base: { kind: "no-commit" } as const };
    return await readFetchedVersions(filling, { base: FETCHED, head: null }, path);
  });
  await had.close();
  return had.base;
}

const FETCHED = "refs/scan/base";

async function versionsIn(git: Git, { base, head }: FileRange, path: string): Promise<FileVersions> {
  if (base === null) return { base: { kind: "absent" }, head: null };
  const [before = { kind: "absent" }, after = null] = await readFilesAt(
    git,
    head === null ? [base] : [base, head],
    path,
  );
  return { base: before, head: isSame(before, after) ? null : after };
}

function isSame(before: FileAt, after: FileAt | null): boolean {
  if (before.kind === "file" && after?.kind === "file") return before.oid === after.oid;
  return before.kind === after?.kind;
}

async function fileIn(objects: ObjectReader, revision: string, path: string): Promise<FileAt> {
  // A name goes to git on a line of its own, with what it is to lead to.
  if (!isFullObjectId(revision) && !/^[^\s\p{Cc}]+$/u.test(revision)) return { kind: "no-commit" };
  const commit = await objects.read(`${revision}^{commit}`, MOST_OF_A_TREE);
  if (typeof commit === "string") return { kind: "no-commit" };
  const tree = /^tree ([0-9a-f]+)\n/.exec(commit.toString("latin1"))?.[1] ?? "";
  let entry: Entry | null = { mode: FOLDER, oid: tree };
  for (const name of path.split("/")) {
    if (entry.mode === LINK) return { kind: "unfit", why: "stands below a symbolic link" };
    if (entry.mode !== FOLDER) return { kind: "absent" };
    const listed: Buffer | "missing" | "too-large" = await objects.read(entry.oid, MOST_OF_A_TREE);
    if (listed === "missing") return { kind: "missing", oid: null };
    if (listed === "too-large") return { kind: "unfit", why: "stands in a folder with too many files" };
    entry = entryIn(listed, name, tree.length / 2);
    if (entry === null) return { kind: "absent" };
  }
  if (entry.mode === LINK) return { kind: "unfit", why: "is a symbolic link" };
  if (entry.mode === FOLDER) return { kind: "unfit", why: "is a folder" };
  if (entry.mode === SUBMODULE) return { kind: "unfit", why: "is a submodule" };
  const bytes = await objects.read(entry.oid, MOST);
  if (bytes === "missing") return { kind: "missing", oid: entry.oid };
  return bytes === "too-large"
    ? { kind: "unfit", why: "is larger than 512 KiB" }
    : { kind: "file", oid: entry.oid, bytes };
}

type Entry = { mode: string | undefined; oid: string };

/** Finds a name in a tree as git keeps it: for each entry `mode name NUL` and an object name of so many bytes. */
function entryIn(tree: Buffer, name: string, hash: number): Entry | null {
  const wanted = Buffer.from(name);
  for (let at = 0; at < tree.length; ) {
    const [blank, end] = [tree.indexOf(0x20, at), tree.indexOf(0, at)];
    if (end < 0 || blank < 0 || blank > end) return null;
    if (tree.subarray(blank + 1, end).equals(wanted)) {
      return { mode: tree.toString("latin1", at, blank), oid: tree.toString("hex", end + 1, end + 1 + hash) };
    }
    at = end + 1 + hash;
  }
  return null;
}
