import type { Change } from "../domain/change.ts";
import { type BaseKeys, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { UsageError } from "../errors.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import type { FileVersion } from "../ignore-file/base-rules.ts";
import { describeUnfetchedFile, describeUnfit, describeUnusableKeysFile } from "../messages/gaps/ignore-file.ts";
import type { Settings } from "../settings/settings.ts";
import { readFileVersionsAt, readFirstFileVersions } from "./base-file.ts";
import { parseKeysBytes } from "./keys-file.ts";

/**
 * Reads the keys file of what a change is compared with: of a range its base, of a stream nothing, of everything else HEAD.
 * A change cannot add a place by it.
 */
export async function readLocalBaseKeys(
  change: Change,
  location: RepositoryLocation,
  { keysFile, policy }: Pick<Settings, "keysFile" | "policy">,
): Promise<BaseKeys> {
  const version = await readVersion(change, location, keysFile);
  return await parseBaseKeys(version, keysFile, { isNeeded: policy.onLeak === "rotate" });
}

async function readVersion(change: Change, location: RepositoryLocation, path: string): Promise<FileVersion> {
  if (change.kind === "stdin") return { kind: "absent" };
  if (change.kind !== "range") return (await readFirstFileVersions(location, ["HEAD"], path)).base;
  return (await readFileVersionsAt(location, { base: change.base, head: null }, path)).base;
}

/**
 * Parses a version of the keys file. One that cannot be used knows no key, and is a gap. `isNeeded`: something is to be
 * done by it. If not, one that could not be fetched is none: a job may be allowed to read texts and no files.
 */
export async function parseBaseKeys(
  version: FileVersion,
  name: string,
  { isNeeded }: { isNeeded: boolean },
): Promise<BaseKeys> {
  if (!isNeeded && (version.kind === "missing" || version.kind === "no-commit")) return { ...NO_KEYS_FILE, gaps: [] };
  try {
    return { ...(await parseVersion(version, name)), gaps: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const detail = describeUnusableKeysFile(error.message);
    return { ...NO_KEYS_FILE, gaps: [{ kind: "unreadable", cause: "keys-file", detail }] };
  }
}

async function parseVersion(version: FileVersion, name: string) {
  switch (version.kind) {
    case "absent":
      return NO_KEYS_FILE;
    case "unfit":
      throw new UsageError(describeUnfit(name, version.why));
    case "missing":
    case "no-commit":
      throw new UsageError(describeUnfetchedFile(name));
    case "file":
      return await parseKeysBytes(version.bytes, name);
    default:
      return version satisfies never;
  }
}
