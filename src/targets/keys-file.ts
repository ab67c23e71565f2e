import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../domain/clock.ts";
import { type KeysFile, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { UsageError } from "../errors.ts";
import { findDefaultRevision } from "../git/commits/branches.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import { parseFailure } from "../github/api-failure.ts";
import { type RepositoryName, readDefaultBranchFile } from "../github/repository.ts";
import { decodeText } from "../ignore-file/base-rules.ts";
import { describeGitHubFailure, NEEDS_CONTENTS, NO_TOKEN } from "../messages/audit/sub-action.ts";
import {
  describeNoKeysFile,
  describeUnfetchedKeysFile,
  describeUnfitKeysFile,
  describeUnknownDefaultBranch,
  describeUnreadableKeysFile,
  describeUnreadKeysFile,
} from "../messages/errors/rotation/rotate.ts";
import { describeKeysFilePlace } from "../messages/rotation/keys-file-parts.ts";
import { quoteValue } from "../settings/values.ts";
import { readFirstFileVersions } from "./base-file.ts";

/** A keys file, and how it is called: its name, with its branch. `file` is null where there is none. */
export type TrustedKeysFile = { file: KeysFile | null; name: string };

/**
 * Reads the keys file as the default branch of `origin` has it, as far as this clone knows: a change, which may be checked
 * out, cannot add a place that gets keys. A repository without any remote has its own HEAD for it. Outside of a repository
 * it is a file like any other.
 *
 * @throws UsageError where nobody knows which branch is the default one, and for a file that is wrong.
 */
export async function readDefaultKeysFile(location: RepositoryLocation, path: string): Promise<TrustedKeysFile> {
  const revision = await findDefaultRevision(location).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  if (revision === null) return { file: await readPlainFile(join(location.repo, path), path), name: path };
  if (revision === "unknown") throw new UsageError(describeUnknownDefaultBranch(path));
  const name = describeKeysFilePlace(path, revision.replace(/^refs\/(?:remotes|heads)\//, ""));
  const { base } = await readFirstFileVersions(location, [revision], path);
  switch (base.kind) {
    case "file":
      return { file: await parseKeysBytes(base.bytes, name), name };
    case "absent":
    case "no-commit":
      return { file: null, name };
    case "unfit":
      throw new UsageError(describeUnfitKeysFile(name, base.why));
    case "missing":
      throw new UsageError(describeUnfetchedKeysFile(name));
    default:
      return base satisfies never;
  }
}

/** A file where there is no repository; null where there is none. */
async function readPlainFile(file: string, name: string): Promise<KeysFile | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw new UsageError(describeUnreadableKeysFile(name, error.code ?? "unknown"));
  });
  return bytes && (await parseKeysBytes(bytes, name));
}

/** Reads a keys file from its bytes. @throws UsageError for what is no keys file. */
export async function parseKeysBytes(bytes: Uint8Array, name: string): Promise<KeysFile> {
  // Loaded only when there is a file: the YAML parser is large.
  return (await import("../rotate/keys-file/parse.ts")).parseKeysFile(decodeText(bytes, name), name);
}

/**
 * Reads the keys file through GitHub's API from the default branch, whatever is checked out. `isNamed`: somebody says that
 * it is there.
 *
 * @throws UsageError where GitHub does not give it, where it was named and is not there, and for a wrong one.
 */
export async function readKeysFileOnGitHub(
  { path, isNamed, token }: { path: string; isNamed: boolean; token: string | null },
  { apiUrl, repository, clock }: { apiUrl: string; repository: RepositoryName; clock: Clock },
): Promise<KeysFile> {
  if (token === null) throw new UsageError(describeUnreadKeysFile(quoteValue(path), NO_TOKEN));
  const bytes = await readDefaultBranchFile({ apiUrl, token }, repository, path, { clock }).catch((error: unknown) => {
    const { kind, status } = parseFailure(error);
    const why = kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
    throw new UsageError(describeUnreadKeysFile(quoteValue(path), why));
  });
  if (bytes !== null) return await parseKeysBytes(bytes, path);
  if (isNamed) throw new UsageError(describeNoKeysFile(quoteValue(path)));
  return NO_KEYS_FILE;
}
