import type { AuditSubject, AuditSubjectName } from "../domain/audit-facts.ts";
import type { Home, KeyRecord, Owner } from "../domain/inventory.ts";

/** The record of a subject that is a key. */
export function getRecord(subject: AuditSubject): KeyRecord | null {
  return subject.kind === "key" || subject.kind === "admin-key" ? subject.key : null;
}

/** The project that a subject is in, or is; null for Admin API keys and the organisation. */
export function getProject(subject: AuditSubject): Home | null {
  const record = getRecord(subject);
  if (record) return record.home.kind === "project" ? record.home : null;
  if (subject.kind !== "project" && subject.kind !== "service-account") return null;
  return { kind: "project", id: subject.project.id, name: subject.project.name };
}

/** The service account that a subject is, or belongs to. */
export function getServiceAccount(subject: AuditSubject): Pick<Owner, "id" | "name"> | null {
  if (subject.kind === "service-account") return subject.account;
  const owner = getRecord(subject)?.owner;
  return owner?.kind === "service-account" ? owner : null;
}

/** A subject as a report names it. */
export function nameSubject(subject: AuditSubject, organization: string | null): AuditSubjectName {
  const record = getRecord(subject);
  const { id, name } = record ?? getPlainName(subject, organization);
  return { kind: subject.kind, id, name, project: getProject(subject), owner: record?.owner ?? null };
}

function getPlainName(subject: AuditSubject, organization: string | null): { id: string | null; name: string | null } {
  if (subject.kind === "service-account") return subject.account;
  if (subject.kind === "project") return subject.project;
  return { id: null, name: organization };
}
