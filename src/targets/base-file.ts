import { UsageError } from "../errors.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import { Git } from "../git/git.ts";
import { type FileRange, type FileVersions, readFilesAt, readLocalFileVersions } from "../git/objects/file-versions.ts";
import { findRepository } from "../git/repository.ts";
import type { RemoteOptions } from "../sources/fetched/scratch-repository.ts";

/** What there is to trust where there is no repository. */
const NO_FILE: FileVersions = { base: { kind: "absent" }, head: null };

/** Reads a file of the base before and after a range at hand; there is none where there is no repository. */
export async function readFileVersionsAt(
  location: RepositoryLocation,
  range: FileRange,
  path: string,
): Promise<FileVersions> {
  return await readLocalFileVersions(location, range, path).catch(ignoreUsageError);
}

/** Reads a file at the first of these revisions that exists; there is none where none of them exists. */
export async function readFirstFileVersions(
  location: RepositoryLocation,
  revisions: readonly string[],
  path: string,
): Promise<FileVersions> {
  return (await readFirst(location, revisions, path).catch(ignoreUsageError)) ?? NO_FILE;
}

/**
 * Reads a file at a commit or a branch, and fetches it from the server where it is not at hand. `local` is what the
 * revision is called here, and `remote` there.
 */
export async function readFileVersionsAnywhere(
  location: RepositoryLocation,
  revision: { local: string; remote: string },
  server: RemoteOptions | null,
  path: string,
): Promise<FileVersions> {
  const found = await readFirst(location, [revision.local], path).catch(() => null);
  if (found && found.base.kind !== "missing") return found;
  if (!server) return { base: { kind: "no-commit" }, head: null };
  const { fetchFile } = await import("../sources/fetched/fetched-file.ts");
  return { base: await fetchFile(server, revision.remote, path), head: null };
}

async function readFirst(
  { repo, environment }: RepositoryLocation,
  revisions: readonly string[],
  path: string,
): Promise<FileVersions | null> {
  const files = await readFilesAt(new Git((await findRepository(repo)).gitDir, environment), revisions, path);
  const base = files.find(({ kind }) => kind !== "no-commit");
  return base ? { base, head: null } : null;
}

function ignoreUsageError(error: unknown): FileVersions {
  if (error instanceof UsageError) return NO_FILE;
  throw error;
}
