import { type KeptSecret, type KeptSecrets, NO_KEPT_SECRETS } from "../domain/kept-key.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { RunRepository } from "./detail.ts";

const { env } = process;

/**
 * The default branch of the run's repository: the event says it, a schedule runs on it, or else GitHub is asked; null where
 * nobody says it.
 */
export async function findOwnDefaultBranch(
  { defaultBranch }: EventScope,
  { apiUrl, repository, clock, token }: RunRepository,
): Promise<string | null> {
  if (defaultBranch !== null) return defaultBranch;
  const ref = env["GITHUB_REF"] ?? "";
  if (env["GITHUB_EVENT_NAME"] === "schedule" && ref.startsWith("refs/heads/")) return ref.slice("refs/heads/".length);
  if (token === null || repository.repo === "") return null;
  const { readDefaultBranchName } = await import("../github/repository.ts");
  return await readDefaultBranchName({ apiUrl, token }, repository, { clock });
}

/** The run that a report is of. */
export type ReportingRun = { event: EventScope; serverUrl: string; run: RunRepository };

/** Finds what is to be known of the repositories that keep keys in secrets. */
export async function describeRepositories(
  secrets: readonly KeptSecret[],
  { event, serverUrl, run }: ReportingRun,
): Promise<KeptSecrets> {
  if (secrets.length === 0) return NO_KEPT_SECRETS;
  const { findDefaultBranches } = await import("../targets/default-branches.ts");
  const { apiUrl, repository, clock, token } = run;
  const own = {
    repository: `${repository.owner}/${repository.repo}`,
    defaultBranch: await findOwnDefaultBranch(event, run),
  };
  const branches = await findDefaultBranches(secrets, own, token === null ? null : { apiUrl, token }, clock);
  return { secrets, serverUrl, branches };
}
