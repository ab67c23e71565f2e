import {
  type FileAtCommit,
  type FileRange,
  type FileVersions,
  readFileVersions,
} from "../../git/objects/file-versions.ts";
import { createScratchRepository, type RemoteOptions, type ScratchRepository } from "./scratch-repository.ts";

/**
 * Reads a file before and after a range that was fetched. Of the base only trees were fetched, so that the file itself is
 * fetched by its object name: one request, and none where the base has no such file.
 */
export async function fetchFileVersions(
  { git, remote }: Pick<ScratchRepository, "git" | "remote">,
  range: FileRange,
  path: string,
): Promise<FileVersions> {
  const versions = await readFileVersions(git, range, path);
  const { base } = versions;
  if (base.kind !== "missing" || base.oid === null) return versions;
  const result = await remote.fetch([base.oid], ["--filter=blob:none"]);
  return result.kind === "fetched" ? await readFileVersions(git, range, path) : versions;
}

/**
 * Fetches a file as it is at a revision, which is a full object name or `refs/…`, where nothing else is fetched. Takes two
 * requests, or one where there is no such file.
 *
 * @throws UsageError where nothing can be written.
 */
export async function fetchFile(options: RemoteOptions, revision: string, path: string): Promise<FileAtCommit> {
  const format = revision.length === 64 ? "sha256" : "sha1";
  const { base, close } = await createScratchRepository(options, format, async (scratch) => {
    const result = await scratch.remote.fetch([`+${revision}:${FETCHED}`], ["--depth=1", "--filter=blob:none"]);
    if (result.kind !== "fetched") return { base: { kind: "no-commit" } as const };
    return await fetchFileVersions(scratch, { base: FETCHED, head: null }, path);
  });
  await close();
  return base;
}

const FETCHED = "refs/scan/base";
