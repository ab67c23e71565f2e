import type { AuditReport } from "../../domain/audit-report.ts";
import { type KeptSecret, type KeptSecrets, listKeptSecrets, NO_KEPT_SECRETS } from "../../domain/kept-key.ts";
import type { KeysFile } from "../../domain/keys-file.ts";
import { UsageError } from "../../errors.ts";
import type { EventScope } from "../../github/event-scope.ts";
import { describeUnreadKeys } from "../../messages/audit/notes.ts";
import type { AuditedRepository } from "../../targets/default-branch-policy.ts";
import { findOwnDefaultBranch } from "../default-branch.ts";
import type { RunRepository } from "../detail.ts";
import type { AuditInputs } from "./audit-inputs.ts";

/** The run that a report is of. */
type ReportingRun = { event: EventScope; serverUrl: string; run: RunRepository };

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

/** Finds what is to be known of the repositories that keep keys. */
export async function describeRepositories(
  secrets: readonly KeptSecret[],
  { event, serverUrl, run }: ReportingRun,
): Promise<KeptSecrets> {
  if (secrets.length === 0) return NO_KEPT_SECRETS;
  const { findDefaultBranches } = await import("../../targets/default-branches.ts");
  const { apiUrl, repository, clock, token } = run;
  const own = {
    repository: `${repository.owner}/${repository.repo}`,
    defaultBranch: await findOwnDefaultBranch(event, run),
  };
  const branches = await findDefaultBranches(secrets, own, token === null ? null : { apiUrl, token }, clock);
  return { secrets, serverUrl, branches };
}
