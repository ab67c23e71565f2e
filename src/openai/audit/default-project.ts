import type { AuditProject } from "../../domain/audit-facts.ts";
import type { KeyRecord } from "../../domain/inventory.ts";

/** What OpenAI calls the project that every organisation has. */
const NAME = "default project";

/** A project before it is known whether it is the default one. */
type Candidate = Omit<AuditProject, "isDefault">;

/**
 * Tells which project is the default one. No field says it: its name does, the log that files the acts of Admin API keys
 * under it, and that no service account can be added to it. Two of the three make it certain, where no other project has
 * as many; that a project has no service accounts says nothing by itself.
 */
export function markDefaultProject(
  projects: readonly Candidate[],
  { adminProject, keys }: { adminProject: string | null; keys: readonly KeyRecord[] },
): readonly AuditProject[] {
  const withAccounts = new Set(
    keys.flatMap(({ owner, home }) => (owner?.kind === "service-account" && home.id !== null ? [home.id] : [])),
  );
  const scores = projects.map((project) => {
    const signs = Number(isNamedDefault(project)) + Number(project.id === adminProject);
    return signs === 0 ? 0 : signs + Number(hasNoAccounts(project, withAccounts));
  });
  const highest = Math.max(0, ...scores);
  const isUnique = scores.filter((score) => score === highest).length === 1;
  return projects.map((project, index) => {
    const score = scores[index] ?? 0;
    const isCertain = score >= 2 && score === highest && isUnique;
    return { ...project, isDefault: isCertain ? "yes" : score > 0 ? "probably" : "no" };
  });
}

function isNamedDefault({ name }: Candidate): boolean {
  return name?.trim().toLowerCase() === NAME;
}

/** Where the accounts were not told, nobody knows. */
function hasNoAccounts({ id, accounts }: Candidate, withAccounts: ReadonlySet<string>): boolean {
  return accounts.kind === "told" && accounts.value.length === 0 && !withAccounts.has(id);
}
