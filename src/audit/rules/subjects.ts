import type { AuditFacts, AuditSubject } from "../../domain/audit-facts.ts";

/** The keys of projects, as subjects. */
export function listProjectKeys({ keys }: AuditFacts): readonly AuditSubject[] {
  return keys.flatMap((key) => (key.home.kind === "project" ? [{ kind: "key", key }] : []));
}
