import type { AdminAPIKey } from "openai/resources/admin/organization/admin-api-keys";
import type { ProjectAPIKey } from "openai/resources/admin/organization/projects/api-keys";
import type { Project } from "openai/resources/admin/organization/projects/projects";
import type { AccountRole, Home, KeyRecord, Owner } from "../domain/inventory.ts";

/** Answers as they come: whatever OpenAI's description requires has been seen missing or null, except the id. */
type Loose<T> = { [Field in keyof T]?: Loose<T[Field]> | null };
export type WireProject = Loose<Project> & { id: string };
export type WireProjectKey = Loose<ProjectAPIKey> & { id: string };
export type WireAdminKey = Loose<AdminAPIKey> & { id: string };

/** The home of a project's keys. A project may have no name; then its id is all there is. */
export function parseHome({ id, name }: WireProject): Home {
  return { kind: "project", id, name: name ?? null };
}

export function parseProjectKey(key: WireProjectKey, home: Home): KeyRecord {
  const access = key.owner_project_access;
  return {
    ...dated(key),
    home,
    owner: projectOwnerOf(key.owner),
    ownerHasAccess: access === "active" ? true : access === "inactive" ? false : null,
  };
}

export function parseAdminKey(key: WireAdminKey): KeyRecord {
  return {
    ...dated(key),
    home: { kind: "organization", id: null, name: null },
    owner: adminOwnerOf(key.owner),
    ownerHasAccess: null,
  };
}

function dated(key: WireProjectKey | WireAdminKey) {
  const absent = DATES.flatMap(([field, date]) => (key[field] === undefined ? [date] : []));
  return {
    id: key.id,
    name: key.name || null, // Keys that were given no name have an empty one.
    redacted: key.redacted_value ?? null,
    createdAt: parseTime(key.created_at),
    lastUsedAt: parseTime(key.last_used_at),
    expiresAt: parseTime(key.expires_at),
    ...(absent.length > 0 && { absent }),
  };
}

/** The dates of a key, by OpenAI's names. */
const DATES = [
  ["created_at", "createdAt"],
  ["last_used_at", "lastUsedAt"],
  ["expires_at", "expiresAt"],
] as const;

function projectOwnerOf(owner: WireProjectKey["owner"]): Owner | null {
  const { type, user, service_account: account } = owner ?? {};
  if (account || type === "service_account") {
    const role = parseAccountRole(account?.role);
    return { ...ownerOf("service-account", account), ...(role !== null && { role }) };
  }
  return user || type === "user" ? ownerOf("user", user) : null;
}

/** Admin keys tell their owner flat, with `type` "user" or "service_account" (older answers: `object`). */
function adminOwnerOf(owner: WireAdminKey["owner"]): Owner | null {
  if (!owner) return null;
  const isAccount = `${owner.type ?? ""} ${owner.object ?? ""}`.includes("service");
  return ownerOf(isAccount ? "service-account" : "user", owner);
}

function ownerOf(kind: Owner["kind"], someone: Loose<{ id: string; name: string }> | null | undefined): Owner {
  return { kind, id: someone?.id ?? null, name: someone?.name ?? null };
}

/** Null where it is none that OpenAI describes. */
export function parseAccountRole(role: unknown): AccountRole | null {
  return role === "owner" || role === "member" || role === "none" ? role : null;
}

/** Unix seconds → Date; anything else is not known. */
export function parseTime(seconds: unknown): Date | null {
  return typeof seconds === "number" && Number.isFinite(seconds) ? new Date(seconds * 1000) : null;
}

/** Null where the answer does not say. */
export function isArchivedProject({ status, archived_at: at }: WireProject): boolean | null {
  if (status === "archived" || typeof at === "number") return true;
  return status === "active" ? false : null;
}
