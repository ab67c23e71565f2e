import type { AuditProject } from "../../domain/audit-facts.ts";
import type { KeyRecord } from "../../domain/inventory.ts";

/** What OpenAI calls the project that every organisation has. */
const NAME = "default project";

/** A project before it is known whether it is the default one. */
type Candidate = Omit<AuditProject, "isDefault">;

/**
 * Tells which project is the default one. No field says it: its name does, and the log that files the acts of Admin API keys
 * under it. Both together make it certain, unless a key there belongs to a service account, which cannot be added to it.
 */
export function markDefaultProject(
  projects: readonly Candidate[],
  { adminProject, keys }: { adminProject: string | null; keys: readonly KeyRecord[] },
): readonly AuditProject[] {
  const withAccounts = new Set(
    keys.flatMap(({ owner, home }) => (owner?.kind === "service-account" && home.id !== null ? [home.id] : [])),
  );
  return projects.map((project) => {
    const signs = Number(isNamedDefault(project)) + Number(project.id === adminProject);
    const isCertain = signs === 2 && !withAccounts.has(project.id);
    return { ...project, isDefault: isCertain ? "yes" : signs > 0 ? "probably" : "no" };
  });
}

function isNamedDefault({ name }: Candidate): boolean {
  return name?.trim().toLowerCase() === NAME;
}
