import type { AuditReport } from "../domain/audit-report.ts";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import { type KeptSecret, type KeptSecrets, listKeptSecrets, NO_KEPT_SECRETS } from "../domain/kept-key.ts";
import { type KeysFile, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { UsageError } from "../errors.ts";
import { describeUnreadKeys } from "../messages/audit/notes.ts";
import { describeMissingKeysFile } from "../messages/errors/rotation/rotate.ts";
import { escapePlain } from "../report/escape.ts";
import type { Flags } from "./flags.ts";

const { env } = process;

type KeysFileFlags = Pick<Flags, "repo"> & { keysFile?: string };

/** The keys file of an audit; null where there is one and it could not be read. */
export type AuditedKeysFile = KeysFile | null;

/**
 * Reads the keys file of the default branch. An audit needs none: only one that was named has to be there and right.
 *
 * @throws UsageError where it was named, and is not there or is wrong.
 */
export async function readAuditedKeysFile(
  path: string,
  { repo, keysFile: named }: KeysFileFlags,
): Promise<AuditedKeysFile> {
  const { readDefaultKeysFile } = await import("../targets/keys-file.ts");
  try {
    const { file, name } = await readDefaultKeysFile({ repo: repo || process.cwd(), environment: env }, path);
    if (file === null && named !== undefined) {
      throw new UsageError(describeMissingKeysFile("--keys-file", escapePlain(name)));
    }
    return file ?? NO_KEYS_FILE;
  } catch (error) {
    if (named === undefined && error instanceof UsageError) return null;
    throw error;
  }
}

/** The report with what the keys file says of secrets. */
export async function addKeptSecrets(
  report: AuditReport,
  file: AuditedKeysFile,
  { repo }: KeysFileFlags,
): Promise<AuditReport> {
  if (file === null) return { ...report, notes: [...report.notes, describeUnreadKeys("--keys-file")] };
  const secrets = listKeptSecrets(file, report.keys);
  return {
    ...report,
    kept: await describeRepositories(secrets, { repo, token: (env["GITHUB_TOKEN"] ?? "").trim() || null }),
  };
}

/** Finds what is to be known of the repositories that keep keys. GitHub is asked with a token alone. */
export async function describeRepositories(
  secrets: readonly KeptSecret[],
  { repo, token }: { repo: string | undefined; token: string | null },
): Promise<KeptSecrets> {
  if (secrets.length === 0) return NO_KEPT_SECRETS;
  const [{ readOwnRepository, readServerUrl }, { findDefaultBranches }] = await Promise.all([
    import("./own-repository.ts"),
    import("../targets/default-branches.ts"),
  ]);
  const own = await readOwnRepository(repo);
  const apiUrl = env["GITHUB_API_URL"] || "https://api.github.com";
  const branches = await findDefaultBranches(secrets, own, token === null ? null : { apiUrl, token }, SYSTEM_CLOCK);
  // Secrets are on the server that the environment names, wherever the folder was cloned from.
  return { secrets, serverUrl: readServerUrl(), branches };
}
