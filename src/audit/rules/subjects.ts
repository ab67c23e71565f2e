import type { AuditFacts, AuditProject, AuditSubject } from "../../domain/audit-facts.ts";
import type { Home, KeyRecord } from "../../domain/inventory.ts";

/** The keys of projects that have not expired: an expired key works never again, and no rule speaks of it. */
export function listProjectKeys(facts: AuditFacts): readonly AuditSubject[] {
  return listKeys(facts, "project").map((key): AuditSubject => ({ kind: "key", key }));
}

/** The Admin API keys that have not expired. */
export function listAdminKeys(facts: AuditFacts): readonly AuditSubject[] {
  return listKeys(facts, "organization").map((key): AuditSubject => ({ kind: "admin-key", key }));
}

/** The projects that are not known to be archived. */
export function listProjects({ projects }: AuditFacts): readonly AuditSubject[] {
  return projects
    .filter(({ isArchived }) => isArchived !== true)
    .map((project): AuditSubject => ({ kind: "project", project }));
}

/**
 * The service accounts that own keys, in projects that are not known to be archived. A key that does not say whose it is
 * stands for its owner.
 */
export function listKeyHolders(facts: AuditFacts): readonly AuditSubject[] {
  const projects = facts.projects.filter(({ isArchived }) => isArchived !== true);
  const ids = new Set<string | null>(projects.map(({ id }) => id));
  const accounts = projects.flatMap((project) =>
    project.accounts.map((account): AuditSubject => ({ kind: "service-account", account, project })),
  );
  const unnamed = listProjectKeys(facts).filter(
    (subject) => subject.kind === "key" && mayBeOfAccount(subject.key) && ids.has(subject.key.home.id),
  );
  return [...accounts, ...unnamed];
}

/** Whether a key may belong to a service account that it does not name. */
export function mayBeOfAccount({ owner }: KeyRecord): boolean {
  return owner === null || (owner.kind === "service-account" && owner.id === null);
}

/** Whether a key's end has come. */
export function isExpired({ expiresAt }: KeyRecord, { now }: AuditFacts): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** The project that a key lives in; null where it was not listed. */
export function findProject({ home }: KeyRecord, { projects }: AuditFacts): AuditProject | null {
  return projects.find(({ id }) => id === home.id) ?? null;
}

function listKeys(facts: AuditFacts, kind: Home["kind"]): readonly KeyRecord[] {
  return facts.keys.filter((key) => key.home.kind === kind && !isExpired(key, facts));
}
