import type { Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { Source } from "../domain/source.ts";
import { UsageError } from "../errors.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import { Git } from "../git/git.ts";
import { findRepository } from "../git/repository.ts";
import { type BasePolicy, parseBasePolicy } from "../ignore-file/base-rules.ts";
import type { Settings } from "../settings/settings.ts";
import {
  type FileAt,
  type FileRange,
  type FileVersions,
  fetchFile,
  readFilesAt,
  readLocalVersions,
} from "../sources/base-file.ts";
import type { RemoteOptions } from "../sources/fetched/scratch-repository.ts";
import { createPathFilter } from "../sources/path-filter.ts";

/** The settings that the ignore file adds to. */
type Filtered = Pick<Settings, "paths" | "exclude" | "ignoreFile">;

/** What is at hand where there is no repository, and so nothing to be trusted. */
const NO_FILE: FileVersions = { base: { kind: "absent" }, head: null };

/**
 * Opens a change while the ignore file of its base is read: neither waits for the other. `includes` is to be asked only
 * once something is read, and what the file leaves out counts by then.
 */
export async function openWithBasePolicy<Opened extends { source: Source }>(
  settings: Filtered,
  read: () => Promise<FileVersions>,
  open: (includes: (path: string) => boolean) => Promise<Opened>,
): Promise<Opened & { trusted: BasePolicy }> {
  let includes = await createPathFilter(settings.paths, settings.exclude);
  const opening = open((path) => includes(path));
  // Begun second, since it has less to do.
  const versions = read();
  versions.catch(() => {}); // Awaited once opening has not failed.
  const opened = await opening;
  const trusted = await readBasePolicy(settings, await versions);
  if (trusted.exclude.length > 0) {
    includes = await createPathFilter(settings.paths, [...settings.exclude, ...trusted.exclude]);
  }
  return { ...opened, source: withGaps(opened.source, trusted.gaps), trusted };
}

/** What two versions of the file come to. */
export async function readBasePolicy(
  { ignoreFile }: Pick<Settings, "ignoreFile">,
  versions: FileVersions,
): Promise<BasePolicy> {
  return await parseBasePolicy(versions.base, versions.head, ignoreFile);
}

/** The policy with what the ignore file protects. Where nobody can tell what that is, nothing is contained. */
export function restrictPolicy(policy: Policy, { protect, mayContain }: BasePolicy): Policy {
  const onLeak = mayContain ? policy.onLeak : "report";
  return { ...policy, onLeak, protect: [...policy.protect, ...protect] };
}

/** The file between the ends of a range at hand; none where there is no repository. */
export async function readFileVersionsAt(
  where: RepositoryLocation,
  ends: FileRange,
  ignoreFile: string,
): Promise<FileVersions> {
  return await readLocalVersions(where, ends, ignoreFile).catch(unlessUsage);
}

/** The file at the first of some revisions that there is; none where there is none of them. */
export async function readFirstFileVersions(
  where: RepositoryLocation,
  revisions: readonly string[],
  ignoreFile: string,
): Promise<FileVersions> {
  const first = await firstOf(where, revisions, ignoreFile).catch(unlessUsage);
  return first ?? NO_FILE;
}

/**
 * The file at a commit or branch that may not be at hand: then it is fetched, where there is a server. `here` is what the
 * revision is called at hand.
 */
export async function readFileVersionsAnywhere(
  where: RepositoryLocation,
  { here, there }: { here: string; there: string },
  server: RemoteOptions | null,
  ignoreFile: string,
): Promise<FileVersions> {
  const found = await firstOf(where, [here], ignoreFile).catch(() => null);
  if (found && found.base.kind !== "missing") return found;
  const base: FileAt = server ? await fetchFile(server, there, ignoreFile) : { kind: "no-commit" };
  return { base, head: null };
}

async function firstOf(
  { repo, environment }: RepositoryLocation,
  revisions: readonly string[],
  path: string,
): Promise<FileVersions | null> {
  const files = await readFilesAt(new Git((await findRepository(repo)).gitDir, environment), revisions, path);
  const base = files.find(({ kind }) => kind !== "no-commit");
  return base ? { base, head: null } : null;
}

function unlessUsage(error: unknown): FileVersions {
  if (error instanceof UsageError) return NO_FILE;
  throw error;
}

function withGaps(source: Source, gaps: readonly Gap[]): Source {
  if (gaps.length === 0) return source;
  return {
    blobs: () => source.blobs(),
    locate: (blob, hit) => source.locate(blob, hit),
    complete: (sightings) => source.complete(sightings),
    nameOf: (blob) => source.nameOf(blob),
    account: () => {
      const { coverage, gaps: others } = source.account();
      return { coverage, gaps: [...gaps, ...others] };
    },
  };
}
