import type { AuditReport } from "../../domain/audit-report.ts";
import { listKeptSecrets } from "../../domain/kept-key.ts";
import type { KeysFile } from "../../domain/keys-file.ts";
import { UsageError } from "../../errors.ts";
import { describeUnreadKeys } from "../../messages/audit/notes.ts";
import type { AuditedRepository } from "../../targets/default-branch-policy.ts";
import { describeRepositories, type ReportingRun } from "../default-branch.ts";
import type { AuditInputs } from "./audit-inputs.ts";

/**
 * Reads the keys file of the default branch; null where there is one that cannot be used. An audit needs none: only one that
 * was named has to be there and right.
 *
 * @throws UsageError where it was named, and is not there or is wrong.
 */
export async function readAuditedKeysFile(
  { keysFile: path, isKeysFileNamed: isNamed, githubToken: token }: AuditInputs,
  repository: AuditedRepository,
): Promise<KeysFile | null> {
  const { readKeysFileOnGitHub } = await import("../../targets/keys-file.ts");
  return await readKeysFileOnGitHub({ path, isNamed, token }, repository).catch((error: unknown) => {
    if (!isNamed && error instanceof UsageError) return null;
    throw error;
  });
}

/** The report with what the keys file says of secrets. */
export async function addKeptSecrets(
  report: AuditReport,
  file: KeysFile | null,
  reporting: ReportingRun,
): Promise<AuditReport> {
  if (file === null) return { ...report, notes: [...report.notes, describeUnreadKeys("keys-file")] };
  return { ...report, kept: await describeRepositories(listKeptSecrets(file, report.keys), reporting) };
}
