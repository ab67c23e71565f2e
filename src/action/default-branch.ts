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
